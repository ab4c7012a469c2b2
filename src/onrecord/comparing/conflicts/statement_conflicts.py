"""Conflicts between statements: what one affirms and another denies, and claims that were denied."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.comparing.conflicts.assertions import Assertion, telling_words
from onrecord.comparing.conflicts.conflict import Conflict, ConflictKind
from onrecord.comparing.conflicts.conflict_chances import Sign, chance_of
from onrecord.comparing.conflicts.denials import replies
from onrecord.comparing.conflicts.same_story import dice
from onrecord.comparing.conflicts.same_voice import one_voice
from onrecord.comparing.conflicts.uttered import Uttered
from onrecord.comparing.figures.moments import Days, may_coincide
from onrecord.days import days_of
from onrecord.records import ToldStatement

# How many of the telling words two sentences must share to be about one thing (Dice), and a claim with its denial.
_ONE_MATTER: Final = 0.75
_CLAIMED: Final = 0.75
_CLAIM_WORDS: Final = 3


def statement_conflicts(pairs: Iterable[tuple[ToldStatement, ToldStatement]]) -> Iterator[Conflict]:
    """Yield the conflicts among pairs of statements that share words, in the order of the pairs."""
    shelf: dict[tuple[str, str], Uttered] = {}
    for a, b in pairs:
        one, other = (shelf.setdefault((told.page.document, told.statement.id), Uttered(told)) for told in (a, b))
        found = conflict_of_statements(one, other)
        if found is not None:
            yield found


def conflict_of_statements(a: Uttered, b: Uttered) -> Conflict | None:
    """Return how two statements conflict, `None` where they do not, or where one lies in the other."""
    if _overlap(a.told, b.told):
        return None
    return _denied(a, b) or _denied(b, a) or _opposed(a, b)


class Wording:
    """The words that statements are looked for by; with `opposed` only those of denials and of what is not so."""

    def __init__(self, *, opposed: bool) -> None:
        self._opposed = opposed

    def looked_for(self, told: ToldStatement) -> Iterator[frozenset[str]]:
        """Yield the beginnings of the words of what a statement denies, and of each sentence that it asserts."""
        uttered = Uttered(told)
        if len(uttered.denied) >= _CLAIM_WORDS:
            yield uttered.denied
        yield from (one.words for one in uttered.assertions if one.negated or not self._opposed)

    def words_in(self, text: str) -> frozenset[str]:
        """Return the beginnings of the telling words of a text."""
        return telling_words(text)


def answers(statements: Sequence[ToldStatement]) -> Iterator[Conflict]:
    """Yield the claims in one document that are denied in answer: `a` is the claim, `b` the denial."""
    for claim, denial in replies(statements):
        yield _conflict("denied", "denied in reply", claim, denial, "the answer denies what was said before it")


def _denied(claim: Uttered, denial: Uttered) -> Conflict | None:
    wanted = denial.denied
    if len(wanted) < _CLAIM_WORDS or claim.speaks_of_denial or one_voice(claim.told, denial.told):
        return None
    for assertion in claim.assertions:
        if not assertion.negated and len(wanted & assertion.words) >= _CLAIMED * len(wanted):
            shared = ", ".join(sorted(wanted & assertion.words))
            why = f"what is denied is what is claimed: {shared}"
            return _conflict("denied", "denied", claim.told, denial.told, why)
    return None


def _opposed(a: Uttered, b: Uttered) -> Conflict | None:
    if "deny" in (a.told.statement.act, b.told.statement.act):
        return None
    opposed = ((one, other) for one in a.assertions for other in b.assertions if _are_opposed(one, other))
    found = next(opposed, None)
    if found is None:
        return None
    kind: ConflictKind = "contradicts" if may_coincide(_said(a.told), _said(b.told)) else "updated"
    shared = ", ".join(sorted(found[0].words & found[1].words))
    return _conflict(kind, "negated", a.told, b.told, f"one affirms what the other denies: {shared}")


def _are_opposed(one: Assertion, other: Assertion) -> bool:
    if one.negated == other.negated or one.numbers != other.numbers or dice(one.words, other.words) < _ONE_MATTER:
        return False
    if (one.names - other.names and other.names - one.names) or one.plain in other.plain or other.plain in one.plain:
        return False
    if not (one.turned <= other.words and other.turned <= one.words):  # another clause is negated
        return False
    return not (one.own or other.own) or one_voice(one.told, other.told)


def _said(told: ToldStatement) -> Days | None:
    days = days_of(told.said)
    return None if days is None else Days(*days)


def _overlap(a: ToldStatement, b: ToldStatement) -> bool:
    one_document = a.page.document == b.page.document
    return one_document and a.evidence.start < b.evidence.end and b.evidence.start < a.evidence.end


def _conflict(kind: ConflictKind, sign: Sign, a: ToldStatement, b: ToldStatement, *why: str) -> Conflict:
    return Conflict(kind=kind, sign=sign, a=a, b=b, confidence=chance_of(sign), one_voice=one_voice(a, b), why=why)
