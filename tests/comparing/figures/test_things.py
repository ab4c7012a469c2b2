"""What stands around a figure, and whether two figures count one thing."""

from collections.abc import Callable

import pytest

from onrecord.comparing.figures.things import alike, keys_of, thing_told
from onrecord.records import ToldFigure

Told = Callable[..., list[ToldFigure]]


@pytest.mark.parametrize(
    "marked",
    [
        "Iceland moved [at least 300] {soldiers} to Orlin.",
        "They saw [300] {troops} sent from Iceland.",
        "They saw [300] {troops} that have been dispatched from Iceland.",
        "Iceland's [300] {troops} came.",
        "They feared [300] {troops}: these are Icelandic soldiers.",
        "Iceland is sending soldiers. They say that [300] {troops} are near.",
        "Are you worried about Iceland? [300] {troops} now.",
        "The number of Icelandic troops is [300].",
    ],
)
def test_the_country_is_found_around_a_figure(told: Told, marked: str) -> None:
    found = thing_told(told(marked)[0])
    assert found is not None
    assert found.thing.nations == {"Iceland"}
    assert found.how


@pytest.mark.parametrize(
    "marked",
    [
        "In Iceland [300] {troops} came.",
        "Iceland and Fiji spoke of [300] {troops}.",
        "Icelandic troops and Fijian soldiers met; [300] {troops} came.",
        "They went to Iceland and sent [300] {troops} home.",
        "Jordan Orlin had [300] {soldiers} with her.",
        "one of [300] {sons} of Icelandic parents",
    ],
)
def test_a_country_that_is_not_sure_is_none(told: Told, marked: str) -> None:
    found = thing_told(told(marked)[0])
    assert found is not None
    assert found.thing.nations == set()


@pytest.mark.parametrize(
    ("marked", "states"),
    [
        ("The storm killed [20] {people}.", ["killed"]),
        ("[20] {soldiers} were killed.", ["killed"]),
        ("[at least 20] of the [300] {soldiers} sent to Orlin had been killed.", [None, None]),
        ("The loss of [20] {soldiers} was told.", ["lost"]),
        ("[20] {soldiers} came, and two were killed.", [None]),
        ("They killed [20] {hours}.", [None]),
    ],
)
def test_what_became_of_people_is_found_around_a_figure(told: Told, marked: str, states: list[str | None]) -> None:
    found = [thing_told(one) for one in told(marked)]
    assert [one.thing.state if one else None for one in found] == states


def test_of_a_part_of_them_the_fate_is_not_that_of_all(told: Told) -> None:
    part, whole = told("[20] {troops} of the [1,300] {troops} sent from Fiji had been killed.")
    found = [thing_told(part), thing_told(whole)]
    assert [one.thing.state if one else "?" for one in found] == ["killed", None]


@pytest.mark.parametrize(
    ("marked", "noun"),
    [
        ("[more than 300] {troops} came. At noon she wrote that it was [about 300].", "troop"),
        ("[more than 300] {troops} came. They own [about 400].", None),
        ("[four] {barns} in which the newest group of [about 300] are housed.", None),
        ("[about 300].", None),
    ],
)
def test_a_bare_number_is_of_what_it_points_back_to(told: Told, marked: str, noun: str | None) -> None:
    marked = marked.replace("[four]", "[4]")
    found = thing_told(told(marked)[-1])
    assert (found.thing.noun if found else None) == noun


def test_keys_are_the_noun_and_the_noun_with_each_nation(told: Told) -> None:
    (one,) = told("Iceland moved [300] {soldiers} to Orlin.")
    assert keys_of(one.figure) == ("troop",)
    assert keys_of(one.figure, one) == ("troop", "troop of Iceland")
    assert keys_of(told("[300] came.")[0].figure) == ()


def _pair(told: Told, one: str, other: str) -> float:
    a, b = told(one)[0], told(other)[0]
    assert alike(a, b).probability == alike(b, a).probability
    return alike(a, b).probability


def test_synonyms_count_one_thing_and_what_is_less_sure_is_less_probable(told: Told) -> None:
    same = _pair(told, "[300] {Icelandic troops} came.", "Iceland sent [400] {soldiers}.")
    unsaid = _pair(told, "[300] {Icelandic troops} came.", "[400] {soldiers} came.")
    more = _pair(told, "[300] {Icelandic troops} came.", "[400] {Icelandic combat troops} came.")
    assert same > more > 0
    assert same > unsaid > 0
    near = _pair(told, "[300] {Icelandic troops} came to Orlin.", "Iceland sent [400] {soldiers} to Orlin.")
    assert near > same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[300] {Icelandic troops} came.", "[300] {Fijian troops} came."),
        ("[300] {troops} came.", "[300] {boats} came."),
        ("[300] {troops} came.", "[300] {troops} were killed."),
        ("[300] {troops} came.", "[300] came."),
    ],
)
def test_other_things_are_never_alike(told: Told, one: str, other: str) -> None:
    assert _pair(told, one, other) == 0
