"""Who is one over documents: entities put together under judgements."""

from collections.abc import Sequence

import pytest

from onrecord.comparing import Group, groups_of
from onrecord.records import IdentityJudgement, Judge, Seen

from ..conftest import Show, show


def judged(a: Seen, b: Seen, *, same: bool, by: Judge = "person", number: int = 1) -> IdentityJudgement:
    return IdentityJudgement(
        number=number, a=a.key, b=b.key, same=same, by=by, who="Una", made=f"2031-05-0{number}", probability=None
    )


def names(groups: Sequence[Group]) -> list[list[str]]:
    return [[member.entity.name for member in group.members] for group in groups]


def test_two_kims_stay_two(seen: Show) -> None:
    first, second = seen("Kim Min-ha"), seen("Kim Sung-ho")
    alone = seen("Kim", on="2031-04-04")
    assert names(groups_of([first, second, alone])) == [["Kim Min-ha"], ["Kim Sung-ho"], ["Kim"]]


def test_a_name_alone_goes_to_the_one_who_holds_the_office(seen: Show) -> None:
    minister, general = seen("Kim Min-ha", ("Foreign Minister", None)), seen("Kim Sung-ho", ("General", None))
    alone = seen("Kim", ("Foreign Minister", None))
    assert names(groups_of([minister, general, alone])) == [["Kim Min-ha", "Kim"], ["Kim Sung-ho"]]


def test_each_minister_in_his_time(seen: Show) -> None:
    office = ("Foreign Minister", "South Korea")
    entities = [
        seen("Park Min-ha", office, on="2029-01-01"),
        seen("Cho Sung-ho", office, on="2031-01-01"),
        seen("Park", office, on="2029-03-01"),
        seen("Cho", office, on="2031-03-01"),
        seen("Cho Sung Ho", office, on="2032-01-01"),
    ]
    assert names(groups_of(entities)) == [["Park Min-ha", "Park"], ["Cho Sung-ho", "Cho", "Cho Sung Ho"]]


def test_a_name_alone_is_his_whom_reports_call_so(seen: Show) -> None:
    called = [seen("Ada Orlin", on=f"2031-0{month}-01", aliases=("Orlin",)) for month in range(1, 5)]
    other, alone = seen("Una Orlin"), seen("Orlin", on="2031-04-20")
    groups = groups_of([*called, other, alone])
    assert names(groups) == [["Ada Orlin"] * 4 + ["Orlin"], ["Una Orlin"]]


def test_no_chain_of_initials_joins_two(seen: Show) -> None:
    entities = [seen("Ada Orlin"), seen("A. Orlin"), seen("Anna Orlin")]
    assert len(groups_of(entities)) == 2


def test_names_alone_are_joined_among_themselves(seen: Show) -> None:
    president = ("President", None)
    assert len(groups_of([seen("Orlin", president), seen("Orlin", president, on="2031-06-01")])) == 1


def test_bodies_of_two_nations_stay_two(seen: Show) -> None:
    entities = [seen(name, kind="organization") for name in ("Japan Coast Guard", "U.S. Coast Guard", "Coast Guard")]
    assert names(groups_of(entities)) == [["Japan Coast Guard"], ["U.S. Coast Guard"], ["Coast Guard"]]
    assert len(groups_of(entities[1:])) == 1


def test_a_person_s_judgement_joins_and_parts(seen: Show) -> None:
    cassia, maria = seen("Cassia Orlin"), seen("Maria Quill")
    assert names(groups_of([cassia, maria], [judged(cassia, maria, same=True)])) == [["Cassia Orlin", "Maria Quill"]]
    again = seen("Cassia Orlin", on="2031-05-01")
    assert len(groups_of([cassia, again], [judged(cassia, again, same=False)])) == 2


def test_what_is_judged_one_brings_along_what_each_is_one_with(seen: Show) -> None:
    cassia, maria = seen("Cassia Orlin"), seen("Maria Quill")
    later = [seen("Cassia Orlin", on="2031-05-01"), seen("Maria Quill", on="2031-06-01")]
    assert len(groups_of([cassia, maria, *later], [judged(cassia, maria, same=True)])) == 1


def test_what_is_judged_two_keeps_apart_what_each_was_joined_with(seen: Show) -> None:
    ones = [seen("Ada Orlin", on=f"2031-0{month}-01") for month in (1, 2, 3)]
    said = [judged(ones[0], ones[1], same=True), judged(ones[1], ones[2], same=False, number=2)]
    assert names(groups_of(ones, said)) == [["Ada Orlin", "Ada Orlin"], ["Ada Orlin"]]


def test_a_person_goes_before_the_machine(seen: Show) -> None:
    one, other = seen("Ada Orlin"), seen("Ada Orlin", on="2031-05-01")
    said = [judged(one, other, same=True, by="machine"), judged(one, other, same=False, number=2)]
    assert len(groups_of([one, other], said)) == 2
    said = [judged(one, other, same=False, by="machine"), judged(one, other, same=True, number=2)]
    assert len(groups_of([one, other], said)) == 1


def test_a_judgement_ties_through_what_is_not_there(seen: Show) -> None:
    one, gone, other = seen("Cassia Orlin"), seen("Gone Quill"), seen("Maria Vane")
    said = [judged(one, gone, same=True), judged(gone, other, same=True, number=2)]
    assert len(groups_of([one, other], said)) == 1


def test_a_group_says_why(seen: Show) -> None:
    (group,) = groups_of([seen("Ada Orlin"), seen("Ada Orlin", on="2031-05-01")])
    (join,) = group.joins
    assert join.sameness.why == ("the same name, Ada Orlin",) and join.judgement is None


def test_a_group_goes_by_the_name_that_most_give(seen: Show) -> None:
    entities = [seen("Joe Orlin"), seen("Joe Orlin", on="2031-05-01"), seen("Joseph R. Orlin")]
    (group,) = groups_of(entities)
    assert group.name == "Joe Orlin"


@pytest.mark.parametrize("entities", [[], [show("Orlin")], [show("…")], [show("Orlin"), show("Orlin")]])
def test_little_is_no_trouble(entities: list[Seen]) -> None:
    assert sum(len(group.members) for group in groups_of(entities)) == len({one.key for one in entities})


def test_ten_thousand_copies_are_one_in_seconds(seen: Show) -> None:
    copies = [seen("Ada Orlin", document=f"sha256:{number}") for number in range(10_000)]
    (group,) = groups_of(copies)
    assert len(group.members) == 10_000
