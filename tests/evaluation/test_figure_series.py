"""The labelled figures are well formed, their measures right, the odds of two figures those of the judged pairs."""

from collections import Counter
from pathlib import Path

import pytest

from evaluation.figure_series import FILE, Label, compare, labels
from evaluation.scoring import table_rows
from onrecord.comparing.figures.things import EVIDENCE
from onrecord.records import Document, Entity, Figure, Record, Span, Statement, document_id
from onrecord.records.figure import BOUNDS

TEXT = "Ada Orlin said that at least 300 North Korean troops had come. There were 20 North Korean soldiers more.\n"


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def record() -> Record:
    document = Document(id=document_id(TEXT), text=TEXT, published="2031-04-03")
    orlin = Entity(id="en-1", kind="person", name="Ada Orlin", mentions=(cut("Ada Orlin"),))
    said = Statement(
        id="st-1", type="indirect", content=(cut("at least 300 North Korean troops had come"),), speakers=("en-1",)
    )
    figures = (
        Figure(
            id="fg-1",
            span=cut("at least 300"),
            value=300,
            low=300,
            bound="at_least",
            counted="North Korean troops",
            unit="count",
            statement="st-1",
        ),
        Figure(
            id="fg-2",
            span=cut("20"),
            value=20,
            low=20,
            high=20,
            bound="exact",
            counted="North Korean soldiers",
            unit="count",
        ),
    )
    return Record(document, (orlin,), (said,), figures)


def label(span: Span, **given: object) -> Label:
    stated = {
        "document": "briefings/a.md",
        "start": span.start,
        "end": span.end,
        "thing": "troops",
        "by": "us",
        "bound": "at_least",
        "numbers": (300.0, 300.0, None),
        "said": "2031-04-03",
        "as_of": "",
        "speakers": ("Ada Orlin",),
    } | given
    return Label(**stated)  # type: ignore[arg-type]


def test_what_is_right_counts_and_what_is_not_labelled_does_not_belong() -> None:
    scores = compare([("briefings/a.md", record())], [label(cut("at least 300"))])
    assert (scores["us.whole"], scores["us.labelled"]) == (100, 1)
    assert (scores["belongs"], scores["series"]) == (50, 2)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"bound": "exact"}, "bound"),
        ({"numbers": (200.0, 200.0, None)}, "bound"),
        ({"said": "2031-05-01"}, "date"),
        ({"as_of": "2030"}, "date"),
        ({"speakers": ("Béla Ruhn",)}, "speaker"),
    ],
)
def test_each_part_that_is_wrong_makes_the_whole_wrong(given: dict[str, object], wrong: str) -> None:
    scores = compare([("briefings/a.md", record())], [label(cut("at least 300"), **given)])
    assert scores["us.found"] == 100
    assert (scores[f"us.{wrong}"], scores["us.whole"]) == (0, 0)


def test_what_is_not_in_the_series_is_missed() -> None:
    scores = compare([], [label(cut("at least 300"))])
    assert (scores["us.found"], scores["series"]) == (0, 0)


def test_the_labels_are_well_formed() -> None:
    for one in labels():
        assert one.start < one.end
        assert one.bound in BOUNDS
        assert one.thing in ("troops", "lost")
        assert one.by in ("us", "reporter", "other")
        assert one.speakers != ("",)
    assert sum(one.by == "us" and one.thing == "troops" for one in labels()) == 14


def test_the_odds_that_two_figures_count_one_thing_are_those_of_the_judged_pairs(tmp_path: Path) -> None:
    bare = tmp_path / "pairs.tsv"
    lines = FILE.with_name("figure_pairs.tsv").read_text(encoding="utf8").splitlines(keepends=True)
    bare.write_text("".join(line for line in lines if not line.startswith("#")), encoding="utf8")
    yes: Counter[tuple[str, int]] = Counter()
    total: Counter[tuple[str, int]] = Counter()
    for row in table_rows(bare):
        kind = "nation" if row["nations"] == "same" else "words" if row["words"] == "same" else "noun"
        least = next(least for least, _ in EVIDENCE[kind] if int(row["shared"]) >= least)
        total[kind, least] += 1
        yes[kind, least] += row["verdict"] == "yes"
    for kind, steps in EVIDENCE.items():
        for least, share in steps:
            assert share == pytest.approx((yes[kind, least] + 1) / (total[kind, least] + 2)), (kind, least)
