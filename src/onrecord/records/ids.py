"""Names that stay: reading the same text again gives the same ids."""

import hashlib
from collections.abc import Iterable
from typing import Final, Literal

from onrecord.errors import BadText

Layer = Literal["entity", "statement", "figure", "time", "event", "wording", "commitment"]

_PREFIX: Final[dict[Layer, str]] = {
    "entity": "en",
    "statement": "st",
    "figure": "fg",
    "time": "tx",
    "event": "ev",
    # Words that no record rests on, and that a comparison points at.
    "wording": "wd",
    "commitment": "cm",
}


def document_id(text: str) -> str:
    """Name a text: `sha256:` and the hex digest of its UTF-8. Raises BadText for a lone surrogate."""
    try:
        return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError:
        raise BadText("text") from None


def record_id(document_id: str, layer: Layer, spans: Iterable[tuple[int, int]]) -> str:
    """Name a record by its document, its layer and its own spans, such as `st-` and 16 hex digits.

    The order of the spans counts: give them as the record holds them (of a statement: source, cue, content).
    """
    places = " ".join(f"{start}-{end}" for start, end in spans)
    digest = hashlib.sha256(f"{document_id}\n{layer}\n{places}".encode()).hexdigest()
    return f"{_PREFIX[layer]}-{digest[:16]}"
