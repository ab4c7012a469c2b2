"""Keys: what can be one shares one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing import keys_of, keys_of_name, same_one, traces_of
from onrecord.records import Document, EntityKind, Record, document_id

from ..conftest import Show, show

NAMES = [
    "Ada Orlin",
    "Orlin",
    "ORLIN Ada",
    "A. Orlin",
    "Ada Orlin Ruiz",
    "Cho Min-ha",
    "Minha Cho",
    "Cho",
    "Duncan Orline",
]
BODIES = [
    "United Nations",
    "UN",
    "U.S. Congress",
    "Congress",
    "Ministry of Defence of Japan",
    "Japanese Defense Ministry",
]
KINDS: list[tuple[EntityKind, list[str]]] = [("person", NAMES), ("organization", BODIES)]


@pytest.mark.parametrize(("kind", "names"), KINDS)
@given(data=st.data())
def test_what_is_likely_one_shares_a_key(kind: EntityKind, names: list[str], data: st.DataObject) -> None:
    one, other = (show(data.draw(st.sampled_from(names)), kind=kind, url=url) for url in ("a", "b"))
    if same_one(one, other).likely:
        assert set(keys_of(one.entity)) & set(keys_of(other.entity))


def test_an_unnamed_group_has_none(seen: Show) -> None:
    assert keys_of(seen("senior officials", kind="group").entity) == ()


def test_a_slip_of_a_letter_is_found(seen: Show) -> None:
    assert set(keys_of(seen("Duncan Orlin").entity)) & set(keys_of(seen("Duncan Orline").entity))


def test_aliases_have_keys_too(seen: Show) -> None:
    board = seen("Oresk Ferry Board", kind="organization", aliases=("OFB",)).entity
    assert set(keys_of_name("OFB")) & set(keys_of(board))


def test_a_name_without_a_letter_has_none() -> None:
    assert keys_of_name("…") == ()


def test_a_document_is_found_again_by_its_entities(seen: Show) -> None:
    text = "Ada Orlin"
    record = Record(Document(id=document_id(text), text=text), (seen(text).entity,))
    assert traces_of(record).entities == {"en-Ada Orlin": keys_of(record.entities[0])}
