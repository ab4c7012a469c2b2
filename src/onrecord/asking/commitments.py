"""Who promised what to whom in the documents of a ledger, and what was said of it later."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.comparing.identity.name_keys import keys_of_name
from onrecord.comparing.positions.aftermath import Later, Said, later_about, sought_words
from onrecord.comparing.positions.commitments import Commitment, commitments_of
from onrecord.comparing.positions.promises import Promised, chosen, once_each
from onrecord.comparing.positions.promises import about as holding
from onrecord.comparing.positions.voices import voice_of
from onrecord.days import first_day
from onrecord.errors import UsageError
from onrecord.folding import fold
from onrecord.ledger import Ledger
from onrecord.records import Seen

# Of what takes up the words of a commitment, so many of the best matches are looked at.
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Commitments:
    """The first commitments that were asked for, how many there are in all, and what was said later of each, by id."""

    shown: Sequence[Promised]
    found: int
    later: Mapping[str, Sequence[Later]]


@dataclass(frozen=True, slots=True)
class Selected:
    """All commitments that are asked for, each once, in order of when they were made."""

    found: tuple[Promised, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What was said later about the commitment with this id."""

    commitment: str
    later: tuple[Later, ...]


def commitments(
    ledger: Ledger,
    *,
    by: str | None = None,
    to: str | None = None,
    due_before: str | None = None,
    about: str | None = None,
    limit: int = 100,
) -> Commitments:
    """Return up to `limit` commitments in order of when they were made, each with what was said of it later.

    `by` and `to` are names, or parts of one; `due_before` is an ISO 8601 date, also `2026` or `2026-03`; `about` words
    that it holds, as in `Ledger.search`. Raises as `promised`.
    """
    found = promised(ledger, by=by, to=to, due_before=due_before, about=about)
    later = {one.commitment.id: told_later(ledger, one.commitment, found) for one in found[:limit]}
    return Commitments(found[:limit], len(found), later)


def promised(
    ledger: Ledger, *, by: str | None, to: str | None, due_before: str | None, about: str | None
) -> list[Promised]:
    """Return the commitments that are asked for, each once, in order of when they were made.

    Raises NotInLedger where nobody of the name promised, UsageError where several did, or for what makes no sense.
    """
    before = day_before(due_before)
    return selected(told_in(ledger, by=by, to=to, about=about), by=by, to=to, before=before, about=about)


def day_before(due_before: str | None) -> str | None:
    """Return the day (YYYY-MM-DD) before which something is to be due, as it was asked. Raises UsageError."""
    return None if due_before is None else first_day("--due-before", due_before)


def told_in(ledger: Ledger, *, by: str | None, to: str | None, about: str | None) -> Iterator[Commitment]:
    """Yield every commitment of the documents that can hold what is asked for, in the order of adding.

    Raises UsageError for a name or words without a letter or digit.
    """
    for option, name in (("--by", by), ("--to", to)):
        if name is not None and not fold(name):
            raise UsageError(option, f"{name!r} holds no name", "give a name or a part of one")
    named = by or to
    for record in ledger.records(holding=about, naming=named, keys=keys_of_name(named) if named else ()):
        yield from commitments_of(record)


def selected(
    every: Iterable[Commitment], *, by: str | None, to: str | None, before: str | None, about: str | None
) -> list[Promised]:
    """Return those that are asked for, each once, in order of when they were made. Raises as `promised`."""
    told = list(every)
    promiser = None if by is None else voice_of(by, [Seen(who, one.page) for one in told for who in one.by])
    whom = None if to is None else voice_of(to, [Seen(who, one.page) for one in told for who in one.to])
    wanted = chosen(told, by=promiser, to=whom, before=before)
    return once_each(wanted if about is None else holding(wanted, about.split()))


def search(
    ledger: Ledger, *, by: str | None, to: str | None, before: str | None, about: str | None, limit: int
) -> Iterator[Commitment | Selected | Followed]:
    """Yield what is found, as it is found: every commitment there may be, those asked for, what became of them.

    What was said later is looked for of the first `limit`. Raises as `promised`.
    """
    every = []
    for one in told_in(ledger, by=by, to=to, about=about):
        every.append(one)
        yield one
    found = selected(every, by=by, to=to, before=before, about=about)
    yield Selected(tuple(found))
    for promise in found[:limit]:
        yield Followed(promise.commitment.id, tuple(told_later(ledger, promise.commitment, found)))


def told_later(ledger: Ledger, commitment: Commitment, others: Sequence[Promised]) -> list[Later]:
    """Return what was said later about a commitment: in statements of the ledger, and in the other commitments."""

    def candidates() -> Iterator[Said]:
        words = sought_words(commitment)
        for hit in () if words is None else ledger.search(words, since=commitment.said, limit=_LOOKED_AT):
            text = " ".join(span.text for span in hit.statement.content)
            one = hit.statement
            yield Said(hit.ref, text, one.cue, one.act, one.factuality, hit.speakers, hit.said)
        for other in (one.commitment for one in others):
            by = tuple(who.name for who in other.by)
            yield Said(other.ref(), other.promised.text, None, None, None, by, other.said, promises=True)

    return later_about(commitment, candidates()) if commitment.said else []
