"""What was said later about a commitment: renewed, denied, said to be done or given up. Nothing but somebody's word.

A later statement is about a commitment if it takes up its words (`claims`). Whether a promise was kept nobody knows
from words, and what nobody speaks of again is not dropped for that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypedDict

from onrecord.comparing.positions.commitments import Commitment
from onrecord.comparing.positions.uptake import SHARED, content_words
from onrecord.days import days_of
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Act, Ref, RefJson, Span

# Of the content words of the shorter of the two; at the 0.4 of claims four of ten were of another promise.
_PART: Final = 0.5
_SOUGHT: Final = 3
Fate = Literal["reaffirmed", "denied", "said_done", "dropped"]

_DROPPED: Final = re.compile(
    r"\b(?:no longer|abandon(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing)|scrap(?:s|ped|ping)?|cancel(?:s|led|ed|ling)?"
    r"|renounc(?:es?|ed|ing)|suspend(?:s|ed|ing)?|walk(?:s|ed)? away from|pull(?:s|ed|ing)? out of|back(?:s|ed)? out of"
    r"|went back on|go(?:es|ing)? back on|not bound by|br(?:eak|oke|oken|eaking) (?:its|his|her|their|the)"
    r" (?:promise|word|pledge|commitment)s?|fail(?:s|ed)? to (?:keep|honou?r|fulfil|meet))\b",
    re.IGNORECASE,
)
# Looked ahead for, since the subject of "they have sent" ends where its auxiliary begins.
_DONE: Final = re.compile(
    r"\b(?=(?:(?P<aux>has|have|had|was|were|been)|we|it|they|he|she|[A-Z]\w+)\s+"
    r"(?:\w+ly\s+|already\s+|now\s+|also\s+)*(?P<verb>\w+)\b)"
)
_SO: Final = frozenset({"CT+", "PR+", None})
_IRREGULAR: Final = {
    base: frozenset(forms)
    for base, *forms in (
        line.split("/")
        for line in word_set(
            """
            become/became/become begin/began/begun break/broke/broken bring/brought build/built buy/bought
            catch/caught choose/chose/chosen come/came/come deal/dealt do/did/done draw/drew/drawn drive/drove/driven
            fall/fell/fallen feed/fed fight/fought find/found fly/flew/flown freeze/froze/frozen get/got/gotten
            give/gave/given go/went/gone grow/grew/grown hold/held keep/kept lay/laid lead/led leave/left lend/lent
            lose/lost make/made meet/met pay/paid rise/rose/risen run/ran/run see/saw/seen seek/sought sell/sold
            send/sent shoot/shot show/showed/shown speak/spoke/spoken spend/spent stand/stood strike/struck
            take/took/taken teach/taught tell/told think/thought throw/threw/thrown win/won write/wrote/written
            """
        )
    )
}
# Whose past is like their present, so that only an auxiliary tells that it is past.
_SAME: Final = word_set("become bid burst come cost cut hit let put run set shed shut split spread")
_BEFORE_VERB: Final = re.compile(r"^(?:re|over|under|out|with|up)(?=\w{2})")


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
    chosen = [word for word in words if word.isalpha()][:_SOUGHT]
    # Without the y that "country" loses in "countries".
    return " ".join(f"{word.removesuffix('y')}*" for word in chosen) if len(chosen) == _SOUGHT else None


def _takes_up(wanted: frozenset[str], words: frozenset[str]) -> bool:
    shared = len(wanted & words)
    return shared >= SHARED and shared >= _PART * min(len(wanted), len(words))


def _fate(commitment: Commitment, one: Said) -> Fate | None:
    """What a later statement makes of a commitment; its own renewal only by who made it."""
    whole = f"{one.cue.text if one.cue is not None else ''} {one.text}"
    if _DROPPED.search(whole) and not _DROPPED.search(commitment.words.text) and _same(commitment, one.speakers):
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
    bases = frozenset(_bases(first))
    forms = {form for base in bases for form in _pasts(base)}
    told = ((fold(match["verb"]), match["aux"] is not None) for match in _DONE.finditer(text))
    return any(verb in forms and (behind or verb not in bases) for verb, behind in told)


def _bases(verb: str) -> Iterator[str]:
    """Yield what a verb may be without the ending of "rebuilding", "providing", "cutting"."""
    yield verb
    stem = verb.removesuffix("ing")
    if stem != verb and len(stem) > 1:
        yield from (stem, f"{stem}e")
        if stem[-1] == stem[-2]:
            yield stem[:-1]


def _pasts(base: str) -> frozenset[str]:
    """Return the past forms of a verb, and some that it might have: "sent" of "send", "strengthened"."""
    before = _BEFORE_VERB.match(base)
    for prefix in ("", before.group() if before is not None else ""):
        bare = base.removeprefix(prefix)
        known = _IRREGULAR.get(bare, frozenset({bare}) if bare in _SAME else None)
        if known is not None:
            return frozenset(f"{prefix}{form}" for form in known)
    regular = {f"{base}d"} if base.endswith("e") else {f"{base}ed", f"{base}{base[-1:]}ed"}
    return frozenset(regular | {f"{base[:-1]}ied"} if base.endswith("y") else regular)
