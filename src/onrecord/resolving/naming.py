"""Names as they were found in the text, laid over its words: what the rules ask before they call something a person."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from onrecord.records import Name, NameKind
from onrecord.resolving.page import Page

# How sure a name must be to bring somebody in whom no rule finds.
_SURE: Final = 0.8
# How sure a name must be to outweigh a rule.
_FIRM: Final = 0.9


class Called(NamedTuple):
    """The tokens [first, last) are a name of that kind, so sure."""

    first: int
    last: int
    kind: NameKind
    sure: float


class Naming:
    """The names of one page by the tokens that they cover; none overlaps another."""

    def __init__(self, page: Page, names: Sequence[Name]) -> None:
        self._called: list[Called] = []
        self._over: dict[int, Called] = {}
        for name in names:
            called = _called(page, name)
            if called is not None and called.first not in self._over:
                self._called.append(called)
                self._over.update(dict.fromkeys(range(called.first, called.last), called))

    def denies(self, first: int, last: int, kind: NameKind) -> bool:
        """Whether all of the tokens [first, last) firmly are one name of another kind."""
        called = self._over.get(first)
        if called is None or called.last < last or called.sure < _FIRM:
            return False
        return called.kind != kind

    def of_kind(self, *kinds: NameKind) -> Iterator[Called]:
        """Yield the names of some kinds that are sure enough to stand alone, in order."""
        for called in self._called:
            if called.kind in kinds and called.sure >= _SURE:
                yield called


def _called(page: Page, name: Name) -> Called | None:
    """The tokens of a name, without an article before it; None where it begins or ends inside a word."""
    tokens = page.tokens_in(name.span.start, name.span.end)
    first = tokens.start
    while first < tokens.stop - 1 and page.tokens[first].word in ("the", "The"):
        first += 1
    whole = first < tokens.stop and page.tokens[tokens.stop - 1].end <= name.span.end
    if not whole or page.is_silent(name.span.start):
        return None
    return Called(first, tokens.stop, name.kind, 1.0 if name.confidence is None else name.confidence)
