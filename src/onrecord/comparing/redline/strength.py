"""How strongly something is said: words of commitment on their scales, and whether a new wording hardened or softened.

"Condemn" for "express concern" hardens, "intend to" for "will" softens, and so does "condemn" for "strongly condemn".
What stands on different scales does not compare: nothing is told then.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Final, Literal

from onrecord.comparing.redline.strength_words import IN_STRONGEST_TERMS, STRONGER, WEAKER, WORDS, Scale
from onrecord.records import Act, Factuality, Statement

Change = Literal["hardened", "softened"]

_HALF: Final = 0.5
_NEXT: Final = 12  # characters between a word and one that takes its force, an adverb's room
_BEFORE: Final = 40  # characters before a word that are searched for what strengthens or denies it
_BLANKS: Final = re.compile(r"\s")
_LAST_WORDS: Final = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,1} $")
_NEXT_WORD: Final = re.compile(r" \w+ly\b")
_STRONGER: Final = re.compile(rf"\b(?:{STRONGER})\b", re.IGNORECASE)
_WEAKER: Final = re.compile(rf"\b(?:{WEAKER})\b", re.IGNORECASE)
_AFTER: Final = re.compile(rf" (?:[\w’'-]+ ){{0,3}}?{IN_STRONGEST_TERMS}\b", re.IGNORECASE)
_DENIED: Final = re.compile(r"(?:\b(?:not|never|no longer|neither|nor|without|cannot|refus\w+ to)|n[’']t) (?:\w+ )?$")
# What is denied behind a modal is as firm as what is affirmed: "will not" commits as "will" does.
_MODAL: Final = re.compile(r"will|shall|must|should|may|might|could|can", re.IGNORECASE)
# What an act by itself commits to, where no word tells: the codebook's acts on the scales of the words.
_ACTS: Final[Mapping[Act, tuple[Scale, int]]] = {
    "condemn": ("disapproval", 5),
    "reject": ("disapproval", 4),
    "demand": ("demand", 4),
    "ask": ("demand", 2),
    "pledge": ("commitment", 5),
    "confirm": ("certainty", 5),
    "assert": ("certainty", 4),
    "assess": ("certainty", 3),
    "expect": ("certainty", 3),
}
_CERTAIN: Final[Mapping[str, int]] = {"CT": 3, "PR": 2, "PS": 1}


@dataclass(frozen=True, slots=True)
class Strong:
    """A word of commitment at [start, end) of its text: on which scale it stands, and how high, 0.5 to 5.5.

    `strengthened` is the word beside it that makes it half a degree stronger or weaker, if any.
    """

    start: int
    end: int
    scale: Scale
    degree: float
    word: str
    strengthened: str = ""

    def __str__(self) -> str:
        return f"{self.strengthened} {self.word}".strip()


@dataclass(frozen=True, slots=True)
class Force:
    """How strongly a passage or a statement says what it says: its words in order, its act, its factuality."""

    words: tuple[Strong, ...] = ()
    act: Act | None = None
    factuality: Factuality | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One word of commitment that another took the place of, on the same scale and with another degree."""

    before: Strong
    after: Strong

    @property
    def change(self) -> Change:
        """What became of it."""
        return "hardened" if self.after.degree > self.before.degree else "softened"


def force_of(text: str, *, offset: int = 0) -> Force:
    """Return the words of commitment of a text, in order; `offset` is added to their places."""
    found = sorted(_strong_in(text, offset), key=lambda one: (one.start, one.end))
    return Force(tuple(one for one, after in zip_longest(found, found[1:]) if not _yields(one, after)))


def _yields(one: Strong, following: Strong | None) -> bool:
    """Whether a promise is only to try: "will seek to", "are committed to exploring"."""
    if following is None or {one.scale, following.scale} != {"commitment"} or following.degree >= one.degree:
        return False
    return 0 <= following.start - one.end <= _NEXT


def force_of_statement(statement: Statement) -> Force:
    """Return the force of an attribution: its cue's words, the first of its content on each other scale, its act."""
    cue = () if statement.cue is None else force_of(statement.cue.text, offset=statement.cue.start).words
    told = [one for span in statement.content for one in force_of(span.text, offset=span.start).words]
    scales = {one.scale for one in cue}
    first = {one.scale: one for one in reversed(told) if one.scale not in scales}
    return Force((*cue, *first.values()), statement.act, statement.factuality)


def change_of(before: Force, after: Force) -> Change | None:
    """Tell whether what is said was hardened or softened; None where nothing tells it, or some words say each.

    Words of commitment come first; where none was exchanged, the factuality tells (certain, probable, possible, of the
    same polarity), else the act.
    """
    for changes in (
        {shift.change for shift in shifts_between(before, after)},
        _by_factuality(before.factuality, after.factuality),
        _by_act(before.act, after.act),
    ):
        if changes:
            return changes.pop() if len(changes) == 1 else None
    return None


def shifts_between(before: Force, after: Force) -> tuple[Shift, ...]:
    """Return the words that others took the place of: those of each scale that both do not share, paired in order."""
    found: list[Shift] = []
    for scale in WORDS:
        ours, theirs = (_of_scale(force, scale) for force in (before, after))
        pairs = zip(_without(ours, theirs), _without(theirs, ours), strict=False)
        found += [Shift(a, b) for a, b in pairs if a.degree != b.degree]
    return tuple(sorted(found, key=lambda shift: (shift.before.start, shift.after.start)))


def _of_scale(force: Force, scale: Scale) -> list[Strong]:
    return [one for one in force.words if one.scale == scale]


def _without(ours: Sequence[Strong], theirs: Iterable[Strong]) -> list[Strong]:
    """Ours that have no twin of the same degree among theirs, each twin counted once."""
    twins = [one.degree for one in theirs]
    left: list[Strong] = []
    for one in ours:
        if one.degree in twins:
            twins.remove(one.degree)
        else:
            left.append(one)
    return left


def _by_factuality(before: Factuality | None, after: Factuality | None) -> set[Change]:
    if before is None or after is None or "Uu" in (before, after) or before[-1] != after[-1]:
        return set()
    return _sign(_CERTAIN[before[:2]], _CERTAIN[after[:2]])


def _by_act(before: Act | None, after: Act | None) -> set[Change]:
    ours, theirs = (_ACTS.get(act) if act is not None else None for act in (before, after))
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return set()
    return _sign(ours[1], theirs[1])


def _sign(before: float, after: float) -> set[Change]:
    if before == after:
        return set()
    return {"hardened"} if after > before else {"softened"}


def _strong_in(text: str, offset: int) -> Iterator[Strong]:
    # One character for each: offsets stay.
    flat = _BLANKS.sub(" ", text)
    for scale, patterns in _patterns().items():
        for match in patterns.finditer(flat):
            degree, beside = _degree(flat, match)
            if degree is not None:
                start, end = match.span()
                yield Strong(offset + start, offset + end, scale, degree, match.group().casefold(), beside)


def _degree(text: str, match: re.Match[str]) -> tuple[float | None, str]:
    """The degree of a word and what strengthens or weakens it beside it; None of one that is denied."""
    degree = float(next(name for name, found in match.groupdict().items() if found is not None)[1:])
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _DENIED.search(before.casefold()) and not _MODAL.fullmatch(match.group()):
        return None, ""
    near, next_word = _LAST_WORDS.search(before), _NEXT_WORD.match(text, match.end())
    beside = f"{near.group() if near else ''}{next_word.group() if next_word else ''}"
    if found := _STRONGER.search(beside):
        return degree + _HALF, found.group().casefold()
    if _STRONGER.search(match.group()) or _AFTER.match(text, match.end()):
        return degree + _HALF, ""
    found = _WEAKER.search(f"{beside} {match.group()}")
    return (degree - _HALF, "") if found else (degree, "")


@cache
def _patterns() -> Mapping[Scale, re.Pattern[str]]:
    """One expression for each scale, its groups named after the degrees, the strongest first."""
    return {
        scale: re.compile(
            "|".join(rf"(?P<d{degree}>\b(?:{'|'.join(words)})\b)" for degree, words in sorted(degrees.items())[::-1]),
            re.IGNORECASE,
        )
        for scale, degrees in WORDS.items()
    }
