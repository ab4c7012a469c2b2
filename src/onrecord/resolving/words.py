"""Words of English that the rules know by their use: small, closed classes."""

from typing import Final

from onrecord.lexicon import word_set

TIMES: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr aug sept sep oct nov dec
    monday's tuesday's wednesday's thursday's friday's saturday's sunday's
    """
)
DETERMINERS: Final = word_set("the a an this that these those another some any both each")
POSSESSIVES: Final = word_set("his her its their our my your")
# What a place is named after, and whom one acts on; a subject never stands there.
PREPOSITIONS: Final = word_set(
    """
    about above across after against ahead along amid among around as at before behind below beneath beside between
    beyond by concerning despite down during except for from in including inside into like near of off on onto
    opposite out outside over past per regarding round since than through throughout to toward towards under
    underneath unlike until up upon versus via vs with within without
    """
)
PLACING: Final = word_set(
    """
    in at near outside around into onto across throughout to toward towards through inside downtown central via
    """
)
CONJUNCTIONS: Final = word_set(
    """
    and but or so yet while when as because since though although if unless that where whereas after before
    """
)
# What a noun phrase's own words end before.
ENDS_PHRASE: Final = PREPOSITIONS | word_set(
    """
    who whom whose which that where when while is are was were has have had led familiar close based
    """
)
# Lower-case words that stand inside the names of people.
PARTICLES: Final = word_set(
    """
    de del della der den di da dos das du van von zu bin ibn bint al el la le ul ur ter ten y
    """
)
# Words in a name whose possessive ending is part of it.
NAME_POSSESSIVES: Final = word_set(
    """
    people workers women men children teachers veterans lord farmers lawyers governors writers players students
    soldiers mothers citizens doctors nurses officers bankers growers
    """
)
NUMBERS: Final = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
