"""What is asked of figures: of which thing, where, when and by whom; and whether a figure answers, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from onrecord.comparing.figures.contexts import Known, around_figure
from onrecord.comparing.figures.moments import Days, held_on, may_coincide
from onrecord.comparing.figures.nations import nations_in
from onrecord.comparing.figures.nouns import PEOPLE
from onrecord.comparing.figures.places import lies_in
from onrecord.comparing.figures.things import Found, keys_of_thing
from onrecord.comparing.figures.wordings import Thing, thing_in
from onrecord.days import first_day, last_day
from onrecord.errors import UsageError
from onrecord.folding import fold
from onrecord.records import ToldFigure

_PLACING: Final = re.compile(r"\b(?:in|to|into|inside|near|across|on)\s+(?:the\s+)?(?:[a-z]+\s+)?$", re.IGNORECASE)
_ALWAYS: Final = Days("0000-01-01", "9999-12-31")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a series is of: the thing as it was asked for and as it is understood, the place, the days, the speaker.

    `thing` is `None` for words that name nothing countable: only nearness in meaning answers those.
    """

    words: str
    thing: Thing | None
    where: str | None = None
    days: Days = field(default=_ALWAYS)
    speaker: tuple[str, ...] = ()

    def keys(self) -> tuple[str, ...]:
        """Return the keys under which what may answer is found: the narrowest that miss nothing.

        Of the dead some are told without a noun ("20 deaths"): those are found as anyone's, of the same country.
        """
        if self.thing is None:
            return ()
        keys = tuple(keys_of_thing(self.thing))
        if not self.thing.noun:
            return keys
        if self.thing.nations:
            return tuple(key for key in keys if " of " in key)
        return keys


def ask(
    words: str,
    *,
    where: str | None = None,
    since: str | None = None,
    until: str | None = None,
    speaker: str | None = None,
    by_meaning: bool = False,
) -> Asked:
    """Return what is asked for by the words of a thing ("Norland troops", "Norland troops killed").

    `where` is a place that the figures hold for or lie in; `since`, `until`: ISO 8601 dates, also `2024` or `2024-10`,
    compared with what a figure is as of, else with when it was said; `speaker`: words that all occur in one name of a
    speaker. With `by_meaning` the words need name no thing. Raises UsageError for words that name no thing, for a date
    that is none, for a name or a place without a letter or digit.
    """
    thing = thing_in(words)
    if thing is None and not by_meaning:
        raise UsageError("figures", f"{words!r} names nothing that is counted", 'name it as in "Norland troops"')
    name = tuple(fold(speaker or "").split())
    if speaker is not None and not name:
        raise UsageError("--speaker", f"{speaker!r} holds no word to look for", "give a name or a part of one")
    if where is not None and not fold(where):
        raise UsageError("--where", f"{where!r} is no place", "give its name")
    first = _ALWAYS.first if since is None else first_day("--since", since)
    last = _ALWAYS.last if until is None else last_day("--until", until)
    return Asked(words=words, thing=thing, where=where, days=Days(first, last), speaker=name)


def answers(asked: Asked, found: Found) -> bool:
    """Tell whether what a figure counts is what is asked for, whatever became of it.

    A thing of no known nation may be of the one that is asked for: its key says whether its document tells so.
    """
    thing, wanted = found.thing, asked.thing
    if wanted is None or not (
        thing.noun == wanted.noun or (not wanted.noun and thing.noun in PEOPLE) or not thing.noun
    ):
        return False
    return (not thing.nations or thing.nations >= wanted.nations) and thing.words >= wanted.words


def stands_there(asked: Asked, told: ToldFigure) -> Known | None:
    """Return how a figure holds for the place that is asked for: its own, else one that its sentence places it in."""
    wanted, text = asked.where, told.paragraph.text
    if wanted is None:
        return None
    if told.figure.where is not None:
        return (
            Known(told.figure.where, "where", told.figure.where) if lies_in(told.figure.where, wanted, text) else None
        )
    return next(_named_places(told, wanted), None)


def is_among(asked: Asked, told: ToldFigure) -> bool:
    """Tell whether a figure is of the days, the place and the speaker that are asked for.

    A moment less precise than the bounds fits if it may lie inside; one that is not known fits no bound.
    """
    held = held_on(told)
    if asked.days != _ALWAYS and (held is None or not may_coincide(held, asked.days)):
        return False
    if asked.where is not None and stands_there(asked, told) is None:
        return False
    names = (name for one in told.speakers for name in (one.name, *one.aliases))
    return not asked.speaker or any(_is_called(asked.speaker, name) for name in names)


def _named_places(told: ToldFigure, wanted: str) -> Iterator[Known]:
    around = around_figure(told)
    sentence = f"{around.before}{told.figure.span.text}{around.behind}"
    for nation in nations_in(sentence):
        placed = _PLACING.search(sentence[: nation.start]) is not None
        if placed and nation.form in ("name", "capital") and lies_in(nation.country, wanted):
            yield Known(nation.country, "where", f"“{sentence[nation.start : nation.end]}” in its sentence")


def _is_called(wanted: tuple[str, ...], name: str) -> bool:
    return set(wanted) <= set(fold(name).split())
