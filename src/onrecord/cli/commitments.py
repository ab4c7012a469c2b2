"""`onrecord commitments`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of

if TYPE_CHECKING:
    from onrecord.comparing.positions.aftermath import Later
    from onrecord.comparing.positions.commitments import Commitment
    from onrecord.comparing.positions.promises import Promised
    from onrecord.ledger import Ledger

_AT_MOST = 100
# Of what takes up the words of a commitment, so many of the best matches are looked at.
_LOOKED_AT = 50


def commitments(
    context: typer.Context,
    by: Annotated[
        str | None, typer.Option("--by", metavar="SPEAKER", help="Only what this person, country or body promised.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="WHOM", help="Only what the text says was promised to them.")
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option("--due-before", metavar="DATE", help="Only what is to be done before: 2026, 2026-03, 2026-03-12."),
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="WORDS", help="Only what holds all these words; begin* works too.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most so many, the first ones; else 100.")
    ] = _AT_MOST,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Print who promised what to whom, by when, on what condition, and what was said of it later.

    They stand in order of when they were made.
    """
    from onrecord.cli.commitment_lines import commitment_lines
    from onrecord.ledger import open_ledger

    settings = settings_of(context, ledger)
    with open_ledger(settings.ledger, create=False) as opened:
        found = promised(opened, by=by, to=to, due_before=due_before, about=about)
        shown = found[:limit]
        later = {one.commitment.id: told_later(opened, one.commitment, found) for one in shown}
    if format_of(context, form) is Format.JSONL:
        for one in shown:
            print_json(one.to_json(later[one.commitment.id]))
    else:
        print_lines(commitment_lines(shown, later, len(found), width()))


def promised(
    ledger: "Ledger", *, by: str | None, to: str | None, due_before: str | None, about: str | None
) -> "list[Promised]":
    """Return the commitments that are asked for, each once, in order of when they were made.

    Raises NotInLedger where nobody of the name promised, UsageError where several did, or for what makes no sense.
    """
    from onrecord.comparing.identity.name_keys import keys_of_name
    from onrecord.comparing.positions.commitments import commitments_of
    from onrecord.comparing.positions.promises import about as holding
    from onrecord.comparing.positions.promises import chosen, once_each
    from onrecord.comparing.positions.voices import voice_of
    from onrecord.days import first_day
    from onrecord.records import Seen

    before = None if due_before is None else first_day("--due-before", due_before)
    named = by or to
    records = ledger.records(holding=about, naming=named, keys=keys_of_name(named) if named else ())
    every = [one for record in records for one in commitments_of(record)]
    promiser = None if by is None else voice_of(by, [Seen(who, one.page) for one in every for who in one.by])
    whom = None if to is None else voice_of(to, [Seen(who, one.page) for one in every for who in one.to])
    wanted = chosen(every, by=promiser, to=whom, before=before)
    return once_each(wanted if about is None else holding(wanted, about.split()))


def told_later(ledger: "Ledger", commitment: "Commitment", others: "Sequence[Promised]") -> "list[Later]":
    """Return what was said later about a commitment: in statements of the ledger, and in the other commitments."""
    from onrecord.comparing.positions.aftermath import Said, later_about, sought_words

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
