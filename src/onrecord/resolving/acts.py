"""What was done by saying it: the cue's own word for it where it has one, else what is judged of the whole."""

import re
from typing import Final

from onrecord.records import Act, Attribution, Factuality
from onrecord.resolving.cue_acts import act_of
from onrecord.resolving.labelling import act_by_form, threatens
from onrecord.resolving.performatives import act_done

_REFUSED: Final = re.compile(r"\b(?:declin|refus)\w*(?:\s+to)?$", re.IGNORECASE)
_OPEN: Final[frozenset[Act]] = frozenset(("ask", "decline", "demand"))
"""Whoever does one of these commits to nothing (codebook: "Uu open … questions, demands")."""


def act_and_factuality(attribution: Attribution, *, asking: bool) -> tuple[Act | None, Factuality | None]:
    """Return a statement's act and how far its source commits; None for what nothing tells.

    A cue that names an act is believed, but where it only asserts: any other act is more specific than that, also one
    that the content does itself ("We condemn …"). A threat on condition commits to nothing. Words with no cue that end
    in a question mark ask; so do those of who is there to ask (`asking`) that hold one.
    """
    if attribution.cue is None and _is_question(attribution.content[-1].text, anywhere=asking):
        return "ask", "Uu"
    judged = attribution.judgement
    named = _named(attribution)
    if named in (None, "assert"):
        told = attribution.content[0].text
        named = act_done(told) or act_by_form(attribution.cue.text if attribution.cue else None, told) or named
    act = named if judged is None or named not in (None, "assert") else judged.act
    if act in _OPEN or (act == "warn" and threatens(attribution.content[0].text)):
        return act, "Uu"
    return act, judged.factuality if judged else None


def _is_question(text: str, *, anywhere: bool) -> bool:
    return "?" in text if anywhere else text.rstrip(" \"'”’»)").endswith("?")


def _named(attribution: Attribution) -> Act | None:
    """The act that the cue names; what was refused ("declined | to comment") the content tells."""
    if attribution.cue is None:
        return None
    refused = _REFUSED.search(attribution.cue.text)
    words = f"{attribution.cue.text} {attribution.content[0].text}" if refused else attribution.cue.text
    return act_of(words)
