"""Words of English that the rules know by their use: small, closed classes."""

from typing import Final

from onrecord.lexicon import word_set

# Words that begin sentences in capitals and belong to no name.
COMMON: Final = word_set(
    """
    a about above according across after afterwards again against ago ahead all almost along already also although
    always am amid among an and another any anyone anything are around as ask asked asking at away back be because
    been before behind being below beside besides between beyond both but by can cannot citing commenting could
    currently despite did do does doing done down during each earlier either else elsewhere enough even eventually
    ever every everyone everything except few fewer finally first following for formerly frankly from further
    furthermore given had half has have having he her here hers herself him himself his how however i if in indeed
    inside instead into is it its itself just last later lately less like likewise look many may maybe me meanwhile
    might mine moments more moreover most much must my myself near nearly neither never nevertheless next no nobody
    none nonetheless nor not nothing now of off often oh ok okay on once one only onto or other others otherwise our
    ours out outside over own per perhaps please presumably previously quoting rather recently referring regarding
    reportedly responding reports same saying second see seen several shall she should similarly since so some
    somebody someone something sometimes soon speaking still subsequently such suddenly than thank thanks that the
    their theirs them themselves then there thereafter therefore these they this those though three through
    throughout thus till to today together tomorrow tonight too toward towards tuesday two twice under unless
    unlike until up upon us usually very via was we well were what whatever when whenever where whereas wherever
    whether which whichever while who whoever whole whom whose why will with within without would writing yes
    yesterday yet you your yours yourself zero
    four five six seven eight nine ten eleven twelve twenty thirty hundreds thousands dozens
    said says told added noted
    """
)
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
