"""The tags that the model gives each piece, and which may follow which (BIO; Ramshaw and Marcus 1995)."""

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{move}-{role}" for role in ROLES for move in "BI"))


def _may_follow(first: str, second: str) -> int:
    return int(not second.startswith("I-") or first[2:] == second[2:])


MOVES = tuple(tuple(_may_follow(a, b) for b in TAGS) for a in TAGS)
"""MOVES[i][j] is 1 where TAGS[j] may follow TAGS[i]."""
