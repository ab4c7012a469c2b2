"""Pronouns as sources: who "he", "they", "it", "we" and "who" are, as far as the text tells."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from onrecord.lexicon import word_set
from onrecord.records import Span
from onrecord.resolving.cast import Referent
from onrecord.resolving.scene import Scene
from onrecord.resolving.words import CONJUNCTIONS, PREPOSITIONS
from onrecord.sentences import COMMON
from onrecord.titles import gender_in, is_head

_HE: Final = frozenset(("he", "him", "his", "himself"))
_SHE: Final = frozenset(("she", "her", "hers", "herself"))
_THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves"))
_IT: Final = frozenset(("it", "its", "itself"))
_I: Final = frozenset(("i", "me", "my", "mine", "myself"))
_WE: Final = frozenset(("we", "us", "our", "ours", "ourselves"))
_WHO: Final = frozenset(("who", "which", "whom", "that"))
_YOU: Final = frozenset(("you", "your", "yours", "one"))
_ANYBODY: Final = word_set("someone somebody anyone anybody everyone everybody nobody one people")
_HUMAN: Final = re.compile(
    r"(?:er|or|ist|ian|an|ant|ent|ee|ive|mate)$|^(?:boy|girl|person|child|aide|guide|nurse|friend)$"
)
"""How nouns end that are of a person; those in `titles` are, too."""
_COLLECTIVE: Final = word_set("people police staff team media press public group family crowd majority women men")
_APPOSITION: Final = 100
# How far back in a transcript, where paragraphs and sentences are short.
_TURNS: Final = 6
_SPOKEN_SENTENCES: Final = 30
PRONOUNS: Final = _HE | _SHE | _THEY | _IT | _I | _WE | _WHO | _YOU


class Outer(NamedTuple):
    """The attribution in whose content a source lies: its speakers, where its content begins, whether quoted.

    `turn`: it is a paragraph of a transcript; `addressed` are those whom it speaks to.
    """

    speakers: tuple[Referent, ...]
    start: int
    quoted: bool
    turn: bool = False
    addressed: tuple[Referent, ...] = ()


def meant_by(scene: Scene, source: Span, outer: Outer | None) -> tuple[Referent, ...]:
    """Return whom a pronoun means, nobody where the text does not tell. `source` must be one of `PRONOUNS`."""
    word = source.text.strip(" \t\n\"“”'’").replace("’", "'").casefold().partition("'")[0]
    if word in _YOU:
        return ()
    if word in _WHO:
        return _antecedent(scene, source.start)
    if word in _I | _WE:
        return _first_person(scene, word in _WE, outer)
    fits = _fits(word)
    if outer is not None and outer.turn and word in _HE | _SHE:
        return _in_turns(scene, source.start, outer, fits)
    if outer is not None:
        return _within(scene, source.start, outer, fits)
    nearest = _in_clause(scene, source.start, fits)
    return nearest or scene.find(source.start, fits.accept, alone=_same(word))


def may_mean(word: str, referent: Referent) -> bool:
    """Whether a pronoun in lower case (not "we", "you", "who") can mean somebody, by number, kind and gender."""
    if word in _I:
        return referent.kind == "person"
    return word in _HE | _SHE | _THEY | _IT and _fits(word).accept((referent,))


def _fits(word: str) -> "_Fits":
    return _Fits(gender_said(word), word)


def gender_said(word: str) -> str:
    """Return m or f where a word in lower case is a pronoun of that gender, else nothing."""
    return "m" if word in _HE else "f" if word in _SHE else ""


def _same(word: str) -> frozenset[str]:
    """The forms of "he" or "she"; none for other pronouns."""
    return next((forms for forms in (_HE, _SHE) if word in forms), frozenset())


def _in_clause(scene: Scene, offset: int, fits: "_Fits") -> tuple[Referent, ...]:
    """Return the last one named before a clause that hangs on a noun: "Ruritania to meet the target | it" pledged."""
    page = scene.page
    index = page.first_token(offset)
    if not page.next_to(index):
        return ()
    before = page.tokens[index - 1].word
    if not before.islower() or before in CONJUNCTIONS | PREPOSITIONS | COMMON:
        return ()
    for sighting in scene.cast.back_from(offset, page.sentences[page.sentence_of(offset)]):
        if sighting.form not in ("adjective", "part") and fits.accept((scene.cast.of(sighting),)):
            return (scene.cast.of(sighting),)
    return ()


class _Fits(NamedTuple):
    gender: str
    word: str

    def accept(self, referents: Sequence[Referent]) -> bool:
        """Whether these can be meant by the pronoun, by number, kind and what is known of gender."""
        if self.word in _THEY:
            return len(referents) > 1 or referents[0].kind in ("organization", "country") or _is_many(referents[0])
        if len(referents) != 1:
            return False
        if self.word in _IT:
            return referents[0].kind in ("organization", "country", "document")
        return self._is_one(referents[0])

    def _is_one(self, referent: Referent) -> bool:
        return (referent.kind == "person" or _is_somebody(referent)) and referent.gender in ("", self.gender)


def _is_somebody(referent: Referent) -> bool:
    """Whether somebody unnamed is one person by the noun: "his father", "a defector"; no party, no video."""
    if referent.kind != "group" or referent.name[-1:] == "s" or referent.name in _ANYBODY:
        return False
    nouns = referent.nouns or {referent.name.split()[-1].casefold()}
    return any(is_head(noun) or gender_in(noun) or _HUMAN.search(noun) for noun in nouns)


def _is_many(referent: Referent) -> bool:
    """Whether a group is several by its noun: "officials", "the police"; one known by name only may be."""
    nouns = referent.nouns or {referent.name.split()[-1]}
    return referent.kind == "group" and any(noun.endswith("s") or noun in _COLLECTIVE for noun in nouns)


def _within(scene: Scene, offset: int, outer: Outer, fits: _Fits) -> tuple[Referent, ...]:
    """Inside what somebody says: one he has named before in the same words, else himself unless it is a quotation."""
    for sighting in scene.cast.back_from(offset, outer.start):
        referent = scene.cast.of(sighting)
        if sighting.form not in ("adjective", "part") and fits.accept((referent,)):
            return (referent,)
    if not outer.quoted:
        return outer.speakers if outer.speakers and fits.accept(outer.speakers) else ()
    spoken = {referent.number for referent in outer.speakers}
    return scene.find(
        outer.start, lambda referents: fits.accept(referents) and spoken.isdisjoint(r.number for r in referents)
    )


def _in_turns(scene: Scene, offset: int, outer: Outer, fits: _Fits) -> tuple[Referent, ...]:
    """In a transcript: of each sentence back, over the turns, the first one named who neither speaks nor is asked."""
    spoken = {referent.number for referent in (*outer.speakers, *outer.addressed)}
    for _, start, end in scene.sentences_back(offset, _TURNS, _SPOKEN_SENTENCES):
        for sighting in scene.cast.between(start, end):
            referent = scene.cast.of(sighting)
            owns = scene.page.text.startswith(("'s", "’s"), sighting.end)
            stands = sighting.form in ("name", "title", "pronoun") and not (owns or referent.number in spoken)
            if stands and not scene.page.in_label(sighting.start) and fits.accept((referent,)):
                return (referent,)
    return ()


def _first_person(scene: Scene, plural: bool, outer: Outer | None) -> tuple[Referent, ...]:
    if outer is None:
        return (scene.own_voice,) if plural and scene.own_voice is not None else ()
    if not plural or len(outer.speakers) != 1:
        return outer.speakers
    return (spoken_for(scene, outer.speakers[0]),)


def spoken_for(scene: Scene, speaker: Referent) -> Referent:
    """Return for whom somebody says "we": the country or body that his office is of, else himself."""
    held = (scene.body(role.of) for role in speaker.roles if role.of is not None)
    return next((body for body in held if body is not None), speaker)


def _antecedent(scene: Scene, offset: int) -> tuple[Referent, ...]:
    """Return whom a relative pronoun follows: the one whose mention ends right before it."""
    for sighting in scene.cast.back_from(offset, scene.page.sentences[scene.page.sentence_of(offset)]):
        own = sighting.form not in ("adjective", "part", "capital")
        if own and scene.cast.of(sighting).kind in ("person", "organization", "group"):
            between = scene.page.text[sighting.end : offset]
            return (scene.cast.of(sighting),) if _only_describes(between) else ()
    return ()


def _only_describes(between: str) -> bool:
    """Whether what stands between a name and "who" only describes it: nothing, "of Ruritania,", an apposition."""
    if not between.strip(" ,("):
        return True
    opened = between.startswith((", ", " of ", " ("))
    return opened and between.rstrip().endswith(",") and len(between) <= _APPOSITION
