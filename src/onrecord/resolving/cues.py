"""What a cue says of the statement: whether it was uttered or only thought, and whether it is a participle.

The verbs are those of `cue_acts`.
"""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import Span, StatementKind
from onrecord.resolving import cue_acts
from onrecord.tokens import words_of

_ASKED: Final = word_set("ask question inquire wonder")


def kind_of(cue: Span | None, quoted: bool) -> StatementKind | None:
    """Return `said` or `held`, None where the cue does not tell. What stands in quotation marks was uttered."""
    if quoted:
        return "said"
    return None if cue is None else cue_acts.kind_of(cue.text)


def is_participle(cue: Span | None) -> bool:
    """Whether a cue is a participle of saying with no source of its own: ", adding that", ", saying"."""
    if cue is None:
        return False
    first = next(iter(words_of(cue.text.casefold())), "")
    return first.endswith("ing") and (cue_acts.kind_of(first) or cue_acts.act_of(first)) is not None


def asks(cue: Span | None) -> bool:
    """Whether a cue tells of a question: "asked", "wondered"."""
    words = () if cue is None else words_of(cue.text.casefold())
    return any(cue_acts.lemma_of(word) in _ASKED for word in words)
