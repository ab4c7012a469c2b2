"""A list that links narrow: what is on, what can be put on, and the pages of it; each is an address of its own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

# As many choices are seen at once; the others are a click away.
SEEN: Final = 7
# Values of one name that are offered at all.
_MOST: Final = 40

Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Query:
    """A page's path, and what was asked of it, by the names of its parameters."""

    path: str
    asked: Mapping[str, Value]

    def address(self, **changes: Value) -> str:
        """Return the address that asks for the same but for `changes`; what is empty or false is left out."""
        pairs = {name: value for name, value in {**self.asked, **changes}.items() if value}
        written = urlencode({name: "true" if value is True else value for name, value in pairs.items()})
        return f"{self.path}?{written}" if written else self.path

    def narrowed(self, **changes: Value) -> str:
        """Return the address that asks for something else, from the first page on."""
        return self.address(**{"offset": None, **changes})


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that narrows: how it is called, how many it leaves, its address, and whether it is on."""

    label: str
    count: int
    address: str
    on: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one name; the first few are `seen` at once."""

    title: str
    choices: tuple[Choice, ...]

    @property
    def seen(self) -> tuple[Choice, ...]:
        """What is shown at once: the most frequent, and what is on."""
        return tuple(one for place, one in enumerate(self.choices) if place < SEEN or one.on)

    @property
    def more(self) -> tuple[Choice, ...]:
        """The others."""
        return tuple(one for place, one in enumerate(self.choices) if place >= SEEN and not one.on)


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that is on, in words, and the address without it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page lies in a list: from the `first`, numbered from 1, to the `last` of `total`, and what is beside."""

    first: int
    last: int
    total: int
    at_least: bool
    before: str | None
    after: str | None


def facet(
    title: str,
    name: str,
    counts: Iterable[tuple[str, int]],
    query: Query,
    called: Callable[[str], str] = str,
) -> Facet:
    """Return the choices that the values of a parameter are, each `called` so; one that is on takes itself off."""
    now = query.asked.get(name)
    choices = (
        Choice(called(value), count, query.narrowed(**{name: None if value == now else value}), value == now)
        for value, count in counts
    )
    return Facet(title, tuple(choices)[:_MOST])


def paging(query: Query, offset: int, limit: int, shown: int, total: int, *, at_least: bool = False) -> Paging:
    """Return where a page of `shown` items lies, that begins behind `offset` of `total`."""
    before = query.address(offset=max(0, offset - limit)) if offset > 0 else None
    after = query.address(offset=offset + limit) if offset + limit < total else None
    return Paging(offset + 1 if shown else 0, offset + shown, total, at_least, before, after)
