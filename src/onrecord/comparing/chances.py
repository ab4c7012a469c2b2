"""How often two entities that agree so far are one: shares of pairs that were judged by hand.

A class's chance is (right + 1) / (pairs + 2), Laplace's rule of succession, over the first half of
`evaluation/judged/same_entities.tsv`; the counts stand behind each. `python -m evaluation.identities --classes` counts
them again. The order of the classes is that of trust where chances are equal.
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
    "same, one office": 0.95,  # 17 of 17
    "same": 0.94,  # 14 of 14
    "versions": 0.94,  # 14 of 14
    "near, one office": 0.80,  # 3 of 3
    "near": 0.94,  # 16 of 16
    "same, other office": 0.90,  # 8 of 8
    "near, other office": 0.67,  # 1 of 1
    "one name in one document": 0.67,  # 1 of 1
    "family, one office": 0.95,  # 17 of 17
    "family, rare": 0.94,  # 14 of 14
    "family, office akin": 0.80,  # 3 of 3
    "family, of one month": 0.86,  # 5 of 5
    "family alone": 0.36,  # 4 of 12
    "family, other office": 0.25,  # 0 of 2
    "full, other office": 0.40,  # none judged: nothing speaks for it but a name that many have
    "full, far in time": 0.40,  # none judged
    "names apart": 0.04,  # 0 of 26
    "one country": 0.90,  # 8 of 8
    "two countries": 0.25,  # 0 of 2
    "body, known": 0.95,  # 19 of 19
    "body, one name": 0.96,  # 21 of 21
    "body, of a nation": 0.92,  # 10 of 10
    "body, also called": 0.94,  # 14 of 14
    "body, one name, one nation": 0.87,  # 12 of 13
    "body, department": 0.75,  # 2 of 2
    "body, generic": 0.50,  # 3 of 6
    "body, other names": 0.05,  # 0 of 19
    "group": 0.50,  # 7 of 14
    "kinds": 0.40,  # 1 of 3
    "two in one document": 0.20,  # 0 of 3
}
