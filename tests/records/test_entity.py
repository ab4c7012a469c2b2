import pytest

from onrecord.errors import RecordError, SpanMismatch
from onrecord.records import Entity, Role, Span

TEXT = "Minister Ada Orlin said she would sail."
ORLIN = Entity(
    id="en-1",
    kind="person",
    name="Ada Orlin",
    aliases=("Orlin",),
    roles=(Role("Minister", "Lisk"),),
    mentions=(Span.cut(TEXT, 0, 18), Span.cut(TEXT, 24, 27)),
)


def test_json_writes_mentions_as_pairs() -> None:
    assert ORLIN.to_json() == {
        "id": "en-1",
        "kind": "person",
        "name": "Ada Orlin",
        "aliases": ["Orlin"],
        "roles": [{"title": "Minister", "of": "Lisk"}],
        "mentions": [[0, 18], [24, 27]],
    }


def test_json_round_trip() -> None:
    assert Entity.from_json(ORLIN.to_json(), TEXT) == ORLIN


def test_a_mention_outside_the_text_is_refused() -> None:
    with pytest.raises(SpanMismatch):
        Entity.from_json(ORLIN.to_json(), TEXT[:20])


def test_an_entity_without_evidence_is_refused() -> None:
    with pytest.raises(RecordError, match="no mention"):
        Entity(id="en-1", kind="person", name="Ada Orlin", mentions=())


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(RecordError, match="codebook"):
        Entity(id="en-1", kind="ship", name="Orlin", mentions=ORLIN.mentions)  # type: ignore[arg-type]
