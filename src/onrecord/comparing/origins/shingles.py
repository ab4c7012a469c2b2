"""Shingles: a text as the runs of words in it, and the few of them that are kept to find its like again.

Two kinds of keys go into `Traces.bands`. Whole texts that are alike share a band of their MinHash signatures (Broder
1997; locality-sensitive hashing as in Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, chapter 3). A brief
cut from a long story is like it in no such sense, but shares its fingerprints: those shingles that winnowing keeps
(Schleimer, Wilkerson, Aiken 2003), which finds every run of `SHINGLE + WINDOW - 1` words that two texts share.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Words in a shingle: fewer are commonplaces, more are broken by each edit.
SHINGLE: Final = 5
# Of so many shingles in a row, one is kept at least.
WINDOW: Final = 16
PERMUTATIONS: Final = 128
# 32 bands of 4 rows: texts that share half of their shingles meet with a probability of 0.87, unrelated ones never.
BANDS: Final = 32
ROWS: Final = PERMUTATIONS // BANDS

# A fingerprint lies in one of so many places behind the bands, which its last bits choose.
_PLACES: Final = 1 << 16
_KEY_BYTES: Final = 6
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)

Hashes = NDArray[np.uint64]


def shingles_of(words: Sequence[str]) -> Hashes:
    """Return the hash of each run of SHINGLE words, in order; a shorter text is one shingle, an empty one none."""
    size = min(SHINGLE, len(words))
    if not size:
        return np.empty(0, dtype=np.uint64)
    each = np.array([_word_hash(word) for word in words], dtype=np.uint64)
    total = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for place in range(size):
        total = total * _FACTOR + each[place : len(words) - size + 1 + place]
    return _mixed(total)


def signature_of(shingles: Hashes, words: int) -> bytes:
    """Return the signature that a ledger keeps: how many words the text has, then its MinHash values (32 bits each).

    Two stories with the same signature have the same shingles, but for a chance of one in billions.
    """
    from datasketch import MinHash

    # The scheme is named, so that a ledger's signatures stay comparable whatever version made them.
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1, scheme="affine32", hashfunc=int)
    sketch.update_batch((np.unique(shingles) >> np.uint64(32)).tolist())
    values: NDArray[np.uint32] = sketch.hashvalues
    return words.to_bytes(4, "little") + values.astype("<u4").tobytes()


def bands_of(shingles: Hashes, signature: bytes) -> Mapping[int, bytes]:
    """Return the keys under which a text is found again, each in its place: first the bands, then fingerprints."""
    values = signature[4:]
    size = ROWS * 4
    keys = {
        band: blake2b(values[band * size : (band + 1) * size], digest_size=_KEY_BYTES).digest() for band in range(BANDS)
    }
    for kept in fingerprints_of(shingles).tolist():
        # Two in one place are rare, and one of them is enough.
        keys[BANDS + kept % _PLACES] = (kept // _PLACES).to_bytes(_KEY_BYTES, "big")
    return keys


def fingerprints_of(shingles: Hashes) -> Hashes:
    """Return the shingles that winnowing keeps, each once: the least of every WINDOW that follow one another."""
    if not len(shingles):
        return shingles
    size = min(WINDOW, len(shingles))
    windows = np.lib.stride_tricks.sliding_window_view(shingles, size)
    least: Hashes = np.unique(windows.min(axis=1))
    return least


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _mixed(values: Hashes) -> Hashes:
    """Spread what differs over all bits (the finalizer of SplitMix64, Steele, Lea, Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = values ^ (values >> np.uint64(31))
    return mixed
