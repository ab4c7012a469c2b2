import pytest

from evaluation.references import chains_of, conll_f1, count


def chains(*groups: str) -> list[frozenset[object]]:
    return [frozenset(group) for group in groups]


def test_antecedents_make_chains_and_singletons_are_none() -> None:
    assert chains_of([None, 0, None, 1, None, 4], list("abcdef")) == chains("abd", "ef")


def test_the_same_chains_are_right_and_others_wrong() -> None:
    same = conll_f1(count(chains("abc", "de"), chains("abc", "de")))
    assert set(same.values()) == {100}
    assert conll_f1(count(chains("abc"), chains("de")))["conll"] == 0
    assert conll_f1(count(chains("abc"), []))["conll"] == 0


def test_the_measures_are_what_they_are_by_hand() -> None:
    scores = conll_f1(count(chains("abc", "defg"), chains("ab", "cd", "fghi")))
    assert scores["muc"] == pytest.approx(100 * 2 * (2 / 5) * (2 / 5) / (4 / 5), abs=0.01)
    recall = (2 / 3 * 2 + 1 / 3 + 1 / 4 + 2 / 4 * 2) / 7
    precision = (2 / 2 * 2 + 1 / 2 * 2 + 2 / 4 * 2) / 8
    assert scores["b3"] == pytest.approx(200 * recall * precision / (recall + precision), abs=0.01)
    likeness = 2 * 2 / 5 + 2 * 2 / 8
    recall, precision = likeness / 2, likeness / 3
    assert scores["ceaf"] == pytest.approx(200 * recall * precision / (recall + precision), abs=0.01)
