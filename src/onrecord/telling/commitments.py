"""Commitments in words: how and when they were made, when they are due, what became of them."""

from collections.abc import Mapping
from typing import Final

from onrecord.telling.values import day_in_words, in_words

# What was said later of a commitment, by the codebook's fate.
FATES: Final[Mapping[str, str]] = {
    "reaffirmed": "reaffirmed",
    "denied": "denied",
    "said_done": "said to be done",
    "dropped": "said to be dropped",
}


def commitment_notes(form: str, said: str | None, due: str | None) -> str:
    """Return a commitment's form, its day, and by when it is due (a TIMEX3 value): "pledge, 2031-04-03, due 2032"."""
    return f"{form}, {day_in_words(said)}" + ("" if due is None else f", due {in_words(due)}")
