"""What kind of event a word names by itself, where the codebook or PLOVER leaves no choice.

The types are PLOVER's (Open Event Data Alliance, PLOVER manual; POLECAT spells them so). A word stands here when the
codebook names it, or when all but a few of those who labelled events by hand gave it this type (docs/training.md);
a word with two readings ("attack", "support", "call") stands nowhere, and what the model says of it holds.
"""

import re
from typing import Final

from onrecord.records import EventType

_WORDS: Final[dict[EventType, str]] = {
    "AGREE": (
        r"agree(?:s|d|ing|ments?)?|accords?|treat(?:y|ies)|pacts?|deals?|memorand(?:um|a|ums)|pledg(?:es?|ed|ing)"
        r"|promis(?:es?|ed|ing)|commit(?:s|ted|ting|ments?)?|reaffirm(?:s|ed|ing)?|reiterat(?:es?|ed|ing)"
        r"|sign(?:s|ed|ing)"
    ),
    "CONSULT": (
        r"met|meet(?:s|ings?)?|talks|summits?|negotiat(?:es?|ed|ing|ions?)|discuss(?:es|ed|ing|ions?)?|dialogues?"
        r"|spoke|consultations?"
    ),
    "COOPERATE": r"co-?operat(?:es?|ed|ing|ion)|co-?ordinat(?:es?|ed|ing|ion)|partnerships?",
    "SUPPORT": r"prais(?:es?|ed|ing)|thank(?:s|ed|ing)?|endors(?:es?|ed|ing|ements?)|congratulat(?:es?|ed|ing)",
    "REQUEST": (
        r"ask(?:s|ed|ing)?|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:up)?on"
        r"|invit(?:es?|ed|ing|ations?)|subpoenas?|implor(?:es?|ed|ing)"
    ),
    "ACCUSE": (
        r"accus(?:es?|ed|ing|ations?)|blam(?:es?|ed|ing)|condemn(?:s|ed|ing|ations?)?|critici[sz](?:es?|ed|ing)"
        r"|criticisms?|denounc(?:es?|ed|ing)|denunciations?|alleg(?:es?|ed|ing|ations?)|investigat(?:es?|ed|ing|ions?)"
        r"|indict(?:s|ed|ments?)|lawsuits?|sued|prosecut(?:es?|ed|ing|ions?)"
    ),
    "REJECT": (
        r"reject(?:s|ed|ing|ions?)?|refus(?:es?|ed|ing|als?)|oppos(?:es?|ed|ing)|overturn(?:s|ed|ing)?|veto(?:es|ed)?"
    ),
    "THREATEN": r"threat(?:s|ens?|ened|ening)?",
    "PROTEST": r"protest(?:s|ed|ing)?|demonstrations?",
    "SANCTION": (
        r"sanction(?:s|ed|ing)?|bans?|bann(?:ed|ing)|boycott(?:s|ed|ing)?|embargo(?:es)?|expel(?:s|led|ling)"
        r"|expulsions?"
    ),
    "MOBILIZE": r"deploy(?:s|ed|ing|ments?)?|mobili[sz](?:es?|ed|ing|ations?)",
    "COERCE": (
        r"detain(?:s|ed|ing)?|detentions?|sentenc(?:es?|ed|ing)|deport(?:s|ed|ing|ations?)?"
        r"|imprison(?:s|ed|ment)?|jail(?:s|ed)?"
    ),
    "ASSAULT": (
        r"kill(?:s|ed|ing)?|injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|air ?strikes?|bomb(?:s|ed|ings?)?|shell(?:ed|ing)"
        r"|struck|invad(?:es?|ed|ing)|invasions?|assassinat(?:es?|ed|ing|ions?)|massacr(?:es?|ed)|stabb(?:ed|ings?)"
    ),
    "AID": r"aid(?:s|ed|ing)?|help(?:s|ed|ing)?|assist(?:s|ed|ing|ance)?",
    "RETREAT": r"cease-?fires?|truces?",
    "CONCEDE": r"resign(?:s|ed|ing|ations?)?|releas(?:es?|ed|ing)|pardon(?:s|ed|ing)?|conced(?:es?|ed|ing)",
}
_TYPED: Final = tuple((kind, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for kind, words in _WORDS.items())

# Deployments and weapons tests mobilize, transfers of arms aid (codebook): what is sent, fired or launched tells.
_AHEAD: Final = r"(?:(?!(?:to|into|at|for|against|who|that|which|and|but)\b)[\w,.’'-]+\s+){0,8}?"
_SENDS: Final = re.compile(
    r"(?:sen[dt]s?|sending|dispatch(?:es|ed|ing)?|mov(?:es?|ed|ing)|station(?:s|ed|ing)?)\Z", re.I
)
_TROOPS: Final = re.compile(
    rf"\s+{_AHEAD}(?:troops|soldiers|forces|marines|warships?|warplanes|battalions?|brigades?|reinforcements|destroyers?)\b",
    re.IGNORECASE,
)
_FIRES: Final = re.compile(r"(?:test-?)?(?:fir(?:es?|ed|ing)|launch(?:es|ed|ing)?|test(?:s|ed|ing)?)\Z", re.IGNORECASE)
_WEAPON: Final = r"(?:missiles?|rockets?|ICBMs?|SLBMs?|warheads?|torpedo(?:es)?)"
_FIRED: Final = re.compile(rf"\s+(?:what\s+(?:\w+\s+){{1,4}}be\s+)?{_AHEAD}{_WEAPON}\b(?!\s+(?:at|against)\b)", re.I)
_TESTED: Final = re.compile(rf"(?:{_WEAPON}|nuclear|weapons?)\s+$", re.IGNORECASE)
_GIVES: Final = re.compile(
    r"(?:sen[dt]s?|sending|suppl(?:y|ies|ied|ying)|ship(?:s|ped|ping|ments?)?|transfer(?:s|red|ring)?"
    r"|deliver(?:s|ed|ing|y|ies)?|provid(?:es?|ed|ing)|giv(?:es?|ing)|gave|donat(?:es?|ed|ing))\Z",
    re.IGNORECASE,
)
_ARMS: Final = re.compile(
    rf"\s+(?:of\s+)?{_AHEAD}(?:{_WEAPON}|arms|weapons?|ammunition|munitions|shells|rounds|artillery|tanks|drones)\b",
    re.IGNORECASE,
)
_BEFORE: Final = 24


def type_by_words(text: str, start: int, end: int) -> EventType | None:
    """Return the type that the word at [start, end) of `text` has with what it is about; None where it has several."""
    word = text[start:end]
    if _SENDS.match(word) and _TROOPS.match(text, end):
        return "MOBILIZE"
    if _FIRES.match(word) and (_FIRED.match(text, end) or _TESTED.search(text, max(0, start - _BEFORE), start)):
        return "MOBILIZE"
    if _GIVES.match(word) and _ARMS.match(text, end):
        return "AID"
    return next((kind for kind, words in _TYPED if words.match(word)), None)
