"""The pairs are well written, and what a model says of them is read at the predicate and compared the right way."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from evaluation import minimal_pairs
from evaluation.minimal_pairs import Clause, Pair, pairs, share_right, value_of
from onrecord.encoder import Card, Encoder, Scores
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.windows import Window, windows_of

NAMES = {
    *("negation", "modal", "conditional", "question", "factive", "neg_raising", "implicative"),
    *("tense", "quantifier", "nominal", "headline"),
}
MORE = {pair.more.text for pair in pairs()}


@dataclass
class Told(Encoder):
    """An encoder whose values a function of the text and of a piece's offsets makes up; None: it knows none."""

    says: Callable[[str, int], float] | None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def card(self) -> Card:
        return Card("made-up", "0")

    def scores(self, text: str) -> Iterator[Scores]:
        self.asked.append(text)
        for window in windows_of(paragraphs_of(text, self._tokenizer)):
            yield Scores(window, {}, np.zeros((1, 1)), {}, np.zeros(0), values=self._values(window, text))

    def _values(self, window: Window, text: str) -> np.ndarray | None:
        if self.says is None:
            return None
        return np.array([self.says(text, start) for start in window.starts], dtype=np.float32)


def test_there_are_at_least_two_hundred_pairs_under_their_own_names() -> None:
    assert len(pairs()) == len({pair.id for pair in pairs()}) >= 200
    assert all(pair.id.startswith(f"{pair.phenomenon}-") for pair in pairs())


def test_every_phenomenon_has_its_pairs() -> None:
    counts = Counter(pair.phenomenon for pair in pairs())
    assert set(counts) == NAMES
    assert min(counts.values()) >= 20
    assert max(counts.values()) <= 2 * min(counts.values())


def test_no_sentence_stands_twice() -> None:
    texts = [clause.text for pair in pairs() for clause in (pair.more, pair.less)]
    assert [text for text, count in Counter(texts).items() if count > 1] == []


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.id)
def test_both_sentences_of_a_pair_have_the_same_predicate_and_end_as_sentences_do(pair: Pair) -> None:
    first, second = (clause.predicate.casefold() for clause in (pair.more, pair.less))
    assert first.isalpha() and second.isalpha()
    # Forms of one verb or noun: the vowel may change ("fell", "fall"), what opens the word does not.
    assert first[0] == second[0] and abs(len(first) - len(second)) <= 4
    for clause in (pair.more, pair.less):
        assert clause.text == " ".join(clause.text.split())
        assert clause.text[0].isupper() or clause.text[0] == '"'
        assert clause.text[-1] in '.?!"' or pair.phenomenon == "headline"


def test_brackets_are_read_as_the_place_of_the_predicate() -> None:
    clause = Clause.of("Did it [rain]?")
    assert (clause.text, clause.start, clause.end, clause.predicate) == ("Did it rain?", 7, 11, "rain")


@pytest.mark.parametrize("text", ["It rained.", "It [rained.", "It ]rained[.", "It [] rained.", "[It] [rained]."])
def test_a_sentence_without_just_one_predicate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="brackets"):
        Clause.of(text)


def test_a_table_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text('id\tphenomenon\tmore\tless\na-1\ta\t"It [rained]," he said.\tDid it [rain]?\n', encoding="utf8")
    (pair,) = pairs(path)
    assert (pair.id, pair.phenomenon) == ("a-1", "a")
    assert (pair.more.text, pair.less.text) == ('"It rained," he said.', "Did it rain?")


def test_the_value_is_read_at_the_first_piece_of_the_predicate() -> None:
    text = "The overcautious [disestablishmentarians] left."
    assert value_of(Told(lambda _, start: float(start)), Clause.of(text)) == text.index("[")


def test_a_model_that_is_always_right_has_all_and_its_opposite_none() -> None:
    right = Told(lambda text, _: 3.0 if text in MORE else -3.0)
    assert share_right(right) == dict.fromkeys(["all", *NAMES], 100.0)
    assert len(right.asked) == 2 * len(pairs())
    assert share_right(Told(lambda text, _: -1.0 if text in MORE else 1.0)) == dict.fromkeys(["all", *NAMES], 0.0)


def test_a_model_that_says_the_same_of_everything_is_wrong() -> None:
    assert set(share_right(Told(lambda *_: 3.0)).values()) == {0.0}


def test_one_phenomenon_read_wrongly_costs_its_own_share_and_part_of_all() -> None:
    tense = {pair.more.text for pair in pairs() if pair.phenomenon == "tense"}
    shares = share_right(Told(lambda text, _: 3.0 if text in MORE - tense else 0.0))
    assert shares.pop("all") == pytest.approx(100 * (1 - len(tense) / len(pairs())))
    assert {name for name, share in shares.items() if share == 0} == {"tense"}


def test_weights_without_values_are_told_of() -> None:
    with pytest.raises(ValueError, match="made-up: these weights know no values"):
        share_right(Told(None))


def test_a_predicate_that_no_piece_holds_is_told_of() -> None:
    with pytest.raises(ValueError, match="no piece stands"):
        value_of(Told(lambda *_: 0.0), Clause("It rained.\u2009", 10, 11))


def test_a_pair_that_went_wrong_is_shown_with_its_values() -> None:
    pair = Pair("a-1", "a", Clause.of("It [rained]."), Clause.of("Did it [rain]?"))
    (failed,) = minimal_pairs.wrong(Told(lambda text, _: 1.0 if "?" in text else 0.5), [pair])
    assert " ".join(minimal_pairs.line(failed).split()) == "a-1 0.50 It rained. 1.00 Did it rain?"
