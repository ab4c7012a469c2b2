"""Mentions that are of one entity, as brat's equivalences say, and the entity that each stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from onrecord.exporting.brat.marks import ENTITY, Marks, Values
from onrecord.exporting.brat.names import MENTIONS
from onrecord.records import Entity, EntityJson


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a document, and the id of the entity of each mention's annotation."""

    entities: tuple[Entity, ...]
    of_mark: Mapping[str, str]

    def ids(self, marks: Marks, name: str, targets: Sequence[str]) -> list[str]:
        """Return the ids of the entities that `name` links. Raises RecordError for what is no mention of one."""
        for target in targets:
            if target not in self.of_mark:
                raise marks.found.refuse(name, f"links {target}, which is no mention of an entity")
        return [self.of_mark[target] for target in targets]


def cast_of(marks: Marks) -> Cast:
    """Return the entities in the order of their first mentions' lines.

    Mentions that an annotator made equivalent are one entity: it keeps the first one's id and name, and the names of
    the others are its aliases. Raises RecordError for mentions of one entity that are of several types.
    """
    entities: list[Entity] = []
    of_mark: dict[str, str] = {}
    for names in _groups(marks):
        entity = _entity(marks, names)
        entities.append(entity)
        of_mark |= dict.fromkeys(names, entity.id)
    return Cast(tuple(entities), of_mark)


def _groups(marks: Marks) -> Iterator[Sequence[str]]:
    """Yield the annotations of each entity, in the order in which its equivalences list them."""
    mentions = [name for name, mark in marks.found.text_bound.items() if mark.type in MENTIONS]
    group_of = {name: [name] for name in mentions}
    for equiv in marks.found.equivs:
        for name in equiv:
            if name not in group_of:
                raise marks.found.refuse(name, "is made equivalent and is no mention of an entity")
            first, other = group_of[equiv[0]], group_of[name]
            if other is not first:
                first += other
                group_of |= dict.fromkeys(other, first)
    yielded: set[str] = set()
    for name in mentions:
        if name not in yielded:
            yield group_of[name]
            yielded.update(group_of[name])


def _entity(marks: Marks, names: Sequence[str]) -> Entity:
    kinds = {MENTIONS[marks.found.text_bound[name].type] for name in names}
    if len(kinds) > 1:
        raise marks.found.refuse(names[0], f"is made equivalent to mentions of another type ({', '.join(names[1:])})")
    mentions = [marks.span(name) for name in names]
    notes = [note for name in names if any((note := marks.note(name, ENTITY)).values())]
    first: Values = notes[0] if notes else {}
    data = {
        "id": first.get("id") or marks.new_id("entity", mentions),
        "kind": kinds.pop(),
        "name": first.get("name") or mentions[0].text,
        "aliases": _aliases(notes),
        "roles": [{"of": None} | cast("dict[str, object]", role) for role in _listed(notes, "roles")],
        "mentions": [[mention.start, mention.end] for mention in mentions],
    }
    return Entity.from_json(cast("EntityJson", data), marks.document.text)


def _aliases(notes: Sequence[Values]) -> list[object]:
    """The first entity's aliases as they are, and the names of those that were made one with it."""
    own = _listed(notes[:1], "aliases")
    for note in notes[1:]:
        others = (note["name"], *_listed([note], "aliases"))
        own += [other for other in others if other not in (None, notes[0]["name"], *own)]
    return own


def _listed(notes: Sequence[Values], key: str) -> list[object]:
    return [one for note in notes for one in cast("list[object]", note[key] or [])]
