"""Corrections applied to what a machine reads, of any kind, to any reading of the text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import RecordError, SpanMismatch, UsageError
from onrecord.records import (
    Correction,
    Document,
    Entity,
    Event,
    Figure,
    Record,
    Span,
    Statement,
    Time,
    Verdict,
    corrected,
    document_id,
    new_entity,
    record_id,
)
from onrecord.records.changing import tidied
from onrecord.records.correcting import spoken_of
from onrecord.records.correction import standing
from onrecord.records.items import item_with, items_of, layer_of
from onrecord.records.matching import matches

TEXT = "Una Quill said some 40 boats would sail on Monday. Ada Orlin told her 12 of them had sunk."
DOCUMENT = Document(id=document_id(TEXT), text=TEXT)
WORDS = [(start, start + len(word)) for word in set(TEXT.split()) for start in [TEXT.index(word)]]


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def name_of(layer: Any, spans: Sequence[Span]) -> str:  # noqa: ANN401
    return record_id(DOCUMENT.id, layer, [(span.start, span.end) for span in spans])


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """One to six words in a row."""
    first = draw(st.integers(0, len(WORDS) - 1))
    ordered = sorted(WORDS)
    last = min(len(ordered) - 1, first + draw(st.integers(0, 5)))
    return Span.cut(TEXT, ordered[first][0], ordered[last][1])


@st.composite
def readings(draw: st.DrawFn) -> Record:
    """What some machine may read in the text: anything that passes `check`, under the ids that a reader gives."""
    mentions = draw(st.lists(spans(), max_size=3))
    kinds = st.sampled_from(("person", "group"))
    people = {name_of("entity", [at]): (at, draw(kinds)) for at in mentions}
    entities = tuple(Entity(id=id, kind=kind, name=at.text, mentions=(at,)) for id, (at, kind) in people.items())
    named = st.lists(st.sampled_from(sorted(people)), max_size=2, unique=True).map(tuple) if people else st.just(())
    contents = {name_of("statement", [at]): at for at in draw(st.lists(spans(), max_size=3))}
    statements = tuple(
        Statement(id=id, type="indirect", content=(at,), speakers=draw(named), how="name", confidence=0.5)
        for id, at in contents.items()
    )
    within = st.sampled_from([None, *contents])
    numbers = {name_of("figure", [at]): at for at in draw(st.lists(spans(), max_size=3))}
    figures = tuple(
        Figure(id=id, span=at, value=40, bound="about", statement=draw(within)) for id, at in numbers.items()
    )
    moments = {name_of("time", [at]): at for at in draw(st.lists(spans(), max_size=2))}
    times = tuple(Time(id=id, span=at, type="DATE", value="2031-03-31") for id, at in moments.items())
    triggers = {name_of("event", [at]): at for at in draw(st.lists(spans(), max_size=3))}
    events = tuple(
        Event(id=id, trigger=at, type="AID", actors=draw(named), recipients=draw(named), statement=draw(within))
        for id, at in triggers.items()
    )
    return Record(DOCUMENT, entities, statements, figures, times, events)


@st.composite
def changes(draw: st.DrawFn, layer: str, record: Record, made: Entity) -> dict[str, object]:
    """What a person may change in a record of this layer."""
    at = draw(spans())
    anybody = st.lists(st.sampled_from([*(one.id for one in record.entities), made.id]), max_size=2, unique=True)
    statement = st.sampled_from([None, *(one.id for one in record.statements)])
    offered: dict[str, list[dict[str, object]]] = {
        "entity": [{"name": "Somebody"}, {"mentions": [[at.start, at.end]], "kind": "other"}],
        "statement": [{"speakers": draw(anybody)}, {"content": [{"span": [at.start, at.end]}]}, {"act": "deny"}],
        "figure": [{"value": 7}, {"bound": "vague", "low": 10}, {"span": [at.start, at.end]}, {"statement": None}],
        "time": [{"value": None}, {"span": [at.start, at.end]}],
        "event": [{"actors": draw(anybody)}, {"statement": draw(statement), "status": "denied"}, {"type": "REJECT"}],
    }
    return tidied(layer, draw(st.sampled_from(offered[layer])), TEXT)  # type: ignore[arg-type]


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Correction], list[Record]]:
    """Some readings of one text, and corrections of what stood after each."""
    known: list[Correction] = []
    read = [draw(readings()) for _ in range(draw(st.integers(1, 3)))]
    for record in read:
        for _ in range(draw(st.integers(0, 4))):
            one = corrected(record, known)
            if items_of(one.record):
                known.append(draw(words(one, known)))
    return known, read


@st.composite
def words(draw: st.DrawFn, one: Any, known: list[Correction]) -> Correction:  # noqa: ANN401
    """A person's word on something that stands."""
    item = draw(st.sampled_from(items_of(one.record)))
    touched = one.of(item.id)
    machine = item_with(items_of(one.machine), item.id) or (touched and touched.machine) or item
    at = draw(spans())
    made = new_entity(DOCUMENT, "person", "Cho Min-ha", [(at.start, at.end)])
    told = draw(changes(layer_of(item), one.record, made))
    verdicts: list[Verdict] = ["accepted", "rejected", "amended", "withdrawn"]
    verdict = draw(st.sampled_from(verdicts))
    last = max((each.number for each in known if each.record == item.id), default=None)
    return Correction(
        number=len(known) + 1,
        document=DOCUMENT.id,
        layer=layer_of(item),
        record=item.id,
        verdict=verdict,
        machine=machine.to_json(),
        changes=told if verdict == "amended" else {},
        named=spoken_of(one, machine, item),
        added=(made.to_json(),),
        who="Una",
        made="2031-04-03T12:00:00.000000Z",
        replaces=last,
    )


@settings(deadline=None, max_examples=150)
@given(histories())
def test_whatever_persons_say_and_machines_read_the_record_holds(
    history: tuple[list[Correction], list[Record]],
) -> None:
    said, read = history
    for record in read:
        one = corrected(record, said)
        one.record.check()
        ids = {item.id: item for item in items_of(one.record)}
        for correction in standing(said):
            assert (correction.record in ids) == (correction.verdict != "rejected")
            if correction.verdict == "amended":
                # What a person changed is what stands; only who is named may have gone, or go by another id.
                stands = ids[correction.record].to_json()
                plain = {"speakers", "actors", "recipients", "statement"}
                kept = {name: value for name, value in correction.changes.items() if name not in plain}
                assert {name: stands[name] for name in kept} == kept  # type: ignore[literal-required]


@settings(deadline=None, max_examples=50)
@given(readings())
def test_without_corrections_nothing_is_touched(record: Record) -> None:
    assert corrected(record, []).record is record


def read(*items: Entity | Statement | Figure) -> Record:
    return Record(
        DOCUMENT,
        tuple(item for item in items if isinstance(item, Entity)),
        tuple(item for item in items if isinstance(item, Statement)),
        tuple(item for item in items if isinstance(item, Figure)),
    )


def said(record: str, words: str, **more: Any) -> Statement:  # noqa: ANN401
    return Statement(id=record, type="indirect", content=(cut(words),), **more)


def word(item: Entity | Statement | Figure, verdict: Verdict = "rejected", **more: Any) -> Correction:  # noqa: ANN401
    told = {"number": 1, "who": "Una", "made": "2031-04-03T12:00:00.000000Z", **more}
    return Correction(
        document=DOCUMENT.id,
        layer=layer_of(item),
        record=item.id,
        verdict=verdict,
        machine=item.to_json(),
        **told,
    )


OUTER = said("st-1", "some 40 boats would sail on Monday. Ada Orlin told her 12 of them had sunk")
INNER = said("st-2", "12 of them had sunk")


def test_of_two_statements_one_within_the_other_each_is_matched_with_its_own() -> None:
    later = read(replace(OUTER, id="st-8"), replace(INNER, id="st-9", content=(cut("her 12 of them had sunk"),)))
    assert {number: item.id for number, item in matches(later, [word(INNER)]).items()} == {1: "st-9"}
    assert matches(read(replace(OUTER, id="st-8")), [word(INNER)]) == {}


def test_no_two_corrections_get_one_record() -> None:
    near = said("st-3", "told her 12 of them had sunk")
    one = replace(INNER, id="st-9", content=(cut("her 12 of them had sunk"),))
    said_so = [word(INNER, "accepted"), word(near, "accepted", number=2)]
    assert {number: item.id for number, item in matches(read(one), said_so).items()} == {1: "st-9"}
    assert sorted(each.id for each in corrected(read(one), said_so).record.statements) == ["st-2", "st-3"]


def test_of_a_number_the_shorter_of_two_spans_counts() -> None:
    hedged = Figure(id="fg-1", span=cut("some 40"), value=40)
    bare = Figure(id="fg-2", span=cut("40"), value=40)
    twelve = Figure(id="fg-3", span=cut("12"), value=12)
    assert corrected(read(bare, twelve), [word(hedged)]).record.figures == (twelve,)


def test_an_entity_is_known_by_kind_and_name() -> None:
    una = Entity(id="en-1", kind="person", name="Una Quill", mentions=(cut("Una Quill"),))
    elsewhere = replace(una, id="en-2", mentions=(cut("her"),))
    assert corrected(read(elsewhere), [word(una)]).record.entities == ()
    place = replace(elsewhere, kind="place")
    assert corrected(read(place), [word(una)]).record.entities == (place,)


def test_what_stood_in_a_rejected_statement_stands_in_the_one_around_it() -> None:
    twelve = Figure(id="fg-1", span=cut("12"), value=12, statement="st-2")
    assert corrected(read(OUTER, INNER, twelve), [word(INNER)]).record.figures[0].statement == "st-1"
    assert corrected(read(INNER, twelve), [word(INNER)]).record.figures[0].statement is None


def test_what_the_machine_does_not_find_any_more_stands_at_its_place() -> None:
    first, last = said("st-3", "Una Quill"), said("st-4", "sunk")
    kept = word(INNER, "accepted")
    assert [one.id for one in corrected(read(first, last), [kept]).record.statements] == ["st-3", "st-2", "st-4"]


def test_only_the_newest_of_a_chain_holds() -> None:
    first, second = word(INNER), word(INNER, "accepted", number=2, replaces=1)
    assert standing([second, first]) == [second]
    assert standing([first, second, word(INNER, "withdrawn", number=3, replaces=2)]) == []


def test_an_amendment_changes_something_and_a_verdict_is_one() -> None:
    with pytest.raises(RecordError, match="nothing of it is changed"):
        word(INNER, "amended")
    with pytest.raises(RecordError, match="not a value of the codebook"):
        word(INNER, "doubted")  # type: ignore[arg-type]


def test_a_new_entity_points_at_the_text() -> None:
    at = cut("Ada Orlin")
    ada = new_entity(DOCUMENT, "person", " Ada Orlin ", [(at.start, at.end), (at.start, at.end)])
    assert (ada.name, ada.mentions, ada.id) == ("Ada Orlin", (at,), name_of("entity", [at]))
    with pytest.raises(RecordError, match="has no mention"):
        new_entity(DOCUMENT, "person", "Ada", [])
    with pytest.raises(RecordError, match="is empty"):
        new_entity(DOCUMENT, "person", " ", [(0, 3)])
    with pytest.raises(SpanMismatch):
        new_entity(DOCUMENT, "person", "Ada", [(0, 9999)])


@pytest.mark.parametrize(
    ("layer", "told", "error"),
    [
        ("entity", {"roles": [{"of": "Valland"}]}, RecordError),
        ("entity", {"mentions": [[0, 1.5]]}, RecordError),
        ("entity", {"mentions": [[True, 2]]}, RecordError),
        ("statement", {"source": "Una"}, RecordError),
        ("statement", {"condition": {"span": [0, 3], "words": "Una"}}, RecordError),
        ("statement", {"speakers": "en-1"}, RecordError),
        ("event", {"trigger": None}, RecordError),
        ("event", {"confidence": 1}, UsageError),
        ("time", {"span": [-3, 2]}, SpanMismatch),
    ],
)
def test_what_is_not_in_the_codebook_s_form_is_refused(layer: Any, told: dict[str, object], error: type) -> None:  # noqa: ANN401
    with pytest.raises(error):
        tidied(layer, told, TEXT)


def test_spans_get_their_text() -> None:
    told = tidied("statement", {"source": {"span": (0, 9)}, "content": [{"span": [0, 3], "text": "Una"}]}, TEXT)
    assert told == {"source": {"span": [0, 9], "text": "Una Quill"}, "content": [{"span": [0, 3], "text": "Una"}]}
    assert tidied("figure", {"span": [0, 3]}, TEXT) == {"span": [0, 3], "text": "Una"}
    role = {"title": "captain", "of": None}
    assert tidied("entity", {"roles": [{"title": "captain"}]}, TEXT) == {"roles": [role]}
