"""A statement as positions need it: with what it means and where in its document it stands."""

from dataclasses import dataclass

from onrecord.records.told import ToldStatement


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement with who told it, the paragraph (from 1) that its content begins in, and what the content means.

    `meaning` is a direction as `Meaning` has it, `None` where the document was read without meanings.
    """

    told: ToldStatement
    paragraph: int
    meaning: bytes | None = None
