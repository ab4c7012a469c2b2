"""Records some at a time: enough that a library is asked seldom, few enough that memory stays small."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.records import Record

# Characters of text that come together; what is read in them takes some fifty times as much memory.
_TOGETHER: Final = 1_000_000


def in_batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield the records in their order, some together, none twice."""
    batch: list[Record] = []
    characters = 0
    for record in records:
        batch.append(record)
        characters += len(record.document.text)
        if characters >= _TOGETHER:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
