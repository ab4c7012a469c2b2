"""What `onrecord corrections` exports is read as labels."""

import json
from pathlib import Path

import pytest

from onrecord.exporting.corrections import example
from onrecord.records import Correction, Document, Figure, Span, Statement, Verdict, document_id
from onrecord.records.items import layer_of
from training.corpora.labelled_figures import Labelled
from training.corpora.marked import Judged
from training.corrections import FOLDER, read, read_figures

TEXT = "In Orlin some 30 people met, Una Quill said."
DOCUMENT = Document(id=document_id(TEXT), text=TEXT, published="2031-05-02")


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


STATEMENT = Statement(
    id="st-1",
    type="indirect",
    cue=cut("said"),
    content=(cut("In Orlin some 30 people met"),),
    act="assert",
    kind="said",
)
FIGURE = Figure(id="fg-1", span=cut("some 30"), value=30, bound="about", where="Vale")


def line(
    number: int,
    item: Statement | Figure,
    verdict: Verdict,
    *,
    stands: bool = True,
    document: Document = DOCUMENT,
    **told: object,
) -> str:
    made = Correction(
        number=number,
        document=document.id,
        layer=layer_of(item),
        record=item.id,
        verdict=verdict,
        machine=item.to_json(),
        changes=told,
        who="Una",
        made="2031-06-01T12:00:00.000000Z",
    )
    return json.dumps(example(made, document, stands=stands))


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir()
    undated = Document(id=document_id(f"{TEXT}\n"), text=f"{TEXT}\n")
    lines = [
        line(1, STATEMENT, "rejected", stands=False),
        line(2, STATEMENT, "amended", act="confirm", factuality="CT+"),
        line(3, FIGURE, "amended", where="Orlin", as_of="2031-05-02"),
        line(4, FIGURE, "accepted"),
        line(5, Figure(id="fg-2", span=cut("30"), where="Vale"), "accepted"),
        line(6, Figure(id="fg-3", span=cut("30")), "rejected"),
        line(7, Figure(id="fg-4", span=cut("30")), "accepted", document=undated),
    ]
    (tmp_path / FOLDER / "ours.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")
    return tmp_path


def test_a_statement_that_stands_is_a_label(corpora: Path) -> None:
    (marked,) = [*read(corpora, "train"), *read(corpora, "dev")]
    content = STATEMENT.content[0]
    cue = cut("said")
    assert marked.text == TEXT
    assert marked.judged == (
        Judged(((cue.start, cue.end),), ((content.start, content.end),), "confirm", "said", "CT+"),
    )


def test_a_figure_is_one_where_its_place_is_named(corpora: Path) -> None:
    (text,) = [*read_figures(corpora, "train"), *read_figures(corpora, "dev")]
    at, where = FIGURE.span, cut("Orlin")
    assert text.figures == (Labelled((at.start, at.end), ((where.start, where.end),), "2031-05-02"),)
    assert text.published == "2031-05-02"


def test_without_an_export_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no \.jsonl"):
        list(read(tmp_path, "train"))
