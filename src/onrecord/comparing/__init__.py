"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.figures.asking import Asked, ask
from onrecord.comparing.figures.series import Point, Series, point_json, series_of
from onrecord.comparing.identity.identities import Group, Join, Sameness, groups_of, same_one
from onrecord.comparing.identity.judging import against, between
from onrecord.comparing.identity.name_keys import keys_of, keys_of_name
from onrecord.comparing.identity.naming import is_called
from onrecord.comparing.redline.redline import Pair, Text, compare, in_other_languages
from onrecord.comparing.redline.topic_wording import Wording, wording_of
from onrecord.comparing.revisions.items import earlier_item, story_terms
from onrecord.comparing.revisions.notices import NOTICE_WORDS, Notice, notices_in
from onrecord.comparing.revisions.revising import revised
from onrecord.comparing.revisions.revision import Revised, Revision, RevisionJson
from onrecord.comparing.tracing import traces_of

__all__ = [
    "NOTICE_WORDS",
    "Asked",
    "Group",
    "Join",
    "Notice",
    "Pair",
    "Point",
    "Revised",
    "Revision",
    "RevisionJson",
    "Sameness",
    "Series",
    "Text",
    "Wording",
    "against",
    "ask",
    "between",
    "compare",
    "earlier_item",
    "groups_of",
    "in_other_languages",
    "is_called",
    "keys_of",
    "keys_of_name",
    "notices_in",
    "point_json",
    "revised",
    "same_one",
    "series_of",
    "story_terms",
    "traces_of",
    "wording_of",
]
