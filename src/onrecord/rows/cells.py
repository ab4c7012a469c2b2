"""A value where a cell holds one text or number and no more: CSV and SQLite."""

import json
from typing import TypeAlias

from onrecord.rows.columns import Value

Cell: TypeAlias = str | int | float | None


def flat_cell(value: Value) -> Cell:
    """Return a value as it is, and a list as JSON: `["…"]`, or `[{"start": 0, "end": 4, "text": "…"}]` of spans."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    return json.dumps(value, ensure_ascii=False)
