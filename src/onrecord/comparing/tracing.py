"""What is kept of a document so that it is found again by what it has in common with others."""

from onrecord.comparing.name_keys import keys_of
from onrecord.records import Record, Traces


def traces_of(record: Record) -> Traces:
    """Return the keys of a document's text, figures and entities, as the ledger keeps them."""
    return Traces(figures={}, entities={one.id: keys_of(one) for one in record.entities})
