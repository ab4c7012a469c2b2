import time
from collections.abc import Callable

import pytest

from onrecord.encoder import Scores
from onrecord.finding import find
from onrecord.reading import tell_apart
from onrecord.records import Document, document_id

Scored = Callable[[str], tuple[str, list[Scores]]]
Plain = tuple[str | None, str | None, str, bool]
Found = Callable[[str], list[Plain]]


@pytest.fixture
def found(scored: Scored) -> Found:
    """Source, cue, content, and whether the speaker is carried over, of each statement."""

    def of(marked: str) -> list[Plain]:
        text, scores = scored(marked)
        document = Document(id=document_id(text), text=text, zones=tell_apart(text).zones)
        return [
            (
                a.source.text if a.source else None,
                a.cue.text if a.cue else None,
                " | ".join(c.text for c in a.content),
                a.carried,
            )
            for a in find(document, scores).attributions
        ]

    return of


def turns(*more: str) -> str:
    """A transcript that begins with three turns in which nothing but greetings is said."""
    return "\n\n".join(("MS. ORLIN: Hello.", "Q Hello.", "MS. ORLIN: Well?", *more)) + "\n"


GREETINGS: list[Plain] = [
    ("MS. ORLIN:", None, "Hello.", False),
    ("Q", None, "Hello.", False),
    ("MS. ORLIN:", None, "Well?", False),
]


def test_each_paragraph_of_a_turn_is_a_statement(found: Found) -> None:
    assert found(turns("Q Will it sail?", "It is late.", "MS. ORLIN: It will.")) == [
        *GREETINGS,
        ("Q", None, "Will it sail?", False),
        (None, None, "It is late.", True),
        ("MS. ORLIN:", None, "It will.", False),
    ]


def test_what_is_said_in_a_turn_is_direct(scored: Scored) -> None:
    text, scores = scored(turns())
    document = Document(id=document_id(text), text=text, zones=tell_apart(text).zones)
    assert {a.type for a in find(document, scores).attributions} == {"direct"}


@pytest.mark.parametrize("aside", ["(Laughter.)", "[Applause]", "(Inaudible.)", "(Cross-talk.) — (Laughter.)"])
def test_stage_directions_say_nothing(found: Found, aside: str) -> None:
    assert found(turns(f"Q {aside}", aside)) == GREETINGS


def test_what_could_not_be_heard_stands_in_what_was_said(found: Found) -> None:
    assert found(turns("Q Is the (inaudible) safe?"))[-1] == ("Q", None, "Is the (inaudible) safe?", False)


@pytest.mark.parametrize("end", ["END 12:45 P.M. EDT", "11:28 A.M. EDT", "* * *", "-END-", "# # #"])
def test_a_line_that_ends_the_transcript_ends_the_last_turn(found: Found, end: str) -> None:
    assert found(turns(end, "The Lantern has an office in Port Vale.")) == GREETINGS


def test_what_stands_before_the_first_turn_is_nobodys(found: Found) -> None:
    assert found("The Harbour Room, at noon.\n\n" + turns()) == GREETINGS


def test_what_others_said_is_told_in_a_turn(found: Found) -> None:
    told = found(turns("Q <s1>The mayor</> <u1>said</> <c1>that the dam would hold</>."))
    assert told[-2:] == [
        ("Q", None, "The mayor said that the dam would hold.", False),
        ("The mayor", "said", "that the dam would hold", False),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "<s1>You</> <u1>know</>, <c1>the dam holds well</>.",
        "<s1>I</> <u1>think</> <c1>the dam will hold</>.",
        "<s1>We</> <u1>believe</> <c1>that the dam will hold</>.",
        "Can <s1>you</> <u1>say</> <c1>whether the dam will hold</>?",
        "<s1>That</> <u1>said</>, <c1>the dam will hold</>.",
        "<s1>All</> <u1>told</>, <c1>the dam has cost a lot</>.",
        "<s1>It</> <u1>goes without saying</> <c1>that the dam will hold</>.",
        "<s1>God</> <u1>forbid</> <c1>that the dam should break</>.",
        "<s1>This</> <u1>shows</> <c1>that the dam will hold</>.",
        "<s1>Nobody</> <u1>said</> <c1>that the dam would hold</>.",
    ],
)
def test_a_speakers_own_view_is_no_statement_of_another(found: Found, said: str) -> None:
    assert [cue for _, cue, _, _ in found(turns(f"MS. ORLIN: {said}")) if cue is not None] == []


@pytest.mark.parametrize("source", ["You", "The crew", "They", "It"])
def test_what_was_said_before_is_kept(found: Found, source: str) -> None:
    told = found(turns(f"Q <s1>{source}</> <u1>said</> <c1>that the dam would hold</>."))
    assert told[-1] == (source, "said", "that the dam would hold", False)


def test_a_cue_and_a_content_in_two_sentences_are_misread(found: Found) -> None:
    told = found(turns("Q <s1>The mayor</> <u1>spoke</>. And what then? <c1>The dam would hold</>."))
    assert [cue for _, cue, _, _ in told if cue is not None] == []


def test_a_label_is_no_source_of_what_is_told(found: Found) -> None:
    told = found(turns("<s1>Q</> <u1>Say</> <c1>that the dam will hold</>."))
    assert told[-1] == ("Q", None, "Say that the dam will hold.", False)


def test_a_long_transcript_takes_linear_time(scored: Scored) -> None:
    turn = "MR. VANE: <s1>The mayor</> <u1>said</> <c1>that the dam would hold</>.\n\n"

    def seconds(count: int) -> float:
        text, scores = scored("MS. ORLIN: Hello.\n\nQ Hello.\n\n" + turn * count)
        document = Document(id=document_id(text), text=text, zones=tell_apart(text).zones)
        begun = time.perf_counter()
        find(document, scores)
        return time.perf_counter() - begun

    seconds(20)
    assert seconds(400) < 12 * seconds(100) + 0.2
