"""Text to scores: pieces, windows, one forward pass; the only room that knows the inference runtime."""

from onrecord.encoder.model import Card, Encoder, Scores
from onrecord.encoder.pointers import Pointer
from onrecord.encoder.tags import MOVES, ROLES, TAGS
from onrecord.encoder.windows import Window

__all__ = ["MOVES", "ROLES", "TAGS", "Card", "Encoder", "Pointer", "Scores", "Window"]
