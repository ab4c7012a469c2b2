"""Search by meaning: what is kept beside the records, what is nearest, what goes when a document is read again."""

import random
import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import NoMeanings, NotInLedger, RecordError, UsageError
from onrecord.ledger import Added, Ledger, Run, nearness
from onrecord.records import MEANING_WIDTH, Meaning, Record
from onrecord.settings import Settings

Report = Callable[..., Record]
On = Callable[[int], datetime]


def direction(*numbers: int) -> bytes:
    """A direction that begins with these numbers, the rest zeros."""
    return bytes(number % 256 for number in numbers) + bytes(MEANING_WIDTH - len(numbers))


def content_of(record: Record, statement: int, vector: bytes) -> Meaning:
    content = record.statements[statement].content
    return Meaning(content[0].start, content[-1].end, vector, "content")


def meant(record: Record, *vectors: bytes) -> list[Meaning]:
    """What the record's two statements mean, then its headline."""
    statements = [content_of(record, number, vector) for number, vector in enumerate(vectors[:2])]
    return [*statements, *(Meaning(0, 17, vector) for vector in vectors[2:])]


@pytest.fixture
def full(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    first, second = report(published="2031-04-03"), report("We stay", url="second", speaker="Bo Tarn", alias="Tarn")
    ledger.add(first, run=run, seen=on(4), meanings=meant(first, direction(100, 100), direction(0, 7), direction(1)))
    ledger.add(second, run=run, seen=on(4), meanings=meant(second, direction(9), direction(-50), direction(2, 2)))
    return ledger


def found(hits: Iterable[Any]) -> list[tuple[str | None, str, float]]:
    return [(hit.ref.url, hit.statement.id, round(hit.similarity, 4)) for hit in hits]


def test_the_nearest_statement_comes_first(full: Ledger) -> None:
    assert found(full.nearest(direction(3))) == [
        ("second", "st-1", 1.0),
        ("harbour/ferry.txt", "st-1", round(sqrt(0.5), 4)),
        ("harbour/ferry.txt", "st-2", 0.0),
        ("second", "st-2", -1.0),
    ]
    assert found(full.nearest(direction(3), limit=1)) == [("second", "st-1", 1.0)]


def test_a_near_statement_is_the_hit_that_its_words_find(full: Ledger) -> None:
    near, by_words = next(full.nearest(direction(1))), next(full.search("stay"))
    assert near.to_json() == by_words.to_json()
    assert (near.paragraph, near.similarity, by_words.similarity) == (by_words.paragraph, 1.0, None)


@pytest.mark.parametrize(
    ("among", "first"),
    [
        ({"speaker": "Orlin"}, ["harbour/ferry.txt"]),
        ({"speaker": "nobody"}, []),
        ({"since": "2031-04-04"}, []),
        ({"since": "2031-04", "until": "2031-04-03", "speaker": "tarn"}, ["second"]),
        ({"until": "2030"}, []),
    ],
)
def test_it_narrows_as_search_does(full: Ledger, among: dict[str, str], first: list[str]) -> None:
    near = list(full.nearest(direction(3), **among))  # type: ignore[arg-type]
    assert [hit.ref.url for hit in near][:1] == first
    assert {hit.ref.url for hit in near} <= set(first)


def test_sentences_are_found_apart_from_statements(full: Ledger, report: Report) -> None:
    near = list(full.nearest_sentences(direction(0, 5)))
    assert [(one.url, one.span.text, round(one.similarity, 4)) for one in near] == [
        ("second", "Ferry row deepens", round(sqrt(0.5), 4)),
        ("harbour/ferry.txt", "Ferry row deepens", 0.0),
    ]
    assert [one.document for one in full.nearest_sentences(direction(0, 5), limit=1)] == [
        report("We stay", speaker="Bo Tarn").document.id
    ]


def test_the_sentences_of_one_document_are_given_back_in_their_order(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    record = report()
    kept = [Meaning(19, 30, direction(2)), Meaning(0, 17, direction(1))]
    ledger.add(record, run=run, seen=on(4), meanings=[content_of(record, 0, direction(3)), *kept])
    assert ledger.meanings(record.document.id) == tuple(reversed(kept))
    assert ledger.meanings("harbour/ferry.txt") == tuple(reversed(kept))
    with pytest.raises(NotInLedger):
        ledger.meanings("nowhere.txt")


def test_a_sentence_behind_a_character_of_four_bytes(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    start = record.document.text.index("Some 40")
    ledger.add(record, run=run, seen=on(4), meanings=[Meaning(start, start + 7, direction(1))])
    (near,) = ledger.nearest_sentences(direction(1))
    near.span.check(record.document.text)
    assert near.span.text == "Some 40"


def test_equals_come_in_the_order_of_adding_whatever_is_compared_together(
    ledger: Ledger, run: Run, report: Report, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    vectors = [bytes(chance.randrange(256) for _ in range(MEANING_WIDTH)) for _ in range(40)] + [direction(1)] * 3
    for number, vector in enumerate(vectors):
        record = report(f"Boat {number:02}", url=str(number))
        ledger.add(record, run=run, seen=on(4), meanings=meant(record, vector))
    whole = found(ledger.nearest(direction(1)))
    assert [url for url, _, _ in whole][:3] == ["40", "41", "42"]
    assert [near for _, _, near in whole] == sorted((near for _, _, near in whole), reverse=True)
    assert sorted(url or "" for url, _, _ in whole) == sorted(map(str, range(43)))
    monkeypatch.setattr(nearness, "AT_ONCE", 4)
    monkeypatch.setattr(nearness, "_FETCHED", 2)
    assert found(ledger.nearest(direction(1))) == whole
    assert found(ledger.nearest(direction(1), limit=5)) == whole[:5]


def test_a_direction_of_nothing_is_near_to_nothing(full: Ledger) -> None:
    assert {hit.similarity for hit in full.nearest(direction())} == {0.0}


def test_statements_of_one_content_share_its_meaning(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    first, second = record.statements
    twin = type(second)(id="st-3", type="indirect", content=second.content)
    both = type(record)(record.document, record.entities, (first, second, twin))
    ledger.add(both, run=run, seen=on(4), meanings=[content_of(record, 1, direction(1))])
    assert [hit.statement.id for hit in ledger.nearest(direction(1))] == ["st-2", "st-3"]
    assert list(ledger.verify()) == []


def test_reading_again_replaces_what_is_meant(
    full: Ledger, report: Report, on: On, card: Callable[..., Any], path: Path
) -> None:
    record = report()
    again = full.begin_run(card(digest="sha256:bbbb"), Settings())
    meanings = [content_of(record, 1, direction(0, 0, 1))]
    assert full.add(record, run=again, seen=on(5), meanings=meanings) is Added.READ_AGAIN
    assert found(full.nearest(direction(0, 0, 1), speaker=None, limit=1)) == [("harbour/ferry.txt", "st-2", 1.0)]
    assert list(full.verify()) == []
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM meanings WHERE document = 1").fetchone() == (1,)
    connection.close()


def test_adding_the_same_again_keeps_what_is_meant(full: Ledger, run: Run, report: Report, on: On) -> None:
    before = found(full.nearest(direction(3)))
    assert full.add(report(), run=run, seen=on(6), meanings=meant(report(), direction(1))) is Added.SAME
    assert found(full.nearest(direction(3))) == before


def test_what_no_record_bears_out_is_refused_whole(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    for stray in (Meaning(0, 9999, direction(1)), Meaning(0, 17, direction(1), "content")):
        with pytest.raises(RecordError):
            ledger.add(record, run=run, seen=on(4), meanings=[stray])
    assert ledger.counts().documents == 0


def test_a_ledger_that_was_filled_without_meanings_says_so(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    assert (list(ledger.nearest(direction(1))), ledger.documents_without_meanings()) == ([], 0)
    ledger.add(report(), run=run, seen=on(4))
    for ask in (ledger.nearest, ledger.nearest_sentences):
        with pytest.raises(NoMeanings, match="add its documents again"):
            list(ask(direction(1)))
    other = report("We stay", url="second")
    ledger.add(other, run=run, seen=on(4), meanings=meant(other, direction(1)))
    assert [hit.ref.url for hit in ledger.nearest(direction(1))] == ["second"]
    assert ledger.documents_without_meanings() == 1


def test_mistakes_are_told_before_the_first_hit_is_asked_for(ledger: Ledger) -> None:
    for ask in (
        lambda: ledger.nearest(b"short"),
        lambda: ledger.nearest(direction(1), limit=0),
        lambda: ledger.nearest(direction(1), since="soon"),
        lambda: ledger.nearest(direction(1), speaker="—"),
        lambda: ledger.nearest_sentences(b""),
    ):
        with pytest.raises(UsageError):
            ask()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE meanings SET vector = x'0102' WHERE number = 1", "has 2 numbers, not 384"),
        ('UPDATE meanings SET "end" = 9999 WHERE number = 3', "ends outside the text"),
        ("UPDATE meanings SET start = start + 1 WHERE number = 1", "not those that were read"),
        ("UPDATE meanings SET vector = zeroblob(384) WHERE number = 1", "not those that were read"),
        ("UPDATE meanings SET statement = NULL WHERE number = 1", "not those that were read"),
        ("UPDATE meanings SET statement = 3 WHERE number = 1", "of a statement of another document"),
        ("UPDATE meanings SET reading = 2 WHERE number = 1", "the reading of its meanings"),
        ("UPDATE meanings SET document = 2 WHERE number = 1", "not those that were read"),
        ("DELETE FROM meanings WHERE document = 1", "not those that were read"),
        ("UPDATE readings SET meanings = NULL WHERE number = 1", "not those that were read"),
    ],
)
def test_what_was_touched_is_named(full: Ledger, path: Path, statement: str, expected: str) -> None:
    assert list(full.verify()) == []
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()
    problems = list(full.verify())
    assert any(re.search(expected, problem.reason) for problem in problems), problems
    assert {problem.url for problem in problems} <= {"harbour/ferry.txt", "second"}
    # What was cut short is passed over, not fatal.
    assert len(list(full.nearest(direction(1)))) <= 4


def test_figures_that_name_nothing_are_found_by_what_their_sentence_means(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    record = report()
    start, end = record.document.text.index("Some 40"), record.document.text.index("on Monday.") + 10
    sentence = Meaning(start, end, direction(3, 4))
    ledger.add(record, run=run, seen=on(4), meanings=[sentence])
    ((told, cosine),) = ledger.figures_near(direction(3, 4), least=0.5)
    assert (told.figure.id, round(cosine, 4)) == ("fg-2", 1.0)
    assert list(ledger.figures_near(direction(-3, -4), least=0.5)) == []
    with pytest.raises(UsageError):
        ledger.figures_near(b"", least=0.5)
