"""The items of a record, whichever layer they are of: what is corrected one at a time."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias, cast, get_args

from onrecord.records.entity import Entity, EntityJson
from onrecord.records.event import Event, EventJson
from onrecord.records.figure import Figure, FigureJson
from onrecord.records.record import Record
from onrecord.records.span import Span
from onrecord.records.statement import Statement, StatementJson
from onrecord.records.time import Time, TimeJson

ItemLayer = Literal["entity", "statement", "figure", "time", "event"]
ITEM_LAYERS: Final = frozenset(get_args(ItemLayer))

Item: TypeAlias = Entity | Statement | Figure | Time | Event
ItemJson: TypeAlias = EntityJson | StatementJson | FigureJson | TimeJson | EventJson

_LAYERS: Final[Mapping[type[Item], ItemLayer]] = {
    Entity: "entity",
    Statement: "statement",
    Figure: "figure",
    Time: "time",
    Event: "event",
}


def items_of(record: Record) -> tuple[Item, ...]:
    """Return everything that a record holds, layer by layer."""
    return (*record.entities, *record.statements, *record.figures, *record.times, *record.events)


def item_with(items: Iterable[Item], name: str) -> Item | None:
    """Return the item with this id, if there is one."""
    return next((item for item in items if item.id == name), None)


def layer_of(item: Item) -> ItemLayer:
    """Return the layer that an item is of."""
    return _LAYERS[type(item)]


def item_from_json(layer: ItemLayer, data: Mapping[str, object], text: str) -> Item:
    """Read the codebook's item of a layer; `text` is its document's. Raises SpanMismatch, RecordError."""
    if layer == "entity":
        return Entity.from_json(cast(EntityJson, data), text)
    if layer == "statement":
        return Statement.from_json(cast(StatementJson, data))
    if layer == "figure":
        return Figure.from_json(cast(FigureJson, data))
    if layer == "time":
        return Time.from_json(cast(TimeJson, data))
    return Event.from_json(cast(EventJson, data))


def own_spans(item: Item) -> tuple[Span, ...]:
    """Return the spans that tell which item it is: of a statement its content, of others all of them."""
    return item.content if isinstance(item, Statement) else item.spans()


def parties_of(item: Item) -> tuple[str, ...]:
    """Return the ids of the entities that an item names."""
    if isinstance(item, Statement):
        return item.speakers
    return (*item.actors, *item.recipients) if isinstance(item, Event) else ()


def placed(items: tuple[Item, ...], new: Item) -> tuple[Item, ...]:
    """Return the items with a new one before the first of its layer that begins behind it."""
    start = own_spans(new)[0].start
    behind = (i for i, item in enumerate(items) if type(item) is type(new) and own_spans(item)[0].start > start)
    place = next(behind, len(items))
    return (*items[:place], new, *items[place:])
