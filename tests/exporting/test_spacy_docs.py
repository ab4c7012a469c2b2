"""spaCy opens what is written for it, and finds every span of the records."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus

from onrecord.errors import UsageError
from onrecord.exporting import spacy_docs
from onrecord.exporting.spacy_docs import GROUPS, doc_of, write_spacy
from onrecord.records import Record, Span
from tests.exporting.any_records import records, sample_records
from tests.ledger.conftest import build

BLANK = spacy.blank("en")


def opened(folder: Path) -> list[Doc]:
    """The documents as somebody opens them who knows nothing of how they were written."""
    vocab = spacy.blank("en").vocab
    return [doc for path in sorted(folder.glob("*.spacy")) for doc in DocBin().from_disk(path).get_docs(vocab)]


def spans_of(record: Record) -> set[tuple[str, str, int, int]]:
    def places(group: str, id_: str, *spans: Span | None) -> set[tuple[str, str, int, int]]:
        return {(group, id_, span.start, span.end) for span in spans if span is not None}

    found: set[tuple[str, str, int, int]] = set()
    for one in record.statements:
        found |= places("sources", one.id, one.source) | places("cues", one.id, one.cue)
        found |= places("contents", one.id, *one.content) | places("conditions", one.id, one.condition)
    for group, items in (("figures", record.figures), ("times", record.times), ("events", record.events)):
        for item in items:
            found |= places(group, item.id, *item.spans())
    for entity in record.entities:
        found |= places("entities", entity.id, *entity.mentions)
    return found


def told(doc: Doc) -> set[tuple[str, str, int, int]]:
    """Every span that a Doc tells: where it was moved to whole tokens, at the offsets that it had."""
    found = {
        (group, place): (group, span.id_, span.start_char, span.end_char)
        for group in GROUPS
        for place, span in enumerate(doc.spans[group])
    }
    own = {(one["group"], one["place"], one["id"]): (one["start"], one["end"]) for one in doc.user_data["moved"]}
    assert all(found[group, place][1] == id_ for group, place, id_ in own if place is not None)
    kept = {span for (group, place), span in found.items() if (group, place, span[1]) not in own}
    return kept | {(group, id_, *extent) for (group, _, id_), extent in own.items()}


@given(records())
def test_any_record_is_told_whole(record: Record) -> None:
    doc = doc_of(record, BLANK)
    assert doc.text == record.document.text
    assert json.loads(doc.user_data["record"]) == record.to_json()
    assert told(doc) == spans_of(record)
    (again,) = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(BLANK.vocab)
    assert told(again) == spans_of(record)


def test_the_samples_have_all_their_spans(newsroom_ledger: Path, tmp_path: Path) -> None:
    held = sample_records(newsroom_ledger)
    write_spacy(held, tmp_path)
    docs = opened(tmp_path)
    assert [doc.text for doc in docs] == [record.document.text for record in held]
    for doc, record in zip(docs, held, strict=True):
        assert told(doc) == spans_of(record)
    assert sum(len(doc.spans["sources"]) for doc in docs) > 50


def test_what_spacy_trains_on_is_read_from_the_folder(tmp_path: Path) -> None:
    write_spacy([build(), build("We wait")], tmp_path)
    examples = list(Corpus(tmp_path)(spacy.blank("en")))
    assert [example.reference.text for example in examples] == [build().document.text, build("We wait").document.text]


def test_labels_and_ids() -> None:
    doc = doc_of(build(), BLANK)
    assert [(span.text, span.label_, span.id_) for span in doc.spans["entities"]] == [("Ada Orlin", "PERSON", "en-1")]
    assert [span.label_ for span in doc.spans["contents"]] == ["DIRECT", "DIRECT", "INDIRECT"]
    assert [span.label_ for span in doc.spans["events"]] == ["MOBILIZE"]
    assert not doc.ents


def test_a_span_inside_a_token_is_moved_and_says_so() -> None:
    record = build()
    start = record.document.text.index("oats")
    narrow = Record(
        record.document,
        figures=(type(record.figures[0])(id="fg-9", span=Span.cut(record.document.text, start, start + 4)),),
    )
    doc = doc_of(narrow, BLANK)
    assert [span.text for span in doc.spans["figures"]] == ["boats"]
    assert doc.user_data["moved"] == [{"group": "figures", "id": "fg-9", "place": 0, "start": start, "end": start + 4}]


def test_many_documents_are_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_docs, "_TO_A_FILE", 2)
    write_spacy((build(f"We wait {number}") for number in range(5)), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["00001.spacy", "00002.spacy", "00003.spacy"]
    assert len(opened(tmp_path)) == 5


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    program = "import sys, pathlib; from tests.ledger.conftest import build\n"
    program += (
        "from onrecord.exporting.spacy_docs import write_spacy; write_spacy([build()], pathlib.Path(sys.argv[1]))"
    )
    written = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        subprocess.run([sys.executable, "-c", program, tmp_path / name], check=True, cwd=Path(__file__).parents[2])
        written.append((tmp_path / name / "00001.spacy").read_bytes())
    assert written[0] == written[1]


def test_without_spacy_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError) as raised:
        write_spacy([build()], tmp_path)
    assert str(raised.value) == "spacy: needs spaCy; install it with pip install 'onrecord[spacy]'"
