"""Place inside place."""

import pytest

from onrecord.comparing.figures.places import lies_in


@pytest.mark.parametrize(
    ("place", "outer", "told"),
    [
        ("Iceland", "Iceland", ""),
        ("western Iceland", "Iceland", ""),
        ("Iceland's coast", "Iceland", ""),
        ("Reykjavik", "Iceland", ""),
        ("Quebec", "Canada", ""),
        ("the Quebec region", "Canada", ""),
        ("Iceland", "Europe", ""),
        ("Orlin", "Fiji", "They went to Fiji's western Orlin region."),
        ("Orlin", "Fiji", "They went to Orlin, Fiji, by boat."),
        ("anywhere", "the world", ""),
        ("the Orlin district", "Orlin", ""),
        ("Texas", "U.S.", ""),
    ],
)
def test_a_place_lies_in_what_holds_it(place: str, outer: str, told: str) -> None:
    assert lies_in(place, outer, told)


@pytest.mark.parametrize(
    ("place", "outer", "told"),
    [
        ("Iceland", "Fiji", ""),
        ("Orlin", "Fiji", "They left Orlin. Fiji was far."),
        ("Iceland", "western Iceland", ""),
        ("South Korea", "North Korea", ""),
        ("Canada", "Quebec", ""),
        ("Orlin", "Orlin Bay", ""),
    ],
)
def test_a_place_does_not_lie_in_what_nothing_says_so_of(place: str, outer: str, told: str) -> None:
    assert not lies_in(place, outer, told)
