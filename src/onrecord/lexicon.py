"""Word lists as they are easiest to read and to keep in order; every room writes its own this way."""


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with white space between them."""
    return frozenset(listed.split())


def any_of(*patterns: str) -> str:
    """Return a regular expression that matches any of the patterns, the first that fits."""
    return "(?:" + "|".join(patterns) + ")"
