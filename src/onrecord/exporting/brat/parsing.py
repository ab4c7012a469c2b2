"""The lines of an .ann file as they are read: who names whom, before anybody asks what it means."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from onrecord.errors import RecordError
from onrecord.exporting.brat.fragments import Extent
from onrecord.exporting.brat.names import ATTRIBUTES, EQUIV, NOTES, STATED_IN

_EDIT: Final = "correct it in brat, or delete the line"
_ROLE: Final = re.compile(r"([A-Za-z-]+?)[0-9]*")


@dataclass(frozen=True, slots=True)
class TextBound:
    """An annotation of stretches of the text, [start, end) each, in the order of the text."""

    type: str
    fragments: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """brat's event: a type, the annotation it is anchored at, and what it links, each with its role."""

    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]

    def of(self, role: str) -> tuple[str, ...]:
        """Return what is linked in a role, in order."""
        return tuple(target for name, target in self.arguments if name == role)


@dataclass(slots=True)
class Annotated:
    """Everything that an .ann file says, by the names that its lines give; `file` is what errors call it."""

    file: str
    text_bound: dict[str, TextBound] = field(default_factory=dict)
    linked: dict[str, Linked] = field(default_factory=dict)
    stated_in: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, dict[str, object]] = field(default_factory=dict)
    equivs: list[tuple[str, ...]] = field(default_factory=list)

    def refuse(self, name: str, reason: str, advice: str = _EDIT) -> RecordError:
        """Return the error that says what is wrong with an annotation."""
        return RecordError(f"{self.file} {name}", reason, advice)


def annotated(file: str, lines: str, text: str) -> Annotated:
    """Read the text of an .ann file, annotations of `text`.

    Raises RecordError for a line that is no annotation, is twice there, names one that is not there, or holds other
    words than its stretches of the text.
    """
    found = Annotated(file)
    seen: set[str] = set()
    for number, line in enumerate(lines.split("\n"), start=1):
        if not line.strip():
            continue
        name, _, rest = line.rstrip("\r").partition("\t")
        parse = _PARSERS.get(name[:1])
        if parse is None or not rest or (name != "*" and not name[1:].isdecimal()):
            raise found.refuse(f"line {number}", "is no annotation that a record holds")
        if name in seen and name != "*":
            raise found.refuse(name, "is there twice")
        seen.add(name)
        parse(found, text, name, rest)
    _refuse_strangers(found)
    return found


def _text_bound(found: Annotated, text: str, name: str, rest: str) -> None:
    head, _, words = rest.partition("\t")
    type_, _, places = head.partition(" ")
    try:
        fragments = tuple(sorted(_fragment(place, len(text)) for place in places.split(";")))
    except ValueError:
        raise found.refuse(name, f"{places!r} are no places in a text of {len(text)} characters") from None
    if words != " ".join(text[start:end] for start, end in fragments):
        raise found.refuse(name, "holds other words than the text at its place", "leave the .txt file as it is")
    found.text_bound[name] = TextBound(type_, fragments)


def _fragment(place: str, length: int) -> Extent:
    start, end = map(int, place.split(" "))
    if not 0 <= start <= end <= length:
        raise ValueError(place)
    return start, end


def _linked(found: Annotated, _: str, name: str, rest: str) -> None:
    pairs = [tuple(part.split(":")) for part in rest.split()]
    if any(len(pair) != 2 for pair in pairs):
        raise found.refuse(name, "is not written as TYPE:T1 ROLE:T2")
    (type_, trigger), *arguments = pairs
    plain = tuple((match[1] if (match := _ROLE.fullmatch(role)) else role, target) for role, target in arguments)
    found.linked[name] = Linked(type_, trigger, plain)


def _relation(found: Annotated, _: str, name: str, rest: str) -> None:
    match = re.fullmatch(rf"{STATED_IN} Arg1:(\S+) Arg2:(\S+)\s*", rest)
    if match is None:
        raise found.refuse(name, f"is no {STATED_IN} of one annotation in another")
    if match[1] in found.stated_in:
        raise found.refuse(match[1], "is stated in two attributions", "keep one of the two arrows")
    found.stated_in[match[1]] = match[2]


def _attribute(found: Annotated, _: str, name: str, rest: str) -> None:
    parts = rest.split()
    if len(parts) != 3 or parts[0] not in ATTRIBUTES:
        raise found.refuse(name, f"is none of the attributes {', '.join(ATTRIBUTES)} with its value")
    attribute, target, value = parts
    if attribute in found.attributes[target]:
        raise found.refuse(target, f"has two values of {attribute}")
    found.attributes[target][attribute] = value


def _note(found: Annotated, _: str, name: str, rest: str) -> None:
    head, _, words = rest.partition("\t")
    type_, _, target = head.partition(" ")
    # Any other note is an annotator's remark, which no record has a place for.
    if type_ == NOTES and words.lstrip().startswith("{"):
        if target in found.notes:
            raise found.refuse(target, "has two notes of values")
        found.notes[target] = _values(found, name, words)


def _values(found: Annotated, name: str, words: str) -> dict[str, object]:
    try:
        values = json.loads(words)
    except (ValueError, RecursionError):
        raise found.refuse(name, "begins with { and is no JSON", "correct its commas and quotation marks") from None
    return dict(values)


def _equiv(found: Annotated, _: str, name: str, rest: str) -> None:
    type_, *targets = rest.split()
    if type_ != EQUIV:
        raise found.refuse(name, f"{type_} is not {EQUIV}")
    found.equivs.append(tuple(targets))


_PARSERS: Final[dict[str, Callable[[Annotated, str, str, str], None]]] = {
    "T": _text_bound,
    "E": _linked,
    "R": _relation,
    "A": _attribute,
    "#": _note,
    "*": _equiv,
}


def _refuse_strangers(found: Annotated) -> None:
    known = found.text_bound.keys() | found.linked.keys()
    for name, target in _named(found):
        if target not in known:
            raise found.refuse(name, f"names {target}, which is not there")


def _named(found: Annotated) -> Iterator[tuple[str, str]]:
    for name, linked in found.linked.items():
        yield name, linked.trigger
        yield from ((name, target) for _, target in linked.arguments)
    for first, second in found.stated_in.items():
        yield from ((STATED_IN, first), (STATED_IN, second))
    for equiv in found.equivs:
        yield from ((EQUIV, target) for target in equiv)
    for kind, targets in (("an attribute", found.attributes), ("a note", found.notes)):
        yield from ((kind, target) for target in targets)
