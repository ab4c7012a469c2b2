"""Words that measure and count nothing: of two sums in one currency nobody can tell whether they are of one thing."""

from functools import lru_cache
from typing import Final

from onrecord.comparing.conflicts.frames import words_in
from onrecord.lexicon import word_set

# Money and measures as wires and pages abbreviate and write them (ISO 4217 names, the wires' own short forms).
_MEASURES: Final = word_set(
    """
    dollar dollars dlr dlrs cent cents ct cts bucks pound pounds stg sterling pence euro euros yen yuan won rouble
    roubles ruble rubles rupee rupees franc francs mark marks lira lire peso pesos crown crowns krone kroner guilder
    guilders rand pct percent percentage point points pts basis mln bln million billion trillion thousand mth mths month
    months year years week weeks season seasons day days hour hours minutes tonne tonnes ton tons kg bpd vs prior
    """
)


@lru_cache(maxsize=4096)
def is_measure(counted: str) -> bool:
    """Tell whether counted words end in a measure: "mln dlrs", "cts"."""
    words = words_in(counted)
    return not words or words[-1] in _MEASURES
