"""Words as they are compared: without case and accents."""

import unicodedata


def fold(name: str) -> str:
    """Return the words of a name without case and accents: `Kim Yong-Hyún` is `kim yong hyun`.

    Compatibility decomposition (Unicode UAX #15, NFKD), marks taken off, case folded.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())
