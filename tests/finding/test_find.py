import time
from collections.abc import Callable

import numpy as np
import pytest

from onrecord.encoder import TAGS, Scores
from onrecord.finding import find
from onrecord.records import Attribution, Document, Zone, document_id

Plain = tuple[str | None, str | None, list[str], str]
Found = Callable[..., list[Plain]]
Scored = Callable[[str], tuple[str, list[Scores]]]


@pytest.fixture
def found(scored: Scored) -> Found:
    def of(marked: str, zones: tuple[Zone, ...] = ()) -> list[Plain]:
        text, scores = scored(marked)
        return [_plain(a) for a in find(Document(id=document_id(text), text=text, zones=zones), scores).attributions]

    return of


def _plain(a: Attribution) -> Plain:
    return (a.source and a.source.text, a.cue and a.cue.text, [c.text for c in a.content], a.type)


def test_source_cue_and_content_are_joined(found: Found) -> None:
    assert found("<s1>Mara Oduya</> <u1>said</> <c1>the dam would hold</>.") == [
        ("Mara Oduya", "said", ["the dam would hold"], "indirect")
    ]


def test_one_source_may_have_two_cues(scored: Scored) -> None:
    marked = "<s1>Oduya</> <u1>praised</> <c1>the crews</> and <u2>denied</> <c2>that any fled</>."
    text, scores = scored(marked)
    scores[0].pointers["cue_to_source"].start[:, 1] = 1  # both cues point at the one source
    scores[0].pointers["cue_to_source"].start[:, 0] = 0
    scores[0].pointers["cue_to_source"].start[:, 2] = 0
    got = find(Document(id=document_id(text), text=text), scores).attributions
    assert [(a.source.text if a.source else None, a.cue.text if a.cue else None) for a in got] == [
        ("Oduya", "praised"),
        ("Oduya", "denied"),
    ]


def test_no_source_is_none(found: Found) -> None:
    assert found("It <u1>was reported</> <c1>that the dam broke</>.")[0][0] is None


def test_content_on_both_sides_of_its_cue_is_one_attribution(found: Found) -> None:
    assert found("<c1>“The dam</>,” <s1>she</> <u1>said</>, “<c1>will hold</>.”") == [
        ("she", "said", ["“The dam,”", "“will hold.”"], "direct")
    ]


def test_a_cue_that_is_only_a_colon_is_none(found: Found) -> None:
    assert found("<s1>ODUYA</><u1>:</> <c1>We will stay.</>")[0][1] is None


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ('<s1>She</> <u1>called it</> <c1>"a great day" for all</>.', "mixed"),
        ('<s1>She</> <u1>called it</> "<c1>a great day</>".', "direct"),
        ("<s1>She</> <u1>called it</> <c1>a great day</>.", "indirect"),
        ("„<c1>Ein guter Tag</>“, <u1>sagte</> <s1>sie</>.", "direct"),
        ("« <c1>Un grand jour</> », <u1>a dit</> <s1>elle</>.", "direct"),
        ("<s1>She</> <u1>called it</> “<c1>a great day that never closed</>", "direct"),
    ],
)
def test_the_type_follows_the_marks(marked: str, kind: str, found: Found) -> None:
    assert [a[3] for a in found(marked)] == [kind]


def test_a_quotation_goes_on_after_the_cue(found: Found) -> None:
    got = found("“<c1>The dam holds</>,” <s1>she</> <u1>said</>. “We looked at every single gate.”")
    assert got == [("she", "said", ["“The dam holds,”", "“We looked at every single gate.”"], "direct")]


def test_a_label_in_marks_does_not_go_on(found: Found) -> None:
    got = found("“<c1>The dam holds</>,” <s1>she</> <u1>said</>. The “two-plus-two” talks go on.")
    assert got[0][2] == ["“The dam holds,”"]


def test_a_quoted_paragraph_without_a_source_is_carried_over(found: Found, scored: Scored) -> None:
    marked = "“<c1>The dam holds</>,” <s1>she</> <u1>said</>.\n“It held in the flood of last year too.”\nNothing else."
    got = found(marked)
    assert got[1] == (None, None, ["“It held in the flood of last year too.”"], "direct")
    text, scores = scored(marked)
    assert [a.carried for a in find(Document(id=document_id(text), text=text), scores).attributions] == [False, True]


def test_a_quoted_paragraph_after_plain_prose_is_nobodys(found: Found) -> None:
    marked = "<s1>She</> <u1>said</> <c1>the dam holds</>.\n“It held in the flood of last year too.”"
    assert len(found(marked)) == 1


def test_nothing_is_said_in_a_credit_line(found: Found) -> None:
    marked = "The dam holds.\n<s1>Ana Dole</> <u1>reporting</> <c1>from the lake</>"
    assert found(marked) != []
    assert found(marked, zones=(Zone("credit", 15, 47),)) == []


def test_a_text_without_words_has_no_attributions(found: Found) -> None:
    assert found("\n \n") == []


def test_quoted_content_of_the_next_paragraph_is_carried_over_even_if_linked(found: Found) -> None:
    marked = '"<c1>The dam holds</>," <s1>she</> <u1>said</>.\n"<c1>It held in the flood of last year too.</>"'
    assert found(marked) == [
        ("she", "said", ['"The dam holds,"'], "direct"),
        (None, None, ['"It held in the flood of last year too."'], "direct"),
    ]


def test_a_quotation_set_on_a_line_of_its_own_stays_with_its_cue(found: Found) -> None:
    got = found("<s1>She</> <u1>said</>:\n“<c1>It held in the flood of last year.</>”")
    assert got == [("She", "said", ["“It held in the flood of last year.”"], "direct")]


@pytest.mark.parametrize("nothing", ["this", "the remarks", "The"])
def test_content_that_only_points_elsewhere_is_no_attribution(nothing: str, found: Found) -> None:
    assert found(f"<s1>She</> <u1>repeated</> <c1>{nothing}</> often.") == []


def test_a_content_begins_and_ends_on_its_words(found: Found) -> None:
    got = found("<u1>According to</> <s1>the guild</><c1>, a crossing costs a fortune,</> twice as much as before.")
    assert got[0][2] == ["a crossing costs a fortune"]


def test_what_is_no_piece_of_the_text_has_no_role(scored: Scored) -> None:
    text, scores = scored("<s1>She</> <u1>said</> <c1>the dam holds</>\nNothing else was told.")
    scores[0].layers["attribution"][scores[0].window.starts < 0, TAGS.index("I-content")] = 50
    (only,) = find(Document(id=document_id(text), text=text), scores).attributions
    assert [c.text for c in only.content] == ["the dam holds"]


def test_a_paragraph_of_many_quotations_takes_no_longer_for_being_long(scored: Scored) -> None:
    text, scores = scored(
        "“<c1>The dam holds</>,” <s1>she</> <u1>said</>. " + "“It held in the flood of last year.” " * 8000
    )
    began = time.perf_counter()
    (only,) = find(Document(id=document_id(text), text=text), scores[:1]).attributions
    assert len(only.content) == 8001
    assert time.perf_counter() - began < 10  # seconds; looking at all of them for each would take an hour


def test_a_quoted_paragraph_is_not_given_to_the_cue_of_the_next(found: Found) -> None:
    marked = '"<c1>The dam holds</>," <s1>she</> <u1>said</>.\n"<c2>It held in the flood of last year too.</>"\n'
    assert found(marked + "<s2>He</> <u2>read</> this and left.")[1:] == [
        (None, None, ['"It held in the flood of last year too."'], "direct")
    ]


def test_words_told_far_from_their_source_and_cue_are_not_given_to_them(found: Found) -> None:
    marked = "Reports <c1>that the dam broke</> came first in May, as talks went on in which <s1>she</> <u1>agreed</> "
    assert found(marked + "<c1>to mend it</>.")[0][2] == ["to mend it"]
    assert found("<c1>The dam</>, <s1>she</> <u1>said</>, <c1>would hold</>.")[0][2] == ["The dam", "would hold"]


def test_quotations_side_by_side_each_go_to_their_own_cue(found: Found, scored: Scored) -> None:
    text, scores = scored(
        '<s1>They</> <u1>urged</> <c1>them to "come back." "The strait is open,"</> <s2>it</> <u2>read</>.'
    )
    second = int((scores[0].window.starts == text.index('"The')).argmax())
    scores[0].pointers["content_to_cue"].start[second] = np.eye(16, dtype=np.float32)[2]
    got = find(Document(id=document_id(text), text=text), scores).attributions
    assert [_plain(a) for a in got] == [
        ("They", "urged", ['them to "come back."'], "mixed"),
        ("it", "read", ['"The strait is open,"'], "direct"),
    ]


def test_quotations_side_by_side_of_one_cue_stay_one_content(found: Found) -> None:
    got = found('<s1>They</> <u1>said</>: <c1>"Come back." "The strait is open."</>')
    assert got[0][2] == ['"Come back." "The strait is open."']


def test_a_source_ends_on_its_words(found: Found) -> None:
    assert found("<s1>Oduya, the mayor,</> <u1>said</> <c1>the dam would hold</>.")[0][0] == "Oduya, the mayor"


def test_hearsay_has_no_source(found: Found) -> None:
    told = found("<s1>Oduya</> <u1>reportedly</> <c1>left the town</>.")
    assert told == [(None, "reportedly", ["Oduya", "left the town"], "indirect")]
