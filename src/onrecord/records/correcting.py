"""What a document says once persons have corrected what the machine read in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.records.changing import amended
from onrecord.records.correction import Correction, standing
from onrecord.records.entity import Entity, EntityJson
from onrecord.records.event import Event
from onrecord.records.figure import Figure
from onrecord.records.items import Item, item_with, items_of, parties_of, placed
from onrecord.records.matching import matches, same_entity, versions_of
from onrecord.records.record import Record
from onrecord.records.span import Span
from onrecord.records.statement import Statement
from onrecord.records.time import Time


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that a person corrected: the correction, what the machine reads now, and what stands.

    `machine` is None where the machine does not find it, or not any more; `standing` is None where it was rejected.
    """

    correction: Correction
    machine: Item | None
    standing: Item | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document's record as it stands, as the machine read it, and what persons said of it."""

    record: Record
    machine: Record
    touched: tuple[Touched, ...] = ()

    def of(self, name: str) -> Touched | None:
        """Return what a person made of the record with this id; None where nobody corrected it, or does any more."""
        return next((one for one in self.touched if one.correction.record == name), None)


def corrected(record: Record, corrections: Iterable[Correction]) -> Corrected:
    """Return what stands once corrections are applied to what the machine read.

    Those that are replaced or withdrawn are passed over. What is rejected goes, and whatever names it no longer does; a
    figure or event then stands in the statement around the one that went, if there is one.
    What is accepted stands as it was accepted, what is amended has the fields that a person changed, and else what the
    machine reads now; a record that the machine does not find any more stands as the person left it. Each keeps the id
    that it was corrected under, and no two have one id. `record` must pass its `check`; what is returned does.
    """
    holding = standing(corrections)
    if not holding:
        return Corrected(record, record)
    desk = _Desk(record, holding, matches(record, holding))
    desk.correct()
    desk.carry_entities()
    items = [desk.repaired(item) for item in desk.items]
    stands = Record(
        record.document,
        tuple(item for item in items if isinstance(item, Entity)),
        tuple(item for item in items if isinstance(item, Statement)),
        tuple(item for item in items if isinstance(item, Figure)),
        tuple(item for item in items if isinstance(item, Time)),
        tuple(item for item in items if isinstance(item, Event)),
    )
    touched = (Touched(one, desk.found.get(one.number), item_with(items, one.record)) for one in holding)
    return Corrected(stands, record, tuple(touched))


@dataclass(slots=True)
class _Desk:
    """The work on one document: the items as they become, and what became of ids that they name."""

    record: Record
    corrections: Sequence[Correction]
    found: dict[int, Item]
    items: tuple[Item, ...] = ()
    # By an id of this or an earlier reading, the one that stands in its place; None where a person rejected it.
    moved: dict[str, str | None] = field(default_factory=dict)

    def correct(self) -> None:
        """Put what persons say in the place of what the machine reads, or beside it where it reads nothing there."""
        self.items = items_of(self.record)
        for one in self.corrections:
            now, item = self.found.get(one.number), self._said(one)
            for name in {one.record, one.record if now is None else now.id}:
                self.moved[name] = None if item is None else item.id
            self._put(now, item)

    def carry_entities(self) -> None:
        """Bring along who is named by what persons corrected, where this reading does not have them."""
        stand = [(one, item) for one in self.corrections if (item := item_with(self.items, one.record)) is not None]
        # What persons made comes first: theirs is the name under which another correction may speak of it.
        for made in (True, False):
            for one, item in stand:
                wanted = (data for data in (one.added if made else one.named) if data["id"] in parties_of(item))
                for data in wanted:
                    self._carry(Entity.from_json(data, self.record.document.text), made=made)

    def repaired(self, item: Item) -> Item:
        """Return an item that names nothing but what stands."""
        if isinstance(item, Statement):
            speakers = tuple(self._named(item.speakers))
            return replace(item, speakers=speakers, how=None if item.speakers and not speakers else item.how)
        if isinstance(item, Event):
            actors, recipients = tuple(self._named(item.actors)), tuple(self._named(item.recipients))
            within = self._within(item.statement, item.trigger)
            return replace(item, actors=actors, recipients=recipients, statement=within)
        if isinstance(item, Figure):
            return replace(item, statement=self._within(item.statement, item.span))
        return item

    def _said(self, one: Correction) -> Item | None:
        """Return what a correction makes of its record."""
        if one.verdict == "rejected":
            return None
        now = self.found.get(one.number)
        if now is None or one.verdict == "accepted":
            return versions_of(one, self.record.document.text)[1]
        text = self.record.document.text
        return amended(one.layer, one.record, now.to_json(), one.machine, one.changes, text)

    def _put(self, old: Item | None, new: Item | None) -> None:
        if old is None:
            self.items = self.items if new is None else placed(self.items, new)
        else:
            become = (new if item is old else item for item in self.items)
            self.items = tuple(item for item in become if item is not None)

    def _carry(self, entity: Entity, *, made: bool) -> None:
        """Bring an entity of an earlier reading along, or find it in this one; `made`: a person made it."""
        if entity.id in self.moved or item_with(self.items, entity.id) is not None:
            return
        now = same_entity(entity, self.record.entities)
        if now is None:
            self.items = placed(self.items, entity)
        elif made and now.id not in self.moved:
            self._put(now, _joined(entity, now))
            self.moved[now.id] = entity.id
        else:
            self.moved[entity.id] = self.moved.get(now.id, now.id)

    def _named(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield the entities that these ids stand for, each once."""
        known = {item.id for item in self.items if isinstance(item, Entity)}
        yield from dict.fromkeys(name for name in map(self._become, ids) if name is not None and name in known)

    def _become(self, name: str) -> str | None:
        """Follow an id to the one that stands for it in the end."""
        became: str | None = name
        while became is not None and self.moved.get(became, became) != became:
            became = self.moved[became]
        return became

    def _within(self, statement: str | None, span: Span) -> str | None:
        """Return the statement that an id stands for; where that is gone, the innermost one that holds the span."""
        if statement is None:
            return None
        said = [item for item in self.items if isinstance(item, Statement)]
        name = self._become(statement)
        if any(one.id == name for one in said):
            return name
        holding = [one for one in said if any(_holds(piece, span) for piece in one.content)]
        return min(holding, key=_length).id if holding else None


def spoken_of(one: Corrected, *items: Item | None) -> tuple[EntityJson, ...]:
    """Return the entities that items name, as they stand or as the machine has them: what to keep with a correction."""
    names = dict.fromkeys(name for item in items if item is not None for name in parties_of(item))
    known = {entity.id: entity for entity in (*one.machine.entities, *one.record.entities)}
    return tuple(known[name].to_json() for name in names if name in known)


def _joined(made: Entity, read: Entity) -> Entity:
    """Return the entity that a person made, with what the machine now reads of it."""
    names = dict.fromkeys((*made.aliases, read.name, *read.aliases))
    mentions = tuple(sorted({*made.mentions, *read.mentions}))
    aliases = tuple(name for name in names if name != made.name)
    return replace(made, mentions=mentions, aliases=aliases, roles=made.roles or read.roles)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)
