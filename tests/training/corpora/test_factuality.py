"""Corpora of factuality as running text, each value at its predicate."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from evaluation.scoring import places
from training.corpora import factuality
from training.corpora.factuality import GROUP, Sentence, sentence_of, text_of
from training.corpora.marked import Marked, Value, held_out

Row = tuple[str, list[tuple[int, int, float]]]


def write(path: Path, rows: Iterable[Row]) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = [
        {"text": text, "targets": [{"span1": [a, b], "label": label, "span_text": "-"} for a, b, label in targets]}
        for text, targets in rows
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf8")


def told(texts: Iterable[Marked]) -> list[tuple[str, float]]:
    return [(text.text[value.start : value.end], value.value) for text in texts for value in text.values]


def printed(tokens: str) -> str:
    return sentence_of(tokens.split(" "), []).text


@pytest.mark.parametrize(("folder", "read"), [("uds_it_happened", "read_uds"), ("uw_factuality", "read_uw")])
def test_each_split_has_its_file_and_each_predicate_its_value(tmp_path: Path, folder: str, read: str) -> None:
    rows: list[Row] = [("Orlan did n't sign .", [(3, 4, -3.0)]), ("Vesmar , 44 , left .", [(4, 5, 2.6)])]
    write(tmp_path / folder / "train.jsonl", rows)
    write(tmp_path / folder / "dev.jsonl", [("She came .", [(1, 2, 3.0)])])
    (text,) = getattr(factuality, read)(tmp_path, "train")
    assert (text.text, text.together) == ("Orlan didn't sign.\nVesmar, 44, left.", False)
    assert told([text]) == [("sign", -3.0), ("left", 2.6)]
    assert told(getattr(factuality, read)(tmp_path, "dev")) == [("came", 3.0)]


def test_meantime_is_parted_by_groups_of_neighbours(tmp_path: Path) -> None:
    rows: list[Row] = [(f"Plant {number} opened .", [(2, 3, float(number % 3))]) for number in range(12 * GROUP)]
    write(tmp_path / "meantime_factuality" / "train.jsonl", rows)
    train, dev = (list(factuality.read_meantime_factuality(tmp_path, split)) for split in ("train", "dev"))
    assert [held_out(text.name, factuality.HELD_OUT) for text in train + dev] == [False] * len(train) + [True] * len(
        dev
    )
    assert len(train) + len(dev) == 12
    assert {text.text.count("\n") for text in train + dev} == {GROUP - 1}


def test_verbs_are_the_template_in_train_only_and_a_whole_clause_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "megaveridicality"
    write(folder / "mv2-all.jsonl", [("Someone was n't told to do it .", [(5, 6, 0.6)])])
    rows: list[Row] = [("He said that he could come .", [(3, 6, 1.5)]), ("He managed to come .", [(3, 4, 3.0)])]
    write(folder / "rp.train.jsonl", rows)
    write(folder / "rp.dev.jsonl", [("He failed to come .", [(3, 4, -2.5)])])
    assert told(factuality.read_verbs(tmp_path, "train")) == [("come", 3.0), ("do", 0.6)]
    assert told(factuality.read_verbs(tmp_path, "dev")) == [("come", -2.5)]


@pytest.mark.parametrize(
    ("tokens", "line"),
    [
        ("`` It is over , '' she said .", '"It is over," she said.'),
        ("'' It is over '' , she said .", '"It is over", she said.'),
        ("She came . ' ' It is over , '' she said .", 'She came. "It is over," she said.'),
        ("It is over . ''", 'It is over."'),
        ('It is over , " she said .', 'It is over," she said.'),
        ('She said , " It is over .', 'She said, "It is over.'),
        ("a ` model ' town", "a 'model' town"),
        ("the Tarn _ a river _ froze", "the Tarn — a river — froze"),
        ("a Fla .- based firm", "a Fla.-based firm"),
        ("the over - the - counter market", "the over-the-counter market"),
        ("they want { the port } back", "they want [the port] back"),
    ],
)
def test_signs_are_written_as_print_has_them(tokens: str, line: str) -> None:
    assert printed(tokens) == line


def test_a_value_keeps_its_word_where_signs_before_it_change() -> None:
    tokens = ["'", "'", "Orlan", ".-", "born", "_", "he", "``", "won", "''"]
    sentence = sentence_of(tokens, [{"span1": [8, 9], "label": 1.0}])
    (value,) = sentence.values
    assert sentence.text[value.start : value.end] == "won"


def test_a_sentence_whose_brackets_are_letters_is_left_out(tmp_path: Path) -> None:
    rows: list[Row] = [("He -lrb- she -rrb- came .", [(4, 5, 3.0)]), ("He came .", [])]
    write(tmp_path / "uds_it_happened" / "dev.jsonl", rows)
    assert list(factuality.read_uds(tmp_path, "dev")) == []


def test_values_of_later_lines_are_moved() -> None:
    text = text_of("two", [Sentence("She came.", (Value(4, 8, 3.0),)), Sentence("He left.", (Value(3, 7, -1.0),))])
    assert told([text]) == [("came", 3.0), ("left", -1.0)]


@pytest.mark.parametrize("read", ["read_uds", "read_uw", "read_meantime_factuality", "read_verbs"])
def test_a_corpus_that_is_not_there_is_told(tmp_path: Path, read: str) -> None:
    with pytest.raises(FileNotFoundError):
        list(getattr(factuality, read)(tmp_path, "train"))


@pytest.mark.parametrize("read", ["read_uds", "read_uw", "read_meantime_factuality", "read_verbs"])
def test_every_value_of_the_corpora_is_at_a_word_and_on_the_scale(read: str) -> None:
    if (where := places()) is None:
        pytest.skip("ONRECORD_CORPORA is not set")
    found = told(getattr(factuality, read)(where.corpora, "dev"))
    assert len(found) > 200
    assert all(word and not word.isspace() and "\n" not in word and -3 <= value <= 3 for word, value in found)
