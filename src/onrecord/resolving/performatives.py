"""What is done by the words said themselves: "We condemn …", "Ruritania reiterates …", under a cue that does not tell.

Austin's explicit performatives (How to Do Things with Words, 1962): a first person, or the speaker's own country or
body, with a verb that does what it names.
"""

import re
from typing import Final

from onrecord.records import Act
from onrecord.resolving.cue_acts import act_of

_OPENING: Final = (
    r"[\"“'‘(]*(?:that |(?:but|and|so|again|look|well|today|now|first|finally|also|therefore|however),? )*"
)
_ADVERB: Final = (
    r"(?:(?:strongly|also|again|once again|firmly|fully|hereby|further|jointly|both|all|today|solemnly|categorically"
    r"|strenuously|deeply|unequivocally|sincerely|warmly|now|just|certainly|have|has|do|must|want to|would like to"
    r"|continues? to) )*"
)
_DONE: Final = (
    r"condemn|denounce|deplore|reject|oppose|deny|urge|demand|call|appeal|reaffirm|reiterate|welcome|applaud|commend"
    r"|praise|thank|endorse|support|warn|caution|pledge|promise|vow|acknowledge|admit|accuse|blame"
)
_FIRST_PERSON: Final = re.compile(
    rf"{_OPENING}(?:I|we) {_ADVERB}(?P<verb>(?:(?:{_DONE})|reaffirmed|reiterated)(?: (?:for|on|upon)\b)?)\b",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    rf"{_OPENING}(?:the )?(?!(?:they|he|she|it|you|who|this|that|these|those|some|many|if|when)\b)"
    rf"(?-i:[A-Z][\w.&-]*(?: (?:of|the|and|[A-Z][\w.&-]*)){{0,5}}) {_ADVERB}"
    rf"(?P<verb>(?:{_DONE.replace('deny', 'denie')}|reaffirmed|reiterated)s?(?: (?:for|on|upon)\b)?)\b",
    re.IGNORECASE,
)


def act_done(content: str) -> Act | None:
    """The act that the first clause of a content does by its own verb, None where it does none.

    What was done before is told and not done ("we condemned it then"); a reaffirmation is one whenever it was.
    """
    found = _FIRST_PERSON.match(content) or _BODY.match(content)
    return act_of(found["verb"]) if found is not None else None
