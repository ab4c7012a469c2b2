"""CommitmentBank's clauses, found again in their sentences."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from evaluation.scoring import places
from training.corpora import commitment
from training.corpora.clause_verbs import Forms, forms_of, head_of, words_of
from training.corpora.commitment import HELD_OUT, read, sentence_of
from training.corpora.marked import part_of

TAGS = {
    "VBD": "left sang knew",
    "VBP": "sing leave know",
    "VBN": "gone been",
    "DT": "a the",
    "VB": "go come",
    "VBG": "singing going",
    "RB": "not n't really never also hardly",
    "NN": "boat baker",
}
FORMS = Forms(
    {word: Counter({tag: 9}) for tag, words in TAGS.items() for word in words.split()},
    {"know": "know", "knew": "know", "say": "say", "think": "think"},
)


def head(clause: str) -> tuple[str, bool] | None:
    words = [word.form for word in words_of(clause)]
    found = head_of(words, FORMS)
    return (words[found.place], found.negated) if found else None


@pytest.mark.parametrize(
    ("clause", "verb", "negated"),
    [
        ("Ada left early", "left", False),
        ("she was a baker", "was", False),
        ("she wasn't a baker", "was", True),
        ("they're singing", "singing", False),
        ("the boat has not been painted", "painted", True),
        ("she'll come", "come", False),
        ("she is going to go", "go", False),
        ("the baker didn't really leave", "leave", True),
        ("the baker never left", "left", True),
        ("she'd gone", "gone", False),
        ("she has a boat", "has", False),
    ],
)
def test_the_head_is_the_main_verb_or_be(clause: str, verb: str, negated: bool) -> None:
    assert head(clause) == (verb, negated)


@pytest.mark.parametrize(
    "clause",
    [
        "she might come",
        "she'd come",
        "nobody left",
        "the baker who left was singing",
        "if she left they knew",
        "the way she sang was loud",
        "she hardly left",
        "the boat is not only old",
        "she will",
        "a plain boat",
    ],
)
def test_what_is_not_sure_has_no_head(clause: str) -> None:
    assert head(clause) is None


def found(target: str, prompt: str, verb: str, value: float = 2.0) -> tuple[str, str, float] | None:
    sentence = sentence_of(target, prompt, verb, value, FORMS)
    if sentence is None:
        return None
    (one,) = sentence.values
    return sentence.text[: one.start], sentence.text[one.start : one.end], one.value


def test_the_clause_is_found_though_its_persons_change() -> None:
    target = "I don't think I 'm a baker, do you?"
    assert found(target, "he is a baker", "think") == ("I don't think I", "'m", 2.0)


def test_the_value_of_a_clause_that_denies_is_turned_round() -> None:
    assert found("Who knew that she didn't leave the boat?", "Ada didn't leave the boat", "know") == (
        "Who knew that she didn't ",
        "leave",
        -2.0,
    )


def test_the_verb_stands_after_the_one_that_governs() -> None:
    target = "He left the boat, but did they know Ada left the boat?"
    assert found(target, "Ada left the boat", "know") == ("He left the boat, but did they know Ada ", "left", 2.0)


@pytest.mark.parametrize(
    "target",
    ["Did they know that she sailed?", "Did they know she left the boat or he left the boat?", "She left the boat."],
)
def test_what_is_not_found_once_is_left_out(target: str) -> None:
    assert found(target, "Ada left the boat", "know") is None


def test_the_file_is_read_by_split(tmp_path: Path) -> None:
    rows = [["uID", "Verb", "Target", "Prompt", "Mean"]]
    rows += [[f"X-{n}", "know", f"Did you know Ada left boat {n}?", f"Ada left boat {n}", "1.5"] for n in range(30)]
    for name in ("commitmentbank", "ud_ewt"):
        (tmp_path / name).mkdir()
    with (tmp_path / "commitmentbank" / "CommitmentBank-items.csv").open("w", encoding="utf8", newline="") as out:
        csv.writer(out).writerows(rows)
    lines = ["# text", "1\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_", "2\tknow\tknow\tVERB\tVB\t_\t1\txcomp\t_\t_", ""]
    (tmp_path / "ud_ewt" / "en_ewt-ud-train.conllu").write_text("\n".join(lines), encoding="utf8")
    for split in ("train", "dev"):
        texts = list(read(tmp_path, split))
        expected = [n for n in range(30) if part_of(f"X-{n}", HELD_OUT) == split]
        assert [line for text in texts for line in text.text.split("\n")] == [
            f"Did you know Ada left boat {n}?" for n in expected
        ]
        assert {text.text[v.start : v.end] for text in texts for v in text.values} == {"left"}
        assert not any(text.together for text in texts)


def test_a_treebank_tells_what_forms_are(tmp_path: Path) -> None:
    lines = [
        f"{n}\t{form}\trun\tVERB\t{tag}\t_\t0\troot\t_\t_" for n, form, tag in [(1, "Run", "VB"), (2, "run", "NN")]
    ]
    (tmp_path / "bank.conllu").write_text("\n".join([*lines, "2.1\trun\t_\t_\tVB\t_\t_\t_\t_\t_"]), encoding="utf8")
    assert forms_of(tmp_path / "bank.conllu").share("run", ("VB",)) == 0.5


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "train"))


def test_of_most_items_the_place_is_sure() -> None:
    if (where := places()) is None:
        pytest.skip("ONRECORD_CORPORA is not set")
    counts = {
        split: sum(len(text.values) for text in commitment.read(where.corpora, split)) for split in ("train", "dev")
    }
    assert counts["train"] > 440
    assert counts["dev"] > 90
