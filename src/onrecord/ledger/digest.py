"""One digest over all records that a reading found, so that a value changed behind our back is seen."""

import hashlib
import json

from onrecord.records import Record


def records_digest(record: Record) -> str:
    """Return `sha256:` and the hex digest of all that a record holds beside its document.

    It is taken over their JSON with sorted keys and without white space. A field that is `null` or empty is
    left out, so that a field which a later codebook adds does not change the digests of what was read before.
    """
    data = record.to_json()
    kept = _pruned({layer: items for layer, items in data.items() if layer != "document"})
    written = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(written.encode()).hexdigest()


def _pruned(value: object) -> object:
    if isinstance(value, dict):
        items = ((key, _pruned(item)) for key, item in value.items())
        return {key: item for key, item in items if item not in (None, [], {})}
    if isinstance(value, list):
        return [_pruned(item) for item in value]
    # 1 and 1.0 are one confidence, whichever of them a database gives back.
    return int(value) if isinstance(value, float) and value.is_integer() else value
