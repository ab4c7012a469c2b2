"""What is kept of a document so that it is found again by what it has in common with others."""

from onrecord.records import Record, Traces


def traces_of(record: Record) -> Traces:
    """Return the keys of a document's text, figures and entities, as the ledger keeps them."""
    # Here, not above: what hashes texts takes its time to load, and who only reads needs none of it.
    from onrecord.comparing.shingles import bands_of, shingles_of, signature_of
    from onrecord.comparing.stories import story_of

    words = story_of(record.document).words
    shingles = shingles_of(words)
    signature = signature_of(shingles, len(words)) if len(shingles) else b""
    bands = bands_of(shingles, signature) if signature else {}
    return Traces(signature=signature, bands=bands, figures={}, entities={})
