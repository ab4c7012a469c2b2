"""From records to the scorer's rows; the scorer itself lies beside the corpora."""

import json
from pathlib import Path

import pytest

from evaluation import attribution
from evaluation.attribution import files_of, names_of
from evaluation.ledger import Report, reports
from evaluation.scoring import Places, places, run_scorer
from onrecord.records import Document, Record, Span, Statement, document_id

TEXT = "Mayor Orsk said that the ferry sank."
ANN = "\n".join(
    (
        "T1\tSource 0 10\tMayor Orsk",
        "T2\tCue 11 15\tsaid",
        "T3\tContent 16 35\tthat the ferry sank",
        "E1\tSource:T1 Cue:T2 Content:T3",
    )
)


def record(text: str, name: str) -> Record:
    source, cue, content = (Span.cut(text, *extent) for extent in ((0, 10), (11, 15), (16, 35)))
    statement = Statement(id="s1", type="indirect", source=source, cue=cue, content=(content,))
    return Record(Document(id=document_id(text), text=text, url=name), (), (statement,))


def split(folder: Path, *names: str) -> Path:
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True)
    for name in names:
        (folder / "text" / f"{name}.txt").write_text(TEXT, encoding="utf8")
        (folder / "attributions" / f"{name}_ab12.ann").write_text(ANN, encoding="utf8")
    return folder


def test_sample_is_fixed_by_the_names(tmp_path: Path) -> None:
    folder = split(tmp_path, *"abcdefgh")
    assert names_of(folder) == list("abcdefgh")
    assert len(names_of(folder, 3)) == 3
    assert set(names_of(folder, 3)) < set(names_of(folder, 5))
    assert names_of(folder, 3) == sorted(names_of(folder, 3)) != ["a", "b", "c"]


def test_files_of_a_document_are_its_text_and_annotations(tmp_path: Path) -> None:
    folder = split(tmp_path, "one", "two")
    assert [path.name for path in files_of(folder, ["two"])] == ["two.txt", "two_ab12.ann"]


def test_scorer_finds_the_right_record_right(tmp_path: Path) -> None:
    here = places()
    if here is None or not here.scorer(attribution.SCORER).exists():
        pytest.skip("ONRECORD_CORPORA is not set: the scorer is not here")
    split(tmp_path / "corpora" / "polnear" / "dev", "one", "two", "three")
    (tmp_path / "eval").symlink_to(here.scorer(attribution.SCORER).parent)
    kept = tmp_path / "predictions.jsonl"
    scores = attribution.score(Places(tmp_path / "corpora"), record, sample=2, keep=kept)
    assert scores["documents"] == 2
    assert scores["tokens.micro"] == scores["attribution"] == 100.0
    assert len(kept.read_text(encoding="utf8").splitlines()) == 2
    empty = attribution.score(Places(tmp_path / "corpora"), lambda text, name: Record(record(text, name).document))
    assert (empty["documents"], empty["attribution"]) == (3, 0.0)


def test_gold_documents_are_told_with_their_date(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [{"document": {"id": f"d{i}", "text": TEXT, "published": day}} for i, day in enumerate(("2031-02-03", None))]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf8")
    assert reports(path) == [Report(TEXT, "d0", "2031-02-03"), Report(TEXT, "d1", None)]


def test_missing_scorer_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="score"):
        run_scorer(tmp_path / "score.py", tmp_path, tmp_path / "none.jsonl")


def test_places_are_beside_the_corpora(tmp_path: Path) -> None:
    found = places({"ONRECORD_CORPORA": str(tmp_path / "corpora")})
    assert found is not None
    assert found.gold == tmp_path / "gold" / "gold.jsonl"
    assert found.scorer("x.py") == tmp_path / "eval" / "x.py"
    assert places({}) is places({"ONRECORD_CORPORA": " "}) is None
