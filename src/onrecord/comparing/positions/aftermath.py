"""What was said later about a commitment: renewed, denied, said to be done or given up. Nothing but somebody's word.

A later statement is about a commitment if it takes up its words (`claims`). Whether a promise was kept nobody knows
from words, and what nobody speaks of again is not dropped for that.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypedDict

from onrecord.comparing.positions.commitments import Commitment
from onrecord.comparing.positions.topics import same_word
from onrecord.comparing.positions.uptake import SHARED, content_words
from onrecord.days import days_of
from onrecord.folding import fold
from onrecord.records import Act, Ref, RefJson, Span

# Of the content words of the shorter of the two; at the 0.4 of claims four of ten were of another promise.
_PART: Final = 0.5
Fate = Literal["reaffirmed", "denied", "said_done", "dropped"]

_DROPPED: Final = re.compile(
    r"\b(?:no longer|abandon(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing)|scrap(?:s|ped|ping)?|cancel(?:s|led|ed|ling)?"
    r"|renounc(?:es?|ed|ing)|suspend(?:s|ed|ing)?|walk(?:s|ed)? away from|pull(?:s|ed|ing)? out of|back(?:s|ed)? out of"
    r"|went back on|go(?:es|ing)? back on|not bound by|br(?:eak|oke|oken|eaking) (?:its|his|her|their|the)"
    r" (?:promise|word|pledge|commitment)s?|fail(?:s|ed)? to (?:keep|honou?r|fulfil|meet))\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:has|have|had|was|were|been|we|it|they|he|she|[A-Z]\w+)\s+(?:\w+ly\s+|already\s+|now\s+|also\s+)*(?P<verb>\w+)\b"
)
_SO: Final = frozenset({"CT+", "PR+", None})
_PAST: Final = re.compile(r"(?:ed|en|t|ade|ave|ought|ent|old|aid|ept|uilt|un|egan|one)$")


class LaterJson(TypedDict):
    """One thing that was said later about a commitment."""

    fate: Fate
    ref: RefJson
    speakers: list[str]
    said: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What may be about a commitment: a statement or another commitment, with who said it and when."""

    ref: Ref
    text: str
    cue: Span | None
    act: Act | None
    factuality: str | None
    speakers: tuple[str, ...]
    said: str | None
    promises: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """What was said later about a commitment, and what that makes of it."""

    fate: Fate
    by: Said

    def to_json(self) -> LaterJson:
        """Return one thing that was said later."""
        one = self.by
        return {"fate": self.fate, "ref": one.ref.to_json(), "speakers": list(one.speakers), "said": one.said}


def later_about(commitment: Commitment, candidates: Iterable[Said]) -> list[Later]:
    """Return what of this was said later about a commitment, in order of when; nothing of what has no date."""
    days = days_of(commitment.said)
    if days is None:
        return []
    wanted = content_words(commitment.promised.text)
    told: dict[str, Later] = {}
    for one in candidates:
        when = days_of(one.said)
        if when is None or when[0] <= days[1] or not _takes_up(wanted, content_words(one.text)):
            continue
        fate = _fate(commitment, one)
        if fate is not None:
            told.setdefault(fold(one.text), Later(fate, one))
    return sorted(told.values(), key=lambda later: (later.by.said or "", later.by.ref.span.start))


def sought_words(commitment: Commitment) -> str | None:
    """Return words that what is said later about it is looked for by: its three longest; None where there are not."""
    words = sorted(content_words(commitment.promised.text), key=lambda word: (-len(word), word))
    chosen = [word for word in words if word.isalpha()][:3]
    return " ".join(f"{word}*" for word in chosen) if len(chosen) == len("abc") else None


def _takes_up(wanted: frozenset[str], words: frozenset[str]) -> bool:
    shared = len(wanted & words)
    return shared >= SHARED and shared >= _PART * min(len(wanted), len(words))


def _fate(commitment: Commitment, one: Said) -> Fate | None:
    """What a later statement makes of a commitment; its own renewal only by who made it."""
    whole = f"{one.cue.text if one.cue is not None else ''} {one.text}"
    if _DROPPED.search(whole):
        return "dropped"
    if one.act in ("deny", "reject") or one.factuality == "CT-":
        return "denied"
    if one.promises or one.act in ("reaffirm", "pledge"):
        return "reaffirmed" if _same(commitment, one.speakers) else None
    if one.act in ("assert", "confirm", "support") and one.factuality in _SO and _is_done(commitment, one.text):
        return "said_done"
    return None


def _same(commitment: Commitment, speakers: Sequence[str]) -> bool:
    """Whether one who promised speaks again, under a name that holds the other's words or is held by them."""
    ours = [set(fold(one.name).split()) for one in commitment.by]
    return any(a <= b or b <= a for name in speakers if (a := set(fold(name).split())) for b in ours)


def _is_done(commitment: Commitment, text: str) -> bool:
    """Whether what was promised is told as past: its first verb, in a past form behind a subject or an auxiliary."""
    first = next(iter(fold(commitment.promised.text).split()), "")
    told = (match["verb"] for match in _DONE.finditer(text))
    return any(_PAST.search(verb) and _same_verb(fold(verb), first) for verb in told)


def _same_verb(past: str, base: str) -> bool:
    """Whether a past form can be of this verb: "rebuilt" of "rebuild", "sent" of "send"; of "bought" nobody knows."""
    return same_word(past, base) or (len(base) > 2 and past[: len(base) - 1] == base[:-1])
