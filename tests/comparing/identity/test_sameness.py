"""Whether two entities of two documents are one."""

import pytest

from onrecord.comparing import same_one
from onrecord.comparing.identity.chances import CHANCES

from ..conftest import Show

MINISTER, SENATOR = ("Foreign Minister", "Valland"), ("Senator", None)


def test_one_name_in_two_documents_is_one(seen: Show) -> None:
    found = same_one(seen("Ada Orlin", on="2031-01-01"), seen("Ada Orlin", on="2031-02-01"))
    assert found.likely and found.why == ("the same name, Ada Orlin",)


def test_two_of_one_office_are_two(seen: Show) -> None:
    assert not same_one(seen("Ada Orlin", MINISTER, on="2030-01-01"), seen("Una Quill", MINISTER)).likely


def test_a_family_name_with_the_office_is_one(seen: Show) -> None:
    found = same_one(seen("Cho", MINISTER), seen("Cho Min-ha", ("foreign minister", None)))
    assert found.likely and "one office, Foreign Minister of Valland and foreign minister" in found.why


def test_a_family_name_with_another_office_is_not(seen: Show) -> None:
    assert not same_one(seen("Orlin", SENATOR), seen("Ada Orlin", MINISTER)).likely


def test_a_family_name_with_the_office_of_another_country_is_not(seen: Show) -> None:
    assert not same_one(seen("Orlin", ("President", "France")), seen("Ada Orlin", ("President", "Peru"))).likely


def test_a_vice_president_is_no_president(seen: Show) -> None:
    assert not same_one(seen("Orlin", ("Vice President", None)), seen("Ada Orlin", ("President", None))).likely


def test_a_president_elect_is_the_president_later(seen: Show) -> None:
    assert same_one(seen("Orlin", ("President-Elect", None)), seen("Ada Orlin", ("President", None))).likely


def test_an_office_does_not_last_for_ever(seen: Show) -> None:
    assert not same_one(
        seen("Kim", ("President", None), on="2001-01-01"), seen("Kim Min-ha", ("President", None))
    ).likely


def test_a_rare_family_name_is_one_at_one_time(seen: Show) -> None:
    assert same_one(seen("Orlin", on="2031-01-01"), seen("Ada Orlin")).likely
    assert not same_one(seen("Orlin", on="2011-01-01"), seen("Ada Orlin")).likely


def test_a_common_family_name_alone_is_nobody_s(seen: Show) -> None:
    assert not same_one(seen("Kim", on="2031-01-01"), seen("Kim Min-ha")).likely
    assert same_one(seen("Kim", on="2031-04-01"), seen("Kim Min-ha")).likely


def test_a_given_name_alone_is_nobody_s(seen: Show) -> None:
    assert not same_one(seen("Jake"), seen("Jake", document="sha256:2")).likely
    assert not same_one(seen("Jake"), seen("Jake Orlin")).likely


def test_dates_that_are_missing_leave_the_names(seen: Show) -> None:
    assert same_one(seen("Ada Orlin", on=None), seen("Ada Orlin", on="no date")).likely


def test_a_name_that_many_have_needs_more(seen: Show) -> None:
    old, new = seen("John Smith", ("Senator", None), on="2001-01-01"), seen("John Smith", ("coach", None))
    assert not same_one(old, new).likely
    assert not same_one(seen("Ada Orlin", on="1900-01-01"), seen("Ada Orlin")).likely


def test_what_one_report_tells_apart_is_two(seen: Show) -> None:
    here = {"document": "sha256:1"}
    assert not same_one(seen("Orlin", **here), seen("Ada Orlin", **here)).likely
    assert same_one(seen("Ada Orlin", **here), seen("ORLIN Ada", **here)).likely
    assert not same_one(seen("crews", kind="group", **here), seen("Crews", kind="group", **here)).likely


def test_an_entity_is_one_with_itself(seen: Show) -> None:
    assert same_one(seen("Kim"), seen("Kim")).probability == 1


def test_groups_are_one_in_versions_of_a_report_only(seen: Show) -> None:
    named = {"kind": "group", "title": "Ferry row deepens again"}
    assert same_one(seen("two sides", url="a", **named), seen("two sides", url="b", **named)).likely
    assert not same_one(seen("two sides", url="a", kind="group"), seen("two sides", url="b", kind="group")).likely
    assert same_one(
        seen("two sides", url="a", kind="group"), seen("two sides", url="a", on="2031-05-01", kind="group")
    ).likely


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("United Nations", "UN", True),
        ("the World Trade Organisation", "WTO", True),
        ("Ministry of Defence of Japan", "Japanese Defense Ministry", True),
        ("Ministry of Defence", "Defense Ministry", False),
        ("Japanese Ministry of Defence", "French Ministry of Defence", False),
        ("U.S. Congress", "CONGRESS OF THE UNITED STATES", True),
        ("Orlin Ferries Inc.", "Orlin Ferries", True),
        ("Orlin Ferries", "Orlin Banks", False),
        ("Port Vale Ferry Board", "U.S. Port Vale Ferry Board", True),
        ("Japan Coast Guard", "U.S. Coast Guard", False),
        ("Department of Transportation", "Transportation Department", True),
    ],
)
def test_organizations(seen: Show, one: str, other: str, are_one: bool) -> None:
    a, b = seen(one, kind="organization"), seen(other, kind="organization", document="sha256:2")
    assert same_one(a, b).likely == are_one


def test_letters_join_what_they_stand_for(seen: Show) -> None:
    board = seen("Oresk Ferry Board", kind="organization", aliases=("OFB",))
    assert same_one(board, seen("OFB", kind="organization")).likely
    band = seen("Wild Harbour Orchestra", kind="organization", aliases=("WHO",))
    assert not same_one(band, seen("WHO", kind="organization")).likely


def test_countries_are_one_by_all_their_names(seen: Show) -> None:
    assert same_one(seen("Japan", kind="country"), seen("Japan", kind="country", document="sha256:2")).likely
    assert not same_one(seen("North Korea", kind="country"), seen("South Korea", kind="country")).likely


def test_a_person_is_no_organization(seen: Show) -> None:
    assert not same_one(seen("Orlin"), seen("Orlin", kind="organization")).likely


def test_no_chance_is_more_than_one() -> None:
    assert all(0 < chance < 1 for chance in CHANCES.values())
