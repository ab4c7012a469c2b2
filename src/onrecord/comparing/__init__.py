"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.tracing import traces_of

__all__ = ["traces_of"]
