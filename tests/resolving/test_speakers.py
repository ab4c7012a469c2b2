"""Who speaks. Each case is a text with its attributions marked, and who speaks in each and how that was found."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

NAMES = [
    ("<s1>Maria Orlin</> <u1>said</> <c1>no</>.", ["Maria Orlin: name"]),
    ("<s1>Maria Orlin</> <u1>said</> <c1>no</>. <s2>Orlin</> <u2>added</> <c2>yes</>.", ["Maria Orlin: name"] * 2),
    ("<s1>Orlin</> <u1>said</> <c1>no</>. Later Maria Orlin left.", ["Maria Orlin: name"]),
    ("<s1>Xu Ran</> <u1>said</> <c1>no</>. <s2>Xu</> <u2>added</> <c2>yes</>.", ["Xu Ran: name"] * 2),
    ("<s1>Omar al-Vane</> <u1>said</> <c1>no</>. <s2>Vane</> <u2>added</> <c2>yes</>.", ["Omar al-Vane: name"] * 2),
    (
        "<s1>Maria R. Orlin</> <u1>said</> <c1>no</>. <s2>Mrs. Orlin</> <u2>left</> <c2>it</>.",
        ["Maria R. Orlin: name"] * 2,
    ),
    ("<s1>Peter “Pete” Vane</> <u1>said</> <c1>no</>.", ["Peter “Pete” Vane: name"]),
    ("<s1>The mayor’s aide, Peter Vane,</> <u1>said</> <c1>no</>.", ["Peter Vane: name"]),
    ("<s1>President Maria Orlin's spokesman, Peter Vane,</> <u1>said</> <c1>no</>.", ["Peter Vane: name"]),
    ("<s1>Peter Vane, the mayor of Tidewell, a port,</> <u1>said</> <c1>no</>.", ["Peter Vane: name"]),
    ("<s1>Peter Vane speaking to the Tide Council</> <u1>said</> <c1>no</>.", ["Peter Vane: name"]),
    ("<s1>a tweet on Monday by Peter Vane</> <u1>said</> <c1>no</>.", ["Peter Vane: title"]),
    ("<s1>a study that Peter Vane read</> <u1>said</> <c1>no</>.", ["study that Peter Vane read: name"]),
    ("<s1>BBC’s Peter Vane</> <u1>said</> <c1>no</>.", ["Peter Vane: name"]),
    (
        "<s1>Peter Sarvane</> <u1>said</> <c1>no</>. <s2>Sarvene</> <u2>added</> <c2>yes</>.",
        ["Peter Sarvane: name"] * 2,
    ),
    (
        "<s1>The Tide Institute (TIN)</> <u1>said</> <c1>no</>. <s2>TIN</> <u2>left</> <c2>it</>.",
        ["Tide Institute: name"] * 2,
    ),
    ("<s1>Reuters</> <u1>reported</> <c1>no</>.", ["Reuters: name"]),
]


@pytest.mark.parametrize(("text", "speakers"), NAMES)
def test_names(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


COUNTRIES = [
    ("<s1>Oslo</> <u1>denied</> <c1>it</>. Norwegian ships came.", ["Norway: name"]),
    ("<s1>The Norwegian government</> <u1>denied</> <c1>it</>.", ["Norway: name"]),
    ("<s1>The government of Norway</> <u1>denied</> <c1>it</>.", ["Norway: name"]),
    ("<s1>The Oslo government</> <u1>denied</> <c1>it</>. Norwegian ships came.", ["Norway: name"]),
    ("<s1>The Norwegians</> <u1>denied</> <c1>it</>. Norway has ships.", ["Norway: name"]),
    ("<s1>The DPRK</> <u1>denied</> <c1>it</>.", ["North Korea: name"]),
    ("North Korea and South Korea met. <s1>The North</> <u1>denied</> <c1>it</>.", ["North Korea: name"]),
    ("<s1>The U.S.</> <u1>denied</> <c1>it</>.", ["United States: name"]),
    ("<s1>The Norwegian statement</> <u1>spoke of</> <c1>ships</>.", ["Norway: title"]),
    ("Peter Oslo came. Norway won. <s1>Oslo</> <u1>said</> <c1>no</>.", ["Peter Oslo: name"]),
]


@pytest.mark.parametrize(("text", "speakers"), COUNTRIES)
def test_countries(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


TITLES = [
    (
        "Norwegian Foreign Minister Maria Orlin came. Peter Vane too. <s1>The minister</> <u1>said</> <c1>no</>.",
        ["Maria Orlin: title"],
    ),
    (
        "Norwegian Defense Minister Maria Orlin and Swedish Defense Minister Peter Vane met.\n"
        "<s1>The Swedish defence minister</> <u1>said</> <c1>no</>.",
        ["Peter Vane: title"],
    ),
    (
        "Secretary of State Maria Orlin and Defense Secretary Peter Vane met.\n"
        "<s1>The secretary</> <u1>said</> <c1>no</>.",
        [": None"],
    ),
    (
        "Secretary of State Maria Orlin and Defense Secretary Peter Vane met.\nRain fell.\n"
        "Orlin smiled.\n<s1>The secretary</> <u1>said</> <c1>no</>.",
        ["Maria Orlin: title"],
    ),
    ("Gen. Peter Vane came. <s1>The general</> <u1>said</> <c1>no</>.", ["Peter Vane: title"]),
    ("Vice President Peter Vane came. <s1>The president</> <u1>said</> <c1>no</>.", ["president: name"]),
    (
        "Prime Minister Peter Vane and Prime Minister Maria Orlin met. "
        "<s1>The prime ministers</> <u1>agreed</> <c1>so</>.",
        ["Peter Vane, Maria Orlin: title"],
    ),
    (
        "Peter Vane and Maria Orlin met. <s1>The two leaders</> <u1>agreed</> <c1>so</>.",
        ["Peter Vane, Maria Orlin: title"],
    ),
    (
        "<s1>The Norwegian Foreign Ministry</> <u1>said</> <c1>no</>. <s2>The ministry</> <u2>added</> <c2>yes</>.",
        ["Norwegian Foreign Ministry: name", "Norwegian Foreign Ministry: title"],
    ),
    (
        "The airline Tide Air came. <s1>The airline</> <u1>said</> <c1>no</>. <s2>Tide</> <u2>added</> <c2>yes</>.",
        ["Tide Air: title", "Tide Air: name"],
    ),
    (
        "The Tide Court met the Reef Court. <s1>The court</> <u1>said</> <c1>no</>.",
        [": None"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), TITLES)
def test_titles(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


PRONOUNS = [
    (
        "<s1>Peter Vane</> <u1>said</> <c1>no</>. <c2>“Yes,”</> <s2>he</> <u2>added</>.",
        ["Peter Vane: name", "Peter Vane: pronoun"],
    ),
    ("Peter Vane met Maria Orlin. <c1>“Yes,”</> <s1>she</> <u1>said</>.", ["Maria Orlin: pronoun"]),
    ("Mr. Vane met Ms. Orlin. <c1>“Yes,”</> <s1>she</> <u1>said</>.", ["Orlin: pronoun"]),
    (
        "<s1>Peter Vane</> <u1>said</> <c1>that Omar Brandt left</>. <c2>“Yes,”</> <s2>he</> <u2>added</>.",
        ["Peter Vane: name", "Peter Vane: pronoun"],
    ),
    (
        "<s1>Peter Vane</> <u1>asked</> <c1>why</>. Omar Brandt smiled. <c2>“Yes,”</> <s2>he</> <u2>said</>.",
        ["Peter Vane: name", "Omar Brandt: pronoun"],
    ),
    ("Rain fell. <c1>“Yes,”</> <s1>he</> <u1>said</>.", [": None"]),
    (
        "<s1>Reuters</> <u1>said</> <c1>no</>. Norway and Sweden smiled. <s2>It</> <u2>added</> <c2>yes</>.",
        ["Reuters: name", "Reuters: pronoun"],
    ),
    (
        "Peter Vane and Maria Orlin met. <s1>They</> <u1>said</> <c1>no</>.",
        ["Peter Vane, Maria Orlin: pronoun"],
    ),
    (
        "<s1>Officials</> <u1>said</> <c1>no</>. <s2>They</> <u2>added</> <c2>yes</>.",
        ["Officials: name", "Officials: pronoun"],
    ),
    ("<s1>Reuters</> <u1>said</> <c1>no</>. <s2>It</> <u2>added</> <c2>yes</>.", ["Reuters: name", "Reuters: pronoun"]),
    (
        "Peter Vane and Maria Orlin issued a joint statement.\n<c1>“All is well,”</> <s1>it</> <u1>read</>.",
        ["Peter Vane, Maria Orlin: pronoun"],
    ),
    ("A joint statement came.\n<c1>“All is well,”</> <s1>it</> <u1>read</>.", ["joint statement: pronoun"]),
    ("The minister Maria Orlin, <s1>who</> <u1>denied</> <c1>it</>, left.", ["Maria Orlin: pronoun"]),
    (
        "<c1>“<s2>We</> <u2>believe</> <c2>in peace</>,”</> <u1>said</> <s1>Norwegian minister Maria Orlin</>.",
        ["Maria Orlin: name", "Norway: pronoun"],
    ),
    (
        "<c1>“<s2>I</> <u2>believe</> <c2>so</>,”</> <u1>said</> <s1>Maria Orlin</>.",
        ["Maria Orlin: name", "Maria Orlin: pronoun"],
    ),
    (
        "<s1>Norway</> <u1>condemns</> <c1>it</>. <s2>We</> <u2>urge</> <c2>peace</>.",
        ["Norway: name", "Norway: pronoun"],
    ),
    ("The target for Norway was one that the deal <s1>it</> <u1>pledged</> <c1>to keep</> set.", ["Norway: pronoun"]),
    ("<s1>You</> <u1>think</> <c1>so</>.", [": None"]),
    # Whoever has been "he" is no "she", a mother is none either, and a party is neither.
    (
        "Wen Zhao left. <s1>He</> <u1>said</> <c1>no</>. Ana smiled. <s2>She</> <u2>said</> <c2>yes</>.",
        ["Wen Zhao: pronoun", ": None"],
    ),
    (
        "<s1>His mother</> <u1>said</> <c1>no</>. <s2>He</> <u2>said</> <c2>yes</>.",
        ["His mother: name", ": None"],
    ),
    (
        "<s1>His mother</> <u1>said</> <c1>no</>. <s2>She</> <u2>said</> <c2>yes</>.",
        ["His mother: name", "His mother: pronoun"],
    ),
    (
        "<s1>The defector</> <u1>said</> <c1>no</>. <s2>He</> <u2>said</> <c2>yes</>.",
        ["defector: name", "defector: pronoun"],
    ),
    (
        "Maria Orlin left. <s1>The video</> <u1>said</> <c1>no</>. <s2>She</> <u2>said</> <c2>yes</>.",
        ["video: name", "Maria Orlin: pronoun"],
    ),
    # "He" before a name is somebody else.
    (
        "Carl Orlin wrote. He was a friend of Peter Vane. <s1>He</> <u1>said</> <c1>no</>.",
        ["Carl Orlin: pronoun"],
    ),
    ("Norway smiled. <s1>They</> <u1>said</> <c1>no</>.", ["Norway: pronoun"]),
]


@pytest.mark.parametrize(("text", "speakers"), PRONOUNS)
def test_pronouns(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


LISTS = [
    ("<s1>Peter Vane and Maria Orlin</> <u1>agreed</> <c1>so</>.", ["Peter Vane, Maria Orlin: list"]),
    (
        "<s1>Peter Vane, Omar Brandt and Swedish minister Maria Orlin</> <u1>agreed</> <c1>so</>.",
        ["Peter Vane, Omar Brandt, Maria Orlin: list"],
    ),
    ("<s1>Both Peter Vane and Maria Orlin</> <u1>agreed</> <c1>so</>.", ["Peter Vane, Maria Orlin: list"]),
    ("<s1>Oslo and Stockholm</> <u1>agreed</> <c1>so</>. Norway and Sweden won.", ["Norway, Sweden: list"]),
    ("<s1>Peter Vane and his aides</> <u1>agreed</> <c1>so</>.", ["Peter Vane, his aides: list"]),
    ("<s1>Officials and experts</> <u1>agreed</> <c1>so</>.", ["Officials and experts: name"]),
    ("<s1>both Norwegian and Swedish officials</> <u1>agreed</> <c1>so</>.", ["Norwegian and Swedish officials: name"]),
    ("<s1>firms including Google and Siemens</> <u1>agreed</> <c1>so</>.", ["firms, Google, Siemens: list"]),
    ("<s1>Officials from NATO and the EU</> <u1>agreed</> <c1>so</>.", ["Officials from NATO and the EU: name"]),
    (
        "Norway and Sweden met. "
        "<s1>Peter Vane</> <u1>said</> <c1>that <s2>the two governments</> <u2>agreed</> <c2>so</></>.",
        ["Peter Vane: name", "Norway, Sweden: title"],
    ),
    (
        "Norwegian minister Peter Vane and Swedish minister Maria Orlin met. "
        "<s1>Both nations</> <u1>agreed</> <c1>so</>.",
        ["Norway, Sweden: title"],
    ),
    ("Norway, Sweden and Chile met. <s1>The two countries</> <u1>agreed</> <c1>so</>.", ["two countries: name"]),
]

MET = "met. <s1>They</> <u1>agreed</> <c1>so</>."
COUNTERPARTS = [
    (
        f"Foreign Minister Ada Orlin and her French and Swedish counterparts, Peter Vane and Maria Brandt, {MET}",
        ["Ada Orlin, Peter Vane, Maria Brandt: pronoun"],
    ),
    (f"Ada Orlin and her French counterpart, Peter Vane, {MET}", ["Ada Orlin, Peter Vane: pronoun"]),
    (f"Ada Orlin, and her then French counterpart Peter Vane, {MET}", ["Ada Orlin, Peter Vane: pronoun"]),
    (
        f"Ada Orlin and Omar Lund and their French counterpart, Peter Vane, {MET}",
        ["Ada Orlin, Omar Lund, Peter Vane: pronoun"],
    ),
    # Nobody is better than the wrong ones: Orlin may be in the list or not.
    (f"Rain fell. Ada Orlin, Omar Lund and their French counterpart, Peter Vane, {MET}", [": None"]),
    (f"Ada Orlin and her husband wrote to her French counterpart, Peter Vane, who {MET}", [": None"]),
    ("Ada Orlin met her French counterpart, Peter Vane. <s1>They</> <u1>agreed</> <c1>so</>.", [": None"]),
]


@pytest.mark.parametrize(("text", "speakers"), COUNTERPARTS)
def test_counterparts(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


@pytest.mark.parametrize(("text", "speakers"), LISTS)
def test_lists(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


CARRIED = [
    (
        "<s1>Maria Orlin</> <u1>said</> <c1>no</>.\n<c2>“Yes.”</>\n<c3>“Yes.”</>",
        ["Maria Orlin: name", "Maria Orlin: carried", "Maria Orlin: carried"],
    ),
    (
        "<s1>Maria Orlin</> <u1>said</> <c1>no</>, <u2>adding</> <c2>that it rained</>.",
        ["Maria Orlin: name", "Maria Orlin: carried"],
    ),
    ("<s1>Maria Orlin</> <u1>said</> <c1>no</>. <u2>Reportedly</> <c2>it rained</>.", ["Maria Orlin: name", ": None"]),
    ("<c1>“Yes.”</>", [": None"]),
    (
        "<s1>MR. VANE</>: <c1>Good morning to you all.</>\n<s2>Q</> <c2>Is it raining there?</>\n"
        "<s3>MR. VANE</>: <c3>It is raining, yes.</>\n<c4>It has been raining for days.</>",
        ["Vane: name", "reporters: name", "Vane: name", "Vane: carried"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CARRIED)
def test_carried_over(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


UNNAMED = [
    (
        "<s1>a senior US official</> <u1>said</> <c1>no</>. <s2>The official</> <u2>added</> <c2>yes</>.",
        ["senior US official: name"] * 2,
    ),
    (
        "<s1>A source</> <u1>said</> <c1>no</>. <s2>Another source</> <u2>said</> <c2>yes</>.",
        ["source: name", "Another source: name"],
    ),
    (
        "<s1>Military experts</> <u1>said</> <c1>no</>. <s2>These experts</> <u2>said</> <c2>so</>.",
        ["Military experts: name"] * 2,
    ),
    ("<s1>People close to Maria Orlin</> <u1>said</> <c1>no</>.", ["People close to Maria Orlin: name"]),
    (
        "<s1>The Orlin campaign</> <u1>said</> <c1>no</>. Maria Orlin left. "
        "<s2>Orlin’s campaign</> <u2>said</> <c2>so</>.",
        ["Orlin campaign: name"] * 2,
    ),
    ("<s1>New developments</> <u1>suggest</> <c1>so</>.", [": None"]),
]


@pytest.mark.parametrize(("text", "speakers"), UNNAMED)
def test_the_unnamed(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers


NAMESAKES = [
    ("Peter Kim and Maria Kim met. <s1>Kim</> <u1>said</> <c1>no</>.", [": None"]),
    ("Maria Kim left.\nRain fell.\nPeter Kim came. <s1>Kim</> <u1>said</> <c1>no</>.", ["Peter Kim: name"]),
    ("Peter Kim met Maria Kim. <s1>Mrs. Kim</> <u1>said</> <c1>no</>.", ["Maria Kim: name"]),
    ("President Peter Kim met Judge Omar Kim. <s1>President Kim</> <u1>said</> <c1>no</>.", ["Peter Kim: name"]),
    ("First lady Maria Kim came. President Kim smiled. <s1>Kim</> <u1>said</> <c1>no</>.", ["Kim: name"]),
]


@pytest.mark.parametrize(("text", "speakers"), NAMESAKES)
def test_two_of_one_surname(told: Told, text: str, speakers: list[str]) -> None:
    assert told(text) == speakers
