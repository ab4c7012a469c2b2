from collections.abc import Callable
from datetime import datetime

from onrecord.ledger import Ledger, Run
from onrecord.records import Record, Traces

Report = Callable[..., Record]
On = Callable[[int], datetime]


def test_a_figure_is_told_with_its_statement_its_page_and_its_paragraph(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    record = report(time="2031-04-02")
    ledger.add(record, run=run, seen=on(3), traces=Traces(figures={"fg-1": ("boat", "boat")}))
    (told,) = ledger.figures_with(["boat", "ship"])
    assert told.figure == record.figures[0]
    assert told.statement is not None
    assert told.statement.statement == record.statements[0]
    assert told.speakers == record.entities
    assert told.said == "2031-04-02"
    assert (told.page.document, told.page.outlet) == (record.document.id, "The Lantern")
    assert told.paragraph.text.startswith("It was reported")
    assert told.paragraph.text == record.document.text[told.paragraph.start : told.paragraph.end]
    assert told.ref().to_json()["text"] == "Some 40"


def test_a_figure_of_nobody_was_said_when_it_was_published(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(3), traces=Traces(figures={"fg-2": ("boat",)}))
    (told,) = ledger.figures_with(["boat"])
    assert (told.statement, told.speakers, told.said) == (None, (), "2031-04-03")


def test_traces_are_forgotten_with_the_records_of_a_reading(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(3), traces=Traces(figures={"fg-1": ("boat",)}))
    again = report(title="Another title")
    ledger.add(again, run=run, seen=on(4), traces=Traces(figures={"fg-1": ("ship",)}))
    assert list(ledger.figures_with(["boat"])) == []
    assert len(list(ledger.figures_with(["ship"]))) == 1


def test_a_thousand_keys_are_asked_for_at_once(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(3), traces=Traces(figures={"fg-1": ("k999",)}))
    assert len(list(ledger.figures_with([f"k{number}" for number in range(1000)]))) == 1


def test_a_figure_is_told_with_those_of_its_paragraph(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    ledger.add(record, run=run, seen=on(3), traces=Traces(figures={"fg-2": ("boat",)}))
    (told,) = ledger.figures_with(["boat"])
    assert [one.id for one in told.beside] == ["fg-1", "fg-2"]
