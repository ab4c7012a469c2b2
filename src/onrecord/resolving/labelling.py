"""Acts that neither the cue's verb nor the content's tells alone: what a thing is called, and threats on condition."""

import re
from typing import Final

from onrecord.records import Act

_CALLED: Final = re.compile(r"\b(?:call(?:s|ed|ing)?|label\w*|brand(?:s|ed|ing)?|dub(?:s|bed|bing)?)$", re.IGNORECASE)
_WRONG: Final = re.compile(
    r"\b(?:acts? of|crimes?|criminals?|violations?|aggressions?|terroris\w+|piracy|genocide|atrocit\w+|massacres?|coup"
    r"|frauds?|lies?|liars?|hoax\w*|provocations?|attacks? (?:on|against)|witch[ -]hunts?|illegal\w*|murder\w*)\b",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"[\"“'‘(]*(?:that )?(?:(?:but|and|so),? )?(?:if|should|unless|were)\b[^.;!?]*?"
    r"(?P<then>\b(?:will|would|shall)\b|['’]ll\b)",
    re.IGNORECASE,
)
_HARM: Final = re.compile(
    r"(?:\w+|['’]ll)(?: \w+)?? (?:become|be) (?:(?:a|an|our|the|legitimate|fair|military)\b\W+)*(?:targets?|game)\b"
    r"|[^.;]*\bpay\b[^.;]{0,20}\b(?:prices?|costs?|dearly|for (?:it|this|that))\b|[^.;]*\bconsequences\b"
    r"|(?:\w+|['’]ll)(?: \w+)?? (?:regret|suffer|retaliate|be (?:destroyed|struck|crushed|punished))\b",
    re.IGNORECASE,
)
_NO_HARM: Final = re.compile(r"\b(?:not|never|no|without)\b|n['’]t\b", re.IGNORECASE)


def accuses_by_name(cue: str, content: str) -> bool:
    """Whether something is called a wrong: "called the raid | an act of piracy"."""
    return bool(_CALLED.search(cue) and _WRONG.search(content))


def threatens(content: str) -> bool:
    """Whether a content threatens on a condition, in its first sentence: "If they cross it, they will pay for it".

    Searle's conditional commissive against the hearer's interest (Expression and Meaning, 1979).
    """
    condition = _CONDITION.match(content)
    if condition is None:
        return False
    clause = re.split(r"[.;!?]", content[condition.start("then") :], maxsplit=1)[0]
    return bool(_HARM.match(clause)) and not _NO_HARM.search(clause)


def act_by_form(cue: str | None, content: str) -> Act | None:
    """The act that the form of cue and content tells, None where it tells none."""
    if threatens(content):
        return "warn"
    return "accuse" if cue is not None and accuses_by_name(cue, content) else None
