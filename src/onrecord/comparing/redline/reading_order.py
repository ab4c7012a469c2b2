"""The passages of two documents in the order of reading: what was dropped where it stood, what is new where it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.comparing.redline.redline import Pair


@dataclass(frozen=True, slots=True)
class Row:
    """A pair at its place. One that was moved stands at both: where it was, and, `arrived`, where it is now."""

    pair: Pair
    arrived: bool = False


def in_reading_order(pairs: Iterable[Pair]) -> list[Row]:
    """Return the pairs in the order of the first document.

    What is new in the second stands before the passage that it precedes there, behind what was dropped.
    """
    every = list(pairs)
    ours = sorted((pair for pair in every if pair.a is not None), key=_in_a)
    theirs = sorted((pair for pair in every if pair.kind in ("added", "moved")), key=_in_b)
    return list(_merged(ours, theirs))


def _merged(ours: Iterable[Pair], theirs: list[Pair]) -> Iterator[Row]:
    at = 0
    for pair in ours:
        if pair.b is not None and pair.kind != "moved":
            while at < len(theirs) and _in_b(theirs[at]) < pair.b.start:
                yield _new(theirs[at])
                at += 1
        yield Row(pair)
    yield from map(_new, theirs[at:])


def _new(pair: Pair) -> Row:
    return Row(pair, arrived=pair.kind == "moved")


def _in_a(pair: Pair) -> int:
    assert pair.a is not None
    return pair.a.start


def _in_b(pair: Pair) -> int:
    assert pair.b is not None
    return pair.b.start
