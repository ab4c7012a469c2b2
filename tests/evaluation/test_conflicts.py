from pathlib import Path

from evaluation.conflicts import FILE, Judged, Side, compare, judged, shares_of
from onrecord.comparing.conflicts.conflict import Conflict, ConflictKind
from onrecord.records import Figure, Page, Span, ToldFigure

FOLDER = Path("/reports")


def figure(document: str, start: int) -> ToldFigure:
    page = Page(document=f"sha256:{document}", url=f"/reports/{document}")
    span = Span(start, start + 1, "5")
    return ToldFigure(figure=Figure(id=f"fg-{start}", span=span), page=page, statement=None, paragraph=span)


def conflict(kind: ConflictKind, one: int, other: int) -> Conflict:
    return Conflict(
        kind=kind, sign="altered", a=figure("a", one), b=figure("b", other), confidence=0.5, one_voice=False, why=()
    )


def pair(told: str, one: int, other: int, right: bool) -> Judged:
    return Judged(told, frozenset((Side("a", one), Side("b", other))), right)


def test_what_is_shown_is_compared_with_what_was_judged() -> None:
    known = [pair("restated", 1, 1, True), pair("restated", 2, 2, True), pair("contradicts", 3, 3, False)]
    found = [conflict("restated", 1, 1), conflict("contradicts", 3, 3), conflict("denied", 9, 9)]
    scores = compare([*found, conflict("updated", 7, 7)], FOLDER, known)
    assert scores == {"first_20": 100 / 3, "found": 50.0, "left_out": 0.0, "shown": 3.0, "unjudged": 1.0}
    assert set(shares_of(scores)) == {"first_20", "found", "left_out"}


def test_another_kind_than_was_judged_is_wrong() -> None:
    known = [pair("restated", 1, 1, True)]
    assert compare([conflict("contradicts", 1, 1)], FOLDER, known)["first_20"] == 0.0


def test_nothing_shown_and_nothing_judged() -> None:
    assert compare([], FOLDER, []) == dict.fromkeys(("first_20", "found", "left_out", "shown", "unjudged"), 0.0)


def test_the_judged_file_holds_pairs_of_both_verdicts_and_no_text() -> None:
    pairs = judged()
    assert {one.right for one in pairs} == {True, False}
    assert len({(one.told, one.sides) for one in pairs}) == len(pairs)
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {10}
