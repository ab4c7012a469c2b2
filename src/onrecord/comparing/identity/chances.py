"""How often two entities that agree so far are one: shares of pairs that were judged by hand.

A class's chance is (right + 1) / (pairs + 2), Laplace's rule of succession, over all pairs of
`evaluation/judged/same_entities.tsv`; the counts stand behind each, and `python -m evaluation.identities --classes`
counts them again. The order of the classes is that of trust where chances are equal.
"""

from typing import Final, Literal

Class = Literal[
    "same, one office",
    "same",
    "versions",
    "near, one office",
    "near",
    "same, other office",
    "near, other office",
    "one name in one document",
    "family, one office",
    "family, rare",
    "family, office akin",
    "family, of one month",
    "family, rare, undated",
    "family alone",
    "family, other office",
    "full, other office",
    "full, far in time",
    "names apart",
    "one country",
    "two countries",
    "body, known",
    "body, one name",
    "body, of a nation",
    "body, also called",
    "body, one name, one nation",
    "body, department",
    "body, generic",
    "body, other names",
    "group",
    "kinds",
    "two in one document",
]

CHANCES: Final[dict[Class, float]] = {
    "same, one office": 0.96,  # 24 of 24
    "same": 0.95,  # 38 of 39
    "versions": 0.94,  # 14 of 14
    "near, one office": 0.95,  # 4 of 4, and 17 of 17 of the next, which says less
    "near": 0.95,  # 17 of 17
    "same, other office": 0.90,  # 8 of 8
    "near, other office": 0.67,  # 1 of 1
    "one name in one document": 0.67,  # 1 of 1
    "family, one office": 0.97,  # 38 of 38
    "family, rare": 0.90,  # 27 of 29
    "family, office akin": 0.80,  # 3 of 3
    "family, of one month": 0.78,  # 6 of 7
    "family, rare, undated": 0.76,  # 18 of 23
    "family alone": 0.41,  # 6 of 15
    "family, other office": 0.20,  # 0 of 3
    "full, other office": 0.40,  # none judged: nothing speaks for it but a name that many have
    "full, far in time": 0.40,  # none judged
    "names apart": 0.01,  # 0 of 70
    "one country": 0.94,  # 14 of 14
    "two countries": 0.06,  # 0 of 14
    "body, known": 0.96,  # 26 of 26
    "body, one name": 0.98,  # 40 of 40
    "body, of a nation": 0.92,  # 11 of 11
    "body, also called": 0.94,  # 15 of 15
    "body, one name, one nation": 0.87,  # 12 of 13
    "body, department": 0.75,  # 2 of 2
    "body, generic": 0.50,  # 4 of 7, of which 3 are copies of one story: left open
    "body, other names": 0.03,  # 1 of 67
    "group": 0.43,  # 8 of 19
    "kinds": 0.22,  # 1 of 7
    "two in one document": 0.20,  # 0 of 3
}
