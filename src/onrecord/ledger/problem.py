"""What `verify` reports."""

from dataclasses import dataclass
from typing import TypedDict


class ProblemJson(TypedDict):
    """A problem as `verify` prints it."""

    document: str | None
    url: str | None
    record: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the ledger that does not match; what is not about one document or record has `None` there."""

    reason: str
    document: str | None = None
    url: str | None = None
    record: str | None = None

    def __str__(self) -> str:
        subject = self.url or self.document or "ledger"
        return f"{subject}: {self.record}: {self.reason}" if self.record else f"{subject}: {self.reason}"

    def to_json(self) -> ProblemJson:
        """Return the four fields."""
        return {"document": self.document, "url": self.url, "record": self.record, "reason": self.reason}
