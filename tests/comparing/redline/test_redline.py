"""What became of each passage: kept, reworded, moved, dropped, added; and what can go wrong with two texts."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.redline.redline import Pair, Text, compare

from ..conftest import MakeText, build

BEFORE = """\
Accord of the Two Shores

The two governments strongly condemn the mining of the Oresk strait. They will open the ferry line to Norvanna in \
spring.

Both sides reaffirm the treaty on salmon fishing. The pilots of Cape Oriel were thanked for their courage.

Lighthouses on the northern reef are to be repaired. Grain prices shall be published weekly.
"""
AFTER = """\
Accord of the Two Shores

Lighthouses on the northern reef are to be repaired. The two governments express concern over the mining of the Oresk \
strait. They intend to open the ferry line to Norvanna in spring.

Both sides reaffirm the treaty on salmon fishing. A commission on whales has been set up in Port Vale.

Grain prices shall be published weekly.
"""


def kinds(pairs: tuple[Pair, ...]) -> dict[str, int]:
    return dict(Counter(pair.kind for pair in pairs))


def of_kind(pairs: tuple[Pair, ...], kind: str) -> list[Pair]:
    return [pair for pair in pairs if pair.kind == kind]


def test_each_passage_gets_its_kind_and_dropped_comes_first(text: MakeText) -> None:
    pairs = compare(text(BEFORE), text(AFTER))
    assert kinds(pairs) == {"dropped": 1, "reworded": 2, "moved": 1, "added": 1, "kept": 3}
    assert [pair.kind for pair in pairs[:2]] == ["dropped", "reworded"]
    assert [pair.a.text for pair in of_kind(pairs, "dropped") if pair.a] == [
        "The pilots of Cape Oriel were thanked for their courage."
    ]
    assert [pair.b.text for pair in of_kind(pairs, "added") if pair.b] == [
        "A commission on whales has been set up in Port Vale."
    ]
    (moved,) = of_kind(pairs, "moved")
    assert moved.a is not None and moved.a.text.startswith("Lighthouses") and moved.edits == ()


def test_the_changed_words_are_marked_in_both_texts_and_softened_verbs_told(text: MakeText) -> None:
    a, b = text(BEFORE), text(AFTER)
    first, second = of_kind(compare(a, b), "reworded")
    marked = [(a.document.text[e.a : e.a_end], b.document.text[e.b : e.b_end]) for e in (*first.edits, *second.edits)]
    assert marked == [("strongly condemn", "express concern over"), ("will", "intend to")]
    told = [(shift.before.word, shift.change, shift.after.word) for pair in (first, second) for shift in pair.shifts]
    assert told == [("condemn", "softened", "express concern"), ("will", "softened", "intend")]
    assert (first.change, second.change) == ("softened", "softened")


def test_a_document_with_itself_is_kept_whole(text: MakeText) -> None:
    assert kinds(compare(text(BEFORE), text(BEFORE))) == {"kept": 7}


def test_three_thousand_times_the_same_sentence_is_kept_at_once(text: MakeText) -> None:
    long = build("The ferry sails at dawn. " * 3_000)
    pairs = compare(long, long)
    assert kinds(pairs) == {"kept": 3_000}


def test_with_an_empty_one_all_was_dropped_or_added(text: MakeText) -> None:
    assert kinds(compare(text(BEFORE), text(""))) == {"dropped": 7}
    assert kinds(compare(text(" \n"), text(AFTER))) == {"added": 7}
    assert compare(text(""), text("")) == ()


def test_with_one_in_another_language_nothing_is_aligned(text: MakeText) -> None:
    other = text("Accord of the Two Shores\n\nDie Fähre fährt im Frühling.\n", language="de")
    assert kinds(compare(text(BEFORE), other)) == {"dropped": 7, "added": 2}


def test_two_texts_in_one_other_language_are_aligned_by_their_words(text: MakeText) -> None:
    a = text("Beide Seiten verurteilen den Angriff auf die Fähre. Der Hafen bleibt offen.", language="de")
    b = text("Der Hafen bleibt offen. Beide Seiten bedauern den Angriff auf die Fähre.", language="de")
    assert kinds(compare(a, b)) == {"kept": 1, "moved": 1}


def test_without_meanings_words_alone_align(text: MakeText) -> None:
    a, b = (Text(one.document) for one in (text(BEFORE), text(AFTER)))
    assert kinds(compare(a, b))["kept"] == 3


def test_a_sentence_that_was_split_is_one_passage_with_its_two_halves(text: MakeText) -> None:
    a = text("The ferry to Norvanna sails in spring and the harbour of Oresk is dredged before winter.")
    b = text("The ferry to Norvanna sails in spring. The harbour of Oresk is dredged before winter.")
    (pair,) = compare(a, b)
    assert pair.kind == "reworded" and pair.a is not None and pair.b is not None
    assert (pair.a.text, pair.b.text) == (a.document.text, b.document.text)


def test_a_changed_sum_is_no_kept_passage_and_another_comma_is(text: MakeText) -> None:
    a = text("The toll is $5 a boat. The boats, all of them, pay.")
    b = text("The toll is €5 a boat. The boats – all of them – pay.")
    pairs = compare(a, b)
    assert kinds(pairs) == {"reworded": 1, "kept": 1}
    (edit,) = of_kind(pairs, "reworded")[0].edits
    assert a.document.text[edit.a : edit.a_end] == "$"


def test_a_heading_is_never_paired_with_a_sentence(text: MakeText) -> None:
    a = text("Salmon fishing treaty\n\nThe rain stopped.")
    b = text("The salmon fishing treaty holds.\n\nThe rain stopped.")
    assert kinds(compare(a, b)) == {"dropped": 1, "added": 1, "kept": 1}


def test_json_is_that_of_the_codebook(text: MakeText) -> None:
    a, b = "We will open the ferry line.", "We intend to open the ferry line."
    (pair,) = compare(text(a), text(b))
    assert pair.to_json() == {
        "kind": "reworded",
        "a": {"span": [0, 28], "text": a},
        "b": {"span": [0, 33], "text": b},
        "edits": [{"a": [3, 7], "b": [3, 12]}],
    }


@given(
    st.lists(st.sampled_from(BEFORE.split(". ")), max_size=8), st.lists(st.sampled_from(AFTER.split(". ")), max_size=8)
)
def test_each_passage_of_both_texts_is_told_once(ours: list[str], theirs: list[str]) -> None:
    a, b = (build(". ".join(part) + ".") for part in (ours, theirs))
    pairs = compare(a, b)
    for spans, document in (([p.a for p in pairs if p.a], a.document), ([p.b for p in pairs if p.b], b.document)):
        covered = [at for span in spans for at in range(span.start, span.end)]
        assert len(covered) == len(set(covered))
        assert {at for at, c in enumerate(document.text) if c.isalnum()} <= set(covered)
        for span in spans:
            span.check(document.text)
