"""What the reading room needs of the model, given to it by whoever opens it: it imports none itself."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.errors import ModelError


def _no_model(_text: str) -> bytes:
    raise ModelError("meaning", "is not known to this reading room", "open it with onrecord serve")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Functions of the pipeline.

    `meaning_of` turns a text into a direction as `Meaning` has it; it raises UsageError for a text without a word and
    ModelError.
    """

    meaning_of: Callable[[str], bytes] = _no_model
