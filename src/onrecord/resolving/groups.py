"""The unnamed: officials, sources, experts, documents, each known by the words that describe it."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import EntityKind, NameKind
from onrecord.resolving.cast import Referent
from onrecord.resolving.descriptions import DOCUMENTS, Description
from onrecord.resolving.parties import is_body
from onrecord.resolving.scene import Scene
from onrecord.titles import gender_in
from onrecord.tokens import words_of

# So many of one kind ("officials") are remembered: a reader would not look further back.
_LATEST: Final = 50
_REPORTING: Final = word_set("report reports reported reporting")


class Groups:
    """Everybody that one report speaks of without a name, found again by description."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by_words: dict[str, Referent] = {}
        self._by_head: dict[str, list[tuple[Referent, frozenset[str]]]] = {}

    def described(self, described: Description) -> Referent:
        """Return who is described: one met before, where the words are the same or "the" points back, or one new.

        "The officials" are the last officials that were told of, if no word tells them apart.
        """
        key = described.text.casefold()
        if is_body(described):
            # "the Orlin campaign" and "Orlin's campaign" are one.
            key = f"{described.holders[-1].name} {' '.join(described.qualifiers)} {described.head}"
        known = self._by_words.get(key) or self._met(described)
        if known is None:
            known = self._scene.cast.add(_kind(described), described.text)
            known.nouns.add(described.head)
            known.gender = gender_in(described.head)
            self._by_words[key] = known
            words = frozenset(described.text.casefold().split())
            self._by_head.setdefault(described.head, []).append((known, words))
            self._scene.enter(known)
        known.call(described.text)
        return known

    def _met(self, described: Description) -> Referent | None:
        if described.tail or described.holders or not (described.definite or described.text == described.head):
            return None
        wanted = frozenset(described.text.casefold().split())
        fitting = [referent for referent, words in self._by_head.get(described.head, [])[-_LATEST:] if wanted <= words]
        if not described.definite:
            return fitting[0] if len(fitting) == 1 else None
        return fitting[-1] if fitting else None

    def stranger(self, text: str, articled: bool, cue: str, called: NameKind | None = None) -> Referent:
        """Return whom a capitalised source names that nothing else in the text tells of.

        `called` is of what kind the name is, as far as that was found.
        """
        known = self._by_words.get(text.casefold())
        if known is None:
            words = words_of(text)
            common = len(words) > 1 and all(self._scene.page.is_plain(word) for word in words)
            kind = "group" if common else _kind_of_name(text, articled, cue, called)
            known = self._scene.cast.add(kind, text, words)
            self._by_words[text.casefold()] = known
            self._scene.enter(known)
        return known


def _kind(described: Description) -> EntityKind:
    if described.head in DOCUMENTS:
        return "document"
    return "organization" if is_body(described) else "group"


def _kind_of_name(text: str, articled: bool, cue: str, called: NameKind | None) -> EntityKind:
    """Tell what a name is by how it is written and used: acronyms and what "reports" are organizations.

    Where neither tells, it is what it was found to be, and a person's where that is not known.
    """
    words = text.split()
    # What stands in lower case describes: "moderator".
    if text.islower():
        return "group"
    if words[-1].endswith("s") and not words[-1].isupper() and not articled:
        return "group"
    if articled or words[-1].isupper() or _REPORTING & set(cue.casefold().split()):
        return "organization"
    return called if called in ("organization", "place") else "person"
