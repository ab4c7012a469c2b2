"""The words of a time expression in one plain form, so that the rules need not know how it is written."""

import re
from typing import Final

from onrecord.resolving.timex.numerals import in_digits

_QUOTES: Final = re.compile(r"[\"“”‘`()\[\]]|(?<!\w)'(?!\d\d\b)|(?<=\w)'(?!s\b|\w)")
_DOTTED: Final = re.compile(r"(?<![a-z])(a|p) ?\.? ?m\b(?: ?\.)?")
_ISO_TIME: Final = re.compile(r"(?<=\d{4}-\d\d-\d\d)t(?=\d\d:)")
_GLUED: Final = re.compile(r"(?<=\d) ?(?P<unit>h|secs?|hrs?|mins?|(?:hour|minute|second|day|week|month|year)s?)\b")
_SHORT: Final = {"h": "hours", "sec": "seconds", "secs": "seconds"}
_OR_SO: Final = re.compile(r" or so(?= (?:ago|later|earlier|before)\b)")
_GROUPED: Final = re.compile(r"(?<=\d),(?=\d{3}\b)")
# A hyphen parts words; between digits it is part of a date or a range.
_HYPHEN: Final = re.compile(
    r"(?<=[a-z])[-\u2010\u2011](?=\w)|(?<=\d)[-\u2010\u2011](?=[a-z])|(?<=[a-z])/(?=\d)|(?<=\d)/(?=[a-z])"
)
_HALF: Final = re.compile(r"(?<=\d) ?½")
_OPENING: Final = re.compile(
    r"(?:(?:a )?(?:little|bit|slightly|well|far|much) (?:over|under|(?:more|less) than)|over|close to|at least|at most"
    r"|at about|up to|no (?:more|less|later) than|(?:more|less|fewer) than|some(?= (?!other)[\w-]+ (?:\w+ )?\w+s\b)"
    r"|as (?:many|long|much|few|early|late|recently|soon|of) as|as of|about|around|approximately|approx|roughly|nearly"
    r"|almost|just|only|exactly|merely|barely|sometime|shortly|an additional|additional|an estimated|a further|even"
    r"|a mere|a total of|a record|a full|full|(?:pre|post)(?= \d)|each of|(?:a good|the best) part of|some time(?= in)"
    r"|(?:very )?(?:early|late|mid|middle|earlier|later)(?: on| in| of)?(?= \S)"
    r"|(?:the )?(?:very )?(?:beginning|end|start|middle|height|close|turn|rest|remainder|latter part|early part"
    r"|latter half|eve|outset|course|whole|most|part|days|majority) of|(?:small |wee )?hours of"
    r"|(?:the )?(?:early|late|mid|middle)(?= \S)"
    r"|on|in|at|by|since|until|till|during|from|for|of|to|between|within|throughout|through|and|before|after) "
)
_CLOSING: Final = re.compile(
    r" (?:or so|or later|or earlier|or more|or less|or longer|alone|itself|straight|in total|at the latest|old|long"
    r"|in a row|at most|at least|only|running|period|time period)$"
)
_CLOSED: Final = re.compile(r"(?<=[a-z])(?:'s|s')(?= |$)")


def plain(text: str) -> str:
    """Return an expression in lower case, number words in digits, with no hedges, prepositions or punctuation.

    "Nearly twenty-four hours" is "24 hours", "the end of last year's third quarter" "last year 3th quarter".
    """
    words = " ".join(text.lower().replace("’", "'").replace("–", "-").replace("—", "-").split())
    words = _HALF.sub(" 1/2 ", words).replace("½", "half an") if "½" in words else words
    words = _GROUPED.sub("", _DOTTED.sub(r"\1m", _QUOTES.sub("", _ISO_TIME.sub(" ", words))))
    words = _GLUED.sub(lambda found: f" {_SHORT.get(found['unit'], found['unit'])}", _OR_SO.sub("", words))
    words = re.sub(r"(?<!\d)\.|\.(?!\d)|,|;|\?|!|:(?!\d)", " ", words)
    words = _CLOSED.sub(lambda end: "s" if end[0] == "s'" else "", _HYPHEN.sub(" ", words))
    words = " ".join(words.split())
    return in_digits(_bare(words))


def _bare(words: str) -> str:
    """Without what only hedges, before it and after it."""
    while True:
        shorter = _CLOSING.sub("", _OPENING.sub("", words, count=1) if _OPENING.match(words) else words)
        if shorter == words:
            return words.strip()
        words = shorter
