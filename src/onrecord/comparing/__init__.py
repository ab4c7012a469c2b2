"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.redline import Pair, Text, compare, in_other_languages
from onrecord.comparing.topic_wording import Wording, wording_of
from onrecord.comparing.tracing import traces_of

__all__ = ["Pair", "Text", "Wording", "compare", "in_other_languages", "traces_of", "wording_of"]
