"""Who and what a report speaks of, for eyes: by kind, in the order in which they are first mentioned."""

from collections.abc import Iterator, Mapping
from typing import Final

from rich.text import Text

from onrecord.cli.lines import listed
from onrecord.records import Entity, EntityKind, Record
from onrecord.telling.clean import counted, one_line
from onrecord.telling.speakers import entity_line

_KINDS: Final[Mapping[EntityKind, str]] = {
    "person": "persons",
    "group": "groups",
    "country": "countries",
    "organization": "organizations",
    "place": "places",
    "document": "documents",
    "other": "others",
}
# As far as the paragraphs are.
_KIND_INDENT: Final = " " * 5


def entities(record: Record, width: int, indent: int) -> Iterator[Text]:
    """Yield the lines of all entities, those of each kind under its name.

    `width` is in cells of the terminal, `indent` how far the names are indented.
    """
    for kind, plural in _KINDS.items():
        here = sorted((one for one in record.entities if one.kind == kind), key=_first)
        if here:
            yield Text(_KIND_INDENT + plural, style="dim")
        yield from listed(
            ((record.document.paragraph_number(_first(one)), whole_line(one)) for one in here), width, indent
        )


def whole_line(entity: Entity) -> Text:
    """Return an entity's name, offices and other names, and how often it is mentioned.

    "Una Quill, Harbour Minister — also Quill [3 mentions]".
    """
    aliases = f" — also {', '.join(map(one_line, entity.aliases))}" if entity.aliases else ""
    mentions = f" [{counted(len(entity.mentions), 'mention')}]"
    return Text.assemble(one_line(entity_line(entity)), (aliases, "cyan"), (mentions, "dim"))


def _first(entity: Entity) -> int:
    return min(mention.start for mention in entity.mentions)
