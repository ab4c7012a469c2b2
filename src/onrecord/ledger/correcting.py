"""A person's word on a record: is it one, does it make sense, did nobody else say something in the meantime."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from onrecord.errors import CorrectedMeanwhile, NotInLedger, RecordError, UsageError
from onrecord.ledger.corrections import corrections_of, insert_correction
from onrecord.ledger.lookup import locate
from onrecord.ledger.machine import machine_meant
from onrecord.ledger.moments import now
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.standing import let_stand, load_corrected
from onrecord.ledger.storable import refuse_unstorable
from onrecord.ledger.tables import readings
from onrecord.ledger.words import is_text
from onrecord.records import (
    Changes,
    Corrected,
    Correction,
    Entity,
    EntityJson,
    Item,
    Record,
    Traces,
    Verdict,
    corrected,
)
from onrecord.records.changing import amended, built_on, tidied
from onrecord.records.correcting import Touched, spoken_of
from onrecord.records.items import item_from_json, item_with, items_of, layer_of, parties_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person says of a record; `seen` is the number of the correction that the person saw standing."""

    record: str
    verdict: Verdict
    who: str
    why: str
    changes: Changes
    added: tuple[Entity, ...]
    seen: int | None


def correct(connection: Connection, name: str, word: Word, trace: Callable[[Record], Traces]) -> Correction:
    """Write down what a person says of a record of the document of this name, and let it stand."""
    document = locate(connection, name).document
    query = newest_reading(document, readings.c.number, readings.c.copy)
    reading = connection.execute(query).one()
    one = load_corrected(connection, document, reading.copy)
    known = corrections_of(connection, document)
    last = max((each for each in known if each.record == word.record), key=lambda each: each.number, default=None)
    _refuse_unseen(word, last)
    # Its number is the ledger's to give; until then any will do that is higher than those before it.
    correction = _correction(1 + max((each.number for each in known), default=0), one, word, last)
    becomes = corrected(one.machine, [*known, correction])
    refuse_unstorable(becomes.record)
    meant = machine_meant(connection, document)
    number = insert_correction(connection, document, correction)
    let_stand(connection, becomes, meant, trace, document, reading.number)
    return replace(correction, number=number)


def refuse_nobody(who: str, why: str) -> None:
    """Raise UsageError for a name that is none, or a reason that cannot be written down."""
    if not who.strip() or not is_text(who):
        raise UsageError("who", "names nobody", "give the name of whoever says it")
    if not is_text(why):
        raise UsageError("why", "holds what is no text", "write it in words")


def _refuse_unseen(word: Word, last: Correction | None) -> None:
    """Raise CorrectedMeanwhile where what stands is not what the person saw."""
    stands = None if last is None or last.verdict == "withdrawn" else last.number
    if word.seen == stands or (last is not None and word.seen == last.number):
        return
    if last is None:
        raise UsageError(word.record, f"has no correction {word.seen}", "say which one you saw standing, if any")
    told = "withdrawn" if last.verdict == "withdrawn" else "corrected"
    raise CorrectedMeanwhile(word.record, f"was {told} by {last.who} in the meantime", number=last.number)


def _correction(number: int, one: Corrected, word: Word, last: Correction | None) -> Correction:
    touched, stands = one.of(word.record), item_with(items_of(one.record), word.record)
    machine = _machine(one, word, touched, stands)
    layer, text = layer_of(machine), one.machine.document.text
    changes = _changes(one, word, touched, machine, stands or machine)
    item = amended(layer, word.record, machine.to_json(), machine.to_json(), changes, text)
    added = _added(word, touched, item)
    ours = {data["id"] for data in added}
    return Correction(
        number=number,
        document=one.machine.document.id,
        layer=layer,
        record=word.record,
        verdict=word.verdict,
        machine=machine.to_json(),
        who=word.who.strip(),
        made=now(),
        why=word.why.strip(),
        changes=changes,
        named=tuple(data for data in spoken_of(one, machine, item) if data["id"] not in ours),
        added=added,
        replaces=None if last is None else last.number,
    )


def _machine(one: Corrected, word: Word, touched: Touched | None, stands: Item | None) -> Item:
    """Return what the machine reads there, or read when somebody corrected it first."""
    if touched is not None:
        told = touched.correction
        return touched.machine or item_from_json(told.layer, dict(told.machine), one.machine.document.text)
    if stands is None:
        raise NotInLedger(word.record, "is no record of that document", "take its id from onrecord show")
    return item_with(items_of(one.machine), word.record) or stands


def _changes(one: Corrected, word: Word, touched: Touched | None, machine: Item, stands: Item) -> Changes:
    """Return all that persons changed of the machine's record, this one and those before."""
    if word.verdict != "amended" and (word.changes or word.added):
        raise UsageError(word.record, f"is {word.verdict}, and changes are given", "amend it, or give none")
    if word.verdict == "withdrawn" and touched is None:
        raise UsageError(word.record, "is as the machine read it", "there is nothing to withdraw")
    if word.verdict in ("rejected", "withdrawn"):
        return {}
    before = None if touched is None or touched.standing is None else touched.correction
    told = tidied(layer_of(machine), word.changes, one.machine.document.text)
    _refuse_strangers(one, word, told)
    changes = built_on(layer_of(machine), before, machine.to_json(), stands.to_json(), told)
    if word.verdict == "amended" and all(stands.to_json().get(name) == value for name, value in told.items()):
        raise UsageError(word.record, "nothing of it is changed", "accept it if it is right")
    return changes


def _refuse_strangers(one: Corrected, word: Word, told: Changes) -> None:
    """Raise RecordError where changes name what the document does not hold."""
    entities = {entity.id for entity in one.record.entities}
    for entity in word.added:
        if item_with((*items_of(one.record), *items_of(one.machine)), entity.id) is not None:
            raise RecordError(entity.name, "is there already, under the same words", f"name it by its id {entity.id}")
    entities.update(entity.id for entity in word.added)
    named = [name for field in ("speakers", "actors", "recipients") for name in _listed(told.get(field))]
    for name in named:
        if name not in entities:
            raise RecordError(name, "is no entity of that document", "take its id from onrecord show")
    for entity in word.added:
        if entity.id not in named:
            raise RecordError(entity.name, "is added, and the record does not name it", "name it, or leave it out")
    statement = told.get("statement")
    if statement is not None and all(each.id != statement for each in one.record.statements):
        raise RecordError(str(statement), "is no statement of that document", "take its id from onrecord show")


def _added(word: Word, touched: Touched | None, item: Item) -> tuple[EntityJson, ...]:
    before: Sequence[EntityJson] = () if touched is None else touched.correction.added
    every = (*before, *(entity.to_json() for entity in word.added))
    return tuple(data for data in every if data["id"] in parties_of(item))


def _listed(value: object) -> Iterable[str]:
    return value if isinstance(value, list) else ()
