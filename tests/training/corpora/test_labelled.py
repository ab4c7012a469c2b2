from collections import Counter
from typing import get_args

from onrecord.records import Act, Factuality, StatementKind
from training.corpora.labelled import labels


def test_every_label_is_the_codebooks_and_names_its_text_by_a_digest() -> None:
    found = list(labels())
    assert len(found) > 1500
    for label in found:
        assert label.act in get_args(Act)
        assert label.kind in get_args(StatementKind)
        assert label.factuality in get_args(Factuality)
        assert label.text.startswith("sha256:") and len(label.text) == 71
        assert label.content and all(start < end for start, end in (*label.content, *label.cue))
        assert list(label.content) == sorted(label.content)


def test_no_statement_is_labelled_twice_in_the_file() -> None:
    places = Counter((label.text, label.content, label.cue) for label in labels())
    assert max(places.values()) == 1


def test_enough_statements_were_labelled_by_a_second_person() -> None:
    twice = [(label, label.again) for label in labels() if label.again]
    assert len(twice) > 500
    same = sum(label.act == again[0] for label, again in twice)
    assert same / len(twice) > 0.85
