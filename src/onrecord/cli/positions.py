"""`onrecord positions`."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.clean import counted
from onrecord.cli.console import complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, SinceOption, UntilOption, format_of, settings_of

if TYPE_CHECKING:
    from onrecord.comparing.positions.voices import Voice
    from onrecord.ledger import Ledger
    from onrecord.records import Uttered


def positions(
    context: typer.Context,
    speaker: Annotated[
        str,
        typer.Argument(metavar="SPEAKER", help="A person, country or organization; a part of the name will do."),
    ],
    topic: Annotated[list[str], typer.Argument(metavar="TOPIC…", help="What it is about, in a few words.")],
    since: SinceOption = None,
    until: UntilOption = None,
    spokesmen: Annotated[
        bool,
        typer.Option("--spokesmen", help="Of a country or organization also what those said who hold an office of it."),
    ] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Print what a speaker said on a topic over time, and where it hardened or softened.

    The first said comes first; the same words in several reports stand once.
    """
    from onrecord.cli.position_lines import position_lines
    from onrecord.comparing.positions.positions import between, line_of
    from onrecord.comparing.positions.topics import Topic
    from onrecord.days import first_day, last_day
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import Reader

    first = None if since is None else first_day("--since", since)
    last = None if until is None else last_day("--until", until)
    settings, asked = settings_of(context, ledger), " ".join(topic)
    meant = Topic(asked, Reader(settings).meaning_of(asked))
    with open_ledger(settings.ledger, create=False) as opened:
        voice, said = heard(opened, speaker, spokesmen=spokesmen)
    line = line_of(between(said, first, last), meant)
    if format_of(context, form) is Format.JSONL:
        for position in line:
            print_json(position.to_json())
    else:
        print_lines(position_lines(voice.name, meant, line, len(said), width()))
    without = len({one.told.page.document for one in said if one.meaning is None})
    if without:
        why = "read by a version that kept no meanings: what is near in meaning only was not found there"
        complain(f"{settings.ledger}: warning: {counted(without, 'document')} {why}")


def heard(ledger: "Ledger", name: str, *, spokesmen: bool) -> tuple["Voice", list["Uttered"]]:
    """Return whom a name means, and what they said; of a country, with its spokesmen, what its office holders said too.

    Raises NotInLedger where nobody of this name speaks, UsageError where several do.
    """
    from onrecord.comparing.identity.name_keys import keys_of_name
    from onrecord.comparing.positions.voices import Voice, speakers_in, voice_of
    from onrecord.errors import NotInLedger

    known = list(ledger.said_by(name, keys=keys_of_name(name)))
    try:
        voice = voice_of(name, speakers_in(known))
    except NotInLedger:
        # A country may have spoken by its office holders alone.
        if not spokesmen or not any(ledger.said_by(name, offices_of=[name])):
            raise
        voice = Voice(name, frozenset(), frozenset({name}))
    said = [one for one in known if voice.said(one)]
    if spokesmen and voice.bodies:
        told = {one.told.statement.id for one in said}
        others = ledger.said_by(name, offices_of=sorted(voice.bodies))
        said += [one for one in others if voice.spoken_for(one) and one.told.statement.id not in told]
    return voice, said
