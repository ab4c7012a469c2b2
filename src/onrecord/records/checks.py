"""What every noun refuses, said once."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from onrecord.errors import RecordError
from onrecord.records.span import Span


def refuse_unknown(field: str, value: str | None, known: Collection[str]) -> None:
    """Raise RecordError for a value that the codebook does not list; `None` (not known) passes."""
    if value is not None and value not in known:
        choices = ", ".join(sorted(known))
        raise RecordError(field, f"{value!r} is not a value of the codebook", f"use one of {choices}")


def refuse_disorder(field: str, spans: Sequence[Span]) -> None:
    """Raise RecordError unless the spans stand in the order of the text and none reaches into the next."""
    for before, after in pairwise(spans):
        if after.start < before.end:
            places = f"{before.start}..{before.end} and {after.start}..{after.end}"
            raise RecordError(field, f"spans {places} overlap or are out of order", "merge or sort them")


def refuse_improbable(confidence: float | None) -> None:
    """Raise RecordError for a confidence that is no probability; `None` (not known) passes."""
    if confidence is not None and not 0.0 <= confidence <= 1.0:
        raise RecordError("confidence", f"{confidence!r} is no probability", "give a number from 0 to 1")
