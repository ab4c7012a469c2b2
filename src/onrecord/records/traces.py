"""What comparison needs of a document, kept beside its records so that adding one costs what it touches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """The keys under which a document is found again by what it has in common with others.

    `signature` are the bytes of the text's near-copy signature. `bands` are its locality-sensitive hashes, each under
    its place (0 or more): texts that have the same hash in the same place are worth comparing. `figures` has, by a
    figure's id, the keys of what it counts; `entities`, by an entity's id, the keys of its names. Documents that share
    no key have nothing to compare.
    """

    signature: bytes = b""
    bands: Mapping[int, bytes] = field(default_factory=dict)
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# Of a document that was read and is compared with nothing.
NO_TRACES: Final = Traces()
