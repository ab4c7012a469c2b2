from pathlib import Path

import pytest

from training.conllu import read_conllu
from training.corpora.conditions import conditions_of
from training.corpora.trees import syntax_of

Rows = list[tuple[str, str, int, str]]
IF: Rows = [
    ("If", "SCONJ", 3, "mark"),
    ("it", "PRON", 3, "nsubj"),
    ("rains", "VERB", 7, "advcl"),
    (",", "PUNCT", 3, "punct"),
    ("we", "PRON", 7, "nsubj"),
    ("will", "AUX", 7, "aux"),
    ("wait", "VERB", 0, "root"),
]
SHOULD: Rows = [
    ("Should", "AUX", 3, "aux"),
    ("talks", "NOUN", 3, "nsubj"),
    ("fail", "VERB", 6, "advcl"),
    (",", "PUNCT", 6, "punct"),
    ("ships", "NOUN", 6, "nsubj"),
    ("leave", "VERB", 0, "root"),
]
AS_IF: Rows = [
    ("He", "PRON", 2, "nsubj"),
    ("spoke", "VERB", 0, "root"),
    ("as", "SCONJ", 6, "mark"),
    ("if", "SCONJ", 6, "mark"),
    ("it", "PRON", 6, "nsubj"),
    ("rained", "VERB", 2, "advcl"),
]
WHETHER: Rows = [
    ("She", "PRON", 2, "nsubj"),
    ("asked", "VERB", 0, "root"),
    ("if", "SCONJ", 5, "mark"),
    ("it", "PRON", 5, "nsubj"),
    ("rained", "VERB", 2, "ccomp"),
]
IN_CASE: Rows = [
    ("In", "ADP", 4, "case"),
    ("case", "NOUN", 1, "fixed"),
    ("of", "ADP", 4, "case"),
    ("floods", "NOUN", 6, "obl"),
    ("ships", "NOUN", 6, "nsubj"),
    ("leave", "VERB", 0, "root"),
]


def written(rows: Rows, folder: Path) -> Path:
    lines = ["# newdoc id = own", "# sent_id = own-1"]
    lines += [
        "\t".join((str(i), form, form.lower(), upos, "_", "_", str(head), relation, "_", "_"))
        for i, (form, upos, head, relation) in enumerate(rows, 1)
    ]
    path = folder / "own.conllu"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (IF, ["If it rains"]),
        (SHOULD, ["Should talks fail"]),
        (IN_CASE, ["In case of floods"]),
        (AS_IF, []),
        (WHETHER, []),
    ],
)
def test_conditions_are_told_by_their_marker_or_an_auxiliary_in_front(
    rows: Rows, found: list[str], tmp_path: Path
) -> None:
    (document,) = read_conllu(written(rows, tmp_path))
    marked = conditions_of(document)
    assert [marked.text[m.start : m.end] for m in marked.layers["conditions"].marks] == found


def test_syntax_has_each_word_once(tmp_path: Path) -> None:
    (document,) = read_conllu(written(IF, tmp_path))
    layers = syntax_of(document).layers
    assert [mark.kind for mark in layers["pos"].marks] == [upos for _, upos, _, _ in IF]
    assert [mark.kind for mark in layers["functions"].marks] == [relation for *_, relation in IF]
