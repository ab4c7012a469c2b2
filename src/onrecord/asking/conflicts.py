"""Which records of a ledger cannot both hold: its figures and statements that share a key or words, compared."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from onrecord.comparing.conflicts.bonds import Sheet, sheet_of
from onrecord.comparing.conflicts.conflict import Conflict, ConflictKind
from onrecord.comparing.conflicts.conflicts import days_between, of_days, ranked
from onrecord.comparing.conflicts.denials import ANSWERING
from onrecord.comparing.conflicts.figure_conflicts import corrections_in, figure_conflicts
from onrecord.comparing.conflicts.frame_keys import CORRECTING
from onrecord.comparing.conflicts.statement_conflicts import Wording, answers, statement_conflicts
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.errors import UsageError
from onrecord.ledger import Ledger


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
    found = (*_figure_conflicts(ledger, about, speaker), *_statement_conflicts(ledger, about, speaker))
    wanted = (one for one in of_days(found, days) if not kinds or one.kind in kinds)
    return ranked(wanted)[:limit]


def _figure_conflicts(ledger: Ledger, about: str | None, speaker: str | None) -> Iterator[Conflict]:
    @lru_cache(maxsize=1024)
    def sheet(document: str) -> Sheet:
        return sheet_of(list(told_figures_of(ledger.record(document))))

    yield from figure_conflicts(ledger.figure_pairs(about=about, speaker=speaker), sheet)
    for document in ledger.documents_with_key(CORRECTING, about=about, speaker=speaker):
        yield from corrections_in(sheet(document))


def _statement_conflicts(ledger: Ledger, about: str | None, speaker: str | None) -> Iterator[Conflict]:
    wording = Wording(opposed=about is None and speaker is None)
    yield from statement_conflicts(ledger.statement_pairs(wording, about=about, speaker=speaker))
    for statements in ledger.before_answers(ANSWERING, about=about, speaker=speaker):
        yield from answers(statements)
