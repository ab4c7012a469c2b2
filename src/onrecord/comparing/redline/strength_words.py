"""Words of commitment by what they do and how strongly they do it, from 1 (weakest) to 5.

The two scales of resolutions are Gruenberg's (An Analysis of United Nations Security Council Resolutions, Case
Western Reserve Journal of International Law 41, 2009): emotive words from concerned to condemned and censured,
instructive words from calling upon over urging to demanding. That speech acts of one point differ in degree of strength
(to request, to insist) is Searle and Vanderveken's (Foundations of Illocutionary Logic, 1985), who order commissives
likewise. Degrees compare within a scale only.
"""

from collections.abc import Mapping
from typing import Final, Literal

Scale = Literal["disapproval", "demand", "commitment", "support", "affirmation", "obligation", "certainty"]

_EXPRESS: Final = r"(?:express|voic|shar|rais|convey|register|not)\w*"
_BETWEEN: Final = r"(?:[\w’'-]+ ){0,3}?"

# Each pattern begins and ends at a word; the words between are one blank apart, as `strength` hands the text over.
WORDS: Final[Mapping[Scale, Mapping[int, tuple[str, ...]]]] = {
    "disapproval": {
        5: (r"condemn\w*", r"denounc\w*", r"censur\w*"),
        4: (r"deplor\w*", r"decr(?:y|ies|ied)", r"reject(?:s|ed|ing)?", r"oppos(?:e|es|ed|ing)", r"opposition to"),
        3: (r"criticiz\w*", r"criticis(?:e\w*|ing)", r"object(?:s|ed) to", r"protest(?:s|ed)", r"alarmed", r"outraged"),
        2: (
            rf"{_EXPRESS} {_BETWEEN}concerns?",
            r"concerned(?: about| by| over| at| that)",
            r"(?:grave|deep|serious|strong|profound|mutual) concerns?",
            r"regrets?",
            r"regretted",
            r"dismay(?:ed)?",
            r"disappoint(?:ed|ment)",
        ),
        1: (r"(?:takes?|took|taking) note of", r"mindful of", r"aware of", r"monitor(?:s|ed|ing)?"),
    },
    "demand": {
        5: (r"demand(?:s|ed|ing)? (?:that|the|an?|its|their)", r"insist(?:s|ed|ing)?(?: on| that)?", r"requires? that"),
        4: (r"urg(?:e|es|ed|ing)", r"press(?:es|ed|ing)? for"),
        3: (
            r"call(?:s|ed|ing)? (?:jointly |together |again )?(?:on|upon|for)",
            r"appeal(?:s|ed|ing)? (?:to|for)",
            r"request(?:s|ed|ing)? (?:that|the)",
        ),
        2: (
            r"encourag(?:e|es|ed|ing)",
            r"invit(?:e|es|ed|ing)",
            r"recommend(?:s|ed|ing)?",
            r"suggest(?:s|ed|ing)?",
            r"ask(?:s|ed|ing)? (?:for|that)",
        ),
        1: (r"hop(?:e|es|ed|ing) (?:that|for)", r"(?:look|looks|looked|looking) forward to", r"would welcome"),
    },
    "commitment": {
        5: (
            r"will",
            r"shall",
            r"pledg(?:e|es|ed|ing)",
            r"vow(?:s|ed|ing)?",
            r"promis(?:e|es|ed)",
            r"commit(?:s|ted|ting)?(?: to| ourselves| themselves| itself)",
            r"commitments? to",
            r"guarant(?:ee|ees|eed|eeing)",
            r"undertak(?:e|es|ing) to",
            r"agree(?:s|d|ing)? (?:to|on|that)",
            r"decid(?:e|es|ed|ing)(?: to| that| on)?",
            r"resolv(?:e|es|ed) to",
            r"determined to",
            r"determination to",
            r"resolve to",
        ),
        3: (
            r"intend(?:s|ed|ing)?",
            r"intentions? (?:to|of)",
            r"plan(?:s|ned|ning)? to",
            r"aim(?:s|ed|ing)? (?:to|at|for)",
            r"expects? to",
            r"(?:stand|stands|stood|are|is|remain|remains) (?:ready|prepared) to",
        ),
        2: (
            r"seek(?:s|ing)?(?: to)?",
            r"sought to",
            r"(?:work|works|worked|working)(?: \w+)? (?:to|toward|towards)",
            r"striv(?:e|es|ing)",
            r"endeavou?r(?:s|ed|ing)?",
            r"tr(?:y|ies|ied|ying) to",
            r"willing(?:ness)? to",
            r"hop(?:e|es|ed|ing) to",
        ),
        1: (
            r"consider(?:s|ed|ing)?",
            r"explor(?:e|es|ed|ing)",
            r"look(?:s|ed|ing)? (?:into|at)",
            r"may",
            r"might",
            r"could",
            r"can",
        ),
    },
    "support": {
        4: (r"support(?:s|ed|ing)?(?: for| of)?", r"endors(?:e|es|ed|ing)", r"back(?:s|ed|ing) (?:the|its|their)"),
        3: (
            r"welcom(?:e|es|ed|ing)",
            r"applaud(?:s|ed|ing)?",
            r"commend(?:s|ed|ing)?",
            r"prais(?:e|es|ed|ing)",
        ),
        2: (
            r"appreciat(?:e|es|ed|ing|ion)",
            r"(?:notes?|noted|noting) with (?:appreciation|satisfaction)",
            r"(?:thank|thanks|thanked|thanking)",
        ),
        1: (r"acknowledg(?:e|es|ed|ing)", r"(?:takes?|took|taking) note of", r"noted?"),
    },
    "affirmation": {
        4: (r"re-?affirm(?:s|ed|ing)?", r"affirm(?:s|ed|ing)?", r"reiterat(?:e|es|ed|ing)", r"restat(?:e|es|ed|ing)"),
        3: (
            r"emphasi[sz](?:e|es|ed|ing)",
            r"stress(?:es|ed|ing)?",
            r"underscor(?:e|es|ed|ing)",
            r"underlin(?:e|es|ed|ing)",
            r"highlight(?:s|ed|ing)?",
        ),
        2: (r"recogni[sz](?:e|es|ed|ing)", r"acknowledg(?:e|es|ed|ing)", r"shar(?:e|es|ed|ing) (?:the|a) view"),
        1: (
            r"note(?:s|d)?",
            r"noting",
            r"discuss(?:es|ed|ing)?",
            r"exchang(?:e|es|ed|ing) views",
            r"mention(?:s|ed|ing)?",
        ),
    },
    "obligation": {
        3: (r"must", r"ha(?:ve|s|d) to", r"needs? to", r"(?:is|are) (?:obliged|required) to"),
        2: (r"should", r"ought to"),
        1: (r"may", r"might", r"could", r"can"),
    },
    "certainty": {
        5: (r"confirm(?:s|ed|ing)?", r"know(?:s|n)?", r"prov(?:e|es|ed|en)", r"certain(?:ly)?"),
        4: (r"conclud(?:e|es|ed)", r"determin(?:e|es|ed) that"),
        3: (
            r"assess(?:es|ed)?",
            r"believ(?:e|es|ed)",
            r"expect(?:s|ed)?",
            r"(?:very |highly |most )?likely",
            r"probabl[ey]",
        ),
        2: (r"suspect(?:s|ed)?", r"appear(?:s|ed)? to", r"seem(?:s|ed)? to", r"indicat(?:e|es|ed|ions?)", r"suggests?"),
        1: (r"possibl[ey]", r"may", r"might", r"could", r"perhaps", r"allegedly", r"reportedly"),
    },
}

# Half a degree: "strongly condemn" is more than "condemn" and less than whatever stands above it.
STRONGER: Final = (
    r"strong(?:ly|est)?|firm(?:ly)?|resolute(?:ly)?|unequivocal(?:ly)?|categorical(?:ly)?|grave(?:ly)?|deep(?:ly)?"
    r"|serious(?:ly)?|profound(?:ly)?|full(?:y)?|wholehearted(?:ly)?|ironclad|iron-clad|unwavering|steadfast(?:ly)?"
    r"|staunch(?:ly)?|solemn(?:ly)?|vehement(?:ly)?|absolute(?:ly)?|unshakable|utmost|robust|enthusiastic(?:ally)?|warmly"
)
IN_STRONGEST_TERMS: Final = r"in the strongest(?: possible)? terms"
WEAKER: Final = r"some|cautious(?:ly)?|tentative(?:ly)?|in principle|partial(?:ly)?|qualified|limited"
