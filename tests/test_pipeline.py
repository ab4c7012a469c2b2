"""Where the rooms meet: one outcome for each input, faults kept to their document, nothing read twice.

A model that finds nothing stands in where it does not matter what is found; tests/cli uses the real one.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import cast

import numpy as np
import pytest

import onrecord
from onrecord.encoder import LAYERS, TAGS, Card, Pointer, Scores, tags_of
from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.pointers import POINTERS, SIZES
from onrecord.encoder.windows import windows_of
from onrecord.errors import (
    BinaryDocument,
    EmptyDocument,
    LedgerBusy,
    ModelError,
    ModelMissing,
    NoStory,
    NotFound,
    ReadingError,
    SeveralDocuments,
    UsageError,
)
from onrecord.ledger import Added, open_ledger
from onrecord.pipeline import Outcome, Reader, add, add_given, outcomes
from onrecord.records import MEANING_WIDTH, Figure, Given, Record, Span
from onrecord.settings import Settings

TOKENIZER = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))
TEXT = "The tide was high.\nNothing moved in the harbour all day.\n"


class Silent:
    """A model that finds no attribution in any text, and fails on texts that hold a word of its own."""

    def __init__(self, fault: BaseException | None = None) -> None:
        self.card = Card("silent", "0" * 64)
        self.texts: list[str] = []
        self._fault = fault

    def scores(self, text: str) -> Iterator[Scores]:
        self.texts.append(text)
        if self._fault is not None and "breaks" in text:
            raise self._fault
        return iter(())


def reader_of(tmp_path: Path, fault: BaseException | None = None) -> tuple[Reader, Silent]:
    model = Silent(fault)
    return Reader(Settings(ledger=tmp_path / "ledger.db"), model), model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a.txt", TEXT), ("b.txt", "It breaks here.\n"), ("c.txt", ""), ("d.json", "{}")):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def ends(found: list[Outcome]) -> list[tuple[str, str]]:
    def end(outcome: Outcome) -> str:
        known = {"read": outcome.document, "failed": outcome.error, "skipped": outcome.skipped}
        (name,) = (name for name, value in known.items() if value is not None)
        return name

    return [(Path(outcome.source).name, end(outcome)) for outcome in found]


def test_every_input_ends_in_exactly_one_outcome(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path, ValueError("two\nlines"))
    told: list[int] = []
    found = list(outcomes([str(folder), "missing.txt"], reader=reader, begun=told.append))
    assert ends(found) == [
        ("a.txt", "read"),
        ("b.txt", "failed"),
        ("c.txt", "failed"),
        ("d.json", "skipped"),
        ("missing.txt", "failed"),
    ]
    assert told == [len(found)]
    assert [type(outcome.error) for outcome in found if outcome.error] == [ReadingError, EmptyDocument, NotFound]


@pytest.mark.parametrize("fault", [ValueError("two\nlines"), MemoryError(), RecursionError("deep"), KeyError("x")])
def test_an_unforeseen_fault_is_one_line_that_names_the_document(
    folder: Path, tmp_path: Path, fault: Exception
) -> None:
    reader, _ = reader_of(tmp_path, fault)
    path = str(folder / "b.txt")
    (found,) = outcomes([path], reader=reader)
    assert found.error is not None
    assert str(found.error).startswith(f"{path}: could not be read ({type(fault).__name__}")
    assert len(str(found.error).splitlines()) == 1
    assert found.error.__cause__ is fault


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), ModelMissing("model.onnx")])
def test_what_concerns_all_documents_is_raised(folder: Path, tmp_path: Path, fault: BaseException) -> None:
    reader, _ = reader_of(tmp_path, fault)
    with pytest.raises(type(fault)):
        list(outcomes([str(folder)], reader=reader))


@pytest.mark.parametrize(
    ("published", "address"), [("soon", None), ("2026-02-30", None), (None, "https://example.org/")]
)
def test_wrong_usage_is_raised_before_anything_is_read(
    folder: Path, tmp_path: Path, published: str | None, address: str | None
) -> None:
    reader, model = reader_of(tmp_path)
    with pytest.raises(UsageError):
        list(outcomes(["missing.txt", str(folder)], reader=reader, published=published, address=address))
    assert model.texts == []


def test_published_and_address_override(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    (found,) = outcomes([str(folder / "a.txt")], reader=reader, published="2026-03-12", address="https://example.org/a")
    assert found.document is not None
    assert (found.document.published, found.document.url) == ("2026-03-12", "https://example.org/a")


def test_the_record_holds_the_text_character_for_character(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    (found,) = outcomes([str(folder / "a.txt")], reader=reader)
    assert found.record is not None
    assert found.record.document.text == TEXT
    assert found.record.statements == ()


def test_adding_twice_reads_once(folder: Path, tmp_path: Path) -> None:
    reader, model = reader_of(tmp_path)
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        first = list(add([str(folder / "a.txt")], ledger, reader=reader))
        again = list(add([str(folder / "a.txt")], ledger, reader=reader))
        assert ledger.counts().documents == 1
    assert [outcome.added for outcome in (*first, *again)] == [Added.NEW, Added.SAME]
    assert (first[0].record is None, again[0].record is None) == (False, True)
    assert model.texts == [TEXT]


class Dreaming(Silent):
    """A model that finds no attribution either, but knows a meaning for each piece of a text: all sevens."""

    def scores(self, text: str) -> Iterator[Scores]:
        self.texts.append(text)
        layers = {name: 50 * np.eye(1, len(tags_of(kinds)), dtype=np.float32) for name, kinds in LAYERS.items()}
        for window in windows_of(paragraphs_of(text, TOKENIZER)):
            n, nothing = len(window), np.zeros((len(window), 2), np.float32)
            spread = {name: rows.repeat(n, 0) for name, rows in layers.items()}
            nowhere = Pointer(
                nothing, nothing, np.zeros(n, np.int64), tuple(np.zeros(size, np.float32) for size in SIZES)
            )
            embeddings = np.full((n, MEANING_WIDTH), 7, dtype=np.float32)
            embeddings[window.starts < 0] = 1e6  # what is no piece of the text means nothing
            moves = np.zeros((len(TAGS), len(TAGS)), np.float32)
            pointers = dict.fromkeys(POINTERS, nowhere)
            yield Scores(window, spread, moves, pointers, np.zeros(0, np.float32), embeddings=embeddings)


MEANT = bytes([127]) * MEANING_WIDTH


def test_what_is_meant_is_kept_where_a_ledger_is_filled_and_read_nowhere_else(folder: Path, tmp_path: Path) -> None:
    reader = Reader(Settings(ledger=tmp_path / "ledger.db"), Dreaming())
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        (outcome,) = add([str(folder / "a.txt")], ledger, reader=reader)
        near = list(ledger.nearest_sentences(reader.meaning_of("the tide")))
        assert list(ledger.verify()) == []
    assert outcome.document is not None
    assert [(one.span.text, round(one.similarity, 6)) for one in near] == [
        ("The tide was high.", 1.0),
        ("Nothing moved in the harbour all day.", 1.0),
    ]
    record, meanings = reader.read_with_meanings(outcome.document)
    assert record == reader.read(outcome.document)
    assert [one.vector for one in meanings] == [MEANT, MEANT]


def test_reading_does_not_ask_for_what_is_meant(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("sentences were looked for")

    monkeypatch.setattr("onrecord.finding.finder.sentences_of", asked)
    reader = Reader(Settings(ledger=tmp_path / "ledger.db"), Dreaming())
    assert [end for _, end in ends(list(outcomes([str(folder / "a.txt")], reader=reader)))] == ["read"]


def test_what_a_text_means(tmp_path: Path) -> None:
    reader = Reader(Settings(ledger=tmp_path / "ledger.db"), Dreaming())
    assert reader.meaning_of("tide " * 2000) == MEANT
    assert reader.meaning_of("a tide\udcff") == MEANT
    for nothing in ("", " ", "?!", "…"):
        with pytest.raises(UsageError, match="no word"):
            reader.meaning_of(nothing)


def test_weights_that_know_no_meanings_say_so(tmp_path: Path) -> None:
    class Older(Dreaming):
        def scores(self, text: str) -> Iterator[Scores]:
            return (replace(scores, embeddings=None) for scores in super().scores(text))

    reader = Reader(Settings(ledger=tmp_path / "ledger.db"), Older())
    with pytest.raises(ModelError, match="silent: does not know what words mean"):
        reader.meaning_of("the tide")
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        path = tmp_path / "tide.txt"
        path.write_text(TEXT, encoding="utf-8")
        assert [one.added for one in add([str(path)], ledger, reader=reader)] == [Added.NEW]
        newer = Reader(reader.settings, Dreaming())
        newer.model.card = Card("newer", "1" * 64)  # type: ignore[misc]
        assert [one.added for one in add([str(path)], ledger, reader=newer)] == [Added.READ_AGAIN]
        assert len(list(ledger.nearest_sentences(MEANT))) == 2


def test_the_same_text_at_another_address_is_a_copy(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    (folder / "copy.txt").write_text(TEXT, encoding="utf-8")
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        found = list(add([str(folder / "a.txt"), str(folder / "copy.txt")], ledger, reader=reader))
        assert (ledger.counts().documents, ledger.counts().copies) == (1, 2)
    assert [outcome.added for outcome in found] == [Added.NEW, Added.NEW_COPY]


def test_a_fault_in_one_document_leaves_the_others_stored(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path, ValueError("fault"))
    (folder / "e.txt").write_text("The wind fell.\n", encoding="utf-8")
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        found = list(add([str(folder)], ledger, reader=reader))
        assert ledger.counts().documents == 2
        assert list(ledger.verify()) == []
    assert [end for _, end in ends(found)] == ["read", "failed", "failed", "skipped", "read"]


def test_an_interrupt_leaves_the_ledger_whole(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path, KeyboardInterrupt())
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        with pytest.raises(KeyboardInterrupt):
            list(add([str(folder)], ledger, reader=reader))
        assert ledger.counts().documents == 1
        assert list(ledger.verify()) == []


def test_a_ledger_that_cannot_be_written_to_ends_the_batch(folder: Path, tmp_path: Path) -> None:
    reader, model = reader_of(tmp_path)
    path = reader.settings.ledger
    with open_ledger(path, create=True, timeout=0.1) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy):
            list(add([str(folder)], ledger, reader=reader))
    assert model.texts == []


def test_adding_again_writes_nothing(folder: Path, tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    path = reader.settings.ledger
    with open_ledger(path, create=True) as ledger:
        list(add([str(folder)], ledger, reader=reader))
        with closing(sqlite3.connect(path)) as other:
            before = list(other.iterdump())
            list(add([str(folder)], ledger, reader=reader))
            assert list(other.iterdump()) == before


def test_what_a_person_said_stands_when_another_model_reads_again(tmp_path: Path) -> None:
    from onrecord.comparing import traces_of

    path = tmp_path / "boats.txt"
    path.write_text("Some 40 boats lay in the harbour.\n", encoding="utf-8")
    reader, model = reader_of(tmp_path)
    document = next(outcomes([str(path)], reader=reader)).document
    assert document is not None
    boats = Figure(id="fg-1", span=Span(0, 7, "Some 40"), value=40, bound="about", unit="count", counted="boats")
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        run = ledger.begin_run(Card("handmade", "1" * 64), reader.settings)
        ledger.add(Record(document, figures=(boats,)), run=run, seen=datetime.now(UTC), traces=traces_of)
        changes = {"counted": "ferries"}
        ledger.correct(document.id, "fg-1", "amended", who="Una", seen=None, changes=changes, trace=traces_of)
        (outcome,) = add([str(path)], ledger, reader=reader)
        assert outcome.added is Added.READ_AGAIN and len(model.texts) == 2
        (stands,) = ledger.record(document.id).figures
        assert stands == replace(boats, counted="ferries")
        keys = traces_of(ledger.record(document.id)).figures["fg-1"]
        assert [told.figure for told in ledger.figures_with(keys)] == [stands]
        assert ledger.corrected(document.id).machine.figures == ()
        assert list(ledger.verify()) == []


class TestRead:
    """`onrecord.read`: what its argument is taken for. What is refused needs no model."""

    def test_it_is_the_public_name(self) -> None:
        from onrecord import pipeline

        assert onrecord.read is pipeline.read

    @pytest.mark.parametrize("source", ["missing.txt", Path("missing.txt"), Path("a missing file.txt")])
    def test_a_path_that_is_not_there(self, source: str | Path) -> None:
        with pytest.raises(NotFound) as caught:
            onrecord.read(source)
        assert caught.value.path == str(source)

    def test_an_existing_path_with_white_space_is_a_path(self, tmp_path: Path) -> None:
        path = tmp_path / "a report.txt"
        path.write_text(" ", encoding="utf-8")
        with pytest.raises(EmptyDocument) as caught:
            onrecord.read(str(path))
        assert caught.value.path == str(path)

    @pytest.mark.parametrize("text", ["", " \n"])
    def test_a_text_without_words(self, text: str) -> None:
        with pytest.raises(EmptyDocument):
            onrecord.read(text)

    def test_a_text_that_is_binary(self) -> None:
        with pytest.raises(BinaryDocument):
            onrecord.read("The tide\0was high.")

    def test_a_published_that_is_no_date(self) -> None:
        with pytest.raises(UsageError, match="published"):
            onrecord.read(TEXT, published="soon")

    def test_a_text_is_read_character_for_character(self) -> None:
        record = onrecord.read('"The tide is high," Una Quill said.\r\n', published="2026-03-12")
        assert record.document.text == '"The tide is high," Una Quill said.\n'
        assert (record.document.url, record.document.published) == (None, "2026-03-12")
        assert [record.speaker_names(statement) for statement in record.statements] == [("Una Quill",)]

    def test_a_record_shows_itself_in_a_notebook(self) -> None:
        shown = onrecord.read('"The tide is high," Una Quill said.')._repr_html_()
        assert "<table" in shown
        assert "The tide is high" in shown


def test_what_is_handed_over_ends_in_one_outcome_each(tmp_path: Path) -> None:
    reader, model = reader_of(tmp_path, ValueError("odd"))
    pasted = Given(name="pasted text", data=TEXT.encode(), published="2026-03-12")
    handed = [
        pasted,
        Given(name="b.txt", data=b"It breaks here.", url="b.txt"),
        Given(name="c.txt", data=b" "),
        Given(name=str(tmp_path / "ledger.db")),
        pasted,
    ]
    with open_ledger(reader.settings.ledger, create=True) as ledger:
        found = list(add_given(handed, ledger, reader=reader, public_only=True))
        assert ledger.counts().documents == 1
    assert [outcome.source for outcome in found] == [one.name for one in handed]
    assert [outcome.added for outcome in found] == [Added.NEW, None, None, None, Added.SAME]
    assert [type(one.error) for one in found if one.error] == [ReadingError, EmptyDocument, NotFound]
    assert model.texts == [TEXT, "It breaks here."]


def test_what_is_handed_over_is_asked_for_one_by_one(tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    asked: list[str] = []

    def handed() -> Iterator[Given]:
        for name in ("a.txt", "b.txt"):
            asked.append(name)
            yield Given(name=name, data=TEXT.encode(), url=name)

    with open_ledger(reader.settings.ledger, create=True) as ledger:
        came = add_given(handed(), ledger, reader=reader, public_only=True)
        assert next(came).added is Added.NEW
        assert asked == ["a.txt"]
        assert next(came).added is Added.NEW_COPY


class Waiting(Silent):
    """A model that tells when it has begun, and comes to its first window when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go_on = Event(), Event()

    def scores(self, text: str) -> Iterator[Scores]:
        self.begun.set()
        assert self.go_on.wait(20)
        yield cast(Scores, "what is never looked at")


def test_a_reader_that_is_stopped_gives_up_what_it_reads(tmp_path: Path) -> None:
    model = Waiting()
    reader = Reader(Settings(ledger=tmp_path / "ledger.db"), model)
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    found: list[Outcome] = []
    thread = Thread(target=lambda: found.extend(outcomes([str(path)], reader=reader)))
    thread.start()
    assert model.begun.wait(20)
    reader.stop()
    model.go_on.set()
    thread.join(20)
    (one,) = found
    assert one.error is not None
    assert (one.error.subject, one.error.advice) == (str(path), "add it again")
    assert one.error.reason == "was not read to its end: reading was stopped"


def archive_of(path: Path, *captures: tuple[str, str, str]) -> Path:
    """Make a web archive of pages: (address, moment of capture, what the page says)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for address, moment, words in captures:
            page = f"<html><head><title>Harbour</title></head><body><article><p>{words}</p></article></body></html>"
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    address,
                    "response",
                    payload=BytesIO(page.encode()),
                    http_headers=answer,
                    warc_headers_dict={"WARC-Date": moment},
                )
            )
    return path


WORDS = (
    "The harbour of Lantern Bay stays open through the winter, the council said on Friday, since the ice has not come "
    "as far as the breakwater in any of the last {} years."
)


def test_a_source_that_holds_several_has_an_outcome_for_each(tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    archive = archive_of(
        tmp_path / "a.warc.gz",
        ("https://courier.example/1", "2031-01-02T00:00:00Z", WORDS.format(7)),
        ("https://courier.example/2", "2031-01-02T00:00:00Z", "Too short."),
        ("https://courier.example/3", "2031-01-02T00:00:00Z", WORDS.format(9)),
    )
    other = tmp_path / "b.txt"
    other.write_text(TEXT)
    told: list[int] = []
    found = list(outcomes([str(archive), str(other)], reader=reader, begun=told.append))
    assert [one.source for one in found] == [
        "https://courier.example/1",
        "https://courier.example/2",
        "https://courier.example/3",
        str(other),
    ]
    assert [one.document is not None for one in found] == [True, False, True, True]
    assert isinstance(found[1].error, NoStory)
    assert told == [2, 3, 4]


def test_captures_of_an_address_are_its_versions_in_the_order_of_capture(tmp_path: Path) -> None:
    reader, _ = reader_of(tmp_path)
    address = "https://courier.example/harbour"
    archive = archive_of(
        tmp_path / "a.warc.gz",
        (address, "2031-02-01T06:00:00Z", WORDS.format(9)),
        (address, "2031-01-01T06:00:00Z", WORDS.format(7)),
    )
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        assert [one.added for one in add([str(archive)], ledger, reader=reader)] == [Added.NEW, Added.NEW_VERSION]
        versions = list(ledger.versions(address))
        assert [str(version.seen)[:10] for version in versions] == ["2031-01-01", "2031-02-01"]
        assert "9 years" in ledger.document(address).text


def test_one_document_is_asked_for_where_there_are_several(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path / "a.warc.gz",
        ("https://courier.example/1", "2031-01-02T00:00:00Z", WORDS.format(7)),
        ("https://courier.example/3", "2031-01-02T00:00:00Z", WORDS.format(9)),
    )
    with pytest.raises(SeveralDocuments):
        onrecord.read(archive)
