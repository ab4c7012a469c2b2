import re

import pytest

from onrecord.finding.assembly import Draft
from onrecord.finding.telling import tells_nothing

MARK = re.compile(r"<(\w)>(.*?)</>")


def _told(marked: str) -> bool:
    """Whether the attribution marked by `<s>…</>`, `<u>…</>`, `<c>…</>` tells something."""
    text, at, extents = "", 0, {}
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        extents[m[1]] = (len(text), len(text) + len(m[2]))
        text, at = text + m[2], m.end()
    text += marked[at:]
    return not tells_nothing(Draft(extents.get("s"), extents.get("u"), (extents["c"],), ()), text)


@pytest.mark.parametrize(
    "marked",
    [
        "<s>Oduya</> <u>touched on</> <c>the issue</>.",
        "<s>Oduya</> <u>discussed</> <c>these matters</>.",
        "<s>She</> <u>repeated</> <c>the remarks</>.",
        "The crew fired what <u>appeared</> <c>to be a flare</>.",
        "he said, <u>referring to</> <c>the river by its old name, the Tessel</>.",
        "<u>Commenting on</> <c>the strike</>, Oduya called it a disgrace.",
        "<s>That</> <u>being said</>, <c>nobody should fear it</>.",
    ],
)
def test_what_points_hedges_or_names_is_none(marked: str) -> None:
    assert not _told(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<s>Oduya</> <u>denied</> <c>the allegations</>.",
        "<s>The ministry</> <u>confirmed</> <c>the report</>.",
        "<s>Oduya</> <u>appeared</> <c>to be asking for more time</>.",
        "<u>It seems</> <c>the dam will hold</>.",
        "he said, <u>referring to</> <c>the broken dam</>.",
        "<s>Oduya</>, <u>speaking of</> <c>“a strike”</>, was angry.",
        "<s>She</> <u>raised</> <c>the issue of the dam</>.",
    ],
)
def test_what_tells_something_is_kept(marked: str) -> None:
    assert _told(marked)
