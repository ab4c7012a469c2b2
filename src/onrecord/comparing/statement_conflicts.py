"""Conflicts between statements: what one affirms and another denies, and claims that were denied."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.comparing.assertions import Assertion, assertions_of, telling_words
from onrecord.comparing.conflict import Conflict, ConflictKind
from onrecord.comparing.conflict_chances import CHANCES, Sign
from onrecord.comparing.denials import denied_content, replies, says_denial
from onrecord.comparing.frames import words_in
from onrecord.comparing.moments import Days, may_coincide
from onrecord.comparing.negation import is_negated
from onrecord.comparing.same_story import dice
from onrecord.comparing.voices import one_voice
from onrecord.days import days_of
from onrecord.records import ToldStatement

# How many of the telling words two sentences must share to be about one thing (Dice), and a claim with its denial.
_ONE_MATTER: Final = 0.75
_CLAIMED: Final = 0.75
_CLAIM_WORDS: Final = 3


def statement_conflicts(pairs: Iterable[tuple[ToldStatement, ToldStatement]]) -> Iterator[Conflict]:
    """Yield the conflicts among pairs of statements that share words, in the order of the pairs."""
    for a, b in pairs:
        found = conflict_of_statements(a, b)
        if found is not None:
            yield found


def conflict_of_statements(a: ToldStatement, b: ToldStatement) -> Conflict | None:
    """Return how two statements conflict, `None` where they do not, or where one lies in the other."""
    if _overlap(a, b):
        return None
    return _denied(a, b) or _denied(b, a) or _opposed(a, b)


def answers(statements: Sequence[ToldStatement]) -> Iterator[Conflict]:
    """Yield the claims in one document that are denied in answer: `a` is the claim, `b` the denial."""
    for claim, denial in replies(statements):
        yield _conflict("denied", "denied in reply", claim, denial, "the answer denies what was said before it")


def _denied(claim: ToldStatement, denial: ToldStatement) -> Conflict | None:
    content = denied_content(denial)
    if content is None or says_denial(claim.evidence.text) or one_voice(claim, denial) or is_negated(words_in(content)):
        return None
    wanted = telling_words(content)
    if len(wanted) < _CLAIM_WORDS:
        return None
    for assertion in assertions_of(claim):
        if not assertion.negated and len(wanted & assertion.words) >= _CLAIMED * len(wanted):
            shared = ", ".join(sorted(wanted & assertion.words))
            return _conflict("denied", "denied", claim, denial, f"what is denied is what is claimed: {shared}")
    return None


def _opposed(a: ToldStatement, b: ToldStatement) -> Conflict | None:
    for one in assertions_of(a):
        for other in assertions_of(b):
            if _are_opposed(one, other):
                shared = ", ".join(sorted(one.words & other.words))
                kind: ConflictKind = "contradicts" if may_coincide(_said(a), _said(b)) else "updated"
                return _conflict(kind, "negated", a, b, f"one affirms what the other denies: {shared}")
    return None


def _are_opposed(one: Assertion, other: Assertion) -> bool:
    if one.negated == other.negated or one.numbers != other.numbers or (one.names - other.names and other.names - one.names):
        return False
    if (one.own or other.own) and not one_voice(one.told, other.told):
        return False
    return dice(one.words, other.words) >= _ONE_MATTER and one.told.statement.act != "deny" != other.told.statement.act


def _said(told: ToldStatement) -> Days | None:
    days = days_of(told.said)
    return None if days is None else Days(*days)


def _overlap(a: ToldStatement, b: ToldStatement) -> bool:
    one_document = a.page.document == b.page.document
    return one_document and a.evidence.start < b.evidence.end and b.evidence.start < a.evidence.end


def _conflict(kind: ConflictKind, sign: Sign, a: ToldStatement, b: ToldStatement, *why: str) -> Conflict:
    return Conflict(kind=kind, a=a, b=b, confidence=CHANCES[sign], one_voice=one_voice(a, b), why=why)
