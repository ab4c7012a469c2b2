"""Whose word two records are: one speaker's, or two."""

from onrecord.comparing.identity.identities import is_full, same_one
from onrecord.folding import fold
from onrecord.records import Entity, Page, Seen, ToldFigure, ToldStatement


def one_voice(a: ToldFigure | ToldStatement, b: ToldFigure | ToldStatement) -> bool:
    """Tell whether two records are the word of one speaker; of nobody's, whether they are one outlet's own.

    Who speaks for another ("the White House" and its spokesman) is another speaker.
    """
    if a.speakers and b.speakers:
        return any(_one(x, a.page, y, b.page) for x in a.speakers for y in b.speakers)
    return not a.speakers and not b.speakers and _one_page(a.page, b.page)


def _one(a: Entity, page_a: Page, b: Entity, page_b: Page) -> bool:
    if page_a.document == page_b.document:
        return a.id == b.id
    if a.kind != b.kind or not (is_full(Seen(a, page_a)) and is_full(Seen(b, page_b))):
        return a.kind == b.kind and fold(a.name) == fold(b.name)
    return same_one(Seen(a, page_a), Seen(b, page_b)).likely


def _one_page(a: Page, b: Page) -> bool:
    if a.document == b.document:
        return True
    outlet = a.outlet or a.agency
    return outlet is not None and outlet == (b.outlet or b.agency)
