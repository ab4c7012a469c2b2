"""One edit inside a sentence, told in claims: what each text claims at its words, and what both claim alike.

A claim that only one record has is told where the words bear it out: its number, its name stands in the edit. What both
texts have word for word is no change, whatever was read of it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from onrecord.comparing.redline.strength import Force, force_of, shifts_between
from onrecord.comparing.revisions.attributions import attribution_changes
from onrecord.comparing.revisions.claims import Claim, Claims, Of, same_claim
from onrecord.comparing.revisions.cosmetic import ARTICLES, FUNCTION_WORDS, is_furniture, says_the_same
from onrecord.comparing.revisions.edits import Edits
from onrecord.comparing.revisions.moves import Edit
from onrecord.comparing.revisions.notices import Notice
from onrecord.comparing.revisions.passages import Range, pair_at, statement_ref
from onrecord.comparing.revisions.revision import Change, Revision
from onrecord.records import Span

_KINDS: Final[Sequence[Of]] = ("figure", "time", "name")
_NEAR: Final = 2  # words between a word of commitment, or a number, and the edit that bears on it


class EditClaims:
    """An edit between two records, and what it changes."""

    def __init__(self, ours: Claims, theirs: Claims, edits: Edits, edit: Edit) -> None:
        self.ours, self.theirs, self.edits, self.edit = ours, theirs, edits, edit
        self.a: Range = (edit.a, edit.a_end)
        self.b: Range = (edit.b, edit.b_end)

    def changes(self) -> Iterator[Revision]:
        """Yield the changes that the edit makes, one cosmetic one where it makes none."""
        if self._is_cosmetic():
            yield self._wording(cosmetic=True)
            return
        claims = list(self._claim_changes())
        spoken = list(attribution_changes(self.ours, self.theirs, self.edits, self.edit))
        told = [*claims, *spoken, *self._rest([*claims, *spoken])]
        yield from told
        if not told:
            yield self._wording(cosmetic=self._same_claims())

    def _is_cosmetic(self) -> bool:
        if says_the_same(self.ours.wording, self.a, self.theirs.wording, self.b):
            return True
        sentences = [
            side.wording.span(*side.wording.sentence(first)).text
            for side, (first, last) in ((self.ours, self.a), (self.theirs, self.b))
            if first < last
        ]
        return all(map(is_furniture, sentences))

    def _same_claims(self) -> bool:
        """Whether both texts claim something at the edit: the same, in another notation, as nothing was told of it."""
        return bool(self.ours.touching(*self.a) and self.theirs.touching(*self.b))

    def _wording(self, *, cosmetic: bool = False) -> Revision:
        return self._passage(_span(self.ours, self.a), _span(self.theirs, self.b), cosmetic=cosmetic)

    def _passage(self, one: Span | None, other: Span | None, *, cosmetic: bool = False) -> Revision:
        a, b = (None if span is None else side.ref(span) for side, span in ((self.ours, one), (self.theirs, other)))
        change = _change(one, other)
        return Revision(of="wording", change=change, a=a, b=b, ours=one, theirs=other, cosmetic=cosmetic)

    # Figures, times, names

    def _claim_changes(self) -> Iterator[Revision]:
        figures: list[Revision] = []
        for kind in _KINDS:
            for change in self._changes_of(kind):
                # "Three-minute" is a figure and a time: told once.
                if kind == "time" and any(_meet(change, figure) for figure in figures):
                    continue
                figures.append(change)
                yield change

    def _changes_of(self, kind: Of) -> Iterator[Revision]:
        left, right = self._candidates(kind)
        left, right = self._without_same(left, right)
        bracket = self._bracket()
        if bracket is not None and not left:
            left = self._corrected_by(kind, right)
        pairs, left, right = _paired(left, right, self._matched)
        for one, other in pairs:
            if self._differ(one, other):
                yield self._told(one, other, None)
        if bracket is None:
            left = [claim for claim in left if self._borne(self.ours, claim, self.a)]
        right = [claim for claim in right if self._borne(self.theirs, claim, self.b)]
        if kind != "name" or len(left) == len(right):
            pairs, left, right = _paired(left, right, _of_one_unit)
            more, left, right = _paired(left, right, lambda one, other: True)
            yield from (self._told(one, other, bracket) for one, other in (*pairs, *more))
        yield from (self._alone(claim, gone=True) for claim in left if bracket is None)
        yield from (self._alone(claim, gone=False) for claim in right)

    def _candidates(self, kind: Of) -> tuple[list[Claim], list[Claim]]:
        """The claims of a kind at the edit in each text, with those that are matched with one in the other."""
        left = [claim for claim in self.ours.touching(*self.a) if claim.of == kind]
        right = [claim for claim in self.theirs.touching(*self.b) if claim.of == kind]
        more_left = self._images(self.theirs, self.ours, right, self.edits.to_a)
        more_right = self._images(self.ours, self.theirs, left, self.edits.to_b)
        return _merged(left, more_left), _merged(right, more_right)

    def _images(self, side: Claims, other: Claims, claims: Sequence[Claim], matches: Sequence[int]) -> list[Claim]:
        found: list[Claim] = []
        for claim in claims:
            places = [matches[word] for word in _range(side, claim) if matches[word] >= 0]
            found += [one for place in places for one in other.touching(place, place + 1) if one.of == claim.of]
        return found

    def _without_same(self, left: list[Claim], right: list[Claim]) -> tuple[list[Claim], list[Claim]]:
        rest = list(right)
        kept: list[Claim] = []
        for one in left:
            twin = next((other for other in rest if same_claim(one, other, self.ours, self.theirs)), None)
            if twin is None:
                kept.append(one)
            else:
                rest.remove(twin)
        return kept, rest

    def _matched(self, one: Claim, other: Claim) -> bool:
        there = _range(self.theirs, other)
        return any(self.edits.to_b[word] in there for word in _range(self.ours, one))

    def _differ(self, one: Claim, other: Claim) -> bool:
        """Whether two claims differ in words of this edit, and in more than an article."""
        before = Counter(_keys_in(self.ours, one, self.a))
        after = Counter(_keys_in(self.theirs, other, self.b))
        return bool(((before - after) + (after - before)).keys() - ARTICLES)

    def _borne(self, side: Claims, claim: Claim, words: Range) -> bool:
        """Whether the words of the edit bear out that a claim came or went: its numbers, its name stand in them."""
        inside = [word for word in _range(side, claim) if words[0] <= word < words[1]]
        numbers = [word for word in _range(side, claim) if side.wording.words[word].numeric]
        if claim.of == "name":
            return bool(claim.parts & {side.wording.keys[word] for word in inside})
        if numbers:
            return bool(set(numbers) & set(inside))
        return claim.says is not None and len(inside) == len(_range(side, claim))

    def _told(self, one: Claim, other: Claim, notice: Notice | None) -> Revision:
        return Revision(
            of=one.of,
            change="altered",
            a=self.ours.ref(one.span, one.record),
            b=self.theirs.ref(other.span, other.record),
            ours=one.span,
            theirs=other.span,
            declared=notice,
        )

    def _alone(self, claim: Claim, *, gone: bool) -> Revision:
        """A claim that the other text lacks; where it keeps a part of it, or has a number there, it was altered."""
        side = self.ours if gone else self.theirs
        ref, bracket = side.ref(claim.span, claim.record), self._bracket()
        if gone:
            return Revision(of=claim.of, change="removed", a=ref, b=None, ours=claim.span, theirs=None)
        return Revision(of=claim.of, change="added", a=None, b=ref, ours=None, theirs=claim.span, declared=bracket)

    # "about 40 [400]": a transcript's own way to correct what stands before the bracket

    def _bracket(self) -> Notice | None:
        if self.a[0] < self.a[1] or self.b[0] == self.b[1]:
            return None
        span, text = self.theirs.wording.span(*self.b), self.theirs.record.document.text
        end = span.end + next((i for i, mark in enumerate(text[span.end : span.end + 3]) if mark == "]"), -1) + 1
        if text[span.start - 1 : span.start] != "[" or end == span.end:
            return None
        return Notice(Span.cut(text, span.start - 1, end), "corrected", "")

    def _corrected_by(self, kind: Of, claims: Sequence[Claim]) -> list[Claim]:
        before = self.ours.touching(max(0, self.a[0] - _NEAR), self.a[0])
        return [claim for claim in before if claim.of == kind][-1:] if claims else []

    # What figures, times, names and attributions do not account for

    def _rest(self, told: Sequence[Revision]) -> Iterator[Revision]:
        left = self._unaccounted(self.ours, self.a, [change.ours for change in told])
        right = self._unaccounted(self.theirs, self.b, [change.theirs for change in told])
        left, right = _without_common(self.ours, left, self.theirs, right)
        force = self._force()
        if force is None and not left and not right:
            return
        if not told:
            yield self._told_of_passage(_span(self.ours, self.a), _span(self.theirs, self.b), force)
            return
        one, other = (
            _span(side, (words[0], words[-1] + 1)) if words else None
            for side, words in ((self.ours, left), (self.theirs, right))
        )
        if force is not None or not self._comes_with(told, left, right):
            yield self._told_of_passage(one, other, force)

    def _comes_with(self, told: Sequence[Revision], left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether what is left over is a word or two beside a statement that came or went."""
        few = len(left) + len(right) <= _NEAR
        return few and any(change.of == "statement" and change.change in ("added", "removed") for change in told)

    def _told_of_passage(self, one: Span | None, other: Span | None, force: Change | None) -> Revision:
        """What neither figures nor names tell, of the statement that it stands in, else of the wording."""
        pair = pair_at(self.ours, self.theirs, self.a, self.b, self.edits.to_b)
        if pair is None:
            passage = self._passage(one, other)
            return passage if force is None else self._forced(force, one, other)
        return Revision(
            of="statement",
            change=force or "altered",
            a=statement_ref(self.ours, pair[0]),
            b=statement_ref(self.theirs, pair[1]),
            ours=one,
            theirs=other,
            declared=self._bracket(),
        )

    def _forced(self, force: Change, one: Span | None, other: Span | None) -> Revision:
        """Wording that was hardened or softened, shown with its sentence on the side that has no word of its own."""
        a = one or self.ours.wording.span(*self.ours.wording.sentence(max(0, self.a[0] - 1)))
        b = other or self.theirs.wording.span(*self.theirs.wording.sentence(max(0, self.b[0] - 1)))
        return Revision(of="wording", change=force, a=self.ours.ref(a), b=self.theirs.ref(b), ours=one, theirs=other)

    def _unaccounted(self, side: Claims, words: Range, spans: Sequence[Span | None]) -> list[int]:
        taken = {
            word for span in spans if span is not None for word in range(*side.wording.within(span.start, span.end))
        }
        same = {word for claim in side.touching(*words) if claim.of != "name" for word in _range(side, claim)}
        return [
            word for word in range(*words) if word not in taken | same and side.wording.keys[word] not in FUNCTION_WORDS
        ]

    def _force(self) -> Change | None:
        """Whether words of commitment at the edit were exchanged for stronger or weaker ones."""
        before, after = self._sentence_force(self.ours, self.a), self._sentence_force(self.theirs, self.b)
        changes = {
            shift.change
            for shift in shifts_between(before, after)
            if _at(self.ours, self.a, shift.before.start, shift.before.end)
            or _at(self.theirs, self.b, shift.after.start, shift.after.end)
        }
        return changes.pop() if len(changes) == 1 else None

    def _sentence_force(self, side: Claims, words: Range) -> Force:
        if not side.wording.words:
            return Force()
        at = min(words[0] if words[0] < words[1] else max(0, words[0] - 1), len(side.wording.words) - 1)
        span = side.wording.span(*side.wording.sentence(at))
        return force_of(span.text, offset=span.start)


def _at(side: Claims, words: Range, start: int, end: int) -> bool:
    """Whether a stretch stands in an edit, or as near as an adverb stands to its verb."""
    first, last = side.wording.within(start, end)
    if words[0] < words[1]:
        return first < words[1] and words[0] < last
    return first < words[0] + _NEAR and words[0] - _NEAR < last


def _range(side: Claims, claim: Claim) -> range:
    return range(*side.wording.within(claim.span.start, claim.span.end))


def _keys_in(side: Claims, claim: Claim, words: Range) -> list[str]:
    return [side.wording.keys[word] for word in _range(side, claim) if words[0] <= word < words[1]]


def _span(side: Claims, words: Range) -> Span | None:
    return side.wording.span(*words) if words[0] < words[1] else None


def _change(one: object, other: object) -> Change:
    if one is None:
        return "added"
    return "removed" if other is None else "altered"


def _merged(claims: Sequence[Claim], more: Sequence[Claim]) -> list[Claim]:
    return sorted(dict.fromkeys([*claims, *more]), key=lambda claim: claim.span)


def _paired(
    left: Sequence[Claim], right: Sequence[Claim], fits: Callable[[Claim, Claim], bool]
) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Pair each claim with the first on the other side that fits, and return those that are left over."""
    pairs: list[tuple[Claim, Claim]] = []
    rest, alone = list(right), []
    for one in left:
        twin = next((other for other in rest if fits(one, other)), None)
        if twin is None:
            alone.append(one)
        else:
            rest.remove(twin)
            pairs.append((one, twin))
    return pairs, alone, rest


def _of_one_unit(one: Claim, other: Claim) -> bool:
    return _unit(one) == _unit(other) is not None


def _unit(claim: Claim) -> object:
    return claim.says[-1] if isinstance(claim.says, tuple) and claim.of == "figure" else None


def _meet(change: Revision, figure: Revision) -> bool:
    pairs = ((change.ours, figure.ours), (change.theirs, figure.theirs))
    return figure.of == "figure" and any(
        a is not None and b is not None and a.start < b.end and b.start < a.end for a, b in pairs
    )


def _without_common(ours: Claims, left: list[int], theirs: Claims, right: list[int]) -> tuple[list[int], list[int]]:
    """Leave out the words that both sides of an edit have, in another order."""
    before = Counter(ours.wording.keys[word] for word in left)
    after = Counter(theirs.wording.keys[word] for word in right)
    common = before & after
    return _less(ours, left, common.copy()), _less(theirs, right, common.copy())


def _less(side: Claims, words: Sequence[int], common: Counter[str]) -> list[int]:
    kept = []
    for word in words:
        if common[side.wording.keys[word]] > 0:
            common[side.wording.keys[word]] -= 1
        else:
            kept.append(word)
    return kept
