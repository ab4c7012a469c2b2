"""Which records of a ledger cannot both hold: its figures and statements that share a key or words, compared."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import chain

from onrecord.comparing.conflicts.bonds import Sheet, sheet_of
from onrecord.comparing.conflicts.conflict import Conflict, ConflictKind, Told
from onrecord.comparing.conflicts.conflicts import Marked, days_between, is_of_days, marked, ranked
from onrecord.comparing.conflicts.denials import ANSWERING
from onrecord.comparing.conflicts.figure_conflicts import corrections_in, figure_conflicts
from onrecord.comparing.conflicts.frame_keys import CORRECTING
from onrecord.comparing.conflicts.statement_conflicts import Wording, answers, statement_conflicts
from onrecord.comparing.figures.moments import Days
from onrecord.comparing.figures.telling import told_figures_of, told_statements_of
from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.records import ToldFigure


def conflicts(
    ledger: Ledger,
    *,
    about: str | None = None,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kinds: Collection[ConflictKind] = (),
    limit: int = 100,
) -> list[Conflict]:
    """Return up to `limit` pairs of records that cannot both hold, or of which one takes the other back.

    One speaker's own come first, then the surest; what a later number updates is no conflict and comes last.
    `about`: words that all occur where one of them stands, `speaker`: words of the name of whoever said one of them,
    `since`, `until`: ISO 8601 dates, also `2024` or `2024-10`, that one of them was said between. `kinds` are those
    wanted, empty: all. Raises UsageError for what makes no sense, LedgerError.
    """
    if limit < 1:
        raise UsageError("--limit", f"{limit} is no number of results", "give one or more")
    days = days_between(since, until)
    return chosen(conflicts_found(ledger, about=about, speaker=speaker), days, kinds)[:limit]


def conflicts_found(ledger: Ledger, *, about: str | None = None, speaker: str | None = None) -> Iterator[Marked]:
    """Yield the conflicts of `conflicts` as they are found, in no order, one that is told twice twice."""
    yield from map(marked, _figure_conflicts(ledger, about, speaker))
    yield from map(marked, _statement_conflicts(ledger, about, speaker))


def chosen(found: Iterable[Marked], days: Days, kinds: Collection[ConflictKind] = ()) -> list[Conflict]:
    """Return those of which a side was said in these days, and of these kinds, each once, in their order."""
    wanted = (one for one in found if is_of_days(one.conflict, days))
    return ranked(one for one in wanted if not kinds or one.conflict.kind in kinds)


def side_by_side(ledger: Ledger, a: str, b: str) -> tuple[Told, Told, Conflict | None]:
    """Return two statements or figures by their ids, and how they conflict, if they do; then the first said is first.

    Raises NotInLedger, and UsageError for one and itself.
    """
    if a == b:
        raise UsageError(a, "is one record", "give the ids of two")
    one, other = sorted((_told(ledger, a), _told(ledger, b)), key=lambda told: _first_told(ledger, told))
    found = next((each for each in _between(ledger, one, other) if {_id(each.a), _id(each.b)} == {a, b}), None)
    return (one, other, None) if found is None else (found.a, found.b, found)


def _told(ledger: Ledger, record: str) -> Told:
    held = ledger.record(ledger.document_of(record))
    every: Iterator[Told] = chain(told_statements_of(held), told_figures_of(held))
    return next(told for told in every if _id(told) == record)


def _first_told(ledger: Ledger, told: Told) -> tuple[str, datetime, int]:
    """When it was said, else seen, else where it stands."""
    return told.said or "9", next(ledger.copies(told.page.document)).seen, told.ref().span.start


def _id(told: Told) -> str:
    return told.figure.id if isinstance(told, ToldFigure) else told.statement.id


def _between(ledger: Ledger, a: Told, b: Told) -> Iterator[Conflict]:
    """Yield the conflicts of two records; of two in one document all of theirs."""
    sheet = _sheets(ledger)
    one_document = a.page.document == b.page.document
    if isinstance(a, ToldFigure) and isinstance(b, ToldFigure):
        place, other = (a.page.document, a.figure.id), (b.page.document, b.figure.id)
        yield from figure_conflicts(((place, other), (other, place)), sheet)
        yield from corrections_in(sheet(a.page.document)) if one_document else ()
    elif not isinstance(a, ToldFigure) and not isinstance(b, ToldFigure):
        yield from statement_conflicts(((a, b), (b, a)))
        yield from answers(list(told_statements_of(ledger.record(a.page.document)))) if one_document else ()


def _sheets(ledger: Ledger) -> Callable[[str], Sheet]:
    @lru_cache(maxsize=1024)
    def sheet(document: str) -> Sheet:
        return sheet_of(list(told_figures_of(ledger.record(document))))

    return sheet


def _figure_conflicts(ledger: Ledger, about: str | None, speaker: str | None) -> Iterator[Conflict]:
    sheet = _sheets(ledger)
    yield from figure_conflicts(ledger.figure_pairs(about=about, speaker=speaker), sheet)
    for document in ledger.documents_with_key(CORRECTING, about=about, speaker=speaker):
        yield from corrections_in(sheet(document))


def _statement_conflicts(ledger: Ledger, about: str | None, speaker: str | None) -> Iterator[Conflict]:
    wording = Wording(opposed=about is None and speaker is None)
    yield from statement_conflicts(ledger.statement_pairs(wording, about=about, speaker=speaker))
    for statements in ledger.before_answers(ANSWERING, about=about, speaker=speaker):
        yield from answers(statements)
