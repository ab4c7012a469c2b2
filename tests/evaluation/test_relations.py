import pytest

from evaluation.relations import Count, accuracy, counts, macro_f1

PAIRS = [("AID", "AID"), ("AID", "AID"), ("AID", None), ("REJECT", "AID"), ("CONSULT", "AGREE")]


def test_each_type_is_counted_also_one_that_is_only_predicted() -> None:
    assert counts(PAIRS) == {
        "AGREE": Count(0, 1, 0),
        "AID": Count(3, 3, 2),
        "CONSULT": Count(1, 0, 0),
        "REJECT": Count(1, 0, 0),
    }


def test_macro_f1_is_the_mean_over_the_types_in_the_gold() -> None:
    assert counts(PAIRS)["AID"].f1 == pytest.approx(2 / 3)
    assert macro_f1(PAIRS) == pytest.approx((2 / 3 + 0 + 0) / 3)


def test_all_right_is_one_however_unlike_the_types_are_in_number() -> None:
    right = [(type_, type_) for type_ in ("AID", "AID", "AID", "REJECT")]
    assert (macro_f1(right), accuracy(right)) == (1, 1)


def test_accuracy_counts_what_is_withheld_as_wrong() -> None:
    assert accuracy(iter(PAIRS)) == pytest.approx(0.4)


@pytest.mark.parametrize("measure", [macro_f1, accuracy])
def test_nothing_cannot_be_scored(measure: object) -> None:
    assert callable(measure)
    with pytest.raises(ValueError, match="no relations"):
        measure([])
