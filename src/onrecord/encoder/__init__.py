"""Text to scores: pieces, windows, one forward pass; the only room that knows the inference runtime."""

from onrecord.encoder.judgements import JUDGEMENTS, judge
from onrecord.encoder.model import Card, Encoder, Outputs, Scores
from onrecord.encoder.pointers import Pointer
from onrecord.encoder.tags import LAYERS, MOVES, ROLES, TAGS, tags_of
from onrecord.encoder.windows import Window

__all__ = [
    "JUDGEMENTS",
    "LAYERS",
    "MOVES",
    "ROLES",
    "TAGS",
    "Card",
    "Encoder",
    "Outputs",
    "Pointer",
    "Scores",
    "Window",
    "judge",
    "tags_of",
]
