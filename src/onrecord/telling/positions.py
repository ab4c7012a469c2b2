"""A speaker's line on a topic, in words."""

from collections.abc import Sequence

from onrecord.telling.clean import counted


def line_summed_up(stated: int, spoken: int, *, hardened: int, softened: int, undated: int) -> str:
    """Sum up a line: `stated` statements of `spoken` are on the topic; how many changed, or are of unknown date."""
    if not stated:
        return f"Nothing on it among {counted(spoken, 'statement')}."
    parts = [f"{counted(stated, 'statement')} of {spoken:,}"]
    parts += [f"{number:,} {change}" for number, change in ((hardened, "hardened"), (softened, "softened")) if number]
    if undated:
        parts.append(f"{undated:,} of unknown date, listed last")
    return f"{', '.join(parts)}."


def why_on_topic(words: Sequence[str], similarity: float | None) -> str:
    """Say why a statement is on a topic: by which words, and by how near it is in meaning (a cosine)."""
    parts = [", ".join(words)] if words else []
    if similarity is not None:
        parts.append(f"meaning {similarity:.2f}")
    return "on topic: " + "; ".join(parts)
