"""Countries, places and nations' words."""

import pytest

from training.corpora.places import is_nationality, kind_of_place, nations_in


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Chile", "country"),
        ("the United States", "country"),
        ("Korea", "country"),
        ("Gulf of Mexico", "place"),
        ("Valparaíso", "place"),
        ("Canadian Government", "organization"),
        ("European", "other"),
    ],
)
def test_kind_of_place(name: str, kind: str) -> None:
    assert kind_of_place(name) == kind


@pytest.mark.parametrize("word", ["Chilean", "Peruvians", "South Korean", "Sino", "Indian-American"])
def test_words_of_nations(word: str) -> None:
    assert is_nationality(word)


@pytest.mark.parametrize("word", ["Chile", "Norvannan", "Kurdish", "American Airlines", "Orlin al-Kuwaiti"])
def test_other_words(word: str) -> None:
    assert not is_nationality(word)


def test_nations_in_a_text() -> None:
    text = "A Chilean-led group met Peruvians in New Mexico, not Mexico, with American Airlines."
    found = [(text[mark.start : mark.end], mark.kind) for mark in nations_in(text)]
    assert found == [("Chilean", "nationality"), ("Peruvians", "nationality"), ("Mexico", "country")]
