"""Times and events as TimeML: lxml parses it, and the project's own reader of TempEval-3 finds the same times in it."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest
from hypothesis import given
from lxml import etree

from onrecord.exporting.timeml import timeml, write_timeml
from onrecord.records import Document, Event, Record, Span, Statement, Time, document_id
from tests.exporting.any_records import records, sample_records
from tests.ledger.conftest import build
from training.corpora import timex_values

CLASSES = {"OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"}


def inside(text: str) -> str:
    """A text as XML can hold it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


@given(records())
def test_the_text_of_any_record_is_whole(record: Record) -> None:
    root = etree.fromstring(timeml(record))
    (text,) = root.findall("TEXT")
    assert "".join(text.itertext()) == inside(record.document.text)
    ids = [element.get("tid") or element.get("eid") for element in root.iter("TIMEX3", "EVENT")]
    assert len(set(ids)) == len(ids)
    assert all(not len(element) for element in text)


def test_the_reader_of_tempeval_finds_the_times_of_the_samples(newsroom_ledger: Path, tmp_path: Path) -> None:
    held = sample_records(newsroom_ledger)
    for name in ("TimeBank", "AQUAINT"):
        folder = tmp_path / "tempeval3" / name
        folder.mkdir(parents=True)
        write_timeml(held, folder)
    read = [*timex_values.read_tempeval(tmp_path, "dev"), *timex_values.read_tempeval(tmp_path, "train")]
    assert len(read) == 2 * len(held)
    by_id = {record.document.id.replace(":", "-"): record for record in held}
    told = 0
    for text in read:
        record = by_id[text.name]
        assert text.published == (record.document.published or "")[:10]
        # That reader puts a text's lines into paragraphs: words are compared, not places.
        words = [(text.text[one.start : one.end], one.type, one.value) for one in text.times]
        assert words == [(one.span.text, one.type, one.value or "") for one in record.times]
        told += len(words)
    assert told > 20


def test_the_classes_are_timemls(newsroom_ledger: Path) -> None:
    elements = [
        element
        for record in sample_records(newsroom_ledger)
        for element in etree.fromstring(timeml(record)).iter("EVENT")
    ]
    assert {element.get("class") for element in elements} <= CLASSES
    assert len(elements) > 50 and not [element.text for element in elements if " " in (element.text or "")]


def report(text: str, published: str | None = None) -> Document:
    return Document(id=document_id(text), text=text, published=published)


def cut(text: str, words: str) -> Span:
    return Span.cut(text, text.index(words), text.index(words) + len(words))


def marked(record: Record) -> list[tuple[str, str | None]]:
    root = ElementTree.fromstring(timeml(record))
    return [(element.get("class") or element.tag, element.text) for element in root.findall("TEXT/*")]


def test_what_is_known_is_marked() -> None:
    text = "Orlin said, on Monday, that Valland hoped to sail. The crew, according to her, struck."
    record = Record(
        report(text),
        statements=(
            Statement(id="st-1", type="indirect", kind="said", cue=cut(text, "said,"), content=(cut(text, "that"),)),
            Statement(id="st-2", type="indirect", kind="held", cue=cut(text, "hoped"), content=(cut(text, "to"),)),
            Statement(id="st-3", type="indirect", cue=cut(text, "according to"), content=(cut(text, "The crew"),)),
        ),
        times=(Time(id="tx-1", span=cut(text, "Monday"), type="DATE"),),
        events=(
            Event(id="ev-1", trigger=cut(text, "sail"), type="MOBILIZE"),
            Event(id="ev-2", trigger=cut(text, "said"), type="CONSULT"),
            Event(id="ev-3", trigger=cut(text, "Monday"), type="PROTEST"),
        ),
    )
    assert marked(record) == [("REPORTING", "said"), ("TIMEX3", "Monday"), ("I_STATE", "hoped"), ("OCCURRENCE", "sail")]
    assert 'value=""' in timeml(record).decode()


@pytest.mark.parametrize(("published", "kind"), [("2031-04-03", "DATE"), ("2031-04-03T06:30:00Z", "TIME")])
def test_the_day_of_publication_is_the_creation_time(published: str, kind: str) -> None:
    root = etree.fromstring(timeml(Record(report("Orlin waits.", published))))
    (created,) = root.findall("DCT/TIMEX3")
    assert (created.get("value"), created.get("type"), created.get("tid")) == (published, kind, "t0")


def test_no_creation_time_is_made_up() -> None:
    assert not etree.fromstring(timeml(Record(report("Orlin waits.")))).findall("DCT")


def test_a_carriage_return_and_an_ampersand_come_back() -> None:
    root = etree.fromstring(timeml(Record(report("Orlin & Son\rwait\n<now>\x0c"))))
    assert root.findtext("TEXT") == "Orlin & Son\rwait\n<now>\ufffd"


def test_one_file_a_document_and_the_same_bytes_again() -> None:
    def files() -> dict[str, bytes]:
        with TemporaryDirectory() as folder:
            write_timeml([build(), build("We wait"), build()], Path(folder))
            return {path.name: path.read_bytes() for path in Path(folder).iterdir()}

    assert files() == files() and len(files()) == 3
