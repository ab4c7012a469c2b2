"""Words, sentences, headings, names of people, cues: the small rules that the others stand on."""

import pytest

from onrecord.people import is_variant, same_person, surname
from onrecord.records import Document, Span, StatementKind, document_id
from onrecord.resolving.cues import is_participle, kind_of
from onrecord.resolving.page import Page
from onrecord.tokens import tokenise


def page(text: str) -> Page:
    return Page(Document(id=document_id(text), text=text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S.-ROK pact", ["The", "U.S.", "ROK", "pact"]),
        ("U.S-led", ["U.S", "led"]),
        ("Mr. Orlin's aide", ["Mr.", "Orlin", "aide"]),
        ("Ada R. Orlin. He", ["Ada", "R.", "Orlin", "He"]),
        ("al-Vane’s O’Brien", ["al-Vane", "O'Brien"]),
        ("AT&T, Tae-yul", ["AT&T", "Tae-yul"]),
    ],
)
def test_words_keep_their_abbreviations_and_lose_their_possessives(text: str, words: list[str]) -> None:
    assert [token.word for token in tokenise(text)] == words


def test_tokens_are_slices_of_the_text_and_know_who_owns() -> None:
    text = "The officials’ plan, Orlin's ship, Vane"
    for token in tokenise(text):
        assert text[token.start : token.end].replace("’", "'") == token.word
    assert [token.word for token in tokenise(text) if token.owns] == ["officials", "Orlin"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. It stopped.", ["It rained. ", "It stopped."]),
        ("Gen. Vane left the U.S. He slept.", ["Gen. Vane left the U.S. ", "He slept."]),
        ("“Why?” she asked. “Go!”", ["“Why?” she asked. “", "Go!”"]),
        ("It rained\nIt stopped", ["It rained\n", "It stopped"]),
        ("at 3.5 percent. Then", ["at 3.5 percent. ", "Then"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    starts = page(text).sentences
    starts[0] = 0
    assert [text[s:e] for s, e in zip(starts, [*starts[1:], len(text)], strict=True)] == sentences


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Orlin Faces Key Test in Tidewell Court", True),
        ("Statement by Spokesman Peter Vane on the Tidewell Launch", True),
        ("Maria Orlin faces a key test in court.", False),
        ("They met the Foreign Minister, Maria Orlin, on Monday.", False),
        ("MR. VANE: No.", False),
    ],
)
def test_headings_are_told_by_their_capitals(line: str, heading: bool) -> None:
    assert page(line).in_heading(0) is heading


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Maria Orlin", "Maria R. Orlin", True),
        ("Joe Vane", "Joseph Vane", True),
        ("Tim Vane", "Timothy Vane", True),
        ("Peter Vane Jr.", "Peter Vane", True),
        ("Omar al-Vane", "Omar Vane", True),
        ("Kim Yong-ho", "Kim Yong Ho", True),
        ("Kim Yong-ho", "Kim Min-ho", False),
        ("Peter Vane", "Maria Vane", False),
        ("Peter Vane", "Peter Orlin", False),
    ],
)
def test_who_can_be_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one.split(), other.split()) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maria Orlin", "orlin"),
        ("Xu Ran", "xu"),
        ("Cho Min-ha", "cho"),
        ("ORLIN Maria", "orlin"),
        ("Omar al-Vane", "vane"),
    ],
)
def test_the_surname_is_what_a_report_goes_on_with(name: str, expected: str) -> None:
    assert surname(name.split()) == expected


def test_spellings_differ_in_one_letter_of_a_longer_name() -> None:
    assert is_variant("Sarvene", "Sarvane")
    assert not is_variant("Vane", "Vene")
    assert not is_variant("Sarvane", "Marvane")


@pytest.mark.parametrize(
    ("cue", "quoted", "kind"),
    [
        ("said", False, "said"),
        ("has repeatedly denied", False, "said"),
        ("according to", False, "said"),
        ("believes", False, "held"),
        ("intends to", False, "held"),
        ("wanted", False, "held"),
        ("believes", True, "said"),
        ("expects", False, "held"),
        ("jumped", False, None),
        (None, False, None),
    ],
)
def test_said_or_held(cue: str | None, quoted: bool, kind: StatementKind | None) -> None:
    assert kind_of(None if cue is None else Span(0, len(cue), cue), quoted) == kind


@pytest.mark.parametrize(
    ("cue", "participle"), [("adding", True), ("warning that", True), ("said", False), ("during", False)]
)
def test_participles_of_saying(cue: str, participle: bool) -> None:
    assert is_participle(Span(0, len(cue), cue)) is participle
