import dataclasses

import pytest

from onrecord.errors import RecordError
from onrecord.records import Span, Statement

TEXT = "“We will sail,” Ada Orlin said. “Nobody stops us, if the wind holds.”"


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


FIRST, LAST = cut("“We will sail,”"), cut("“Nobody stops us, if the wind holds.”")
SAIL = Statement(
    id="st-1",
    type="direct",
    kind="said",
    source=cut("Ada Orlin"),
    cue=cut("said"),
    content=(FIRST, LAST),
    speakers=("en-1",),
    act="pledge",
    factuality="Uu",
    condition=cut("if the wind holds"),
    time="2031-05-02",
    how="name",
    confidence=0.9,
)


def test_json_has_the_codebooks_keys() -> None:
    keys = "id type kind source cue content speakers act factuality condition time how confidence"
    assert list(SAIL.to_json()) == keys.split()


@pytest.mark.parametrize("statement", [SAIL, Statement(id="st-2", type="indirect", content=(FIRST,))])
def test_json_round_trip(statement: Statement) -> None:
    assert Statement.from_json(statement.to_json()) == statement


def test_spans_are_all_the_evidence() -> None:
    assert {span.text for span in SAIL.spans()} == {
        "Ada Orlin",
        "said",
        FIRST.text,
        LAST.text,
        "if the wind holds",
    }


@pytest.mark.parametrize("content", [(), (LAST, FIRST), (FIRST, FIRST), (FIRST, cut("sail,” Ada"))])
def test_content_is_some_in_order_and_apart(content: tuple[Span, ...]) -> None:
    with pytest.raises(RecordError):
        Statement(id="st-1", type="direct", content=content)


def test_content_may_touch() -> None:
    touching = (Span.cut(TEXT, 0, 4), Span.cut(TEXT, 4, 8))
    assert Statement(id="st-1", type="direct", content=touching).content == touching


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "spoken"),
        ("kind", "sung"),
        ("act", "shout"),
        ("factuality", "CT"),
        ("how", "luck"),
        ("confidence", 1.2),
        ("confidence", float("nan")),
    ],
)
def test_values_outside_the_codebook_are_refused(field: str, value: object) -> None:
    with pytest.raises(RecordError):
        dataclasses.replace(SAIL, **{field: value})
