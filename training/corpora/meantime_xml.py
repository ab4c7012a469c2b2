"""The files of MEANTIME (Minard et al. 2016): tokens, markables over them, and relations, in CAT's XML."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from training.corpora.detokenise import detokenise
from training.corpora.marked import Extent

_ANNOTATED: Final = 6  # sentences, title and date among them: no more were annotated
_GARBLED: Final = {"``": "“", "''": "”", "#": "£"}


@dataclass(frozen=True, slots=True)
class Markable:
    """Something marked at `extent`; kind: its element's name; type: its own or that of the entity it refers to."""

    id: str
    kind: str
    extent: Extent
    type: str
    syntax: str
    entity: str


@dataclass(frozen=True, slots=True)
class Role:
    """A participant of an event, both by markable, in a role of PropBank's."""

    event: str
    participant: str
    role: str


@dataclass(frozen=True, slots=True)
class Article:
    """The annotated sentences of one article, one a line, and what is marked in them."""

    text: str
    markables: tuple[Markable, ...]
    roles: tuple[Role, ...]


def read_article(path: Path) -> Article:
    """Read one file; markables that reach beyond the annotated sentences or stand nowhere are left out."""
    root = ElementTree.parse(path).getroot()
    text, places = _text(root)
    entities = _references(root)
    types = {m.get("m_id", ""): m.get("ent_type", "") for m in root.iter("ENTITY")}
    markables = tuple(m for element in root.findall("Markables/*") for m in _markable(element, places, entities, types))
    return Article(text, tuple(sorted(markables, key=lambda m: m.extent)), tuple(_roles(root)))


def _text(root: ElementTree.Element) -> tuple[str, dict[str, Extent]]:
    sentences: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        number = int(token.get("sentence", "0"))
        if number < _ANNOTATED:
            word = (token.text or "").strip()
            sentences.setdefault(number, []).append((token.get("t_id", ""), _GARBLED.get(word, word)))
    text, places = "", dict[str, Extent]()
    for _, tokens in sorted(sentences.items()):
        line, extents = detokenise([word for _, word in tokens])
        text += "\n" if text else ""
        for (identity, _), (start, end) in zip(tokens, extents, strict=True):
            places[identity] = (len(text) + start, len(text) + end)
        text += line
    return text, places


def _references(root: ElementTree.Element) -> dict[str, str]:
    """Which entity or event each mention refers to."""
    found: dict[str, str] = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        for source in relation.findall("source"):
            found[source.get("m_id", "")] = target.get("m_id", "") if target is not None else ""
    return found


def _markable(
    element: ElementTree.Element, places: dict[str, Extent], entities: dict[str, str], types: dict[str, str]
) -> Iterator[Markable]:
    anchors = [anchor.get("t_id", "") for anchor in element.findall("token_anchor")]
    if not anchors or not all(anchor in places for anchor in anchors):
        return
    extent = (places[anchors[0]][0], places[anchors[-1]][1])
    if element.tag == "ENTITY_MENTION" and sum(extent[0] <= at[0] < extent[1] for at in places.values()) > len(anchors):
        return  # in two pieces
    identity = element.get("m_id", "")
    entity = entities.get(identity, "")
    kind = element.get("type", "") or types.get(entity, "")
    yield Markable(identity, element.tag, extent, kind, element.get("syntactic_type") or "", entity)


def _roles(root: ElementTree.Element) -> Iterator[Role]:
    for relation in root.iter("HAS_PARTICIPANT"):
        source, target = relation.find("source"), relation.find("target")
        if source is not None and target is not None:
            yield Role(source.get("m_id", ""), target.get("m_id", ""), relation.get("sem_role", ""))
