"""Who takes part in an event: whom its phrases mean, who is listed with them, and who is met "with" or "between"."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.records import EventType, Span, Trigger
from onrecord.resolving.arguments import Arguments, Referents
from onrecord.resolving.cast import Referent
from onrecord.resolving.event_grammar import around as told_around
from onrecord.resolving.event_grammar import has_object, is_cause, is_noun
from onrecord.resolving.words import PREPOSITIONS, TIMES

# Of these everybody who takes part is an actor (codebook: "of a mutual event").
_MUTUAL: Final[frozenset[EventType]] = frozenset(("CONSULT", "COOPERATE"))
# An agreement that has two sides; what one promises has one.
_PACT: Final = re.compile(
    r"(?:deal|treat(?:y|ies)|agreement|accord|pact|truce|cease-?fire|memorandum|compromise|common ground)s?\Z",
    re.IGNORECASE,
)
# Who is met: "talks in Oslo between the two", "met privately with her"; at once only behind a verb of meeting.
_ELSE: Final = r"(?!(?:after|before|and|but|that|who|which|to|the|an?|his|her|its|their|our)\b)"
_WITH: Final = re.compile(rf"\s+(?:{_ELSE}[\w’'-]+\s+){{0,4}}?(?:with|between)\s+")
_BETWEEN: Final = re.compile(rf"\s+(?:{_ELSE}[a-z]+\s+){{0,2}}?between\s+")
_MEETING: Final = re.compile(r"(?:meet(?:s|ing)?|met|call(?:s|ed|ing)?|phon(?:es?|ed|ing))\Z", re.IGNORECASE)
_AT_ONCE: Final = re.compile(rf"\s+(?!(?:{'|'.join(sorted(PREPOSITIONS | TIMES))})\b)", re.IGNORECASE)
_AT: Final = re.compile(r"\b(?:at|in)\s+(?:the\s+)?\Z")
_AGAINST: Final = re.compile(r"\b(?:against|at)\b")
_NEAR: Final = 40  # characters in which the phrase begins that is met
_LEADS: Final = re.compile(r"(?:(?!(?:to|that|and|or|by|on|in|at|for)\b)[\w’'-]+\s+){0,4}")

Parties = tuple[Referents, Referents]
"""The actors of an event and its recipients."""


def parties_of(text: str, trigger: Trigger, around: int | None, arguments: Arguments) -> Parties:
    """Return the actors and recipients of an event of `text`; nobody is both, and of a mutual event all are actors.

    `around` is the attribution that it stands in.
    """
    sides = (
        tuple(span for span in trigger.actors if not _is_venue(text, trigger, span)),
        _recipients(text, trigger, arguments),
    )
    named = [_meant(spans, arguments, around) for spans in sides]
    listed = [_listed(spans, trigger, arguments, around) for spans in sides]
    actors = _distinct((*named[0], *_without(listed[0], named[1])))
    recipients = _without(_distinct((*named[1], *listed[1])), actors)
    if is_noun(trigger):
        actors, recipients = _by_grammar(text, trigger, arguments, around, actors, recipients)
    if not _is_mutual(text, trigger):
        return actors, recipients
    return _distinct((*actors, *recipients, *_met(text, trigger, arguments, around))), ()


def _by_grammar(
    text: str, trigger: Trigger, arguments: Arguments, around: int | None, actors: Referents, recipients: Referents
) -> Parties:
    """Return the parties of a noun, those that its grammar tells in place of what was found."""
    told = told_around(text, trigger.type, trigger.span.end)
    acting = arguments.phrase_at(told.by, around) if told.by is not None else arguments.owner(trigger)
    met = () if told.against is None else arguments.phrase_at(told.against, around)
    if told.against is None and is_cause(text, trigger, arguments.sentence_start(trigger.span.start)):
        recipients = ()
    actors = acting or _without(actors, met)
    return actors, met or _without(recipients, actors)


def _recipients(text: str, trigger: Trigger, arguments: Arguments) -> tuple[Span, ...]:
    """Return the phrases for whom an event is done to: those that were found, but the object of a verb before them."""
    found = tuple(span for span in trigger.recipients if _is_met(text, trigger, span))
    if not has_object(text, trigger) or (found and trigger.type != "REQUEST"):
        return found
    span = arguments.object_of(trigger)
    return found if span is None or any(one.start <= span.end for one in found) else (span,)


def _is_venue(text: str, trigger: Trigger, span: Span) -> bool:
    """Whether a phrase only tells where people meet: "talks at the ministry"."""
    behind = trigger.span.end <= span.start and trigger.type in _MUTUAL
    return behind and _AT.search(text, trigger.span.end, span.start) is not None


def _is_met(text: str, trigger: Trigger, span: Span) -> bool:
    """Whether a phrase can be whom an event is done to: that troops are sent is against nobody by itself."""
    if trigger.type != "MOBILIZE":
        return True
    return _AGAINST.search(text, trigger.span.end, max(trigger.span.end, span.start)) is not None


def _is_mutual(text: str, trigger: Trigger) -> bool:
    """Whether all who take part do the same: they meet, have an agreement, or it is said to be between them."""
    pact = trigger.type == "AGREE" and _PACT.search(trigger.span.text) is not None
    return trigger.type in _MUTUAL or pact or _BETWEEN.match(text, trigger.span.end) is not None


def _met(text: str, trigger: Trigger, arguments: Arguments, around: int | None) -> Referents:
    """Who is named behind "with" or "between", or as the object of a verb of meeting."""
    further = _WITH.match(text, trigger.span.end)
    if further is None and trigger.type == "CONSULT" and _MEETING.match(trigger.span.text):
        further = _AT_ONCE.match(text, trigger.span.end)
    if further is None:
        return ()
    named = arguments.named_at(further.end())
    span = arguments.joined.first_from(further.end(), further.end() + _NEAR)
    if named or span is None or not _LEADS.fullmatch(text, further.end(), span.start):
        return named
    members = (span, *arguments.joined.to(span))
    return _distinct(referent for one in members for referent in arguments.meant(one, around))


def _meant(spans: Sequence[Span], arguments: Arguments, around: int | None) -> Referents:
    return _distinct(referent for span in spans for referent in arguments.meant(span, around))


def _listed(spans: Sequence[Span], trigger: Trigger, arguments: Arguments, around: int | None) -> Referents:
    """Who is listed with the phrases in the event's own sentence: "Norway" alone may be found of "Norway and Peru"."""
    beside = [span for span in spans if arguments.is_beside(span, trigger.span)]
    named = (referent for span in beside for referent in arguments.listed_with(span))
    joined = (other for span in beside for other in arguments.joined.to(span))
    return _distinct((*named, *(referent for span in joined for referent in arguments.meant(span, around))))


def _distinct(found: Iterable[Referent]) -> Referents:
    return tuple({referent.number: referent for referent in found}.values())


def _without(found: Referents, others: Referents) -> Referents:
    numbers = {referent.number for referent in others}
    return tuple(referent for referent in found if referent.number not in numbers)
