"""Names as they were found, laid over a page's words: whom they bring in, and what they deny.

A report calls one thing by one name: what a name is, all its occurrences say together. How sure that is was measured on
held-out reports, where eight in ten of the names over these bounds are of the kind that they are said to be, and more.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from onrecord.countries import country_at
from onrecord.lexicon import word_set
from onrecord.organizations import BODIES, HEADS, THINGS
from onrecord.records import Name, NameKind
from onrecord.resolving.page import Page
from onrecord.titles import MODIFIERS, PORTFOLIOS, bare

# How sure a name must be to bring somebody in whom no rule finds; one word alone for a person; one that comes often.
_SURE: Final = 0.75
_SURE_ALONE: Final = 0.9
_SURE_OFTEN: Final = 0.7
_OFTEN: Final = 3
# How sure a name must be to tell of what kind a speaker is whom only a source names.
_LIKELY: Final = 0.5
# How sure a name must be to outweigh a rule.
_FIRM: Final = 0.9
# "the Alliance", "the Peninsula", "Western": no name without another word.
_GENERIC: Final = (
    HEADS
    | THINGS
    | BODIES
    | MODIFIERS
    | PORTFOLIOS
    | word_set("north south east west northern southern eastern western central")
)


class Called(NamedTuple):
    """The tokens [first, last) are a name of that kind: so sure, and that often in the text."""

    first: int
    last: int
    kind: NameKind
    sure: float
    times: int


class Naming:
    """The names of one page by the tokens that they cover; none overlaps another."""

    def __init__(self, page: Page, names: Sequence[Name]) -> None:
        self._page = page
        self._over: dict[int, Called] = {}
        found: dict[str, list[tuple[int, int, Name]]] = {}
        for name in names:
            tokens = _tokens(page, name)
            if tokens is not None:
                text = " ".join(page.tokens[i].word for i in range(*tokens))
                found.setdefault(text, []).append((*tokens, name))
        called = sorted(one for same in found.values() for one in _together(same))
        self._called = [one for one in called if self._lay(one)]

    def _lay(self, called: Called) -> bool:
        """Lay a name over its tokens, unless another is there."""
        tokens = range(called.first, called.last)
        free = self._over.keys().isdisjoint(tokens)
        if free:
            self._over.update(dict.fromkeys(tokens, called))
        return free

    def denies(self, first: int, last: int, kind: NameKind) -> bool:
        """Whether all of the tokens [first, last) firmly are one name of another kind."""
        called = self._over.get(first)
        return called is not None and called.last >= last and called.sure >= _FIRM and called.kind != kind

    def across(self, first: int, last: int, kind: NameKind) -> tuple[int, int]:
        """Return the tokens of the name that firmly lies over an end of [first, last), else those; of one kind only."""
        called = self._over.get(last - 1)
        if called is None or called.kind != kind or called.sure < _FIRM:
            return first, last
        return called.first, called.last

    def kind_at(self, start: int, end: int) -> NameKind | None:
        """Return of what kind the text in [start, end) is a name, as far as more speaks for it than for all others."""
        tokens = self._page.tokens_in(start, end)
        called = self._over.get(tokens.start)
        whole = called is not None and (called.first, called.last) == (tokens.start, tokens.stop)
        return called.kind if called is not None and whole and called.sure > _LIKELY else None

    def of_kind(self, *kinds: NameKind) -> Iterator[Called]:
        """Yield the names of some kinds that are sure enough to stand alone, in order; no country's that is known."""
        for called in self._called:
            if called.kind in kinds and called.sure >= _bound(called) and not self._is_known(called):
                yield called

    def _is_known(self, called: Called) -> bool:
        """Whether the rules know better: a country, or a noun in capitals."""
        token = self._page.tokens[called.first]
        match = country_at(self._page.tokens, called.first)
        if match is not None and match.width >= called.last - called.first:
            return called.kind != "place" or match.value.form != "capital"
        return called.last - called.first == 1 and bare(token.word) in _GENERIC


def _bound(called: Called) -> float:
    if called.kind == "person" and called.last - called.first == 1:
        return _SURE_ALONE
    return _SURE_OFTEN if called.times >= _OFTEN else _SURE


def _together(same: Sequence[tuple[int, int, Name]]) -> Iterator[Called]:
    """The occurrences of one name, each of the kind that most of them are, as sure as they are on the average."""
    votes: dict[NameKind, float] = {}
    for _, _, name in same:
        votes[name.kind] = votes.get(name.kind, 0.0) + (1.0 if name.confidence is None else name.confidence)
    kind, sure = max(votes.items(), key=lambda vote: vote[1])
    for first, last, _ in same:
        yield Called(first, last, kind, sure / len(same), len(same))


def _tokens(page: Page, name: Name) -> tuple[int, int] | None:
    """The tokens of a name, without an article before it; None where it ends inside a word, or nobody is spoken of."""
    tokens = page.tokens_in(name.span.start, name.span.end)
    first = tokens.start
    while first < tokens.stop - 1 and page.tokens[first].word in ("the", "The"):
        first += 1
    whole = first < tokens.stop and page.tokens[tokens.stop - 1].end <= name.span.end
    return (first, tokens.stop) if whole and not page.is_silent(name.span.start) else None
