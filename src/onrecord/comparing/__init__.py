"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.items import earlier_item, story_terms
from onrecord.comparing.notices import NOTICE_WORDS, Notice, notices_in
from onrecord.comparing.revising import revised
from onrecord.comparing.revision import Revised, Revision, RevisionJson
from onrecord.comparing.tracing import traces_of

__all__ = [
    "NOTICE_WORDS",
    "Notice",
    "Revised",
    "Revision",
    "RevisionJson",
    "earlier_item",
    "notices_in",
    "revised",
    "story_terms",
    "traces_of",
]
