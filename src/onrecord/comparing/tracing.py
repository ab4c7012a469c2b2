"""What is kept of a document so that it is found again by what it has in common with others."""

from onrecord.comparing.documents import figure_keys
from onrecord.comparing.frame_keys import frame_keys
from onrecord.comparing.name_keys import keys_of
from onrecord.comparing.telling import told_figures_of
from onrecord.records import Record, Traces


def traces_of(record: Record) -> Traces:
    """Return the keys of a document's text, figures and entities, as the ledger keeps them.

    A figure has the keys of what it counts and those of the words beside it.
    """
    things = figure_keys(record)
    keys = {told.figure.id: (*things.get(told.figure.id, ()), *frame_keys(told)) for told in told_figures_of(record)}
    return Traces(
        figures={figure: its for figure, its in keys.items() if its},
        entities={one.id: keys_of(one) for one in record.entities},
    )
