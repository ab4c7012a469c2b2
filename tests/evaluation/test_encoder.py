"""The encoder and the reader that all scores share say what those of one's own say, and are asked once."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from evaluation.encoder import SharedEncoder, SharedReader, encoder_of, reader_of
from onrecord.encoder import Encoder, Outputs, Scores, Window
from onrecord.pipeline import Reader
from onrecord.reading import read_text

TEXTS = (
    '"The tide is high," Una Quill said on Monday.\n\nThe ferry of Port Vale waited.\n',
    "Norland lost about 40 boats, the harbour's master told the Gull Wire.\n",
)
PARTS = ("emissions", "projections", "values", "judgements", "embeddings")


@pytest.fixture(scope="module")
def windows() -> list[Window]:
    return [scores.window for text in TEXTS for scores in encoder_of().scores(text)]


def same(one: Outputs, other: Outputs) -> bool:
    return all(np.array_equal(getattr(one, part), getattr(other, part)) for part in PARTS)


@pytest.mark.parametrize("threads", [None, 1, 2])
def test_it_says_what_an_encoder_of_ones_own_says(windows: list[Window], threads: int | None) -> None:
    shared, own = SharedEncoder(threads=threads), Encoder(threads=1)
    for window in (*windows, *windows):
        assert same(shared.forward(window), own.forward(window))


def test_a_window_is_asked_for_once_wherever_it_stands_in_a_text() -> None:
    encoder = SharedEncoder(threads=1)
    (first,) = encoder.scores(TEXTS[1])
    (again,) = encoder.scores(f"\n\n{TEXTS[1]}")
    assert again.embeddings is not None and first.embeddings is not None
    assert again.embeddings.base is first.embeddings.base
    assert again.window.starts[1] == first.window.starts[1] + 2


def test_what_was_asked_for_last_is_kept_as_far_as_there_is_room(windows: list[Window]) -> None:
    one, other = windows
    encoder = SharedEncoder(threads=1, kept_pieces=max(map(len, windows)))
    first = encoder.forward(one)
    assert encoder.forward(one) is first
    encoder.forward(other)
    assert encoder.forward(one) is not first
    assert same(encoder.forward(one), first)


def test_windows_of_other_marks_are_told_apart() -> None:
    encoder = SharedEncoder(threads=1)
    (plain,), (shouted,) = encoder.scores("the tide is high\n"), encoder.scores("THE TIDE IS HIGH\n")
    assert plain.window.ids.tolist() == shouted.window.ids.tolist()
    assert not np.array_equal(plain.layers["attribution"], shouted.layers["attribution"])


def test_nobody_may_write_to_what_others_are_given(windows: list[Window]) -> None:
    given = encoder_of().forward(windows[0])
    with pytest.raises(ValueError, match="read-only"):
        given.emissions += 1


def test_everybody_is_given_the_same_one() -> None:
    assert encoder_of() is encoder_of()
    assert reader_of().model is encoder_of()
    assert reader_of() is reader_of()


class Counting(Encoder):
    """An encoder that counts the texts it is given."""

    asked = 0

    def scores(self, text: str) -> Iterator[Scores]:
        self.asked += 1
        return super().scores(text)


def test_a_document_is_read_once_wherever_it_was_found_and_as_a_reader_of_ones_own_reads_it() -> None:
    encoder = Counting(threads=1)
    shared, own = SharedReader(encoder), Reader(model=Encoder(threads=1))
    document = read_text(TEXTS[0], published="2031-05-05")
    for found in (document, replace(document, url="a.txt"), replace(document, canonical="https://gull.example/a")):
        assert shared.read_with_meanings(found) == own.read_with_meanings(found)
        assert shared.read(found).document.url == found.url
    assert encoder.asked == 1
    assert shared.read(replace(document, published="2031-05-06")) != shared.read(document)
    assert encoder.asked == 2
