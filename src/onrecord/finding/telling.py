"""What makes an attribution none: it only points at words told elsewhere, hedges, or says what a thing is called."""

import re
from typing import Final

from onrecord.finding.assembly import Draft

_POINTING: Final = re.compile(
    r"an?|the|its?|so|th(is|at|ese|ose|em|eir)|such|as|much|which|who|my|our|your|his|her"
    r"|comments?|remarks?|statements?",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(
    r"\W*(?:the|this|that|these|those|such|such an?) "
    r"(?:issues?|matters?|subjects?|topics?|questions?|claims?|allegations?|accusations?|reports?)\W*",
    re.IGNORECASE,
)
_ANSWERED: Final = re.compile(
    r"\b(?:den[iy]|reject|dismiss|refut|disput|confirm|admit|acknowledg|rebuff|contest)", re.I
)
_HEDGE: Final = re.compile(r"(?:what |that |which )?(?:(?:has|had|have) )?(?:appear|seem)\w*(?: to(?: be)?)?", re.I)
_HEARSAY: Final = re.compile(r"(?:was |were |is |are |has |had |have )?(?:reportedly|allegedly|purportedly)", re.I)
_REFERRING: Final = re.compile(r"\b(?:refer|allud)", re.IGNORECASE)
_ABOUT: Final = re.compile(r"(?:comment|speak|remark|react|respond|reply)ing (?:on|about|to|of)", re.IGNORECASE)
_QUOTED: Final = ('"', "“", "'", "‘", "«", "„")
_CONNECTING: Final = re.compile(r"(?:that|this) being said", re.IGNORECASE)
_BY_NAME: Final = re.compile(
    r"\b(?:by|as|under|using|with) (?:its|his|her|their|the)(?: \w+){0,2} (?:name|title|acronym|initials)\b"
    r"|^(?:the |its |his |her |their )?(?:[\w'’]+ ){0,3}(?:formal|full|official|former) name\b",
    re.IGNORECASE,
)


def tells_nothing(draft: Draft, text: str) -> bool:
    """Whether it is no statement, as the codebook has it.

    Content that only points ("this", "the remarks", "the issue") tells nothing, but where it is denied or confirmed
    ("denied the report"); "lost what seems to be" is the outlet's own hedge; "referring to it by its official name"
    tells how a word is meant; "commenting on the strike" tells what is spoken of, not what is said of it;
    "that being said" only leads over.
    """
    words = [word for start, end in draft.content for word in text[start:end].split()]
    if all(_POINTING.fullmatch(word) for word in words):
        return True
    content, cue = " ".join(words), text[slice(*draft.cue)] if draft.cue else ""
    if _TOPIC.fullmatch(content) and not _ANSWERED.search(cue):
        return True
    if draft.source is None and _HEDGE.fullmatch(cue) and content.startswith(("to be ", "be ")):
        return True
    if draft.source and draft.cue and _CONNECTING.fullmatch(text, draft.source[0], draft.cue[1]):
        return True
    if _ABOUT.fullmatch(cue) and not content.startswith(_QUOTED):
        return True
    return bool(_REFERRING.match(cue) and _BY_NAME.search(content))


def is_hearsay(cue: str) -> bool:
    """Whether a cue is an adverb that leaves open who says it: "reportedly"."""
    return _HEARSAY.fullmatch(cue) is not None
