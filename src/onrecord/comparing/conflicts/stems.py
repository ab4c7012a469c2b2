"""Words without their endings, so that "sends", "sent" and "sending" are one.

After Porter (1980), its first steps only: what makes other words of a word ("-ation", "-ness") stays. The verbs
that change within are those that reports use most.
"""

import re
from functools import lru_cache
from typing import Final

from onrecord.comparing.figures.nouns import lemma

_CHANGED: Final = {
    form: verb
    for verb, forms in {
        "be": "being been",
        "become": "became",
        "begin": "began begun",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "come": "came",
        "cut": "cutting",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "fly": "flew flown",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "sink": "sank sunk",
        "speak": "spoke spoken",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_ENDING: Final = re.compile(r"(?:ing|ed|e)$")
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")
# Shorter ones are left alone, "king" and "red" among them.
_SHORTEST: Final = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without case, accents and ending: "Deployed" and "deploys" as "deploy"."""
    base = lemma(word)
    base = _CHANGED.get(base, base)
    if any(map(str.isdigit, base)):
        return base
    cut = _ENDING.sub("", base)
    if len(cut) < _SHORTEST or not re.search("[aeiouy]", cut):
        return base
    if cut != base and base[-1] in "gd":
        cut = _DOUBLED.sub(r"\1", cut)
    return cut[:-1] + "i" if cut.endswith("y") and len(cut) > _SHORTEST else cut
