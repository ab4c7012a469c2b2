"""By whom a statement came to its readers."""

from onrecord.comparing.origins.chains import Carried, carried_in, strands_of
from onrecord.comparing.origins.same_words import same_figure, same_statement
from onrecord.records import Document, Entity, Figure, Record, Span, Statement, document_id

from .shelves import LAST, LEAD, MORE, OTHER, Shelf

SAID = "the lighthouse will be lit again before the winter storms"


def record(text: str, *, speaker: str = "Una Quill", cue: str = "told", outer: str | None = None) -> Record:
    def cut(words: str) -> Span:
        start = text.index(words)
        return Span.cut(text, start, start + len(words))

    quill = Entity(id="en-1", kind="person", name=speaker, mentions=(cut(speaker),))
    said = Statement(
        id="st-1", type="indirect", source=cut(speaker), cue=cut(cue), content=(cut(SAID),), speakers=("en-1",)
    )
    if outer is None:
        return Record(Document(id=document_id(text), text=text), (quill,), (said,))
    wire = Entity(id="en-2", kind="organization", name=outer, mentions=(cut(outer),))
    told = Statement(
        id="st-2",
        type="indirect",
        source=cut(outer),
        content=(Span.cut(text, text.index(speaker), len(text) - 1),),
        speakers=("en-2",),
    )
    return Record(Document(id=document_id(text), text=text), (quill, wire), (said, told))


def carried(found: Record) -> Carried:
    return carried_in(found, found.statements[0])


def test_whose_word_it_is_and_no_relay_where_none_is_named() -> None:
    found = carried(record(f"Una Quill told reporters that {SAID}."))
    assert (found.told, found.relay, found.words) == ("Una Quill told", None, SAID)


def test_a_wire_service_that_was_told_is_the_relay() -> None:
    assert carried(record(f"Una Quill told Yonhap News Agency that {SAID}.")).relay == "Yonhap"
    assert carried(record(f"Una Quill told the Associated Press on Monday that {SAID}.")).relay == "Associated Press"


def test_a_wire_service_that_reports_the_statement_is_the_relay() -> None:
    assert carried(record(f"Kyodo reported that Una Quill told a crowd that {SAID}.", outer="Kyodo")).relay == "Kyodo"


def test_two_outlets_with_one_wire_service_for_a_source_are_one_origin() -> None:
    shelf = Shelf()
    texts = (
        f"{LEAD}\nUna Quill told Yonhap that {SAID}.",
        f"{OTHER}\nOn the quay Una Quill told Yonhap that {SAID}.",
        f"{MORE}\n{LAST}\nUna Quill told the Lantern that {SAID}.",
    )
    records = [record(text) for text in texts]
    for one, outlet in zip(records, ("The Reef", "The Quay", "The Lantern"), strict=True):
        shelf.put(record=one, outlet=outlet)
    first, second = strands_of(shelf, map(carried, records))
    assert (first.told, first.relay, first.outlets, len(first.origin.copies)) == ("Una Quill told", "Yonhap", 2, 2)
    assert (second.relay, second.outlets) == (None, 1)


def test_near_copies_are_one_origin_and_what_is_unlike_another() -> None:
    shelf = Shelf()
    records = [
        record(f"{LEAD}\n{MORE}\nUna Quill told a crowd that {SAID}."),
        record(f"{LEAD}\n{MORE}\n{LAST}\nUna Quill told a crowd that {SAID}."),
        record(f"{OTHER}\nUna Quill told a crowd that {SAID}."),
    ]
    for one in records:
        shelf.put(record=one)
    assert [len(strand.origin.copies) for strand in strands_of(shelf, map(carried, records))] == [2, 1]


def test_no_report_no_origin() -> None:
    assert strands_of(Shelf(), []) == []


def statement(words: str) -> Statement:
    return Statement(id="st-1", type="indirect", content=(Span(0, len(words), words),))


def test_a_statement_is_known_again_by_its_words_and_its_speaker() -> None:
    one, other = statement(SAID), statement("that the lighthouse will be lit again before the storms of winter")
    assert same_statement(one, ["Una Quill"], other, ["Quill"])
    assert same_statement(one, ["Una Quill"], other, [])
    assert not same_statement(one, ["Una Quill"], other, ["Ada Orlin"])
    assert not same_statement(one, [], statement("that the railways will have another budget before the winter"), [])
    assert not same_statement(statement("it will be lit"), [], statement("and so it was"), [])


def test_a_figure_is_known_again_by_its_number_and_bound() -> None:
    def figure(value: float, unit: str = "count") -> Figure:
        return Figure(id="fg-1", span=Span(0, 2, "40"), value=value, low=value, high=value, bound="exact", unit=unit)

    assert same_figure(figure(40), figure(40))
    assert not same_figure(figure(40), figure(41))
    assert not same_figure(figure(40), figure(40, "ton"))
    assert not same_figure(Figure(id="fg-1", span=Span(0, 1, "x")), Figure(id="fg-2", span=Span(0, 1, "x")))
