"""Who takes part in an event: whom its phrases mean, who is listed with them, and who is met "with" or "between"."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.records import EventType, Span, Trigger
from onrecord.resolving.arguments import Arguments, Referents
from onrecord.resolving.cast import Referent

# Of these everybody who takes part is an actor (codebook: "of a mutual event").
_MUTUAL: Final[frozenset[EventType]] = frozenset(("CONSULT", "COOPERATE"))
# An agreement that has two sides; what one promises has one.
_PACT: Final = re.compile(
    r"(?:deal|treat(?:y|ies)|agreement|accord|pact|truce|cease-?fire|memorandum|compromise|common ground)s?\Z",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:with|between)\s+")


Parties = tuple[Referents, Referents]
"""The actors of an event and its recipients."""


def parties_of(text: str, trigger: Trigger, around: int | None, arguments: Arguments) -> Parties:
    """Return the actors and recipients of an event of `text`; nobody is both, and of a mutual event all are actors.

    `around` is the attribution that it stands in.
    """
    named = [_meant(spans, arguments, around) for spans in (trigger.actors, trigger.recipients)]
    listed = [_listed(spans, trigger, arguments) for spans in (trigger.actors, trigger.recipients)]
    actors = _distinct((*named[0], *_without(listed[0], named[1])))
    recipients = _without(_distinct((*named[1], *listed[1])), actors)
    pact = trigger.type == "AGREE" and _PACT.search(trigger.span.text) is not None
    if trigger.type not in _MUTUAL and not pact:
        return actors, recipients
    further = _WITH.match(text, trigger.span.end)
    met = arguments.named_at(further.end()) if further else ()
    return _distinct((*actors, *recipients, *met)), ()


def _meant(spans: Sequence[Span], arguments: Arguments, around: int | None) -> Referents:
    return _distinct(referent for span in spans for referent in arguments.meant(span, around))


def _listed(spans: Sequence[Span], trigger: Trigger, arguments: Arguments) -> Referents:
    """Who is listed with the phrases in the event's own sentence: "Norway" alone may be found of "Norway and Peru"."""
    beside = (span for span in spans if arguments.is_beside(span, trigger.span))
    return _distinct(referent for span in beside for referent in arguments.listed_with(span))


def _distinct(found: Iterable[Referent]) -> Referents:
    return tuple({referent.number: referent for referent in found}.values())


def _without(found: Referents, others: Referents) -> Referents:
    numbers = {referent.number for referent in others}
    return tuple(referent for referent in found if referent.number not in numbers)
