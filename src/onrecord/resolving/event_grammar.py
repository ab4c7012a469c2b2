"""Who takes part in an event as the grammar around its noun tells: "a Norwegian strike on the port", "praise by them".

What stands here is said by English itself and outweighs what was found by likelihood: whose a noun is, "by" whom, and
"on" or "against" whom. Offsets are into the
document's text.
"""

import re
from typing import Final, NamedTuple

from onrecord.records import EventType, Trigger

# Nouns that name an act. What is not listed may be a verb, of which none of this holds.
_NOUNS: Final = re.compile(
    r"(?:(?:air|drone|missile)? ?strikes?|attacks?|raids?|bombings?|bombardments?|shelling|assaults?"
    r"|invasions?|offensives?|incursions?|aggression|assassinations?(?: attempts?| plots?)?|massacres?|genocide"
    r"|ambush(?:es)?|shootings?|abductions?|wars?|operations?"
    r"|criticisms?|accusations?|condemnations?|lawsuits?|complaints?|allegations?|investigations?|denunciations?"
    r"|support|backing|endorsements?|praise|requests?|demands?|appeals?|invitations?"
    r"|sanctions?|bans?|embargo(?:es)?|boycotts?|threats?|warnings?|aid|assistance|help|rejections?|refusals?"
    r"|co-?operation|co-?ordination|talks|meetings?|summits?|agreements?|treat(?:y|ies)|accords?|deals?|conflicts?|exercises?"
    r"|opposition|withdrawals?|deployments?|deliver(?:y|ies)|shipments?|violations?)\Z",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\s+(?:made |launched |carried out |led |conducted )?by\s+")
_AGAINST: Final = {
    "ASSAULT": re.compile(r"\s+(?:(?:launched|carried out)\s+)?(?:on|against|targeting|into)\s+"),
    "ACCUSE": re.compile(r"\s+(?:of|against|into)\s+"),
    "SANCTION": re.compile(r"\s+(?:on|against)\s+"),
    "SUPPORT": re.compile(r"\s+(?:for|of)\s+"),
    "AID": re.compile(r"\s+(?:for|to)\s+"),
}


_PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|who|which|that|not)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
# What is done to somebody at once: his name follows the verb.
_TRANSITIVE: Final[frozenset[EventType]] = frozenset(
    ("REQUEST", "ACCUSE", "ASSAULT", "SANCTION", "SUPPORT", "COERCE", "THREATEN", "AID")
)


def has_object(text: str, trigger: Trigger) -> bool:
    """Whether the word is a verb that may have whom it is done to as its object: active, and no noun of an act."""
    before = _PASSIVE.search(text, max(0, trigger.span.start - _BEFORE), trigger.span.start)
    return trigger.type in _TRANSITIVE and before is None and not is_noun(trigger)


class Around(NamedTuple):
    """Where the words begin that stand behind "by", and behind "on" or "against"; None where there are none."""

    by: int | None
    against: int | None


def is_noun(trigger: Trigger) -> bool:
    """Whether the word that names the event is a noun of an act."""
    return _NOUNS.match(trigger.span.text) is not None


def around(text: str, kind: EventType, end: int) -> Around:
    """Return what stands behind the noun of an event of that kind that ends at `end`, in either order."""
    by = against = None
    offset = end
    for _ in range(2):
        match = _BY.match(text, offset)
        if match is not None and by is None:
            by = match.end()
        else:
            pattern = _AGAINST.get(kind)
            match = pattern.match(text, offset) if pattern else None
            if match is None or against is not None:
                break
            against = match.end()
        # Behind the first phrase the second may follow: "strikes on the port by Norway".
        offset = _phrase_end(text, match.end())
    return Around(by, against)


_PHRASE: Final = re.compile(
    r"(?:(?!(?:by|on|against|in|at|for|to|that|which|who|and|after|before|from)\b)[\w.’'-]+ ?){1,6}"
)


# Of these the one who stands before is whom it is done to: "the Armenian genocide".
_SUFFERED: Final = re.compile(r"(?:genocide|massacre|assassination|abduction|war|violation)", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"(?:['’]s?)?(?:[\s-]+(?!(?:and|or|in|on|of|by|to|for|with|from|at|as|is|was|were|are|has|had|have|after|that)\b)[a-z][\w-]*){0,3}\s+\Z"
)
_BEFORE: Final = 24
REACH: Final = 60  # characters before a noun in which whose it is stands


def is_owner(text: str, end: int, trigger: Trigger) -> bool:
    """Whether a name or adjective that ends at `end` says whose act the noun is: "Israeli air", "Orlin's repeated"."""
    return not _SUFFERED.match(trigger.span.text) and _BETWEEN.fullmatch(text, end, trigger.span.start) is not None


# "killed in an Israeli strike": the strike is told again of nobody.
_IN: Final = re.compile(r"\b(?:in|from|by|after|during|following)\s+(?:(?!(?:in|from|by|of|on)\b)[\w'’-]+\s+){0,6}\Z")
_HARMED: Final = re.compile(r"\b(?:kill|injur|wound|hurt|die[sd]?|dead|damag|destroy)", re.IGNORECASE)


def is_cause(text: str, trigger: Trigger, sentence: int) -> bool:
    """Whether an attack is only named as the cause of harm that its sentence, begun at `sentence`, tells before."""
    return (
        trigger.type == "ASSAULT"
        and _IN.search(text, sentence, trigger.span.start) is not None
        and _HARMED.search(text, sentence, trigger.span.start) is not None
    )


def _phrase_end(text: str, start: int) -> int:
    match = _PHRASE.match(text, start)
    return start if match is None else start + len(match.group().rstrip())
