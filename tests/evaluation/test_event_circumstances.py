"""Where and when of labelled events: what is counted right."""

import pytest

from evaluation.event_circumstances import asked, tally
from onrecord.records import Document, Findings, Span, Timex, document_id
from training.corpora.labelled_events import Labelled, LabelledText, Party

TEXT = "Norway bombed ships on Monday in Peru. Chile protested."
MONDAY = (23, 29)
PERU = (33, 37)


@pytest.mark.parametrize(
    ("where", "time", "told", "expected"),
    [
        (
            PERU,
            MONDAY,
            True,
            {"where.labelled", "where.told", "where.right", "time.labelled", "time.told", "time.right"},
        ),
        (PERU, MONDAY, False, {"where.labelled", "where.told", "where.right", "time.labelled"}),
        (None, None, True, {"where.told", "time.told"}),
        ((38, 43), None, False, {"where.labelled", "where.told"}),
    ],
)
def test_place_and_time_are_right_apart(
    where: tuple[int, int] | None, time: tuple[int, int] | None, told: bool, expected: set[str]
) -> None:
    party = Party((0, 6), (0, 6))
    label = Labelled((7, 13), "ASSAULT", (party,), (), where, time, "happened")
    document = Document(id=document_id(TEXT), text=TEXT, published="2024-10-31")
    times = (Timex("DATE", Span.cut(TEXT, *MONDAY)),) if told else ()
    (one,) = asked(LabelledText("told", TEXT, (label,), None), document, Findings(times=times))
    assert {name for name, count in tally(one).items() if count} == expected
