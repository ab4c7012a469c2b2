"""Across documents: how figures moved, what contradicts what, what is a copy of what, what was dropped.

Pure functions over records: no file, no database, no model.
"""

from onrecord.comparing.identities import Group, Join, Sameness, groups_of, same_one
from onrecord.comparing.judging import against, between
from onrecord.comparing.name_keys import keys_of, keys_of_name
from onrecord.comparing.naming import is_called
from onrecord.comparing.tracing import traces_of

__all__ = [
    "Group",
    "Join",
    "Sameness",
    "against",
    "between",
    "groups_of",
    "is_called",
    "keys_of",
    "keys_of_name",
    "same_one",
    "traces_of",
]
