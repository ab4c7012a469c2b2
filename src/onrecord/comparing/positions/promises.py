"""Commitments over documents: those that are asked for, each once, in order of when they were made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.comparing.positions.aftermath import Later, LaterJson
from onrecord.comparing.positions.commitments import Commitment, CommitmentJson
from onrecord.comparing.positions.voices import Voice
from onrecord.days import days_of
from onrecord.folding import fold
from onrecord.records import RefJson

_LAST = "9999-12-31"


class PromisedJson(CommitmentJson):
    """The line of `commitments`."""

    reports: int
    also: list[RefJson]
    later: list[LaterJson]


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment where it was first told, and the other places that tell it in the same words."""

    commitment: Commitment
    also: tuple[Commitment, ...] = ()

    @property
    def documents(self) -> int:
        """In how many documents the words stand."""
        return len({one.page.document for one in (self.commitment, *self.also)})

    def to_json(self, later: Sequence[Later] = ()) -> PromisedJson:
        """Return the line of `commitments`, with what was said later."""
        return {
            **self.commitment.to_json(),
            "reports": self.documents,
            "also": [one.ref().to_json() for one in self.also],
            "later": [one.to_json() for one in later],
        }


def chosen(
    commitments: Iterable[Commitment],
    *,
    by: Voice | None = None,
    to: Voice | None = None,
    before: str | None = None,
) -> list[Commitment]:
    """Return those that a speaker made, that name to whom, and that are due before a day (YYYY-MM-DD)."""
    return [
        one
        for one in commitments
        if (by is None or by.among(one.page, one.by))
        and (to is None or to.among(one.page, one.to))
        and (before is None or (one.due is not None and one.due.last_day() < before))
    ]


def once_each(commitments: Iterable[Commitment]) -> list[Promised]:
    """Return each once, in order of when it was made; what was made nobody knows when stands last.

    The same is: by the same names in the same words, case and punctuation apart.
    """
    told: dict[tuple[object, ...], list[Commitment]] = {}
    for one in sorted(commitments, key=_moment):
        names = frozenset(fold(who.name) for who in one.by)
        told.setdefault((fold(one.words.text), names), []).append(one)
    return [Promised(those[0], tuple(those[1:])) for those in told.values()]


def about(commitments: Iterable[Commitment], words: Sequence[str]) -> list[Commitment]:
    """Return those whose clause holds all these words; one that ends in `*` is the beginning of one."""
    wanted = [(fold(word), word.endswith("*")) for word in words]
    return [one for one in commitments if _holds(fold(one.words.text), wanted)]


def _holds(text: str, wanted: Sequence[tuple[str, bool]]) -> bool:
    padded = f" {text} "
    return all(f" {word}{'' if begins else ' '}" in padded for word, begins in wanted if word)


def _moment(one: Commitment) -> tuple[str, str, str, int]:
    first, _ = days_of(one.said) or (_LAST, _LAST)
    return first, one.page.published or _LAST, one.page.document, one.words.start
