"""A person's word on a record: what it makes of the ledger, and what a later reading makes of it."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import CorrectedMeanwhile, NotInLedger, OnRecordError, RecordError, SpanMismatch, UsageError
from onrecord.ledger import Added, Ledger, Run
from onrecord.records import (
    MEANING_WIDTH,
    Changes,
    Correction,
    Document,
    Entity,
    Meaning,
    Record,
    Span,
    Statement,
    Traces,
    Verdict,
    new_entity,
)
from onrecord.settings import Settings

Report = Callable[..., Record]
On = Callable[[int], datetime]
Say = Callable[..., Correction]

TAIL = "Captain Una Quill watched from the quay.\n"


def trace(record: Record) -> Traces:
    """Keys that show what a figure counts and what an entity is called."""
    return Traces(
        figures={one.id: (f"counts {one.counted} {one.value}",) for one in record.figures},
        entities={one.id: (f"is {one.name}",) for one in record.entities},
    )


def cut(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span.cut(document.text, start, start + len(words))


def meaning(statement: Statement) -> Meaning:
    return Meaning(statement.content[0].start, statement.content[-1].end, b"\1" * MEANING_WIDTH, "content")


@pytest.fixture
def read(report: Report) -> Record:
    return report(tail=TAIL)


@pytest.fixture
def held(ledger: Ledger, run: Run, read: Record, on: On) -> Ledger:
    meanings = [meaning(one) for one in read.statements]
    ledger.add(read, run=run, seen=on(4), traces=trace, meanings=[*meanings, Meaning(0, 17, b"\2" * MEANING_WIDTH)])
    return ledger


@pytest.fixture
def say(held: Ledger, read: Record) -> Say:
    """Correct a record of the one document."""

    def said(
        record: str,
        verdict: Verdict,
        changes: Changes | None = None,
        **told: Any,  # noqa: ANN401 - as `correct` takes it
    ) -> Correction:
        asked = {"who": "Una", "seen": None, **told}
        return held.correct(read.document.id, record, verdict, changes=changes, trace=trace, **asked)

    return said


@pytest.fixture
def again(held: Ledger, on: On, card: Callable[..., Any]) -> Callable[[Record], None]:
    """Add what a later model reads in the same text, each time another one."""
    versions = count()

    def added(record: Record) -> None:
        later = held.begin_run(card(digest=f"sha256:{next(versions)}"), Settings())
        meanings = [meaning(one) for one in record.statements]
        assert held.add(record, run=later, seen=on(5), traces=trace, meanings=meanings) is Added.READ_AGAIN

    return added


def quill(document: Document, name: str = "Una Quill") -> Entity:
    words = cut(document, "Captain Una Quill")
    return new_entity(document, "person", name, [(words.start, words.end)])


def shifted(record: Record) -> Record:
    """The same text by a reader whose spans are off by a word, so that nothing has the id that it had."""
    document = record.document
    entity = replace(record.entities[0], id="en-9", mentions=(cut(document, "Minister Ada Orlin"),))
    said, told = record.statements
    content = (cut(document, "We will sail at dawn,”"), said.content[1])
    said = replace(said, id="st-9", content=content, speakers=("en-9",), act="expect", confidence=0.5)
    told = replace(told, id="st-8", content=(cut(document, "the strait 🜁 had frozen"),))
    boats, bare = record.figures
    boats = replace(boats, id="fg-9", span=cut(document, "Some 40 boats"), statement="st-9", where="the bay")
    sailing = replace(record.events[0], id="ev-9", actors=("en-9",), recipients=(), statement="st-9")
    monday = replace(record.times[0], id="tx-9", span=cut(document, "on Monday"))
    return Record(document, (entity,), (said, told), (boats, replace(bare, id="fg-8")), (monday,), (sailing,))


def test_what_is_amended_stands_everywhere(held: Ledger, say: Say, read: Record) -> None:
    made = say("fg-1", "amended", {"value": 700, "bound": "at_most", "counted": "ferries"}, why="the report says so")
    (boats, _) = held.record(read.document.id).figures
    assert (boats.value, boats.low, boats.high, boats.bound, boats.counted) == (700, None, 700, "at_most", "ferries")
    assert (boats.confidence, boats.where, boats.id) == (None, "the strait", "fg-1")
    assert [told.figure.value for told in held.figures_with(["counts ferries 700"])] == [700]
    assert list(held.figures_with(["counts boats 40"])) == []
    assert (made.who, made.why, made.replaces, made.machine) == (
        "Una",
        "the report says so",
        None,
        read.figures[0].to_json(),
    )
    assert list(held.verify()) == []


def test_a_statement_is_found_by_what_a_person_says_of_it(held: Ledger, say: Say, read: Record) -> None:
    captain = quill(read.document)
    watched = cut(read.document, "Captain Una Quill watched from the quay")
    changes = {"speakers": [captain.id], "content": [{"span": [watched.start, watched.end]}]}
    say("st-1", "amended", changes, added=[captain])
    (hit,) = held.search("quay")
    assert (hit.statement.id, hit.speakers, hit.statement.how) == ("st-1", ("Una Quill",), None)
    assert list(held.search("dawn")) == [] and len(list(held.search("quay", speaker="quill"))) == 1
    assert [one.entity.name for one in held.entities_with(["is Una Quill"])] == ["Una Quill"]
    assert [hit.statement.id for hit in held.nearest(b"\1" * MEANING_WIDTH)] == ["st-2"]
    assert list(held.verify()) == []


def test_what_is_rejected_is_gone_and_nothing_names_it(held: Ledger, say: Say, read: Record) -> None:
    say("st-1", "rejected")
    say("en-1", "rejected")
    stands = held.record(read.document.id)
    assert [one.id for one in stands.statements] == ["st-2"] and stands.entities == ()
    assert [one.statement for one in (*stands.figures, *stands.events)] == [None, None, None]
    assert stands.events[0].actors == ()
    assert list(held.search("dawn")) == [] and list(held.entities_called("Orlin")) == []
    assert len(list(held.nearest(b"\1" * MEANING_WIDTH))) == 1
    assert list(held.verify()) == []


def test_what_is_accepted_stands_as_it_was_read_without_a_doubt(held: Ledger, say: Say, read: Record) -> None:
    say("st-1", "accepted")
    assert held.record(read.document.id).statements[0] == replace(read.statements[0], confidence=None)
    assert len(list(held.nearest(b"\1" * MEANING_WIDTH))) == 2


def test_both_are_shown_beside_one_another(held: Ledger, say: Say, read: Record) -> None:
    made = say("tx-1", "amended", {"value": "2031-04-07"})
    one = held.corrected(read.document.id)
    assert (one.machine, one.record) == (read, held.record(read.document.id))
    touched = one.of("tx-1")
    assert touched is not None and touched.correction == made
    assert (touched.machine, touched.standing) == (read.times[0], one.record.times[0])
    assert one.of("st-1") is None


def test_what_is_withdrawn_is_the_machine_s_again(held: Ledger, say: Say, read: Record) -> None:
    first = say("st-1", "rejected")
    last = say("st-1", "withdrawn", who="Ben", seen=first.number)
    assert (held.record(read.document.id), last.replaces) == (read, first.number)
    assert held.corrected(read.document.id).touched == ()
    assert [hit.statement.id for hit in held.nearest(b"\1" * MEANING_WIDTH)] == ["st-1", "st-2"]
    assert [one.verdict for one in held.corrections()] == ["rejected", "withdrawn"]
    assert list(held.verify()) == []
    say("st-1", "accepted")
    assert list(held.verify()) == []


def test_of_two_persons_the_second_is_told(held: Ledger, say: Say, read: Record) -> None:
    first = say("fg-1", "amended", {"value": 41})
    with pytest.raises(CorrectedMeanwhile, match="fg-1: was corrected by Una in the meantime") as told:
        say("fg-1", "amended", {"value": 42}, who="Ben")
    assert told.value.number == first.number
    assert held.record(read.document.id).figures[0].value == 41
    second = say("fg-1", "amended", {"unit": "boat"}, who="Ben", seen=first.number)
    boats = held.record(read.document.id).figures[0]
    assert (boats.value, boats.unit, second.replaces) == (41, "boat", first.number)
    with pytest.raises(CorrectedMeanwhile):
        say("fg-1", "withdrawn", seen=first.number)


def test_a_number_that_was_amended_is_amended_again(held: Ledger, say: Say, read: Record) -> None:
    one = say("fg-1", "amended", {"bound": "vague", "low": 20})
    two = say("fg-1", "amended", {"bound": "exact", "value": 44}, seen=one.number)
    three = say("fg-1", "amended", {"counted": "hulls"}, seen=two.number)
    boats = held.record(read.document.id).figures[0]
    assert (boats.value, boats.low, boats.high, boats.bound, boats.counted) == (44, 44, 44, "exact", "hulls")
    assert three.machine == read.figures[0].to_json()
    assert list(held.verify()) == []


def test_accepting_what_somebody_amended_keeps_the_amendment(held: Ledger, say: Say, read: Record) -> None:
    one = say("fg-1", "amended", {"value": 41})
    say("fg-1", "accepted", who="Ben", seen=one.number)
    assert held.record(read.document.id).figures[0].value == 41


@pytest.mark.parametrize(
    ("record", "verdict", "changes", "error", "said"),
    [
        ("st-7", "accepted", None, NotInLedger, "st-7: is no record of that document"),
        ("fg-1", "amended", {}, UsageError, "nothing of it is changed"),
        ("fg-1", "amended", {"value": 40}, UsageError, "nothing of it is changed"),
        ("fg-1", "amended", {"colour": "red"}, UsageError, "colour: is nothing of a figure that can be changed"),
        ("fg-1", "amended", {"id": "fg-3"}, UsageError, "id: is nothing"),
        ("fg-1", "amended", {"value": "700"}, RecordError, "value: '700' is not a number or null"),
        ("fg-1", "amended", {"value": float("nan")}, RecordError, "is no number"),
        ("fg-1", "amended", {"bound": "nearly"}, RecordError, "is not a value of the codebook"),
        ("fg-1", "amended", {"span": [0, 9999]}, SpanMismatch, "ends outside a text"),
        ("fg-1", "amended", {"span": [5, 4]}, SpanMismatch, "is no stretch"),
        ("fg-1", "amended", {"span": [0, 5], "text": "Boats"}, SpanMismatch, "is not that slice"),
        ("fg-1", "amended", {"statement": "st-7"}, RecordError, "st-7: is no statement of that document"),
        ("fg-1", "amended", {"unit": "bo\0at"}, RecordError, "U\\+0000"),
        ("st-1", "amended", {"speakers": ["en-7"]}, RecordError, "en-7: is no entity of that document"),
        ("st-1", "amended", {"content": []}, RecordError, "has no content"),
        ("st-1", "amended", {"content": [{"span": [0, 5], "text": 3}]}, RecordError, "content: .* is not a list of"),
        ("st-1", "amended", {"act": None, "type": None}, RecordError, "type: None is not a text"),
        ("en-1", "amended", {"mentions": []}, RecordError, "has no mention"),
        ("en-1", "amended", {"name": " "}, RecordError, "name"),
        ("tx-1", "amended", {"value": "soon"}, RecordError, "is no TIMEX3 value"),
        ("st-1", "rejected", {"act": "deny"}, UsageError, "is rejected, and changes are given"),
        ("st-1", "withdrawn", None, UsageError, "is as the machine read it"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_changes_nothing(
    held: Ledger, say: Say, read: Record, record: str, verdict: Verdict, changes: Changes | None, error: type, said: str
) -> None:
    with pytest.raises(error, match=said) as refused:
        say(record, verdict, changes)
    assert isinstance(refused.value, OnRecordError) and "\n" not in str(refused.value)
    assert held.record(read.document.id) == read and list(held.corrections()) == []


def test_a_word_is_somebody_s(say: Say) -> None:
    with pytest.raises(UsageError, match="names nobody"):
        say("st-1", "accepted", who=" ")
    with pytest.raises(UsageError, match="has no correction 3"):
        say("st-1", "accepted", seen=3)


def test_who_is_added_is_named_and_new(say: Say, read: Record) -> None:
    captain = quill(read.document)
    with pytest.raises(RecordError, match="is added, and the record does not name it"):
        say("st-1", "amended", {"act": "deny"}, added=[captain])
    say("st-1", "amended", {"speakers": [captain.id]}, added=[captain])
    with pytest.raises(RecordError, match="is there already"):
        say("st-2", "amended", {"speakers": [captain.id]}, added=[captain])
    say("st-2", "amended", {"speakers": [captain.id]})


def test_reading_again_undoes_no_correction(
    held: Ledger, say: Say, read: Record, again: Callable[[Record], None]
) -> None:
    captain = quill(read.document)
    say("st-1", "amended", {"speakers": [captain.id]}, added=[captain])
    say("st-2", "rejected")
    say("fg-1", "amended", {"value": 700, "bound": "at_most"})
    say("tx-1", "accepted")
    say("ev-1", "amended", {"type": "AID"})
    say("en-1", "amended", {"name": "Adaline Orlin"})
    later = shifted(read)
    again(later)
    one = held.corrected(read.document.id)
    assert one.machine == later
    (said,) = one.record.statements
    assert (said.id, said.speakers, said.act, said.content) == (
        "st-1",
        (captain.id,),
        "expect",
        later.statements[0].content,
    )
    boats = one.record.figures[0]
    assert (boats.id, boats.value, boats.high, boats.where, boats.statement) == ("fg-1", 700, 700, "the bay", "st-1")
    assert one.record.times == (replace(read.times[0], confidence=None),)
    assert [(event.id, event.type, event.actors) for event in one.record.events] == [("ev-1", "AID", ("en-1",))]
    assert [(entity.id, entity.name) for entity in one.record.entities] == [
        ("en-1", "Adaline Orlin"),
        (captain.id, "Una Quill"),
    ]
    assert [each.machine.id for each in one.touched if each.machine] == ["st-9", "st-8", "fg-9", "tx-9", "ev-9", "en-9"]
    assert [hit.speakers for hit in held.search("dawn")] == [("Una Quill",)]
    assert [told.figure.value for told in held.figures_with(["counts boats 700"])] == [700]
    assert list(held.verify()) == []
    again(read)
    assert held.record(read.document.id).statements[0].speakers == (captain.id,)
    assert list(held.verify()) == []


def test_what_a_later_reading_does_not_find_stands_as_the_person_left_it(
    held: Ledger, say: Say, read: Record, again: Callable[[Record], None]
) -> None:
    say("st-1", "amended", {"act": "deny"})
    say("fg-1", "accepted")
    say("fg-2", "rejected")
    again(Record(read.document))
    stands = held.record(read.document.id)
    assert [(one.id, one.act, one.speakers) for one in stands.statements] == [("st-1", "deny", ("en-1",))]
    assert stands.entities == read.entities and stands.events == ()
    assert stands.figures == (replace(read.figures[0], confidence=None),)
    assert [one.machine for one in held.corrected(read.document.id).touched] == [None, None, None]
    assert list(held.verify()) == []


def test_a_correction_of_a_second_reading_holds_in_a_third(
    held: Ledger, say: Say, read: Record, again: Callable[[Record], None]
) -> None:
    one = say("fg-1", "amended", {"value": 700})
    again(shifted(read))
    two = say("fg-1", "amended", {"counted": "hulls"}, seen=one.number)
    assert two.machine["id"] == "fg-9"
    say("st-9", "rejected")
    again(read)
    boats = held.record(read.document.id).figures[0]
    assert (boats.id, boats.value, boats.counted, boats.where) == ("fg-1", 700, "hulls", "the strait")
    assert [one.id for one in held.record(read.document.id).statements] == ["st-2"]
    assert list(held.verify()) == []


def test_who_a_person_added_is_the_one_that_a_later_reading_finds(
    held: Ledger, say: Say, read: Record, again: Callable[[Record], None]
) -> None:
    captain = quill(read.document, "Captain Quill")
    say("st-2", "amended", {"speakers": [captain.id]}, added=[captain])
    found = Entity(id="en-5", kind="person", name="Una Quill", mentions=(cut(read.document, "Una Quill"),))
    told = replace(read.statements[0], speakers=("en-1", "en-5"))
    again(replace(read, entities=(*read.entities, found), statements=(told, read.statements[1])))
    stands = held.record(read.document.id)
    assert [one.speakers for one in stands.statements] == [("en-1", captain.id), (captain.id,)]
    (_, one) = stands.entities
    assert (one.id, one.name, one.aliases, len(one.mentions)) == (captain.id, "Captain Quill", ("Una Quill",), 2)


def test_other_metadata_undoes_no_correction(held: Ledger, say: Say, run: Run, read: Record, on: On) -> None:
    say("st-1", "amended", {"act": "deny"})
    told = replace(read, document=replace(read.document, outlet="The Bell"))
    assert held.add(told, run=run, seen=on(6)) is Added.READ_AGAIN
    assert held.record(read.document.id).statements[0].act == "deny"
    assert held.corrected(read.document.id).machine.statements == read.statements
    assert list(held.verify()) == []


def test_keys_that_nothing_finds_anew_are_those_of_what_still_stands(
    held: Ledger, say: Say, run: Run, read: Record, on: On
) -> None:
    say("fg-1", "rejected")
    told = replace(read, document=replace(read.document, outlet="The Bell"))
    held.add(told, run=run, seen=on(6), traces=Traces(figures={"fg-1": ("boats",), "fg-2": ("bare",)}))
    assert [one.figure.id for one in held.figures_with(["boats", "bare"])] == ["fg-2"]


def test_corrections_are_told_by_document_person_and_day(held: Ledger, say: Say, read: Record) -> None:
    numbers = [say("st-1", "rejected").number, say("fg-1", "accepted", who="Béla Ruhn").number]
    assert [one.number for one in held.corrections()] == numbers
    assert [one.number for one in held.corrections(read.document.id[:20], who="bela ruhn")] == numbers[1:]
    assert [one.number for one in held.corrections(since="2026")] == numbers
    assert list(held.corrections(since="9999")) == []
    with pytest.raises(UsageError, match="--since"):
        held.corrections(since="lately")
    with pytest.raises(NotInLedger):
        list(held.corrections("nowhere.txt"))


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE figures SET value = 41, high = 41 WHERE id = 'fg-1'", "not those that persons left"),
        ("UPDATE machine_records SET records = replace(records, 'boats', 'ships')", "not those that were read"),
        ("UPDATE machine_meanings SET vector = substr(vector, 2)", "its meanings are not those"),
        ("DELETE FROM machine_meanings", "its meanings are not those"),
        ("DELETE FROM machine_records", "not kept beside the corrections"),
        ("DELETE FROM corrections", "not kept beside the corrections"),
        ("UPDATE machine_records SET records = '{}'", "the field 'entities' is missing"),
    ],
)
def test_what_was_altered_behind_our_back_is_seen(
    held: Ledger, say: Say, path: Path, tampering: str, said: str
) -> None:
    say("fg-1", "amended", {"value": 700, "bound": "at_most"})
    assert list(held.verify()) == []
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(tampering)
    connection.close()
    assert any(said in str(problem) for problem in held.verify())
