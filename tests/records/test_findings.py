from collections.abc import Callable

import pytest

from onrecord.encoder.tags import LAYERS
from onrecord.errors import RecordError
from onrecord.records import Findings, Mention, Name, Quantity, Span, Timex, Trigger
from onrecord.records.findings import MENTION_KINDS, NAME_KINDS
from onrecord.records.time import TIME_TYPES

TEXT = "Valland sent some 1,200 pilots on Monday."
VALLAND, SOME, NUMBER, PILOTS = (Span.cut(TEXT, a, b) for a, b in ((0, 7), (13, 17), (18, 23), (24, 30)))


def test_the_kinds_are_those_that_the_encoder_tags() -> None:
    assert set(LAYERS["names"]) == NAME_KINDS
    assert set(LAYERS["mentions"]) == MENTION_KINDS
    assert set(LAYERS["times"]) == TIME_TYPES


def test_a_quantity_holds_hedge_number_and_unit_and_not_what_is_counted() -> None:
    whole = Span.cut(TEXT, 13, 23)
    assert Quantity(hedge=SOME, number=NUMBER, counted=PILOTS, span=whole).counted == PILOTS
    with pytest.raises(RecordError, match="'some' stands outside '1,200'"):
        Quantity(hedge=SOME, number=NUMBER, span=NUMBER)


@pytest.mark.parametrize("antecedent", [1, 2, -1])
def test_a_mention_points_back(antecedent: int) -> None:
    first = Mention("place", VALLAND)
    Findings(mentions=(first, Mention("place", PILOTS, antecedent=0, sure=0.5)))
    with pytest.raises(RecordError, match="mention 1"):
        Findings(mentions=(first, Mention("place", PILOTS, antecedent=antecedent)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Name("group", VALLAND),  # type: ignore[arg-type]
        lambda: Name("place", VALLAND, 1.5),
        lambda: Mention("country", VALLAND),  # type: ignore[arg-type]
        lambda: Mention("place", VALLAND, sure=-1),
        lambda: Timex("DAY", VALLAND),  # type: ignore[arg-type]
        lambda: Timex("DATE", VALLAND, 2),
        lambda: Quantity(number=NUMBER, span=NUMBER, confidence=2),
        lambda: Trigger(type="SEND", span=VALLAND),  # type: ignore[arg-type]
        lambda: Trigger(type="AID", span=VALLAND, confidence=2),
    ],
)
def test_what_no_layer_has_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(RecordError):
        make()
