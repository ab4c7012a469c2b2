"""What the ledgers of the benchmark are made of."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.multiplying import multiply
from benchmarks.varying import Substitution, Words, varied
from onrecord.comparing import traces_of
from onrecord.encoder import Card
from onrecord.ledger import open_ledger
from onrecord.records import Document, Entity, Figure, Record, Span, Statement, document_id
from onrecord.settings import Settings

TEXT = (
    "Una Quill said on Monday that 40 boats lay still in the harbour of Port Vale, and that no ferry would sail before "
    "the fog had lifted from the reef. The grain rots on the quay, while the owners wait for a lighthouse and the "
    "crews sit in the taverns without any pay."
)


@pytest.fixture
def record() -> Record:
    def cut(words: str) -> Span:
        return Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words))

    quill = Entity(id="en-1", kind="person", name="Una Quill", aliases=("Quill",), mentions=(cut("Una Quill"),))
    said = Statement(
        id="st-1", type="indirect", source=cut("Una Quill"), content=(cut("no ferry"),), speakers=("en-1",)
    )
    boats = Figure(id="fg-1", span=cut("40"), value=40, low=40, high=40, bound="exact", as_of="2031-03-31")
    document = Document(id=document_id(TEXT), text=TEXT, url="a.txt", published="2031-04-01")
    return Record(document, (quill,), (said,), (boats,))


def test_a_varied_record_is_whole_and_its_names_numbers_and_days_are_others(record: Record) -> None:
    words = Words([record])
    other = varied(record, words, 7)
    other.check()
    assert other == varied(record, words, 7)
    assert other.entities[0].name == other.entities[0].mentions[0].text != "Una Quill"
    assert other.entities[0].aliases[0] in other.entities[0].name
    assert other.figures[0].span.text != "40"
    assert (other.document.published, other.figures[0].as_of) != ("2031-04-01", "2031-03-31")


def test_varied_texts_are_no_near_copies(record: Record) -> None:
    words = Words([record])
    keys = [set(traces_of(varied(record, words, number)).bands.items()) for number in range(5)]
    assert all(len(keys[0] & other) < 0.2 * len(keys[0]) for other in keys[1:])


def test_a_word_stays_as_long_as_it_was(record: Record) -> None:
    other = Substitution(Words([record]), 3)
    assert len(other.text(TEXT)) == len(TEXT)
    assert other.text("Quill") == other.text("quill").capitalize()
    assert other.moment("P3D") == "P3D"


def test_a_ledger_is_multiplied_and_whole(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path, create=True) as ledger:
        run = ledger.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        ledger.add(record, run=run, seen=datetime(2026, 3, 12, tzinfo=UTC), traces=traces_of(record))
        for _ in range(2):
            multiply(path, 3, Words([record]))
        assert (ledger.counts().documents, ledger.counts().statements) == (9, 9)
        assert len(list(ledger.search("ferry"))) >= 1
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        hashes = connection.execute("SELECT count(DISTINCT hash), count(*) FROM bands").fetchone()
    assert hashes[0] == hashes[1]
