"""Common passages of two texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.origins.tiling import Tile, tiles_of


def words(text: str) -> list[str]:
    return text.split()


WORDS = st.lists(st.sampled_from("abc"), max_size=40)


def test_a_passage_is_found_wherever_it_stands() -> None:
    a, b = words("x y one two three four five z"), words("one two three four five and more")
    assert tiles_of(a, b) == [Tile(2, 0, 5)]


def test_passages_that_were_moved_are_found_in_the_order_of_the_first() -> None:
    a, b = words("a b c d e f g h i j"), words("f g h i j a b c d e")
    assert tiles_of(a, b) == [Tile(0, 5, 5), Tile(5, 0, 5)]


def test_a_shorter_run_is_a_coincidence() -> None:
    assert tiles_of(words("one two three four"), words("one two three four five")) == []


def test_a_word_counts_once() -> None:
    assert sum(tile.size for tile in tiles_of(words("a b c d e a b c d e"), words("a b c d e"))) == 5


def test_a_text_with_itself_is_one_passage_and_an_empty_one_none() -> None:
    assert tiles_of(["rain"] * 3, ["rain"] * 3) == [Tile(0, 0, 3)]
    assert tiles_of([], []) == tiles_of([], ["rain"]) == []


def test_ten_thousand_times_the_same_word_takes_no_time() -> None:
    assert sum(tile.size for tile in tiles_of(["rain"] * 10_000, ["rain"] * 9_999)) > 9_000


@given(WORDS, WORDS)
def test_tiles_are_the_same_words_and_overlap_in_neither_text(a: list[str], b: list[str]) -> None:
    tiles = tiles_of(a, b, 2)
    for tile in tiles:
        assert a[tile.a : tile.a + tile.size] == b[tile.b : tile.b + tile.size]
        assert tile.size >= 2 or a == b
    for places in ([(tile.a, tile.size) for tile in tiles], sorted((tile.b, tile.size) for tile in tiles)):
        assert all(start + size <= following for (start, size), (following, _) in pairwise(places))
