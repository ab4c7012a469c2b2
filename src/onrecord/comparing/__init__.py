"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.asking import Asked, ask
from onrecord.comparing.items import earlier_item, story_terms
from onrecord.comparing.notices import NOTICE_WORDS, Notice, notices_in
from onrecord.comparing.redline import Pair, Text, compare, in_other_languages
from onrecord.comparing.revising import revised
from onrecord.comparing.revision import Revised, Revision, RevisionJson
from onrecord.comparing.series import Point, Series, point_json, series_of
from onrecord.comparing.topic_wording import Wording, wording_of
from onrecord.comparing.tracing import traces_of

__all__ = [
    "NOTICE_WORDS",
    "Asked",
    "Notice",
    "Pair",
    "Point",
    "Revised",
    "Revision",
    "RevisionJson",
    "Series",
    "Text",
    "Wording",
    "ask",
    "compare",
    "earlier_item",
    "in_other_languages",
    "notices_in",
    "point_json",
    "revised",
    "series_of",
    "story_terms",
    "traces_of",
    "wording_of",
]
