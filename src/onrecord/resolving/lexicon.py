"""How this room writes down its word lists: plain text, words parted by blanks."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(text.split())
