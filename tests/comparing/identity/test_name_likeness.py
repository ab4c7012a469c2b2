"""How alike names of persons are, whatever order, spelling and length they are given in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.identity.name_likeness import ORDER, likeness
from onrecord.comparing.identity.person_names import person_name


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Cho Min-ha", "Cho Min Ha", "same"),
        ("Cho Min-ha", "CHO MINHA", "same"),
        ("Cho Min-ha", "Minha Cho", "same"),
        ("Kim Min-ha", "Minha Kim", "same"),
        ("ORLIN Ada", "Ada Orlin", "same"),
        ("Takeo Morimoto", "Morimoto Takeo", "same"),
        ("Orlin, Ada", "Ada Orlin", "same"),
        ("Béla Ruhn", "Bela Ruhn", "same"),
        ("Prime Minister Ada Orlin", "Ada Orlin", "same"),
        ("Shri Ada Orlin", "Ms. Ada Orlin", "same"),
        ("Ada Orlin, Jr.", "Ada Orlin", "same"),
        ('Vito "The Lamp" Orlin', "Vito Orlin", "same"),
        ("Ada al-Orlin", "Ada Orlin", "same"),
        ("Ursula von der Lampe", "Ursula Lampe", "same"),
        ("Sergei Orlovsky", "Sergey Orlovskyy", "spelt"),
        ("Yoon Min-seok", "Yun Min-suk", "spelt"),
        ("Joe Orlin", "Joseph R. Orlin", "shorter"),
        ("A. Orlin", "Ada Orlin", "shorter"),
        ("Ada J. Orlin", "Ada Orlin", "shorter"),
        ("W. Mark Orlin", "Mark Orlin", "shorter"),
        ("Kenyon Orlin", "Ada Kenyon Orlin", "shorter"),
        ("Ada Orlin", "Ada Orlin Ruiz", "shorter"),
        ("Duncan Orlin", "Duncan Orline", "slip"),
        ("Orlin", "Ada Orlin", "family"),
        ("Cho", "Cho Min-ha", "family"),
        ("Orlin", "Orlin", "family"),
        ("J. Orlin", "Ada J. Orlin", "shorter"),
        ("Ada", "Ada Orlin", "given"),
        ("Ada Orlin", "Una Orlin", "apart"),
        ("A. Orlin", "Duncan Orlin", "apart"),
        ("A. Orlin", "Duncan Orline", "apart"),
        ("Cho Min-ha", "Cho Min-ho", "apart"),
        ("Cho Tae-jin", "Cho Tae-jun", "apart"),
        ("George W. Orlin", "George H. Orlin", "apart"),
        ("Ada Orlin Jr.", "Ada Orlin Sr.", "apart"),
        ("Ada Orlin", "Ada Quill", "apart"),
        ("Michel", "Ada Mitchell", "apart"),
        ("…", "Ada Orlin", "apart"),
    ],
)
def test_names(one: str, other: str, alike: str) -> None:
    assert likeness(one, other) == alike


WORDS = st.sampled_from(["Ada", "Una", "Orlin", "Quill", "Cho", "Min-ha", "R.", "von", "Jr.", "MR.", "Béla", "al-Ruhn"])
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(max_size=12)


@given(NAMES, NAMES)
def test_it_makes_no_difference_which_name_is_first(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(NAMES)
def test_a_full_name_is_the_same_as_itself(name: str) -> None:
    if person_name(name).full:
        assert likeness(name, name) == "same"


@given(NAMES, NAMES)
def test_every_answer_is_a_known_one(one: str, other: str) -> None:
    assert likeness(one, other) in ORDER
