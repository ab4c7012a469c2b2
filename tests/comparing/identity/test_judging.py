"""What contradicts a new judgement, and what says just the same."""

from onrecord.comparing import against, between
from onrecord.records import EntityKey, IdentityJudgement, Judge

A, B, C, D = (("sha256:1", name) for name in "abcd")


def judged(number: int, a: EntityKey, b: EntityKey, *, same: bool, by: Judge = "person") -> IdentityJudgement:
    return IdentityJudgement(number=number, a=a, b=b, same=same, by=by, who="Una", made="2031")


JOINS = [judged(1, A, B, same=True), judged(2, C, B, same=True)]


def test_a_chain_of_joins_contradicts_that_its_ends_are_two() -> None:
    assert [one.number for one in against(JOINS, A, C, same=False)] == [1, 2]
    assert against(JOINS, A, D, same=False) == []


def test_what_was_kept_apart_contradicts_that_it_is_one() -> None:
    held = [*JOINS, judged(3, C, D, same=False)]
    assert [one.number for one in against(held, A, D, same=True)] == [3]
    assert against(held, A, C, same=True) == []


def test_the_machine_contradicts_nobody() -> None:
    assert against([judged(1, A, B, same=True, by="machine")], A, B, same=False) == []


def test_between_finds_either_order() -> None:
    assert [one.number for one in between(JOINS, {B}, {C}, same=True)] == [2]
    assert between(JOINS, {A}, {C}, same=True) == [] and between(JOINS, {A}, {B}, same=False) == []
