"""One person over documents, one organization, one country: how likely two entities are one, and who belongs together.

`same_one` compares two, `groups_of` puts together all of some, minding what was judged.
"""

from onrecord.comparing.identity.grouping import Group, Join, groups_of, is_full
from onrecord.comparing.identity.sameness import Sameness, same_one
from onrecord.records import Seen

__all__ = ["Group", "Join", "Sameness", "Seen", "groups_of", "is_full", "same_one"]
