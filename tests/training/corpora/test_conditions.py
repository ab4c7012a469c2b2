from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from training.conllu import read_conllu
from training.corpora.conditions import conditions_of, read_ewt, read_gum
from training.corpora.marked import Marked, Split
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

AS_LONG_AS: Rows = [
    ("Ships", "NOUN", 2, "nsubj"),
    ("sail", "VERB", 0, "root"),
    ("as", "ADV", 4, "advmod"),
    ("long", "ADV", 2, "advmod"),
    ("as", "SCONJ", 7, "mark"),
    ("talks", "NOUN", 7, "nsubj"),
    ("last", "VERB", 4, "advcl"),
    (".", "PUNCT", 2, "punct"),
]
AS_LONG_AS_POSSIBLE: Rows = [
    ("Ships", "NOUN", 2, "nsubj"),
    ("wait", "VERB", 0, "root"),
    ("as", "ADV", 4, "advmod"),
    ("long", "ADV", 2, "advmod"),
    ("as", "SCONJ", 6, "mark"),
    ("possible", "ADJ", 4, "advcl"),
]
ASSUMING: Rows = [
    ("Ships", "NOUN", 2, "nsubj"),
    ("leave", "VERB", 0, "root"),
    ("(", "PUNCT", 4, "punct"),
    ("assuming", "VERB", 2, "advcl"),
    ("talks", "NOUN", 6, "nsubj"),
    ("end", "VERB", 4, "ccomp"),
    (")", "PUNCT", 4, "punct"),
    (".", "PUNCT", 2, "punct"),
]
PROVIDING_AID: Rows = [
    ("Ships", "NOUN", 2, "nsubj"),
    ("help", "VERB", 0, "root"),
    ("providing", "VERB", 2, "advcl"),
    ("aid", "NOUN", 3, "obj"),
]
ESPECIALLY_EVEN_IF: Rows = [
    ("Ships", "NOUN", 2, "nsubj"),
    ("leave", "VERB", 0, "root"),
    ("perhaps", "ADV", 7, "advmod"),
    ("even", "ADV", 7, "advmod"),
    ("if", "SCONJ", 7, "mark"),
    ("it", "PRON", 7, "nsubj"),
    ("rains", "VERB", 2, "advcl"),
    (".", "PUNCT", 2, "punct"),
]
NESTED: Rows = [
    ("If", "SCONJ", 7, "mark"),
    (",", "PUNCT", 5, "punct"),
    ("should", "AUX", 5, "aux"),
    ("talks", "NOUN", 5, "nsubj"),
    ("fail", "VERB", 7, "advcl"),
    ("ships", "NOUN", 7, "nsubj"),
    ("come", "VERB", 10, "advcl"),
    (",", "PUNCT", 7, "punct"),
    ("we", "PRON", 10, "nsubj"),
    ("wait", "VERB", 0, "root"),
]
IN_CASE_SEVEN: Rows = [
    ("Judges", "NOUN", 2, "nsubj"),
    ("ruled", "VERB", 0, "root"),
    ("in", "ADP", 4, "case"),
    ("Case", "NOUN", 2, "obl"),
    ("7", "NUM", 4, "nummod"),
]
CANNOT_WITHOUT: Rows = [
    ("Ships", "NOUN", 4, "nsubj"),
    ("can", "AUX", 4, "aux"),
    ("not", "PART", 4, "advmod"),
    ("leave", "VERB", 0, "root"),
    ("without", "SCONJ", 6, "mark"),
    ("paying", "VERB", 4, "advcl"),
    (".", "PUNCT", 4, "punct"),
]
LEFT_WITHOUT: Rows = [
    ("Ships", "NOUN", 2, "nsubj"),
    ("left", "VERB", 0, "root"),
    ("without", "SCONJ", 4, "mark"),
    ("paying", "VERB", 2, "advcl"),
]
IF_ANY: Rows = [
    ("Few", "ADJ", 4, "amod"),
    ("if", "SCONJ", 3, "mark"),
    ("any", "DET", 1, "advcl"),
    ("ships", "NOUN", 5, "nsubj"),
    ("left", "VERB", 0, "root"),
]
IF_NOT_PAID: Rows = [
    ("If", "SCONJ", 3, "mark"),
    ("not", "PART", 3, "advmod"),
    ("paid", "VERB", 5, "advcl"),
    ("sailors", "NOUN", 5, "nsubj"),
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
        (AS_LONG_AS, ["as long as talks last"]),
        (AS_LONG_AS_POSSIBLE, []),
        (ASSUMING, ["assuming talks end"]),
        (PROVIDING_AID, []),
        (ESPECIALLY_EVEN_IF, ["even if it rains"]),
        (NESTED, ["If , should talks fail ships come"]),
        (IN_CASE_SEVEN, []),
        (CANNOT_WITHOUT, ["without paying"]),
        (IF_NOT_PAID, ["If not paid"]),
    ],
)
def test_conditions_are_told_by_their_marker_or_an_auxiliary_in_front(
    rows: Rows, found: list[str], tmp_path: Path
) -> None:
    (document,) = read_conllu(written(rows, tmp_path))
    marked = conditions_of(document)
    assert [marked.text[m.start : m.end] for m in marked.layers["conditions"].marks] == found


@pytest.mark.parametrize(("rows", "open_"), [(LEFT_WITHOUT, "without paying"), (IF_ANY, "if any")])
def test_what_a_tree_leaves_open_teaches_nothing(rows: Rows, open_: str, tmp_path: Path) -> None:
    (document,) = read_conllu(written(rows, tmp_path))
    layer = conditions_of(document).layers["conditions"]
    assert not layer.marks
    assert [document.text[start:end] for start, end in layer.unsure] == [open_]


@pytest.mark.parametrize("read", [read_ewt, read_gum])
def test_a_treebank_that_is_not_there_is_told(read: Callable[[Path, Split], Iterator[Marked]], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "train"))


def test_syntax_has_each_word_once(tmp_path: Path) -> None:
    (document,) = read_conllu(written(IF, tmp_path))
    layers = syntax_of(document).layers
    assert [mark.kind for mark in layers["pos"].marks] == [upos for _, upos, _, _ in IF]
    assert [mark.kind for mark in layers["functions"].marks] == [relation for *_, relation in IF]
