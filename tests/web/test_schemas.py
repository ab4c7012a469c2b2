"""The API's schemas are made of the TypedDicts that the records print, and hold what is printed."""

from typing import Literal, NotRequired, TypedDict

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from onrecord.records import RecordJson
from onrecord.web.schemas import model_of
from tests.web.examples import Address


class InnerJson(TypedDict):
    """What lies within."""

    kind: Literal["a", "b"]


class OuterJson(TypedDict):
    """What holds it."""

    inner: InnerJson | None
    many: list[InnerJson]
    pairs: list[tuple[int, int]]
    perhaps: NotRequired[str]


def test_a_model_takes_what_the_dict_may_hold() -> None:
    for given in (
        {"inner": None, "many": [], "pairs": [(0, 1)]},
        {"inner": {"kind": "a"}, "many": [{"kind": "b"}], "pairs": [], "perhaps": "x"},
    ):
        model_of(OuterJson).model_validate(given)


@pytest.mark.parametrize(
    "given",
    [
        {"inner": None, "many": []},
        {"inner": None, "many": [], "pairs": [], "more": 1},
        {"inner": {"kind": "c"}, "many": [], "pairs": []},
        {"inner": None, "many": [None], "pairs": []},
        {"inner": None, "many": [], "pairs": [(1,)]},
    ],
)
def test_a_model_refuses_the_rest(given: object) -> None:
    with pytest.raises(ValidationError):
        model_of(OuterJson).model_validate(given)


def test_one_dict_is_one_schema() -> None:
    assert model_of(OuterJson) is model_of(OuterJson)
    assert model_of(OuterJson).model_json_schema()["$defs"].keys() == {"InnerJson"}


def test_every_record_of_the_samples_is_what_the_schema_says(
    newsroom: TestClient, newsroom_examples: dict[str, tuple[Address, ...]]
) -> None:
    for one in newsroom_examples["/documents/{document}"]:
        model_of(RecordJson).model_validate(newsroom.get(one.api()).json())
