"""PETRARCH-2's validation records (openeventdata): news sentences with CAMEO codes, as relations of PLOVER's types.

Actors are coded, not marked: a relation is made only where the source's and the target's countries are each named
once, and where a word of the type stands by. Sentences without codes are left out, since the coder that made the
codes misses events; so are the unit tests of PETRARCH-1 beside them, whose codes are a test dictionary's and not
CAMEO's, and the sample of GigaWord, which has no codes and the same sentences.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.encoder.tags import PLOVER
from training.corpora.marked import Extent, Mark, Marked, Relation, Split, part_of
from training.corpora.trigger_words import found_in, layer_of, nearest

HELD_OUT: Final = 5
_RECORD: Final = re.compile(r"<Sentence\b(.*?)</Sentence>", re.DOTALL)
_TEXT: Final = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_CODING: Final = re.compile(r"<EventCoding\b([^>]*)>")
_ATTRIBUTE: Final = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
_ROW: Final = re.compile(r"(\d{2,4}): ([A-Z]+)")


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence and its events: codes of source and target (a country's three letters first) and of the event."""

    text: str
    events: tuple[tuple[str, str, str], ...]


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the sentences of one split in which a relation can be placed, each once.

    Raises FileNotFoundError where the records or PLOVER's table of CAMEO's codes (plover_gsr) are missing.
    """
    types = plover_types((corpora / "plover_gsr" / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf8"))
    records = (corpora / "petrarch2_validation" / "PETR2_GSR_validation.xml").read_text(encoding="utf8")
    sentences = {coded.text: coded for coded in records_in(records)}
    for number, coded in enumerate(sentences.values()):
        if part_of(coded.text, HELD_OUT) == split and (marked := marked_of(f"petrarch-{number}", coded, types)):
            yield marked


def plover_types(table: str) -> dict[str, str]:
    """PLOVER's type of each CAMEO code; of two rows for one root, the first counts."""
    types: dict[str, str] = {}
    for code, type_ in _ROW.findall(table):
        if type_ in PLOVER:
            types.setdefault(code, type_)
    return types


def records_in(text: str) -> Iterator[Coded]:
    """The coded sentences of a file; its records are no well-formed XML: their first tag closes itself."""
    for record in _RECORD.finditer(text):
        sentence = _TEXT.search(record[1])
        codings = [dict(_ATTRIBUTE.findall(coding)) for coding in _CODING.findall(record[1])]
        events = tuple(
            (coding["sourcecode"], coding["eventcode"], coding["targetcode"])
            for coding in codings
            if {"sourcecode", "eventcode", "targetcode"} <= coding.keys()
        )
        if sentence is not None and events:
            yield Coded(" ".join(sentence[1].split()), events)


def named_once(text: str) -> dict[str, Extent]:
    """Where each country is named, by ISO's two letters: by name, adjective or people, and once only."""
    from onrecord.countries import country_at, skipped_at
    from onrecord.tokens import tokenise

    tokens = tokenise(text)
    places: dict[str, list[Extent]] = {}
    place = 0
    while place < len(tokens):
        match = country_at(tokens, place)
        if match is not None and match.value.form != "capital":
            extent = (tokens[place].start, tokens[place + match.width - 1].end)
            places.setdefault(match.value.country, []).append(extent)
        place += match.width if match is not None else skipped_at(tokens, place) or 1
    return {country: extents[0] for country, extents in places.items() if len(extents) == 1}


def marked_of(name: str, coded: Coded, types: Mapping[str, str]) -> Marked | None:
    """A sentence with those of its events that can be placed, or None where none can or their triggers differ."""
    placed = named_once(coded.text)
    marks: dict[Relation, Mark] = {}
    for source, code, target in coded.events:
        actor, recipient = placed.get(_country(source)), placed.get(_country(target))
        type_ = types.get(code, types.get(code[:2]))
        # What is mutual is coded both ways; the first stands for both.
        mutual = any(relation.actor == recipient for relation in marks)
        if actor and recipient and actor != recipient and type_ and not mutual:
            relation = Relation(actor, recipient, type_)
            if mark := _trigger(coded.text, relation):
                marks[relation] = mark
    if len(set(marks.values())) != 1:
        return None
    layers = {"events": layer_of(found_in(coded.text), set(marks.values()))}
    return Marked(name, coded.text, layers, relations=tuple(marks), together=False)


def _trigger(text: str, relation: Relation) -> Mark | None:
    """The word that says what passes, unless by itself it names an act of another type."""
    found = nearest(text, found_in(text, relation.type), relation.type, relation.actor, relation.recipient)
    if found is None or (found.certain and relation.type not in found.certain):
        return None
    return Mark(found.start, found.end, relation.type)


def _country(code: str) -> str:
    """The usual English short name of the country that a CAMEO actor's code begins with, empty where it is none."""
    from babel.core import get_global

    from onrecord.tables import rows

    letters = get_global("territory_aliases").get(code[:3], [""])[0]
    return next((fields[1] for fields in rows("onrecord", "countries.tsv") if fields[0] == letters), "")
