"""Shingles, signatures and the keys under which texts are found again."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.origins.shingles import (
    BANDS,
    PERMUTATIONS,
    SHINGLE,
    WINDOW,
    bands_of,
    fingerprints_of,
    shingles_of,
    signature_of,
)

# The first bytes of the signature of seven words.
PINNED = "07000000b269b11725128c1d"


def text(size: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return [f"word{chance.randrange(5000)}" for _ in range(size)]


def keys(words: list[str]) -> dict[int, bytes]:
    shingles = shingles_of(words)
    return dict(bands_of(shingles, signature_of(shingles, len(words))))


def shared(a: list[str], b: list[str]) -> set[int]:
    ours, theirs = keys(a), keys(b)
    return {place for place in ours if ours[place] == theirs.get(place)}


def test_there_is_a_shingle_for_each_run_of_words() -> None:
    words = text(40)
    assert len(shingles_of(words)) == 40 - SHINGLE + 1
    assert shingles_of(words)[3] == shingles_of(words[3 : 3 + SHINGLE])[0]


def test_the_order_of_words_counts() -> None:
    assert shingles_of(["a", "b", "c", "d", "e"])[0] != shingles_of(["b", "a", "c", "d", "e"])[0]


def test_a_text_shorter_than_a_shingle_is_one_and_an_empty_one_none() -> None:
    assert len(shingles_of(["rain", "fell"])) == 1
    assert len(shingles_of([])) == len(fingerprints_of(shingles_of([]))) == 0


def test_the_same_text_has_the_same_signature_and_keys() -> None:
    assert keys(text(300)) == keys(text(300))
    signature = signature_of(shingles_of(text(300)), 300)
    assert len(signature) == 4 * (1 + PERMUTATIONS)
    assert int.from_bytes(signature[:4], "little") == 300


def test_a_signature_is_the_same_whatever_made_it() -> None:
    """A ledger's signatures must stay comparable; this one was made when the scheme was chosen."""
    words = ["the", "boats", "lay", "still", "in", "the", "harbour"]
    assert signature_of(shingles_of(words), 7).hex()[:24] == PINNED


def test_an_edited_copy_shares_bands_of_the_whole() -> None:
    edited = text(300)
    edited[100] = edited[200] = "changed"
    assert any(place < BANDS for place in shared(text(300), edited))


def test_a_brief_cut_from_the_middle_of_a_long_story_shares_fingerprints() -> None:
    long = text(1500)
    assert any(place >= BANDS for place in shared(long, long[700:760]))


def test_unlike_texts_share_nothing() -> None:
    assert shared(text(500, seed=1), text(500, seed=2)) == set()


@given(st.integers(0, 400), st.integers(0, 60), st.integers(0, 60))
def test_winnowing_finds_every_run_that_is_long_enough(seed: int, before: int, after: int) -> None:
    """The guarantee of Schleimer, Wilkerson and Aiken 2003."""
    run = text(SHINGLE + WINDOW - 1, seed)
    a = [*text(before, seed + 1000), *run, *text(after, seed + 2000)]
    b = [*text(after, seed + 3000), *run, *text(before, seed + 4000)]
    assert len(np.intersect1d(fingerprints_of(shingles_of(a)), fingerprints_of(shingles_of(b))))
