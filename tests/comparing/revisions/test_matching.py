"""The alignment of words: what both have, in order, at a cost that grows with the texts."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.revisions.matching import blocks_of

WORDS = st.lists(st.sampled_from(("the", "a", "of", "boat", "harbour", "ice", "sails", "to")), max_size=40)


@given(WORDS, WORDS)
def test_blocks_are_common_words_in_the_order_of_both(a: list[str], b: list[str]) -> None:
    blocks = blocks_of(a, b)
    assert all(a[one.a : one.a + one.size] == b[one.b : one.b + one.size] for one in blocks)
    assert all(x.a + x.size <= y.a and x.b + x.size <= y.b for x, y in pairwise(blocks))


@given(WORDS)
def test_a_text_is_one_block_of_itself(words: list[str]) -> None:
    assert [tuple(block) for block in blocks_of(words, words)] == ([(0, 0, len(words))] if words else [])


def test_an_inserted_word_parts_two_blocks() -> None:
    assert [tuple(block) for block in blocks_of(["ice", "melts"], ["ice", "never", "melts"])] == [(0, 0, 1), (1, 2, 1)]


def test_nothing_in_common_is_no_block() -> None:
    assert blocks_of(["ice"], ["sail"]) == [] == blocks_of([], ["sail"])


def test_long_texts_take_no_product_of_their_lengths() -> None:
    story = [f"word{i % 9000}" for i in range(60_000)]
    other = [word for number, word in enumerate(story) if number % 50]
    began = time.monotonic()
    blocks = blocks_of(story, other)
    assert time.monotonic() - began < 20
    assert sum(block.size for block in blocks) > 0.9 * len(other)


def test_a_rewritten_long_text_is_left_alone_rather_than_compared_word_by_word() -> None:
    began = time.monotonic()
    assert blocks_of(["the"] * 5000 + ["x"], ["y"] + ["the"] * 4000 + ["z"]) == []
    assert time.monotonic() - began < 5
