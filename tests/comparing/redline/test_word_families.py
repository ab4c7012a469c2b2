"""Words of one family have one root; words of two have two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.redline.word_families import root_of, roots_of


@pytest.mark.parametrize(
    "family",
    [
        "denuclearization denuclearisation denuclearize denuclearised denuclearizing",
        "launch launches launched launching",
        "militarization militarisation militarized",
        "harbour harbor harbours",
        "theatre theater theaters",
        "commitment commitments",
    ],
)
def test_a_family_has_one_root(family: str) -> None:
    assert len({root_of(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["nuclear denuclearize", "nation notion", "rise rice", "there then", "four for"])
def test_two_families_have_two(pair: str) -> None:
    one, other = pair.split()
    assert root_of(one) != root_of(other)


def test_what_holds_a_sentence_together_has_none() -> None:
    assert roots_of("We will not be with them at the férry in the night") == roots_of("Ferry, night")


@given(st.text(max_size=40))
def test_any_text_has_roots_of_letters(text: str) -> None:
    assert all(root for root in roots_of(text))
