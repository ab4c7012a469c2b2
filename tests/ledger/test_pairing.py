"""What may conflict, as a ledger finds it: by keys and by words, and nothing else is touched."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, Run
from onrecord.records import Figure, Record, ToldStatement, Traces

Report = Callable[..., Record]
On = Callable[[int], datetime]


class Words:
    """The words of a statement's content, as they stand."""

    def looked_for(self, told: ToldStatement) -> Iterable[Collection[str]]:
        yield self.words_in(" ".join(span.text for span in told.statement.content))

    def words_in(self, text: str) -> frozenset[str]:
        return frozenset(word.strip("“”,.").casefold() for word in text.split())


def counting(report: Record, value: float) -> Record:
    """The report with another number read in its figure."""
    figures: tuple[Figure, ...] = tuple(
        replace(one, value=value, low=value, high=value, bound="exact") for one in report.figures
    )
    return replace(report, figures=figures)


def add(ledger: Ledger, run: Run, record: Record, on: On, *keys: str) -> None:
    traces = Traces(figures={one.id: keys for one in record.figures})
    ledger.add(record, run=run, seen=on(3), traces=traces)


def test_figures_that_share_a_key_and_say_different_numbers_are_paired_once(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    one, other = counting(report(tail="One.\n", url="a"), 40), counting(report(tail="Two.\n", url="b"), 90)
    same = counting(report(tail="Three.\n", url="c"), 40)
    for record, key in ((one, "boat"), (other, "boat"), (same, "ship")):
        add(ledger, run, record, on, key, "pier")
    pairs = {frozenset((a.document, b.document)) for a, b in ledger.figure_pairs()}
    assert pairs == {frozenset((one.document.id, other.document.id)), frozenset((same.document.id, other.document.id))}
    assert len(list(ledger.figure_pairs())) == len(set(ledger.figure_pairs()))


def test_ten_copies_of_one_number_stand_for_one(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    for number in range(10):
        add(ledger, run, counting(report(tail=f"{number}.\n", url=str(number)), 40), on, "boat")
    add(ledger, run, counting(report(tail="Last.\n", url="last"), 90), on, "boat")
    each = len(report().figures)
    assert len(list(ledger.figure_pairs())) <= 3 * 3 * each * each


def test_a_key_of_very_many_numbers_tells_nothing(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    for number in range(60):
        add(ledger, run, counting(report(tail=f"{number}.\n", url=str(number)), number), on, "boat")
    assert list(ledger.figure_pairs()) == []
    assert list(ledger.figure_pairs(about="boats lay still")) != []


def test_only_what_is_asked_for_is_paired(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    one = counting(report(tail="One.\n", url="a", speaker="Ada Orlin"), 40)
    other = counting(report(tail="Two.\n", url="b", speaker="Béla Ruhn", alias="Ruhn"), 90)
    for record in (one, other):
        add(ledger, run, record, on, "boat")
    assert list(ledger.figure_pairs(about="strait frozen")) == list(ledger.figure_pairs())
    assert list(ledger.figure_pairs(about="locomotive")) == []
    assert list(ledger.figure_pairs(speaker="nobody")) == []
    assert len(list(ledger.figure_pairs(speaker="orlin"))) <= len(list(ledger.figure_pairs()))


def test_words_without_a_letter_are_refused_at_once(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        ledger.figure_pairs(about="...")
    with pytest.raises(UsageError):
        ledger.statement_pairs(Words(), speaker="--")


def test_documents_with_a_key(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    add(ledger, run, record, on, "~ corrects")
    assert ledger.documents_with_key("~ corrects") == [record.document.id]
    assert ledger.documents_with_key("~ corrects", about="locomotive") == ledger.documents_with_key("other") == []


def test_a_statement_that_denies_meets_those_that_share_its_words(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    yes, no = report(said="We will sail at dawn", url="a"), report(said="We will not sail at dawn", url="b")
    for record in (yes, no):
        add(ledger, run, record, on, "boat")
    pairs = [(one.page.document, other.page.document) for one, other in ledger.statement_pairs(Words())]
    assert (no.document.id, yes.document.id) in pairs
    assert (yes.document.id, no.document.id) not in pairs
    asked = [(one.page.document, other.page.document) for one, other in ledger.statement_pairs(Words(), about="dawn")]
    assert (yes.document.id, no.document.id) in asked or (no.document.id, yes.document.id) in asked
    assert list(ledger.statement_pairs(Words(), about="locomotive")) == []


def test_an_answer_comes_with_what_was_said_before_it(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report(said="That is not true")
    add(ledger, run, record, on, "boat")
    (stretch,) = ledger.before_answers(["not true", "nonsense"])
    assert stretch[-1].statement.content[0].text.startswith("“That is not true")
    assert list(ledger.before_answers(["not true"], speaker="orlin")) == [stretch]
    assert list(ledger.before_answers(["not true"], speaker="nobody")) == []


def test_one_of_a_pair_stands_in_the_documents_asked_for(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    records = [counting(report(url=f"{value}", tail=f"{value}\n"), value) for value in (40, 50, 60)]
    for record in records:
        add(ledger, run, record, on, "boats")
    first = records[0].document.id
    pairs = list(ledger.figure_pairs(within=[first]))
    assert pairs
    assert all(first in (a.document, b.document) for a, b in pairs)
    assert len(pairs) < len(list(ledger.figure_pairs()))
