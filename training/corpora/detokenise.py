"""Tokenised lines as running text again: which tokens stand together, by the habits of English print."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.sentences import COMMON

_LEFT: Final = frozenset((*",.;:!?)]}%…”»™®°´", "...", "--,", "?!", "!!", "''", "››"))
_RIGHT: Final = frozenset((*"([{$£€₡₹#@“«¡¿`", "``", "‹‹", "US$", "C$", "A$"))
_BOTH: Final = frozenset("/_")
_SPLIT_OFF: Final = frozenset("āēīōūâ")  # letters that some tokenisers take for words of their own
_CLITIC: Final = re.compile(r"['’´](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t|T|em)|n['’]t|N['’]T")
_LETTERS: Final = frozenset(("s", "S", "t", "re", "ve", "ll", "d", "m"))
# After these a hyphen that stands alone is a dash, however it was typed.
_AFTER_DASH: Final = frozenset(["the", "he", "she", "it", "they", "we", "but", "which", "who", "this", "that", "there"])


def detokenise(tokens: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return one line's text and each token's extent in it, in code points.

    A token that only repeats a blank keeps an empty extent. Quotation marks that do not tell left from right open and
    close in turn; a hyphen between words joins them unless what follows it begins a clause.
    """
    text = ""
    extents: list[tuple[int, int]] = []
    glue = _glue(tokens)
    for index, token in enumerate(tokens):
        word = token.strip()
        if text and word and not glue[index]:
            text += " "
        extents.append((len(text), len(text) + len(word)))
        text += word
    return text, tuple(extents)


def _glue(tokens: Sequence[str]) -> list[bool]:
    """Whether each token stands right after the one before it."""
    glue = [False] * (len(tokens) + 1)
    opened: set[str] = set()
    for index, token in enumerate(tokens):
        left, right = _sides(tokens, index, opened)
        glue[index] = glue[index] or left
        glue[index + 1] = right or (glue[index + 1] and token != "")
    return glue


def _sides(tokens: Sequence[str], index: int, opened: set[str]) -> tuple[bool, bool]:
    token = tokens[index]
    before = tokens[index - 1] if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    if token in ('"', "'", "’", "‘"):
        return _quote(token, before, after, tokens[index + 1 :], opened)
    if token == "-":
        return _hyphen(before, after)
    if token in _BOTH or (token in _SPLIT_OFF and before[-1:].isalpha()):
        return True, True
    if token in ("$", "£", "€", "#"):
        return False, after[:1].isdigit()
    if token == "." and all(len(letter) == 1 and letter.isupper() for letter in (before, after)):
        return True, True  # "U.N."
    return token in _LEFT or _CLITIC.fullmatch(token) is not None, token in _RIGHT


def _quote(token: str, before: str, after: str, rest: Sequence[str], opened: set[str]) -> tuple[bool, bool]:
    """A quotation mark or an apostrophe: on which sides it is written close."""
    if token == "‘":
        opened.add("’")
        return False, True
    if token in "'’" and before[-1:].isalnum():
        if after in _LETTERS:
            return True, True
        if token not in opened and token == "’":
            return True, not before.endswith(("s", "z", "x")) and after[:1].isalnum()
        if token not in opened and before.endswith("s") and token not in rest:
            return True, False
    if token in opened:
        opened.discard(token)
        return True, False
    opened.add(token)
    return False, True


def _hyphen(before: str, after: str) -> tuple[bool, bool]:
    if not before[-1:].isalnum() or (after[:1] and not after[:1].isalnum()):
        return before.endswith("."), False
    dash = after.casefold() in _AFTER_DASH or not after or (after[0].isupper() and after.casefold() in COMMON)
    if after in ("and", "or", "to"):  # "short- and long-term"
        return True, False
    return (False, False) if dash else (True, True)
