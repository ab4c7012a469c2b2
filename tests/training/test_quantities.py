"""Figures in corpora: what is aligned, read off trees or left in doubt. All texts are invented."""

from pathlib import Path

import pytest

from training.conllu import read_conllu
from training.corpora.marked import Marked
from training.corpora.newsquant import Quantity, align
from training.corpora.quantity_trees import figures_of
from training.corpora.timeml import read_wikiwars

TREE = """
about about ADV 2 advmod
30 30 NUM 4 nummod
old old ADJ 4 amod
ferries ferry NOUN 5 nsubj
cost cost VERB 0 root
$ $ SYM 5 obj No
2 2 NUM 8 compound
million million NUM 6 nummod
in in ADP 10 case
2014 2014 NUM 5 obl
. . PUNCT 5 punct
"""


def quantity(value: str, unit: str, change: str = "=", concepts: str = "-") -> Quantity:
    return {
        "change": change,
        "value": value,
        "unit": unit,
        "normalized_unit": unit,
        "referred_concepts": concepts,
    }


def seen(marked: Marked) -> list[tuple[str, str]]:
    return [(marked.text[m.start : m.end], m.kind) for m in marked.layers["quantities"].marks]


@pytest.mark.parametrize(
    ("text", "gold", "expected"),
    [
        (
            "Some 300 old boats sank.",
            quantity("300.0", "old boats", "~"),
            [("Some", "hedge"), ("300", "number"), ("old boats", "counted")],
        ),
        ("It cost US$ 2.5 million.", quantity("2500000.0", "US$"), [("US$", "unit"), ("2.5 million", "number")]),
        (
            "It has 12 per cent of the market.",
            quantity("12", "percent", concepts="market"),
            [("12", "number"), ("per cent", "unit"), ("market", "counted")],
        ),
        ("There were 3 to 5 boats.", quantity("3-5", "boats"), [("3 to 5", "number"), ("boats", "counted")]),
        ("A pipe of 37m broke.", quantity("37.0", "m"), [("37", "number"), ("m", "unit")]),
    ],
)
def test_a_quantity_is_found_again_in_its_sentence(text: str, gold: Quantity, expected: list[tuple[str, str]]) -> None:
    assert seen(align(text, [gold])) == expected


def test_ages_and_numbers_that_the_gold_lacks_are_no_quantities() -> None:
    found = align("A 40 year-old sailor left pier 7.", [quantity("40", "year-old")])
    assert (found.layers["quantities"].marks, found.layers["quantities"].unsure) == ((), ())


def test_where_a_quantity_is_not_found_every_other_number_is_in_doubt() -> None:
    found = align("Pier 7 holds 9 boats.", [quantity("8", "boats")])
    assert [found.text[start:end] for start, end in found.layers["quantities"].unsure] == ["7", "9"]


def test_figures_are_read_off_a_tree_and_years_are_none(tmp_path: Path) -> None:
    rows = []
    for number, line in enumerate(TREE.strip().splitlines(), start=1):
        form, lemma, upos, head, relation, *glued = line.split()
        misc = "SpaceAfter=No" if glued else "_"
        rows.append("\t".join((str(number), form, lemma, upos, "_", "_", head, relation, "_", misc)))
    path = tmp_path / "one.conllu"
    path.write_text("# newdoc id = one\n" + "\n".join(rows) + "\n\n", encoding="utf8")
    (document,) = read_conllu(path)
    assert seen(figures_of(document)) == [
        ("about", "hedge"),
        ("30", "number"),
        ("old ferries", "counted"),
        ("$", "unit"),
        ("2 million", "number"),
    ]


def test_timeml_is_read_as_pages_of_today_write(tmp_path: Path) -> None:
    folder = tmp_path / "wikiwars" / "tml"
    folder.mkdir(parents=True)
    body = (
        'ORSK (TN) _\n\nIt sank <TIMEX3 type="DATE" value="1950-05-02">May 2</TIMEX3> after '
        '<TIMEX3 type="DATE" value="P3W">three weeks</TIMEX3>, ``as said,\'\' and '
        '<TIMEX3 type="DATE" value="1950">the year of the storm</TIMEX3>.\n\n\nEnd\n'
    )
    (folder / "a.tml").write_text(f"<TimeML><TEXT>\n{body}</TEXT></TimeML>", encoding="utf8")
    (found,) = read_wikiwars(tmp_path, "train")
    layer = found.layers["times"]
    assert found.text == 'ORSK (TN) — It sank May 2 after three weeks, "as said," and the year of the storm.\nEnd'
    assert [(found.text[m.start : m.end], m.kind) for m in layer.marks] == [
        ("May 2", "DATE"),
        ("three weeks", "DURATION"),
    ]
    assert [found.text[start:end] for start, end in layer.unsure] == ["the year of the storm"]
