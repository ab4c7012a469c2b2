"""Labels of figures find their texts, and tell of them by offsets."""

import gzip
import json
from pathlib import Path

import pytest

from onrecord.records import document_id
from training.corpora import labelled_figures
from training.corpora.labelled_figures import Labelled, read

TEXT = "Some 30 people met in Orlin, Ruritania."


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    row = {
        "corpus": "raw_wcep_portal",
        "text": document_id(TEXT),
        "published": "2031-05-02",
        "figures": [{"span": [0, 7], "where": [[22, 27], [29, 38]], "as_of": "2031-05-02"}],
    }
    labels = tmp_path / "figures.jsonl"
    labels.write_text(json.dumps(row) + "\n", encoding="utf8")
    monkeypatch.setattr(labelled_figures, "LABELS", labels)
    folder = tmp_path / "raw_wcep_portal"
    folder.mkdir()
    day = {"date": "2031-05-02", "items": [{"text": "Rain fell."}, {"text": TEXT}]}
    with gzip.open(folder / "wcep_daily.jsonl.gz", "wt", encoding="utf8") as days:
        days.write(json.dumps(day) + "\n")
    return tmp_path


def test_a_labelled_text_is_in_one_split(corpora: Path) -> None:
    (text,) = [*read(corpora, "train"), *read(corpora, "dev")]
    assert text.figures == (Labelled((0, 7), ((22, 27), (29, 38)), "2031-05-02"),)
    assert [TEXT[a:b] for a, b in text.figures[0].where] == ["Orlin", "Ruritania"]


def test_a_missing_corpus_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "train"))
