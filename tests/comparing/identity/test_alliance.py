"""Sets that are joined, and sets that may not be."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.identity.alliance import Alliance

STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 8), st.integers(0, 8)), max_size=40)


@given(STEPS)
def test_what_was_kept_apart_is_never_one(steps: list[tuple[bool, int, int]]) -> None:
    allied: Alliance[int] = Alliance()
    apart = [(a, b) for join, a, b in steps if not (allied.join(a, b) if join else allied.part(a, b)) and not join]
    kept = [(a, b) for join, a, b in steps if not join and (a, b) not in apart]
    assert all(allied.root(a) != allied.root(b) for a, b in kept)


@given(STEPS)
def test_members_are_those_with_one_root(steps: list[tuple[bool, int, int]]) -> None:
    allied: Alliance[int] = Alliance()
    for join, a, b in steps:
        if join:
            allied.join(a, b)
    for one in range(9):
        assert sorted(allied.members(one)) == [each for each in range(9) if allied.root(each) == allied.root(one)]


def test_being_apart_is_handed_on() -> None:
    allied: Alliance[str] = Alliance()
    assert allied.part("a", "b") and allied.join("a", "c") and allied.join("b", "d")
    assert not allied.may_join("c", "d") and not allied.join("d", "c")
    assert not allied.join("a", "c") and not allied.part("a", "c")
