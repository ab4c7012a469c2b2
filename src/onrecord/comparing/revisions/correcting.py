"""Which change a declared correction owns up to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from onrecord.comparing.revisions.claims import Claims, Of
from onrecord.comparing.revisions.cosmetic import FUNCTION_WORDS
from onrecord.comparing.revisions.notices import Notice
from onrecord.comparing.revisions.revision import Revision
from onrecord.comparing.revisions.wording import Wording
from onrecord.lexicon import word_set
from onrecord.records import Span, ZoneKind

# Words of a notice that name no fact.
_OF_NOTICES: Final = FUNCTION_WORDS | word_set(
    """
    company corrects correct corrected correction correcting also item story article report version earlier previous
    original originally ran appeared paragraph headline shows show not instead rather there no which that this update
    updated clarify clarifies clarified note said incorrectly misstated stated wrong wrongly
    first second third fourth fifth sixth seventh eighth ninth tenth graf para lead
    """
)
# Words of wire tables and the words that a notice uses for them.
_WIRE: Final = {
    **{"shr": ("share",), "shrs": ("shares",), "revs": ("revenue", "revenues", "sales"), "oper": ("operating",)},
    **{"avg": ("average",), "cts": ("cents",), "div": ("dividend",), "profit": ("net",), "pay": ("payout",)},
    **{"sales": ("revenue", "revenues")},
}
_KINDS: Final[Sequence[tuple[re.Pattern[str], Of]]] = (
    (
        re.compile(r"\b(?:figures?|numbers?|amount|size|total|value|rate|price|percentage|sum|cost|results?)\b"),
        "figure",
    ),
    (re.compile(r"\b(?:dates?|days?|periods?|times?|(?:year|month|quarter) of)\b"), "time"),
    (re.compile(r"\b(?:names?|spelling|symbol|title|surname|identity)\b"), "name"),
)
_ORDINALS: Final = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
    **{"ninth": 9, "tenth": 10, "lead": 1},
}
_PARAGRAPH: Final = re.compile(
    r"\b(?:(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:paragraph|graf|para)\b"
    r"|(?:paragraph|graf|para)s? (?P<number>\d+)|(?P<lead>lead (?:paragraph|graf))\b)"
)
_IN_HEADLINE: Final = re.compile(r"\bheadline\b")
_NOTE: Final = re.compile(r"\W*(?:eds?|editor[’']?s? )?note\b", re.IGNORECASE)
# "in May 4 report", "in the table that was sent at noon": which item was wrong, and not what of it.
_WHICH_ITEM: Final = re.compile(
    r"\b(?:in |of )?(?:an? |the )?(?:[A-Z]\w+\.? \d{1,2},? )?(?:item|story|report|table)\b"
    r"(?: (?:which|that)? ?(?:originally )?(?:ran|appear\w+|moved|sent) .*)?",
    re.IGNORECASE,
)
_TO_SHOW: Final = re.compile(r"\bto (?:show|say|read|reflect|make clear)\b|\binstead of\b|\brather than\b")
_PERIODS: Final = word_set("quarter year years half months month week day date")
# What a match weighs: a word of the change itself, one of its sentence, its kind, its paragraph.
_SAID, _AROUND, _KIND, _PLACE = 4, 1, 2, 6
_NEARLY: Final = 2
# A correction exchanges a few words; whole sentences come and go for other reasons.
_LONG: Final = 8


class _Fit(NamedTuple):
    """How well a change fits what a notice says, the words that both say, and how many its sentence says, too."""

    score: int
    said: frozenset[str]
    around: int


def with_declared(
    changes: Sequence[Revision], notices: Sequence[Notice], ours: Claims, theirs: Claims
) -> list[Revision]:
    """Mark the changes that the notices own up to, and tell each notice as the words that were added, and no more.

    Where notices say what was wrong, the changes that fit their words best are marked; where they only say that
    something was, whatever was altered below the headline.
    """
    kept = _without_notices(changes, notices, theirs)
    telling = [notice for notice in notices if notice.what] or [n for n in notices if n.kind == "corrected"]
    for notice in telling:
        for number in _owned(kept, notice, ours, theirs):
            kept[number] = replace(kept[number], declared=notice)
    return kept


def _without_notices(changes: Sequence[Revision], notices: Sequence[Notice], theirs: Claims) -> list[Revision]:
    kept = [change for change in changes if not any(_lies_in(change.theirs, notice.span) for notice in notices)]
    told = [
        Revision(
            of="wording",
            change="added",
            a=None,
            b=theirs.ref(notice.span),
            ours=None,
            theirs=notice.span,
            declared=notice,
        )
        for notice in notices
    ]
    return [*kept, *told]


def _lies_in(span: Span | None, notice: Span) -> bool:
    if span is None:
        return False
    common = min(span.end, notice.end) - max(span.start, notice.start)
    return 2 * common > span.end - span.start


def _owned(changes: Sequence[Revision], notice: Notice, ours: Claims, theirs: Claims) -> Iterator[int]:
    in_headline = bool(_IN_HEADLINE.search(notice.what.casefold()))
    candidates = [
        number
        for number, change in enumerate(changes)
        if not change.cosmetic
        and change.declared is None
        and not _in_zone(change, "dateline", ours, theirs)
        and _in_zone(change, "headline", ours, theirs) == in_headline
        and not _is_note(change)
    ]
    short = [number for number in candidates if _length(changes[number]) <= _LONG]
    candidates = short or candidates
    if not notice.what:
        altered = [number for number in candidates if _is_altered(changes[number])]
        yield from altered or candidates
        return
    for what in _facts(notice.what):
        yield from _best(changes, candidates, what, ours, theirs)


def _best(
    changes: Sequence[Revision], candidates: Sequence[int], what: str, ours: Claims, theirs: Claims
) -> Iterator[int]:
    """The changes that fit the words of a notice best, and those that say the same of them nearly as well."""
    fits = {number: _fit(changes[number], what, ours, theirs) for number in candidates}
    best = max(fits.values(), key=lambda fit: fit.score, default=None)
    if best is not None and best.score > 0:
        yield from (
            number
            for number, fit in fits.items()
            if fit.score == best.score or (fit.score >= best.score - _NEARLY and _fits_too(fit, best, changes[number]))
        )
    elif len(altered := [number for number in candidates if _is_altered(changes[number])]) == 1:
        yield from altered


def _length(change: Revision) -> int:
    """The words of a change, in the text that has more of them."""
    return max(len(span.text.split()) for span in (change.ours, change.theirs) if span is not None)


def _fits_too(fit: _Fit, best: _Fit, change: Revision) -> bool:
    """Whether it says the same words of the notice as the best, or is a number in a sentence that says others."""
    number = change.of == "figure" and _is_altered(change) and fit.around >= _NEARLY
    return number or fit.said == best.said != frozenset()


def _facts(what: str) -> list[str]:
    """The sentences of a notice, each of which owns up to something of its own."""
    return [one for one in re.split(r"(?<=[.;]) +(?=[A-Z(])", what) if one.strip()]


def _is_note(change: Revision) -> bool:
    """Whether a change is a note itself, as the notice is."""
    return change.theirs is not None and _NOTE.match(change.theirs.text) is not None


def _is_altered(change: Revision) -> bool:
    return change.a is not None and change.b is not None


def _fit(change: Revision, what: str, ours: Claims, theirs: Claims) -> _Fit:
    """Weigh a change by its own words, those around it, its kind and its place."""
    wanted, folded = _wanted(what), what.casefold()
    said = {key for span in (change.ours, change.theirs) for key in _keys(span)}
    around = {key for side, span in ((ours, change.ours), (theirs, change.theirs)) for key in _around(side, span)}
    met = _met(said, wanted)
    near = len(_met(around - said, wanted))
    score = _SAID * len(met) + _AROUND * near + _PLACE * _is_there(change, folded, theirs)
    return _Fit(score + _kind_fits(change, said, folded), frozenset(met), near)


def _kind_fits(change: Revision, said: set[str], notice: str) -> int:
    """What is owned up to is a number, where the notice does not say what else it is."""
    kinds = {of for pattern, of in _KINDS if pattern.search(notice)}
    if change.of in kinds or ("time" in kinds and said & _PERIODS):
        return _KIND
    return _KIND if not kinds and change.of == "figure" and not _TO_SHOW.search(notice) else 0


def _wanted(what: str) -> frozenset[str]:
    return frozenset(Wording(_WHICH_ITEM.sub(" ", what)).keys) - _OF_NOTICES


def _keys(span: Span | None) -> Iterator[str]:
    if span is not None:
        yield from (key for key in Wording(span.text).keys if key not in FUNCTION_WORDS)


def _around(side: Claims, span: Span | None) -> Iterator[str]:
    if span is None:
        return
    word = side.wording.within(span.start, span.end)[0]
    yield from side.wording.keys[slice(*side.wording.sentence(min(word, len(side.wording.words) - 1)))]


def _met(said: set[str], wanted: frozenset[str]) -> set[str]:
    """The words of a notice that a change says, too: the same, in the plural, or in a table's short form."""
    full = said | {long for key in said for long in _WIRE.get(key, ())}
    stems = set(map(_singular, full))
    return {word for word in wanted if _singular(word) in stems}


def _singular(word: str) -> str:
    return word[:-2] if word.endswith("sses") else word if word.endswith("ss") else word.removesuffix("s")


def _is_there(change: Revision, notice: str, theirs: Claims) -> bool:
    match = _PARAGRAPH.search(notice)
    if match is None or change.theirs is None:
        return False
    wanted = 1 if match["lead"] else _ORDINALS.get(match["word"] or "", 0) or int(match["number"] or 0)
    return _body_paragraph(change.theirs, theirs) == wanted


def _in_zone(change: Revision, kind: ZoneKind, ours: Claims, theirs: Claims) -> bool:
    """Whether a change stands in a part of the report, such as its headline."""
    side, span = (theirs, change.theirs) if change.theirs is not None else (ours, change.ours)
    zones = [zone for zone in side.record.document.zones if zone.kind == kind]
    return span is not None and any(zone.start < span.end and span.start < zone.end for zone in zones)


def _body_paragraph(span: Span, side: Claims) -> int:
    """The number of the paragraph of the body that a stretch stands in, from 1."""
    zones = [zone for zone in side.record.document.zones if zone.kind == "body"]
    return sum(zone.start <= span.start for zone in zones)
