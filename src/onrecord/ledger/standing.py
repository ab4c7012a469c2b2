"""What stands for a document: what the machine read in it, as persons corrected that."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from sqlalchemy import Connection

from onrecord.ledger.corrections import corrections_of
from onrecord.ledger.loading import load_record
from onrecord.ledger.machine import forget_machine, keep_machine, machine_record
from onrecord.ledger.meanings import Meant, meant_still
from onrecord.ledger.storing_records import replace_records
from onrecord.records import Corrected, Record, Traces, corrected
from onrecord.records.items import item_with, items_of

# The traces of a record, or what finds them in it: only that can say what those of a corrected one are.
Tracing: TypeAlias = Traces | Callable[[Record], Traces]


def let_stand(
    connection: Connection, one: Corrected, meant: Sequence[Meant], traces: Tracing, document: int, reading: int
) -> None:
    """Let what a reading found stand as persons corrected it; `meant` is what was meant in what the machine read."""
    if one.touched:
        keep_machine(connection, document, one.machine, one.record, meant)
    else:
        forget_machine(connection, document)
    still = meant_still(one.record, meant) if one.touched else meant
    replace_records(connection, one.record, still, _traces(one, traces), document, reading)


def traced_ahead(record: Record, traces: Tracing) -> Tracing:
    """Find the traces of a record now, so that nobody waits for it while a transaction is open."""
    if not callable(traces):
        return traces
    found, find = traces(record), traces
    return lambda stands: found if stands is record else find(stands)


def load_corrected(connection: Connection, document: int, copy: int) -> Corrected:
    """Return what stands, what the machine read, and what persons said of it."""
    stands = load_record(connection, document, copy)
    one = corrected(machine_record(connection, document, stands), corrections_of(connection, document))
    touched = (replace(each, standing=item_with(items_of(stands), each.correction.record)) for each in one.touched)
    return Corrected(stands, one.machine, tuple(touched))


def _traces(one: Corrected, traces: Tracing) -> Traces:
    """Find the traces of what stands; where nothing can find them, keep those of the records that still do."""
    if callable(traces):
        return traces(one.record)
    figures, entities = ({item.id for item in layer} for layer in (one.record.figures, one.record.entities))
    return replace(
        traces,
        figures={of: keys for of, keys in traces.figures.items() if of in figures},
        entities={of: keys for of, keys in traces.entities.items() if of in entities},
    )
