"""What a speaker said on a topic over time, in all documents of a ledger."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.comparing.identity.name_keys import keys_of_name
from onrecord.comparing.positions.positions import Position, between, line_of
from onrecord.comparing.positions.topics import Topic
from onrecord.comparing.positions.voices import Voice, speakers_in, voice_of
from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger
from onrecord.records import EntityKey, Uttered


@dataclass(frozen=True, slots=True)
class Line:
    """Whom a name means, what they said on a topic in order of time, and all their statements that are known."""

    voice: Voice
    positions: Sequence[Position]
    said: Sequence[Uttered]

    @property
    def documents_without_meanings(self) -> int:
        """In how many documents of theirs only the topic's words could be found, as they were read without meanings."""
        return len({one.told.page.document for one in self.said if one.meaning is None})


def line_on(
    ledger: Ledger,
    speaker: str,
    topic: Topic,
    *,
    first: str | None = None,
    last: str | None = None,
    spokesmen: bool = False,
) -> Line:
    """Return what a speaker said on a topic, from the `first` day to the `last` (YYYY-MM-DD), the first said first.

    With `spokesmen`, of a country or organization also what those said who hold an office of it. Raises NotInLedger
    where nobody of this name speaks, UsageError where several do.
    """
    voice, said = heard(ledger, speaker, spokesmen=spokesmen)
    return Line(voice, line_of(between(said, first, last), topic), said)


def line_of_speaker(ledger: Ledger, name: str, keys: Collection[EntityKey], topic: Topic) -> Line:
    """Return what some entities, which are one speaker of this name, said on a topic, the first said first."""
    said = ledger.uttered_by(keys)
    return Line(Voice(name, frozenset(keys)), line_of(said, topic), said)


def heard(ledger: Ledger, name: str, *, spokesmen: bool) -> tuple[Voice, list[Uttered]]:
    """Return whom a name means, and what they said; of a country, with its spokesmen, what its office holders said too.

    Raises NotInLedger where nobody of this name speaks, UsageError where several do.
    """
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
