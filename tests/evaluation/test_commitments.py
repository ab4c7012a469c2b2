"""The judged files are whole, and what is compared with them counts as they say."""

from evaluation import commitments, positions
from evaluation.commitments import FIELDS, compare, judged_rows, labels, verdicts
from onrecord.comparing.positions.commitments import commitments_of
from onrecord.records import Document, Entity, Record, Span, document_id


def test_the_judged_files_hold_references_and_verdicts_only() -> None:
    rows = list(judged_rows(commitments.JUDGED))
    assert len(rows) == 214
    assert {row[field] for row in rows for field in FIELDS} <= {"right", "wrong", "unknown", "missing", "none", "-"}
    assert all(int(row["start"]) < int(row["end"]) for row in rows)
    assert len(labels()) == 63
    assert sum(len(places) for places in positions.judgements().values()) == 195


def test_verdicts_are_summed_up_in_percent() -> None:
    assert verdicts()["judged.first.is"] == 91.0
    assert verdicts()["judged.fresh.is.of"] == 60


def test_what_is_found_is_compared_with_the_labels() -> None:
    text = "Valland will rebuild the pier. Valland will drain the marsh."
    spans = tuple(Span.cut(text, start, start + 7) for start in (0, 31))
    valland = Entity(id="en-1", kind="country", name="Valland", mentions=spans)
    document = Document(id=document_id(text), text=text, title="Joint Declaration", published="2031-04-03")
    found = [("a.md", one) for one in commitments_of(Record(document, (valland,)))]
    wanted = [
        commitments.Label("a.md", "whole", 8, 29, frozenset({"Valland"}), frozenset(), "", ""),
        commitments.Label("a.md", "whole", 200, 229, frozenset({"Oresk"}), frozenset(), "", ""),
    ]
    assert compare(wanted, found) == {"precision": 50.0, "recall": 50.0, "by": 100.0, "of": 2}
    assert compare([], []) == {"precision": 0.0, "recall": 0.0, "of": 0}
