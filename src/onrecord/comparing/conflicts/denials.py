"""Denials: who denies what, in the words of the denial or as an answer to what was said just before."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.comparing.conflicts.assertions import telling_words
from onrecord.lexicon import any_of
from onrecord.records import ToldStatement

_DENYING: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed|ing)|rebut\w*|dismiss(?:es|ed|ing)?|debunk\w*)\b", re.IGNORECASE
)
_CLAIM: Final = any_of(
    "claims?", "allegations?", "accusations?", "charges?", "reports?", "suggestions?", "notion", "idea", "assertions?",
    "premise", "speculation", "rumou?rs?",
)  # fmt: skip
_REJECTED_CLAIM: Final = re.compile(
    rf"^\W*(?:any |all |the |such |recent |\w+['’]s? |false )*{_CLAIM} (?:that|of|by|about)\b", re.IGNORECASE
)
# "That is not true", "none of that is accurate", "that's false": what somebody answers to what another has just said.
_SURELY: Final = r"(?: (?:just|simply|absolutely|really|actually|totally|completely))?"
_SO: Final = "(?:true|the case|accurate|right|correct|so\\b)"
_NOT_SO: Final = any_of(
    rf"(?: (?:is|was|are)|['’](?:s|re)){_SURELY} not (?:at all )?{_SO}",
    rf" (?:is|was|are)n['’]t{_SURELY} {_SO}",
    rf"(?: (?:is|was|are)|['’](?:s|re)){_SURELY} (?:false|untrue|incorrect|inaccurate|nonsense|baseless|fake)",
    rf"['’]s{_SURELY} wrong",
)
_OPENING: Final = r"(?:(?:no|well|look|again|so|now|and|but|sorry|actually|i mean|oh|[A-Z]\w+)\W+){0,3}"
_WHAT: Final = r"(?:that|this|it|what (?:he|she|you) (?:said|say))"
_NONE: Final = rf"none of (?:that|this|it) (?:is|was){_SURELY} {_SO}"
_ANSWER: Final = re.compile(rf"^\W*{_OPENING}(?:{_WHAT}{_NOT_SO}|{_NONE})", re.IGNORECASE)
_AGAINST: Final = re.compile(
    r"\b(?:reject\w*|disput\w*|den(?:y|ies|ied|ying)|push\w* back (?:on|against)|t(?:ak(?:e|es|ing)|ook) issue with"
    r"|disagree\w* with) "
    rf"(?:the |this |that |any )?{_CLAIM} that (?P<claim>[^.?!]+)",
    re.IGNORECASE,
)
ANSWERING: Final = (
    *(
        f"{negation} {so}"
        for negation in ("not", "isn t", "aren t", "wasn t")
        for so in ("true", "the case", "accurate")
    ),
    *(f"{negation} {so}" for negation in ("not", "isn t", "aren t", "wasn t") for so in ("right", "correct", "so")),
    *(
        "not at all",
        "is false",
        "s false",
        "untrue",
        "s wrong",
        "incorrect",
        "inaccurate",
        "nonsense",
        "baseless",
        "fake",
    ),
    *(
        f"{verb} {what}"
        for verb in (
            *("reject", "rejects", "rejected", "rejecting", "dispute", "disputes", "disputed", "disputing"),
            *("deny", "denies", "denied", "denying"),
        )
        for what in ("the", "this", "that", "any")
    ),
    *(f"{push} back {on}" for push in ("push", "pushes", "pushed", "pushing") for on in ("on", "against")),
    *(f"{take} issue with" for take in ("take", "takes", "took", "taking")),
    *(f"{disagree} with" for disagree in ("disagree", "disagrees", "disagreed", "disagreeing")),
)
"""Phrases of which each denial that answers holds one."""
# How far back an answer may reach, in statements.
_BACK: Final = 12
_SHARED: Final = 2


def denied_content(told: ToldStatement) -> str | None:
    """Return what a statement denies where it is an act of denying ("denied that …"), `None` where it is none."""
    statement = told.statement
    content = " ".join(span.text for span in statement.content)
    cue = "" if statement.cue is None else statement.cue.text
    if statement.act == "deny" or _DENYING.search(cue):
        return content
    return content if statement.act == "reject" and _REJECTED_CLAIM.match(content) else None


def says_denial(text: str) -> bool:
    """Tell whether a text speaks of a denial."""
    return _DENYING.search(text) is not None


def denials_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the extents of the words of a text that speak of a denial, in order."""
    yield from (match.span() for match in _DENYING.finditer(text))


def replies(statements: Sequence[ToldStatement]) -> Iterator[tuple[ToldStatement, ToldStatement]]:
    """Yield (claim, denial) of the turns of one transcript: a denial that answers what another has just said.

    In a transcript nobody is said to speak: a turn has no cue. In a report what stands before may be anything.
    """
    turns = [told for told in _outer(statements) if told.speakers and told.statement.cue is None]
    for place, told in enumerate(turns):
        claim = _claim_answered(turns[max(0, place - _BACK) : place], told)
        if claim is not None:
            yield claim, told


def _claim_answered(before: Sequence[ToldStatement], told: ToldStatement) -> ToldStatement | None:
    content = " ".join(span.text for span in told.statement.content)
    others = [one for one in reversed(before) if not _share_speaker(one, told)]
    if _ANSWER.match(content) is not None:
        last = before[-1] if before else None
        return last if last is not None and last in others[:1] and not _only_asks(last) else None
    against = _AGAINST.search(content)
    if against is None:
        return None
    wanted = telling_words(against["claim"])
    shared = ((len(wanted & telling_words(_text(one))), -number, one) for number, one in enumerate(others))
    best = max(shared, key=lambda found: found[:2], default=None)
    return best[2] if best is not None and best[0] >= _SHARED else None


def _outer(statements: Sequence[ToldStatement]) -> Iterator[ToldStatement]:
    """The statements that lie in no other, in order."""
    end = -1
    for told in sorted(statements, key=lambda one: (one.evidence.start, -one.evidence.end)):
        if told.evidence.end > end:
            yield told
            end = told.evidence.end


def _share_speaker(a: ToldStatement, b: ToldStatement) -> bool:
    return bool({one.id for one in a.speakers} & {one.id for one in b.speakers})


def _only_asks(told: ToldStatement) -> bool:
    text = _text(told).strip()
    return text.endswith("?") and not re.search(r"[.!;]\s", text)


def _text(told: ToldStatement) -> str:
    return " ".join(span.text for span in told.statement.content)
