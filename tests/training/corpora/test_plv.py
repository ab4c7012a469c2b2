from pathlib import Path

import pytest

from evaluation.scoring import places
from training.corpora.marked import Relation, part_of
from training.corpora.plv import HELD_OUT, as_plv, pairs_by_sentence, read, unmarked

HEADER = "\tsentence_id\tsentence\tmarked_sentence\tgold_root"
ACCUSED = "<s>Orland </s>accused <t>Vesmar</t> of fraud, and <t>Vesmar</t> denied it."
BOTH = ("<s>Orland</s> praised <t>Vesmar</t> and Quill.", "<s>Orland</s> praised Vesmar and <t>Quill</t>.")


def corpora(folder: Path, *rows: tuple[str, str]) -> Path:
    (folder / "plv_relations").mkdir()
    lines = [HEADER, *(f"\t{number}\t\t{marked}\t{type_}" for number, (marked, type_) in enumerate(rows))]
    (folder / "plv_relations" / "PLV_train.tsv").write_text("\n".join(lines), encoding="utf8")
    return folder


def only(folder: Path, *rows: tuple[str, str]) -> tuple[str, tuple[Relation, ...], list[tuple[str, str]]]:
    corpora(folder, *rows)
    (marked,) = [*read(folder, "train"), *read(folder, "dev")]
    marks = marked.layers["events"].marks if marked.layers else ()
    return marked.text, marked.relations, [(marked.text[mark.start : mark.end], mark.kind) for mark in marks]


def test_tags_are_taken_out_and_what_they_hold_is_kept_without_blanks_at_its_edges() -> None:
    text, extents = unmarked(ACCUSED)
    assert text == "Orland accused Vesmar of fraud, and Vesmar denied it."
    assert [text[start:end] for start, end in extents["s"] + extents["t"]] == ["Orland", "Vesmar", "Vesmar"]


def test_of_several_places_of_one_name_the_nearest_are_related(tmp_path: Path) -> None:
    assert only(tmp_path, (ACCUSED, "ACCUSE")) == (
        "Orland accused Vesmar of fraud, and Vesmar denied it.",
        (Relation((0, 6), (15, 21), "ACCUSE"),),
        [("accused", "ACCUSE")],
    )


def test_pairs_of_one_sentence_stand_in_one_text(tmp_path: Path) -> None:
    _, relations, marks = only(tmp_path, *((marked, "SUPPORT") for marked in BOTH))
    assert [relation.recipient for relation in relations] == [(15, 21), (26, 31)]
    assert marks == [("praised", "SUPPORT")]


@pytest.mark.parametrize(
    ("marked", "type_", "trigger"),
    [
        ("<s>Orland</s> freed <t>nine miners</t>.", "RETREAT", ["freed"]),
        ("<s>Orland</s> gave <t>the union</t> a concession.", "CONCEDE", ["concession"]),
        ("<s>Orland</s> lifted its sanctions on <t>Vesmar</t>.", "RETREAT", ["lifted"]),
        ("<s>Orland</s> lifted its rules on <t>Vesmar</t>.", "CONCEDE", ["lifted"]),
        ("<s>Orland</s> sang for <t>Vesmar</t>.", "CONCEDE", []),
    ],
)
def test_words_tell_which_of_the_two_a_yield_is(tmp_path: Path, marked: str, type_: str, trigger: list[str]) -> None:
    _, (relation,), marks = only(tmp_path, (marked, "YIELD"))
    assert relation.type == type_
    assert marks == [(word, type_) for word in trigger]
    assert as_plv(relation.type) == "YIELD"


def test_a_row_with_no_target_gives_a_trigger_and_no_relation(tmp_path: Path) -> None:
    _, relations, marks = only(tmp_path, ("<s>Bakers</s> went on hunger strike.", "PROTEST"))
    assert (relations, marks) == ((), [("hunger strike", "PROTEST")])


def test_a_type_that_plover_has_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="FIGHT"):
        list(read(corpora(tmp_path, (ACCUSED, "FIGHT")), "train"))


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "train"))


def test_no_sentence_of_plv_is_in_both_splits_and_most_triggers_are_found() -> None:
    if (where := places()) is None:
        pytest.skip("ONRECORD_CORPORA is not set")
    train, dev = list(read(where.corpora, "train")), list(read(where.corpora, "dev"))
    assert not {one.text for one in train} & {one.text for one in dev}
    assert all(part_of(one.text, HELD_OUT) == "dev" for one in dev)
    assert sum(bool(one.layers) for one in train) > 0.85 * len(train)
    assert len(train) + len(dev) > 0.99 * len(pairs_by_sentence(where.corpora / "plv_relations" / "PLV_train.tsv"))
