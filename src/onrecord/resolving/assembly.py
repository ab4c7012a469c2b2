"""Which names are one organization's: full names, acronyms in brackets, companies by their first word."""

from onrecord.organizations import CORPORATE
from onrecord.resolving import bodies
from onrecord.resolving.bodies import Body
from onrecord.resolving.cast import Cast, Referent
from onrecord.resolving.page import Page
from onrecord.titles import bare

_AGENCY = "news agency"


class Assembly:
    """The organizations of one report, found again by what they are called."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast
        self._by_words: dict[tuple[str, ...], dict[str | None, Referent]] = {}
        self._short: dict[str, Referent] = {}
        self._acronyms: dict[str, Referent] = {}

    def enter(self, body: Body) -> None:
        """Enter an organization that is named, or find which one it already is; note the acronym it is given."""
        if self._is_credit(body):
            return
        start, end = self._page.tokens[body.first].start, self._page.tokens[body.last - 1].end
        name = self._page.text[start:end]
        referent = self._referent(body, name)
        if len(name) > len(referent.name):
            referent.rename(name)
        referent.call(name)
        self._cast.see(referent, start, end)
        self._call(referent, body)

    def _referent(self, body: Body, name: str) -> Referent:
        """Find the organization of the same words and nation; a name that says no nation is the only one's."""
        nation, words = bodies.key_of(self._page, body)
        known = self._by_words.setdefault(words, {})
        referent = known.get(nation)
        if referent is None and nation is not None and None in known:
            referent = known.pop(None)
        if referent is None and nation is None and len(known) == 1:
            return next(iter(known.values()))
        if referent is None:
            referent = self._cast.add("organization", name)
            referent.nouns.update(body.known.nouns if body.known else ())
        known[nation] = referent
        return referent

    def see_again(self, index: int, alone: bool) -> bool:
        """See the organization that the token at `index` is an acronym of or, where it stands alone, short for."""
        token = self._page.tokens[index]
        referent = self._acronyms.get(token.word) or (self._short.get(token.word) if alone else None)
        if referent is None:
            return False
        referent.call(token.word)
        self._cast.see(referent, token.start, token.end)
        return True

    def _call(self, referent: Referent, body: Body) -> None:
        """Note what it will be called by: its noun, its acronym, the first word of a company."""
        noun = bodies.described_before(self._page, body.first)
        if noun:
            referent.nouns.add(noun)
        words = [bare(self._page.tokens[i].word) for i in range(body.first, body.last)]
        if body.last - body.first > 1 and (words[-1] in CORPORATE or noun or CORPORATE & set(words)):
            self._short.setdefault(self._page.tokens[body.first].word, referent)
        place = bodies.acronym_after(self._page, body.last)
        if place is not None:
            token = self._page.tokens[place]
            self._acronyms.setdefault(token.word, referent)
            referent.call(token.word)

    def _is_credit(self, body: Body) -> bool:
        """Whether a news agency stands alone in brackets, as it does under a photo and at the end of a report."""
        if body.known is None or _AGENCY not in body.known.nouns:
            return False
        return self._page.gap(body.first).endswith("(") and self._page.after(body.last - 1).startswith(")")
