"""Columns of BIO tags as spans of tokens (Ramshaw and Marcus 1995)."""

from collections.abc import Iterator, Sequence


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, end, kind) for each span; an I without its B begins one."""
    start, kind = 0, ""
    for index, tag in enumerate((*tags, "O")):
        move, _, what = tag.partition("-")
        if kind and (move != "I" or what != kind):
            yield start, index, kind
            kind = ""
        if move in ("B", "I") and not kind:
            start, kind = index, what
