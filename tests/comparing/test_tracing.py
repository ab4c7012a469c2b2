"""The keys of a document's figures."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing import traces_of
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.records import Document, Record, document_id

from .conftest import record_of


def test_a_figure_has_the_keys_of_what_it_counts() -> None:
    record = record_of("Iceland sent [300] {soldiers} and [20] {boats}; [7] were told of.")
    of_things = {of: tuple(key for key in keys if key[0] != "~") for of, keys in traces_of(record).figures.items()}
    assert of_things == {"fg-0": ("troop", "troop of Iceland"), "fg-1": ("boat", "boat of Iceland"), "fg-2": ()}


def test_a_figure_has_the_keys_of_the_words_beside_it() -> None:
    record = record_of("Iceland has corrected its catch to [485] tons from [528] tons.", unit="ton")
    assert {"~ ton: corrected catch #", "~ corrects"} <= set(traces_of(record).figures["fg-0"])


def test_a_document_without_figures_has_none() -> None:
    text = "Nothing was counted."
    assert traces_of(Record(Document(id=document_id(text), text=text))).figures == {}


def test_figures_are_told_as_a_ledger_tells_them() -> None:
    record = record_of("Ada Orlin: [300] {boats} came.\n\n[20] {ships} too.", speaker="Ada Orlin", said="2031-04-02")
    boats, ships = told_figures_of(record)
    assert (boats.said, [one.name for one in boats.speakers]) == ("2031-04-02", ["Ada Orlin"])
    assert (boats.beside, ships.beside) == (record.figures[:1], record.figures[1:])
    assert ships.paragraph.text == "20 ships too."


@given(st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_any_text_around_a_figure_is_looked_at(around: str) -> None:
    clean = "".join(c for c in around.encode("utf-8", "ignore").decode() if c not in "[]{}")
    traces_of(record_of(f"{clean}[300] {{soldiers}}{clean}"))
