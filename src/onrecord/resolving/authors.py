"""Who is behind a document: "it read" after a joint statement, "the Norwegian statement", "a letter from Orlin"."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.cast import Referent
from onrecord.resolving.descriptions import DOCUMENTS, Description, describe
from onrecord.resolving.groups import Groups
from onrecord.resolving.scene import Scene

_ISSUED: Final = word_set("issued released published adopted signed")
_READS: Final = word_set("read reads says said stated states")
_LONGEST: Final = 60


def is_read(cue: str) -> bool:
    """Whether a cue is what a document does: "it read"."""
    return bool(_READS & set(cue.casefold().split()))


def authors(scene: Scene, groups: Groups, offset: int) -> tuple[Referent, ...]:
    """Return who is behind the document that the sentences before `offset` speak of last.

    They are who speaks in that sentence ("they said in the statement"), or who issued it; else it is the document
    itself. Nobody where no sentence in reach speaks of one.
    """
    page = scene.page
    for number, start, end in scene.sentences_back(offset):
        nouns = [i for i in page.tokens_in(start, end) if page.tokens[i].word in DOCUMENTS]
        told = [i for i in nouns if not scene.is_told(page.tokens[i].start)]
        if told:
            return scene.speakers_in(number) or _issuers(scene, start, told[-1]) or _itself(scene, groups, told[-1])
    return ()


def _issuers(scene: Scene, start: int, index: int) -> tuple[Referent, ...]:
    """Return the subject of a sentence from `start` that says that it issued the document at token `index`."""
    tokens = scene.page.tokens
    words = {tokens[i].word for i in scene.page.tokens_in(start, tokens[index].start)}
    return scene.subject_in(start, tokens[index].start) if words & _ISSUED else ()


def _itself(scene: Scene, groups: Groups, index: int) -> tuple[Referent, ...]:
    end = scene.page.tokens[index].end
    noted = next((s for s in scene.cast.back_from(end, end - _LONGEST) if s.end == end), None)
    if noted is not None:
        return (scene.cast.of(noted),)
    described = describe(scene.page, scene.cast, index, index + 1)
    document = groups.described(described)
    scene.cast.see(document, described.start, described.end, "title")
    return (document,)


def issuer_of(described: Description) -> Referent | None:
    """Return whose document is described; None where it is none, or nobody's, or of two."""
    named = (*described.holders, *described.authors)
    if described.head not in DOCUMENTS or len(named) != 1 or " and " in described.text:
        return None
    return named[0] if named[0].kind in ("country", "organization", "person") else None
