"""The verb that heads a clause, without a parser: auxiliaries are a closed list, a treebank tells what else is a verb.

What these rules cannot be sure of they do not answer.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-.]\w+)*|[^\w\s]", re.IGNORECASE)
BE: Final = frozenset(["am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "'s"])
HAVE: Final = frozenset(["have", "has", "had", "having", "'ve"])
DO: Final = frozenset(["do", "does", "did"])
_WILL: Final = frozenset(["will", "wo", "'ll"])
_MODAL: Final = frozenset(["can", "could", "may", "might", "must", "should", "would", "shall", "ought", "ca", "cannot"])
_NOT: Final = frozenset(["n't", "not", "never"])
_PERSONS: Final = frozenset(["i", "you", "he", "she", "it", "we", "they"])
_SUBJECTS: Final = _PERSONS | frozenset(["there", "this", "that", "these", "those", "something", "everything", "one"])
_NO_SUBJECTS: Final = frozenset(
    ["no", "nobody", "nothing", "none", "neither", "nor", "few", "little", "hardly", "scarcely", "barely", "only"]
)
_JOINING: Final = frozenset(
    ["that", "which", "who", "whom", "whose", "what", "how", "why", "where", "when", "whether"]
) | {*("if", "while", "because", "although", "unless", "as", "than", "since", "until")}
_HELPING: Final = BE | HAVE | DO | _WILL | {"'d"}
_OPENING: Final = frozenset(["the", "a", "an", "of"])
_SHARE: Final = 0.6
_PERHAPS: Final = 0.2  # after "have" what may be a participle is one
_FINITE: Final = ("VBD", "VBP", "VBZ")
_BASE: Final = ("VB", "VBP")
_PARTICIPLES: Final = ("VBG", "VBN", "VBD")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line, small, with its offsets; a contraction is two words."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The place of a clause's head verb among its words, and whether the clause denies it."""

    place: int
    negated: bool


@dataclass(frozen=True, slots=True)
class Forms:
    """How often a treebank tags each small word how (Penn's tags), and which verb each form is of."""

    tags: dict[str, Counter[str]]
    lemmas: dict[str, str]

    def share(self, form: str, tags: Iterable[str]) -> float:
        """Return the share of a word's occurrences that have one of these tags; 0 for a word that is not known."""
        counts = self.tags.get(form, Counter())
        return sum(counts[tag] for tag in tags) / max(1, counts.total())

    def participle(self, form: str) -> bool:
        """Whether it may follow "be" or "have" as their main verb."""
        known = form in self.tags
        return self.share(form, _PARTICIPLES) >= _SHARE if known else form.endswith(("ed", "ing"))


@cache
def forms_of(path: Path) -> Forms:
    """The forms of a treebank's file (CoNLL-U). Raises FileNotFoundError where it is missing."""
    tags: dict[str, Counter[str]] = {}
    lemmas: dict[str, str] = {}
    with path.open(encoding="utf8") as lines:
        for line in lines:
            fields = line.split("\t")
            if len(fields) > 4 and fields[0].isdigit():
                form = fields[1].lower().replace("’", "'")
                tags.setdefault(form, Counter())[fields[4]] += 1
                if fields[4].startswith("VB"):
                    lemmas[form] = fields[2]
    return Forms(tags, lemmas)


def words_of(line: str) -> list[Word]:
    """The words and signs of a line, in order."""
    return [Word(m[0].lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(line)]


def head_of(words: Sequence[str], forms: Forms) -> Head | None:
    """The head of a clause that begins with its subject: a main verb after its auxiliaries, or "be" before a predicate.

    None where it is not sure, and where the clause has a modal verb but "will" or a subject that denies or restricts.
    """
    place = _first_verb(words, forms)
    if place is None:
        return None
    negated = words[place - 1] == "never"
    while place is not None:
        after, denied = _after_adverbs(words, place, forms)
        if denied is None:
            return None
        following = _main_verb(words, place, after, forms, denied=denied)
        if following == place:
            return Head(place, negated or denied) if words[place] not in _MODAL else None
        place, negated = following, negated or denied
    return None


def _first_verb(words: Sequence[str], forms: Forms) -> int | None:
    """The place of the first finite verb, None where the subject is a clause, has one in it, or denies."""
    for place, form in enumerate(words):
        if form in _NO_SUBJECTS or form in (",", ";", ":") or (form in _JOINING and (place or form != "that")):
            return None
        if place > 1 and words[place - 1] in _PERSONS:
            return None  # "the way she sings"
        if place and words[place - 1] != "to" and _finite(words, place, forms):
            return place
    return None


def _finite(words: Sequence[str], place: int, forms: Forms) -> bool:
    form, before, after = words[place], words[place - 1], "".join(words[place + 1 : place + 2])
    if form == "'s":
        return before in _SUBJECTS
    if form in _HELPING | _MODAL:
        return form not in ("be", "been", "being", "having")
    if before in _OPENING or after in BE:  # "the likes of", "all he said was true"
        return False
    perhaps = before in _SUBJECTS and forms.share(form, (*_FINITE, *_BASE, "VBN")) >= _SHARE
    return perhaps or forms.share(form, _FINITE) >= _SHARE


def _after_adverbs(words: Sequence[str], place: int, forms: Forms) -> tuple[int, bool | None]:
    """The place of what follows a verb's adverbs, and whether one of them denies it; None where that is not sure."""
    at, denied = place + 1, False
    while at < len(words) and (words[at] in _NOT or forms.share(words[at], ("RB", "RBR")) >= _SHARE):
        if words[at] in _NOT:
            limited = at + 1 < len(words) and words[at + 1] in ("only", "just", "even", "necessarily", "entirely")
            if denied or limited:
                return at, None
            denied = True
        elif words[at] in _NO_SUBJECTS:
            return at, None
        at += 1
    return at, denied


def _main_verb(words: Sequence[str], place: int, after: int, forms: Forms, *, denied: bool) -> int | None:
    """The place of the verb that this one helps, its own place where it is the main verb, None where it is not sure."""
    form, next_one = words[place], words[after] if after < len(words) else ""
    if form not in _HELPING:
        return place
    if form in _WILL:
        return after if forms.share(next_one, _BASE) >= _SHARE else None
    if form == "'d":  # "had" or "would"
        return after if forms.share(next_one, ("VBN",)) >= _SHARE else None
    if form in BE and words[after : after + 2] == ["going", "to"]:
        return after + 2 if after + 2 < len(words) else None
    if form in BE and (next_one == "being" or forms.participle(next_one)):
        return after
    if form in HAVE and next_one not in forms.tags and not forms.participle(next_one):
        return None
    if form in HAVE and (forms.share(next_one, ("VBN",)) >= _PERHAPS or forms.participle(next_one)):
        return after
    if form in DO and (forms.share(next_one, _BASE) >= _SHARE or (denied and next_one)):
        return after
    return place if next_one else None
