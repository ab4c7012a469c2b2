"""What can be counted under several names: nouns that mean one thing, and what became of those who are counted.

Written for this project from general knowledge of how news reports count. Nouns stand together only where a report may
change from one to the other and still mean the same set: "troops" and "soldiers", not "troops" and "fighters".
"""

from collections.abc import Mapping
from typing import Final

from onrecord.folding import fold
from onrecord.lexicon import word_set

# The name of a concept, and its others; an underscore joins two words.
_NAMES: Final = {
    "troop": """soldier serviceman servicewoman servicemember service_member force armed_force personnel infantryman
        paratrooper military_personnel ground_troop ground_force uniformed_personnel""",
    "person": "people individual folk human human_being life",
    "resident": "inhabitant",
    "civilian": "noncombatant",
    "captive": "prisoner detainee prisoners_of_war pow",
    "job": "post",
    "country": "nation",
    "company": "firm business corporation enterprise",
    "aircraft": "plane airplane aeroplane jet warplane fighter_jet war_plane",
    "drone": "uav unmanned_aircraft",
    "ship": "vessel",
    "home": "house",
    "shell": "artillery_round artillery_shell",
    "warhead": "nuclear_weapon nuclear_warhead atomic_weapon nuclear_bomb",
    "refugee": "asylum_seeker",
    "child": "kid",
    "worker": "employee laborer labourer staff",
    "police": "policeman policewoman police_officer",
    "student": "pupil",
    "lawmaker": "legislator parliamentarian",
    "demonstrator": "protester protestor",
    "earthquake": "quake",
    "car": "automobile",
    "truck": "lorry",
    "barrel": "bbl",
    "dose": "vaccine_dose",
}
# What became of them: of the losses of an army, "killed and wounded" and "lost" are told as one.
_STATES: Final = {
    "killed": "dead death fatality die died dying slain perished kill kills killing",
    "wounded": "injured injury wound wounding injuring hurt",
    "lost": "casualty loss losses losing lose loses",
    "captured": "captive capture captures capturing",
    "missing": "unaccounted",
    "arrested": "arrest arrests detained detainee arresting detaining",
    "displaced": "homeless uprooted",
    "infected": "infection",
}
# Nouns that name people by what became of them alone: whoever they are.
_FATES: Final = word_set("dead death fatality casualty loss wounded injured injury missing captive detainee infection")
_IRREGULAR: Final = {
    **{"men": "man", "women": "woman", "children": "child", "mice": "mouse", "feet": "foot", "lives": "life"},
    **{"servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman"},
    **{"policewomen": "policewoman", "infantrymen": "infantryman", "wives": "wife", "knives": "knife"},
    **{"halves": "half", "wolves": "wolf", "thieves": "thief", "buses": "bus", "gases": "gas", "staffers": "staff"},
}
_NO_PLURALS: Final = word_set("series species news")
# Who can be killed, wounded, captured, and so be meant by "the dead".
PEOPLE: Final = word_set(
    """
    troop person resident citizen civilian captive refugee child worker police student doctor lawmaker demonstrator
    man woman boy girl fighter militant insurgent rebel guerrilla mercenary sailor marine pilot officer conscript
    reservist passenger miner journalist fisherman farmer patient volunteer immigrant migrant hostage victim
    """
)
_SHORT: Final = 3


def lemma(word: str) -> str:
    """Return a noun in the singular, without case and accents: "Soldiers" as "soldier"."""
    folded = fold(word)
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    if len(folded) <= _SHORT or folded in _NO_PLURALS or not folded.endswith("s"):
        return folded
    if folded.endswith(("ss", "us", "is")):
        return folded
    if folded.endswith("ies"):
        return folded[:-3] + "y"
    return folded[:-2] if folded.endswith(("sses", "shes", "ches", "xes", "zes")) else folded[:-1]


def concept_of(before: str, noun: str) -> tuple[str, int]:
    """Return the concept that a noun is a name of, and how many words name it: 2 with the one `before` it.

    Both are lemmas. A noun that no table has is its own concept.
    """
    both = _CONCEPTS.get(f"{before}_{noun}")
    return (both, 2) if both is not None else (_CONCEPTS.get(noun, noun), 1)


def is_fate(noun: str) -> bool:
    """Tell whether a noun (a lemma) names people by what became of them alone: "deaths", "casualties"."""
    return noun in _FATES


def state_of_words(words: str) -> str | None:
    """Return what became of those who are counted, as words say it; "killed and wounded" are "lost"."""
    said = {state for word in fold(words).split() if (state := _BECAME.get(word) or _BECAME.get(lemma(word)))}
    if said == {"killed", "wounded"} or "lost" in said:
        return "lost"
    return said.pop() if len(said) == 1 else None


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """Every name of a table, each with what it is a name of."""
    known = {name: first for first, names in table.items() for name in names.split()}
    return known | {first: first for first in table}


_CONCEPTS: Final = _turned(_NAMES)
_BECAME: Final = _turned(_STATES)
