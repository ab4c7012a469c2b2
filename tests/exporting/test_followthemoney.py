"""The followthemoney library takes every entity as valid, and keeps every value of it."""

import json
from pathlib import Path

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry
from hypothesis import given

from onrecord.exporting.followthemoney.entities import followthemoney_lines, proxies
from onrecord.exporting.followthemoney.values import country_code, date_of, id_of, texts_of
from onrecord.records import Document, Entity, EntityKind, Record, Role, Span, Statement, document_id
from onrecord.tables import rows
from tests.exporting.any_records import records, sample_records
from tests.ledger.conftest import build


def opened(*given_: Record) -> list[EntityProxy]:
    """The entities as the library reads them; it raises InvalidData for what its model does not know."""
    return [model.get_proxy(json.loads(line), cleaned=False) for line in followthemoney_lines(given_)]


def faults(*given_: Record) -> list[str]:
    """What the library would drop, refuse or not find."""
    wrong: list[str] = []
    known: set[str] = set()
    for line in followthemoney_lines(given_):
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        schema = entity.schema
        schema.validate(data)
        known.add(entity.id or "")
        wrong += [f"{data['id']} is another id"] * (entity.id != data["id"])
        wrong += [f"{schema.name} needs {name}" for name in schema.required if not entity.get(name)]
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is None or prop.stub or prop.deprecated:
                wrong.append(f"{schema.name} has no {name}")
            elif len(entity.get(name)) != len(values):
                wrong.append(f"{schema.name}.{name}: kept {entity.get(name)} of {values}")
            elif prop.range is not None:
                wrong += [f"{name} names {value}, which comes later" for value in values if value not in known]
    return wrong


@given(records())
def test_any_record_is_valid(record: Record) -> None:
    assert [fault for fault in faults(record) if "kept" not in fault] == []


def test_the_samples_are_valid_and_keep_every_value(newsroom_ledger: Path) -> None:
    assert faults(*sample_records(newsroom_ledger)) == []


def test_who_is_named_is_of_the_type_that_is_asked_for(newsroom_ledger: Path) -> None:
    entities = {entity.id: entity for entity in opened(*sample_records(newsroom_ledger))}
    named = 0
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert prop.range is not None
                assert entities[value].schema.is_a(prop.range), (entity.schema.name, prop.name)
                named += 1
    assert named > 300


def test_ids_are_unique_and_stay(newsroom_ledger: Path) -> None:
    held = sample_records(newsroom_ledger)
    once, again = list(followthemoney_lines(held)), list(followthemoney_lines(held))
    ids = [json.loads(line)["id"] for line in once]
    assert once == again and len(set(ids)) == len(ids)


def test_a_report_in_full() -> None:
    article, minister, mention, direct, told, sailing = proxies(build())
    assert article["properties"] | {"bodyText": []} == {
        "title": ["Ferry row deepens"],
        "fileName": ["ferry.txt"],
        "author": ["Béla Ruhn", "Ono Tal", "Northwire"],
        "publisher": ["The Lantern"],
        "publishedAt": ["2031-04-03"],
        "language": ["eng"],
        "bodyText": [],
    }
    assert "".join(article["properties"]["bodyText"]) == build().document.text
    assert (minister["schema"], minister["properties"]) == (
        "Person",
        {"name": ["Ada Orlin"], "alias": ["Orlin"], "position": ["Harbour Minister, Valland", "captain"]}
        | {"proof": [article["id"]]},
    )
    assert mention["properties"]["resolved"] == [minister["id"]]
    assert direct["properties"] == {
        "name": ["Ada Orlin (said,): “We will sail at dawn,” … “if the tide allows.”"],
        "involved": [minister["id"]],
        "recordId": ["st-1"],
        "notes": ["confidence 0.25"],
        "publisher": ["The Lantern"],
        "description": ["“We will sail at dawn,” Harbour Minister Ada Orlin said, “if the tide allows.”"],
        "keywords": ["statement", "direct", "said", "pledge", "PR+"],
        "proof": [article["id"]],
    }
    assert "involved" not in told["properties"]
    assert sailing["properties"]["name"] == ["MOBILIZE (expected): Ada Orlin → Ada Orlin “We will sail at dawn”"]
    assert sailing["properties"]["date"] == ["2031-04-04"]
    assert sailing["properties"]["location"] == ["Port Vale"]
    assert sailing["properties"]["summary"] == ["said by Ada Orlin"]


def test_what_was_denied_is_told_as_denied() -> None:
    text = "Orlin denied that any mines were left."
    cue, content = Span.cut(text, 6, 12), Span.cut(text, 13, 37)
    statement = Statement(id="st-1", type="indirect", cue=cue, content=(content,), act="deny", factuality="CT-")
    _, told = proxies(Record(Document(id=document_id(text), text=text), statements=(statement,)))
    assert told["properties"]["name"] == ["Statement (denied): that any mines were left"]
    assert told["properties"]["description"] == ["denied that any mines were left"]


def test_what_each_kind_becomes() -> None:
    text = "Japan Oslo officials accord treaty …"

    def entity(kind: EntityKind, word: str) -> Entity:
        start = text.index(word)
        mentions = (Span.cut(text, start, start + len(word)),)
        return Entity(id=f"en-{word}", kind=kind, name=word, mentions=mentions, roles=(Role("host"),))

    kinds: list[tuple[EntityKind, str]] = [
        ("country", "Japan"),
        ("place", "Oslo"),
        ("group", "officials"),
        ("document", "accord"),
    ]
    kinds += [("other", "treaty"), ("person", "…")]
    entities = tuple(entity(*one) for one in kinds)
    record = Record(Document(id=document_id(text), text=text, url="https://lantern.example/a/"), entities)
    found = [one for one in proxies(record) if one["schema"] != "Mention"]
    assert [one["schema"] for one in found] == ["Article", "LegalEntity", "Address", "LegalEntity", "Document"]
    assert found[1]["properties"]["country"] == ["jp"]
    assert found[0]["properties"]["fileName"] == [document_id(text)]
    assert all(one["properties"]["sourceUrl"] == ["https://lantern.example/a/"] for one in found)
    assert faults(record) == []


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2031-04-03", "2031-04-03"),
        ("2031-04", "2031-04"),
        ("2031-04-03TNI", "2031-04-03"),
        ("2031-04-03T06:30:00+02:00", "2031-04-03T04:30:00"),
        ("2031-04-03T06:30", "2031-04-03"),
        ("2031-W14", None),
        ("2031-02-30", None),
        ("FUTURE_REF", None),
        ("203", None),
        (None, None),
    ],
)
def test_dates(value: str | None, date: str | None) -> None:
    assert date_of(value) == date


def test_a_long_text_is_in_pieces_that_make_it_up() -> None:
    text = "The crew waits.\n" * 9000 + "x" * 70_000
    pieces = list(texts_of(text))
    assert "".join(pieces) == text and max(map(len, pieces)) <= 65_000 and pieces[0].endswith("\n")


def test_ids_of_others_are_ids_too() -> None:
    ids = [id_of("a_b"), id_of("a b"), id_of("_"), id_of("-x-"), id_of("sha256:ab", "en-1")]
    assert len(set(ids)) == len(ids) and ids[-1] == "sha256-ab-en-1"
    assert all(registry.entity.validate(one) for one in ids)


def test_every_country_has_a_code_that_the_library_knows() -> None:
    names = [fields[1] for fields in rows("onrecord", "countries.tsv") if len(fields[0]) == 2]
    assert len(names) > 190
    assert [name for name in names if not registry.country.validate(country_code(name) or "")] == []
