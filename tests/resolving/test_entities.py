"""Who is spoken of: kinds, names, aliases, roles, mentions."""

from collections.abc import Callable

import pytest

from onrecord.records import Document, Entity, Findings, Zone, document_id
from onrecord.resolving import resolve

Cast = Callable[[str], dict[str, Entity]]


def roles(entity: Entity) -> list[tuple[str, str | None]]:
    return [(role.title, role.of) for role in entity.roles]


def mentions(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


def named(found: dict[str, Entity], kind: str) -> list[str]:
    return [name for name, entity in found.items() if entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("They met French Foreign Minister Maria Orlin on Monday.", [("Foreign Minister", "France")]),
        ("They met Maria Orlin, the foreign minister of Chile, there.", [("foreign minister", "Chile")]),
        ("They met the Chilean foreign minister, Maria Orlin, there.", [("foreign minister", "Chile")]),
        ("They met Chile's defense minister Maria Orlin there.", [("defense minister", "Chile")]),
        ("They met President of Chile Maria Orlin there.", [("President", "Chile")]),
        ("They met President Maria Orlin of the Republic of Chile.", [("President", "Chile")]),
        ("They met Gen. Maria Orlin there.", [("Gen.", None)]),
        ("Then US Ambassador to Chile Maria Orlin spoke.", [("Ambassador to Chile", "United States")]),
        ("Then former US President Maria Orlin spoke.", [("former President", "United States")]),
        ("Former US President Maria Orlin spoke.", [("Former President", "United States")]),
        ("Then NATO spokeswoman Maria Orlin spoke.", [("spokeswoman", "NATO")]),
        ("Then Tide Institute director Maria Orlin spoke.", [("director", "Tide Institute")]),
        ("Maria Orlin, director of the Institute for Tides, spoke.", [("director", "Institute for Tides")]),
        ("Maria Orlin, 41, a teacher, came.", [("teacher", None)]),
        ("Chile's top commander Gen Maria Orlin came.", [("Gen", None), ("top commander", "Chile")]),
        ("President Omar Vane's spokeswoman, Maria Orlin, came.", [("spokeswoman", "Omar Vane")]),
        ("White House Press Secretary Maria Orlin came.", [("Press Secretary", "White House")]),
        ("Then Mrs. Maria Orlin spoke.", []),
        ("Republican Maria Orlin won.", []),
        ("Rival Maria Orlin won against her rival.", []),
    ],
)
def test_an_office_is_told_from_the_name(cast: Cast, text: str, held: list[tuple[str, str | None]]) -> None:
    assert roles(cast(text)["Maria Orlin"]) == held


def test_offices_in_a_list_are_of_one_country(cast: Cast) -> None:
    found = cast("Chilean Foreign Minister Maria Orlin, Defense Minister Omar Vane and US envoy Peter Brandt met.")
    assert [roles(found[name])[0][1] for name in named(found, "person")] == ["Chile", "Chile", "United States"]


def test_a_counterparts_office_is_of_another_country(cast: Cast) -> None:
    found = cast("Chilean Foreign Minister Maria Orlin and her counterpart, Foreign Minister Omar Vane, met.")
    assert [roles(found[name])[0][1] for name in named(found, "person")] == ["Chile", None]


@pytest.mark.parametrize(
    "text",
    [
        "The Attorney General left.",
        "They left the Prime Minister in the Executive Office.",
        "He drove from Victoria Falls to the Jordan River.",
        "They read the Clean Seas Act.",
        "On Monday Morning they left.",
        "The Secretary General of the Tide Council left.",
    ],
)
def test_titles_places_and_things_are_no_persons(cast: Cast, text: str) -> None:
    assert named(cast(text), "person") == []


def test_the_fullest_name_is_the_name(cast: Cast) -> None:
    found = cast("President Orlin came. Maria R. Orlin, who won, spoke. Mrs. Orlin left. Maria Orlin slept.")
    assert named(found, "person") == ["Maria R. Orlin"]
    assert found["Maria R. Orlin"].aliases == ("Maria Orlin", "Orlin")


def test_a_word_before_the_given_name_is_no_part_of_it(cast: Cast) -> None:
    found = cast("They called her Crooked Maria Orlin. Maria Orlin laughed.")
    assert named(found, "person") == ["Maria Orlin"]


def test_mentions_are_names_titles_and_pronouns(cast: Cast) -> None:
    found = cast(
        "Chilean Foreign Minister Maria Orlin came. <s1>Orlin</> <u1>said</> <c1>no</>. <s2>She</> <u2>added</> "
        "<c2>yes</>. <s3>The minister</> <u3>left</> <c3>it</>."
    )
    expected = ["Chilean Foreign Minister Maria Orlin", "Orlin", "She", "The minister"]
    assert mentions(found["Maria Orlin"]) == expected


def test_a_countrys_names_adjectives_and_capital_are_one(cast: Cast) -> None:
    found = cast("The DPRK and Russia agreed, Pyongyang said. North Korean ships met Russian ones in Moscow.")
    assert named(found, "country") == ["North Korea", "Russia"]
    assert found["North Korea"].aliases == ("DPRK", "Pyongyang")
    assert mentions(found["North Korea"]) == ["DPRK", "Pyongyang", "North Korean"]
    assert mentions(found["Russia"]) == ["Russia", "Russian"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Turkish-Libyan talks on the U.S.-ROK alliance began.", ["Turkey", "Libya", "United States", "South Korea"]),
        ("They crossed the Gulf of Mexico to Latin America.", []),
        ("He was born in Georgia, near Atlanta.", []),
        ("Georgian ships left Georgia.", ["Georgia"]),
        ("Chad Orlin met Peter Jordan.", []),
        ("The British Army left.", []),
        ("She flew to Lima.", []),
        ("The Korean coast is long.", []),
        ("Türkiye and Côte d’Ivoire signed.", ["Turkey", "Ivory Coast"]),
        ("The People’s Republic of China signed.", ["China"]),
        ("U.S-led forces left N. Korea.", ["United States", "North Korea"]),
    ],
)
def test_what_is_a_country(cast: Cast, text: str, countries: list[str]) -> None:
    assert named(cast(text), "country") == countries


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("The Norwegian Ministry of Foreign Affairs wrote.", ["Norwegian Ministry of Foreign Affairs"]),
        ("The Department of Health and Human Services wrote.", ["Department of Health and Human Services"]),
        ("The Tide Council (TC) met. The TC wrote.", ["Tide Council"]),
        ("The U.S. Supreme Court met. The Supreme Court ruled.", ["U.S. Supreme Court"]),
        ("The U.S. Coast Guard met the Japan Coast Guard.", ["U.S. Coast Guard", "Japan Coast Guard"]),
        ("The Oslo-based Tide Institute wrote.", ["Tide Institute"]),
        ("The Norwegian army and the Swedish foreign ministry wrote.", ["Norwegian army", "Swedish foreign ministry"]),
        ("The airline Tide Air wrote. Tide flies.", ["Tide Air"]),
        ("Ships came. (Yonhap)", []),
        ("The Soviet Union fell.", []),
        ("They read the Law of the Sea Council.", []),
    ],
)
def test_what_is_an_organization(cast: Cast, text: str, organizations: list[str]) -> None:
    assert named(cast(text), "organization") == organizations


def test_a_document_is_known_by_its_words(cast: Cast) -> None:
    found = cast("They issued a joint statement. The statement was long. A defense treaty followed.")
    assert named(found, "document") == ["joint statement", "defense treaty"]
    assert mentions(found["joint statement"]) == ["joint statement", "statement"]


def test_headlines_name_only_whom_the_text_names_too(cast: Cast) -> None:
    found = cast("Orlin Faces Key Test In Tidewell Court\nMaria Orlin, the mayor of Tidewell, is in court today.")
    assert set(found) == {"Maria Orlin"}
    assert mentions(found["Maria Orlin"]) == ["Orlin", "Maria Orlin"]


def test_nobody_is_spoken_of_in_a_byline_or_a_credit_line() -> None:
    text = "By Peter Vane\nMaria Orlin came.\nPhoto: Omar Brandt"
    zones = (Zone("byline", 0, 13), Zone("body", 14, 31), Zone("credit", 32, len(text)))
    record = resolve(Document(id=document_id(text), text=text, zones=zones), Findings())
    assert [entity.name for entity in record.entities] == ["Maria Orlin"]
