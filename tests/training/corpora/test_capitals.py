"""Names inside phrases, by their capitals."""

import pytest

from training.corpora.capitals import doubtful, longest, name_within
from training.corpora.marked import Mark


@pytest.mark.parametrize(
    ("phrase", "kind", "name", "ours"),
    [
        ("Foreign Secretary Ada Orlin", "person", "Ada Orlin", "person"),
        ("Lt. Gen. Ada R. Orlin", "person", "Ada R. Orlin", "person"),
        ("the Ministry of Posts and Roads", "organization", "Ministry of Posts and Roads", "organization"),
        ("Peruvian forces", "organization", "Peruvian", "nationality"),
        ("the United States", "organization", "United States", "country"),
        ("the city of Tarnow, Norvanna", "place", "Tarnow", "place"),
        ("the new iPlate", "other", "iPlate", "other"),
    ],
)
def test_names(phrase: str, kind: str, name: str, ours: str) -> None:
    found = name_within(phrase, kind)
    assert found is not None
    assert (phrase[found.start : found.end], found.kind) == (name, ours)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("We", "organization"),
        ("mourners", "organization"),
        ("The Foreign Secretary", "person"),
        ("Orlin fans", "person"),
    ],
)
def test_no_names(phrase: str, kind: str) -> None:
    assert name_within(phrase, kind) is None


def test_the_longest_stay() -> None:
    assert longest([Mark(4, 8, "place"), Mark(0, 8, "person"), Mark(9, 12, "other")]) == (
        Mark(0, 8, "person"),
        Mark(9, 12, "other"),
    )


def test_capitals_inside_sentences_are_doubtful() -> None:
    text = "Rain fell on Tarnow. Ministers met Orlin on Friday."
    named = [Mark(13, 19, "place")]
    assert [text[start:end] for start, end in doubtful(text, named)] == ["Orlin"]
