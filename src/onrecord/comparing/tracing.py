"""What is kept of a document so that it is found again by what it has in common with others."""

from collections.abc import Mapping

from onrecord.comparing.conflicts.frame_keys import frame_keys
from onrecord.comparing.figures.documents import figure_keys
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.comparing.identity.name_keys import keys_of
from onrecord.records import Document, Record, Traces


def traces_of(record: Record) -> Traces:
    """Return the keys of a document's text, figures and entities, as the ledger keeps them.

    A figure has the keys of what it counts and those of the words beside it.
    """
    signature, bands = _of_text(record.document)
    return Traces(
        signature=signature,
        bands=bands,
        figures=_of_figures(record),
        entities={one.id: keys_of(one) for one in record.entities},
    )


def _of_text(document: Document) -> tuple[bytes, Mapping[int, bytes]]:
    # Here, not above: what hashes texts takes its time to load, and who only reads needs none of it.
    from onrecord.comparing.origins.shingles import bands_of, shingles_of, signature_of
    from onrecord.comparing.origins.stories import story_of

    words = story_of(document).words
    shingles = shingles_of(words)
    signature = signature_of(shingles, len(words)) if len(shingles) else b""
    return signature, bands_of(shingles, signature) if signature else {}


def _of_figures(record: Record) -> dict[str, tuple[str, ...]]:
    things = figure_keys(record)
    keys = {told.figure.id: (*things.get(told.figure.id, ()), *frame_keys(told)) for told in told_figures_of(record)}
    return {figure: its for figure, its in keys.items() if its}
