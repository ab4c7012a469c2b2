"""Passages in the order of reading."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.redline.reading_order import Row, in_reading_order
from onrecord.comparing.redline.redline import Pair, Text, compare

from ..conftest import build

FERRY = "The ferry sails from Port Vale at dawn."
SALMON = "Both shores reaffirm the treaty on salmon fishing."
GRAIN = "Grain prices shall be published every week."
WHALES = "A commission on whales has been set up."
REEF = "Lighthouses on the northern reef are to be repaired."


def rows(*sentences: str, then: tuple[str, ...]) -> list[Row]:
    return in_reading_order(compare(build(" ".join(sentences)), build(" ".join(then))))


def told(found: list[Row]) -> list[tuple[str, str]]:
    return [(row.pair.kind, (row.pair.a or row.pair.b).text) for row in found]  # type: ignore[union-attr]


def test_what_is_new_stands_behind_what_was_dropped_in_its_place() -> None:
    found = rows(FERRY, SALMON, GRAIN, then=(FERRY, WHALES, GRAIN))
    assert told(found) == [("kept", FERRY), ("dropped", SALMON), ("added", WHALES), ("kept", GRAIN)]


def test_what_is_new_at_either_end_stands_there() -> None:
    found = rows(FERRY, SALMON, then=(REEF, FERRY, SALMON, WHALES))
    assert told(found) == [("added", REEF), ("kept", FERRY), ("kept", SALMON), ("added", WHALES)]


def test_what_was_moved_stands_where_it_was_and_where_it_is() -> None:
    found = rows(REEF, FERRY, SALMON, GRAIN, then=(FERRY, SALMON, REEF, GRAIN))
    assert [(row.pair.kind, row.arrived) for row in found] == [
        ("moved", False),
        ("kept", False),
        ("kept", False),
        ("moved", True),
        ("kept", False),
    ]


@given(st.permutations([FERRY, SALMON, GRAIN, WHALES]), st.permutations([FERRY, GRAIN, REEF, WHALES]))
def test_each_pair_has_its_row_and_both_documents_their_order(ours: list[str], theirs: list[str]) -> None:
    a, b = build(" ".join(ours)), build(" ".join(theirs))
    pairs = compare(a, b)
    found = in_reading_order(pairs)
    assert sorted(map(_key, (row.pair for row in found if not row.arrived))) == sorted(map(_key, pairs))
    first = [row.pair.a.start for row in found if row.pair.a is not None and not row.arrived]
    second = [row.pair.b.start for row in found if row.pair.b is not None and (row.arrived or row.pair.kind != "moved")]
    assert first == sorted(first)
    assert second == sorted(second)


def test_nothing_of_two_texts_without_a_sentence() -> None:
    nothing: Text = build("***\n")
    assert in_reading_order(compare(nothing, nothing)) == []


def _key(pair: Pair) -> tuple[int, int]:
    return (-1 if pair.a is None else pair.a.start, -1 if pair.b is None else pair.b.start)
