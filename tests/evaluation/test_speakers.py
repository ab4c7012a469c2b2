"""The evaluation of speakers puts the gold's own spans in."""

import json
from pathlib import Path

from evaluation.speakers import golden, records

TEXT = "Maria Orlin said that it rained. “It pours,” she added."


def span(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"span": [start, start + len(words)], "text": words}


GOLD = {
    "document": {"id": "rain", "text": TEXT, "published": "2031-05-02"},
    "statements": [
        {"type": "indirect", "source": span("Maria Orlin"), "cue": span("said"), "content": [span("that it rained")]},
        {"type": "direct", "source": None, "cue": None, "content": [span("“It pours,”")]},
    ],
}


def gold_file(folder: Path) -> Path:
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(GOLD, ensure_ascii=False) + "\n\n", encoding="utf8")
    return path


def test_gold_statements_become_attributions(tmp_path: Path) -> None:
    ((document, found),) = golden(gold_file(tmp_path))
    said, carried = found.attributions
    assert (document.text, document.published) == (TEXT, "2031-05-02")
    assert said.source is not None and said.source.text == "Maria Orlin"
    assert (said.carried, carried.carried) == (False, True)


def test_they_are_resolved(tmp_path: Path) -> None:
    (record,) = records(gold_file(tmp_path))
    assert [record.speaker_names(statement) for statement in record.statements] == [("Maria Orlin",)] * 2
