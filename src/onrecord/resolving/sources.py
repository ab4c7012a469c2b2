"""A source's words, taken apart: the names, pronouns and descriptions in it that speak."""

from typing import Final, NamedTuple

from onrecord.records import Span
from onrecord.resolving.cast import Cast, Referent, Sighting
from onrecord.resolving.page import Page
from onrecord.resolving.words import DETERMINERS, ENDS_PHRASE, POSSESSIVES, PREPOSITIONS
from onrecord.titles import bare

_AND: Final = frozenset(("and", "or", "&"))
_SELF: Final = frozenset(("himself", "herself", "itself", "themselves"))
_LINKS: Final = _AND | {"including", "such", "as"}


class Part(NamedTuple):
    """The tokens [first, last) of a source; `named` where they are somebody's name; what joins them to the last."""

    first: int
    last: int
    named: Referent | None
    joint: str


def parts_of(page: Page, cast: Cast, source: Span) -> list[Part]:
    """Return the parts of a source that speak: more than one where names are listed.

    "Orlin, the foreign minister of Ruritania," is one: what follows a name between commas describes it. A name
    after a description is whom it describes ("an old friend, Ada Orlin"). Descriptions that are joined ("officials
    and experts") stay one.
    """
    pieces = _pieces(page, cast, source)
    if not pieces:
        return []
    if pieces[0].named is None:
        described = _introduced(pieces)
        return [described] if described else [pieces[0]._replace(last=_whole(pieces)), *_included(pieces)]
    speaking = [pieces[0]]
    for n, piece in enumerate(pieces[1:], 1):
        if piece.named is None:
            # "his colleagues, Ada Orlin and Ben Vane": a description before names only introduces them.
            speaks = piece.joint == "and" and not any(later.named for later in pieces[n + 1 :])
        else:
            speaks = piece.joint == "and" or _list_goes_on(pieces[n + 1 :])
        if speaks:
            speaking.append(piece)
    return speaking if _is_list(page, speaking) else speaking[:1]


def _introduced(pieces: list[Part]) -> Part | None:
    """The person whom a description before a comma introduces."""
    if len(pieces) < 2 or pieces[1].joint != "comma":
        return None
    named = pieces[1].named
    return pieces[1] if named is not None and named.kind == "person" else None


def _included(pieces: list[Part]) -> list[Part]:
    """The names that a description gives as examples: "Ruritanian firms including Orlin Air and Vane Steel"."""
    first = next((n for n, piece in enumerate(pieces) if piece.joint == "example"), len(pieces))
    return [piece for piece in pieces[first:] if piece.named is not None]


def _whole(pieces: list[Part]) -> int:
    """Where a description ends: with the descriptions joined to it, before an apposition."""
    last = pieces[0].last
    for piece in pieces[1:]:
        if piece.joint != "and":
            break
        last = piece.last
    return last


def _list_goes_on(later: list[Part]) -> bool:
    """Whether an "and" follows, so that a name between commas is a member of the list."""
    return any(piece.joint == "and" and piece.named is not None for piece in later)


def _is_list(page: Page, speaking: list[Part]) -> bool:
    """Whether the parts are those who speak: each is named, or is a noun phrase with an article of its own."""
    opens = DETERMINERS | POSSESSIVES
    return len(speaking) > 1 and all(
        part.named is not None or page.tokens[part.first].word.casefold() in opens or part.last - part.first == 1
        for part in speaking
    )


def _pieces(page: Page, cast: Cast, source: Span) -> list[Part]:
    """Cut a source at its commas and at each "and" outside a name; what stands in brackets is left out."""
    sightings = [s for s in cast.between(source.start, source.end) if s.form != "part"]
    inside = {i for s in sightings for i in page.tokens_in(s.start + 1, s.end)}
    pieces: list[Part] = []
    first, joint, bracket = -1, "", False
    indexes = page.tokens_in(source.start, source.end)
    for i in indexes:
        gap = page.gap(i) if i > indexes.start else ""
        bracket = ("(" in gap) or (bracket and ")" not in gap)
        parting = _parting(page, i, gap, i in inside)
        if (parting or bracket) and first >= 0:
            pieces.append(_part(page, cast, first, i, joint))
            first = -1
        if parting:
            joint = parting
        if not bracket and page.tokens[i].word not in _LINKS and first < 0:
            first = i
    if first >= 0:
        pieces.append(_part(page, cast, first, indexes.stop, joint))
    # Speech starts anew: "The — the Orlin Institute said".
    while len(pieces) > 1 and _is_only_begun(page, pieces[0]):
        del pieces[0]
    return pieces


def _is_only_begun(page: Page, part: Part) -> bool:
    return part.last - part.first == 1 and page.tokens[part.first].word.casefold() in DETERMINERS


def _parting(page: Page, index: int, gap: str, inside: bool) -> str:
    if inside:
        return ""
    if page.tokens[index].word in _AND:
        return "and"
    if _is_example(page, index):
        return "example"
    if gap.strip()[:1] in (",", ";", "–", "—", "-") and gap.strip():
        return "comma" if gap.strip() != "-" else ""
    return ""


def _is_example(page: Page, index: int) -> bool:
    word = page.tokens[index].word
    return word == "including" or (word == "as" and index > 0 and page.tokens[index - 1].word == "such")


def _part(page: Page, cast: Cast, first: int, last: int, joint: str) -> Part:
    if last - first > 1 and page.tokens[last - 1].word in _SELF:
        last -= 1
    sightings = cast.between(page.tokens[first].start, page.tokens[last - 1].end)
    heads = (cast.of(s) for s in sightings if _is_head(page, s, first, last))
    # A document is asked first whose it is: "the Ruritanian statement".
    return Part(first, last, next((r for r in heads if r.kind != "document"), None), joint)


def _is_head(page: Page, sighting: Sighting, first: int, last: int) -> bool:
    """Whether a name is what the part is about: nothing but its description before it, or a clause after it."""
    if sighting.form not in ("name", "capital", "title", "pronoun"):
        return False
    begin, end = page.first_token(sighting.start), page.first_token(sighting.end)
    if any(page.tokens[i].word in PREPOSITIONS for i in range(first, begin)):
        return False
    if end >= last:
        return True
    if page.tokens[end - 1].owns or page.text.startswith(("'s", "’s"), sighting.end):
        return False
    following = page.tokens[end].word
    # "Orlin speaking in Oslo" is Orlin, "an Orlin supporter" is not.
    return bare(following) in ENDS_PHRASE or (following.endswith("ing") and following.islower())
