"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.asking import Asked, ask
from onrecord.comparing.series import Point, Series, point_json, series_of
from onrecord.comparing.tracing import traces_of

__all__ = ["Asked", "Point", "Series", "ask", "point_json", "series_of", "traces_of"]
