"""Who is on the scene at a place in the text: the subjects and speakers of the sentences before it."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from onrecord.records import Attribution
from onrecord.resolving.cast import Cast, Referent, Sighting
from onrecord.resolving.page import Page
from onrecord.resolving.words import CONJUNCTIONS, TIMES
from onrecord.titles import heads_of

# How far a reader looks back for the one that a word means.
PARAGRAPHS: Final = 2
_SENTENCES: Final = 12
_CHARACTERS: Final = 4000
Accept = Callable[[Sequence[Referent]], bool]


class Spoken(NamedTuple):
    """A statement's speakers at the place of its source.

    `inner`: it is told inside another's content. `asks`: it is a question, so that whoever speaks next answers it.
    """

    offset: int
    speakers: tuple[Referent, ...]
    inner: bool
    asks: bool = False


class Scene:
    """A page with its cast and what has been resolved so far."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        attributions: Sequence[Attribution],
        listed: Sequence[tuple[Sighting, ...]],
    ) -> None:
        self.page = page
        self.cast = cast
        self._contents = _merged(span for a in attributions for span in ((s.start, s.end) for s in a.content))
        self._content_starts = [start for start, _ in self._contents]
        self._lists = listed
        self._list_starts = [members[0].start for members in listed]
        self._further = {member.start for members in listed for member in members[1:]}
        self._spoken: dict[int, list[Spoken]] = {}
        self._by_name: dict[str, Referent] = {}
        self._by_noun: dict[str, list[Referent]] = {}
        self._by_office: dict[str, list[Referent]] = {}
        for referent in cast.referents:
            self.enter(referent)
        self.own_voice = self._first_voice(attributions)

    def enter(self, referent: Referent) -> None:
        """Let somebody be found by name, by noun, by office."""
        if referent.kind == "person":
            for head in {head for role in referent.roles for head in heads_of(role.title)}:
                self._by_office.setdefault(head, []).append(referent)
        if referent.kind in ("country", "organization"):
            for name in (referent.name, *referent.aliases):
                self._by_name.setdefault(name, referent)
        if referent.kind == "organization":
            names = {name.split()[-1].casefold() for name in (referent.name, *referent.aliases)}
            for noun in names | {noun.split()[-1] for noun in referent.nouns}:
                self._by_noun.setdefault(noun, []).append(referent)

    def office_holders(self, head: str) -> list[Referent]:
        """Return the persons with an office of that noun, in one spelling (`titles.spelt`)."""
        return self._by_office.get(head, [])

    def bodies_called(self, noun: str) -> list[Referent]:
        """Return the organizations that a report may call by that noun."""
        return self._by_noun.get(noun, [])

    def body(self, name: str) -> Referent | None:
        """Return the country or organization of that name, or None."""
        return self._by_name.get(name)

    @cached_property
    def times_titled(self) -> Counter[tuple[int, str]]:
        """How often each one is named with an office before the name in the whole text, by number and its noun."""
        named = (sighting for sighting in self.cast.all() if self.cast.of(sighting).kind == "person")
        told = ((s.number, self.page.text[s.start : s.end]) for s in named if s.form == "name")
        return Counter((number, head) for number, name in told for head in heads_of(name))

    def _first_voice(self, attributions: Sequence[Attribution]) -> Referent | None:
        """Whose voice a document speaks in when it says "we": the first country or body that speaks in it."""
        for source in (a.source for a in attributions if a.source is not None):
            for sighting in self.cast.between(source.start, source.end):
                referent = self.cast.of(sighting)
                if sighting.form == "name" and referent.kind in ("country", "organization"):
                    return referent
        return None

    def note(self, spoken: Spoken) -> None:
        """Remember who spoke where."""
        if spoken.speakers:
            self._spoken.setdefault(self.page.sentence_of(spoken.offset), []).append(spoken)

    def is_told(self, offset: int) -> bool:
        """Whether `offset` lies in the content of an attribution: what somebody said, not what the report says."""
        place = bisect_right(self._content_starts, offset) - 1
        return place >= 0 and offset < self._contents[place][1]

    def reach(self, offset: int, paragraphs: int = PARAGRAPHS) -> int:
        """Return where the paragraph begins that lies so many before the one of `offset`."""
        extents = self.page.document.paragraphs()
        here = self.page.document.paragraph_number(offset) - 1
        return max(extents[max(0, here - paragraphs)][0] if extents else 0, offset - _CHARACTERS)

    def sentences_back(
        self, offset: int, paragraphs: int = PARAGRAPHS, sentences: int = _SENTENCES
    ) -> Iterator[tuple[int, int, int]]:
        """Yield (number, start, end) of the sentence up to `offset`, then of those before it, last first."""
        reach, end = self.reach(offset, paragraphs), offset
        here = self.page.sentence_of(offset)
        for number in range(here, max(-1, here - sentences), -1):
            start = max(self.page.sentences[number], reach)
            if end <= reach:
                break
            if start < end:
                yield number, start, end
            end = start

    def find(self, offset: int, accept: Accept, alone: frozenset[str] = frozenset()) -> tuple[Referent, ...]:
        """Return whom a pronoun at `offset` means: of each sentence back, its speaker, its subject, its only one.

        The only one, wherever it stands in an earlier sentence, is asked for with `alone`, the words of the pronoun:
        where the sentence has one of these itself, somebody else is meant by that. Empty where no sentence in reach
        has one that `accept` takes.
        """
        for number, start, end in self.sentences_back(offset):
            found = self._speaker(number, end, accept) or self._subject(start, end, accept)
            earlier = bool(alone) and number != self.page.sentence_of(offset)
            if not found and earlier and not self._opens_with(start, end, alone):
                found = self._only(start, end, accept)
            if found:
                return found
        return ()

    def lists_back(self, offset: int, inner: bool = True) -> Iterator[tuple[Referent, ...]]:
        """Yield those who are named or have spoken together before `offset`, last first."""
        for number, start, end in self.sentences_back(offset):
            said = [s for s in self._spoken.get(number, ()) if s.offset < end and len(s.speakers) > 1]
            found = [(s.offset, s.speakers) for s in said if inner or not s.inner]
            found += [(listed[0].start, self._members(listed)) for listed in self._lists_in(start, end)]
            for _, members in sorted(found, key=lambda item: -item[0]):
                yield members

    def speakers_in(self, number: int) -> tuple[Referent, ...]:
        """Return the last who speak in their own right in the sentence of that number."""
        said = [s for s in self._spoken.get(number, ()) if not s.inner]
        return said[-1].speakers if said else ()

    def subject_in(self, start: int, end: int) -> tuple[Referent, ...]:
        """Return whoever the sentence in [start, end) is about: its first subject, one or a list."""
        return self._subject(start, end, lambda referents: True)

    def present(self, offset: int) -> list[Referent]:
        """Return those who are referred to in the paragraphs up to `offset`, the last first."""
        seen = {s.number: self.cast.of(s) for s in self.cast.back_from(offset, self.reach(offset))}
        return list(seen.values())

    def the_present(self, candidates: Sequence[Referent], offset: int) -> tuple[Referent, ...]:
        """Return those who are referred to in the nearest paragraphs back from `offset` that hold any of them."""
        for paragraphs in range(PARAGRAPHS + 1):
            seen = {s.number for s in self.cast.back_from(offset, self.reach(offset, paragraphs))}
            present = tuple(referent for referent in candidates if referent.number in seen)
            if present:
                return present
        return ()

    def _speaker(self, number: int, end: int, accept: Accept) -> tuple[Referent, ...]:
        for spoken in reversed(self._spoken.get(number, ())):
            if spoken.offset < end and not (spoken.inner or spoken.asks) and accept(spoken.speakers):
                return spoken.speakers
        return ()

    def _subject(self, start: int, end: int, accept: Accept) -> tuple[Referent, ...]:
        for sighting in self._told_by_report(start, end):
            if not self._is_subject(sighting):
                continue
            members = self._listed(sighting)
            if accept(members):
                return members
        return ()

    def _only(self, start: int, end: int, accept: Accept) -> tuple[Referent, ...]:
        found = {s.number: self.cast.of(s) for s in self._told_by_report(start, end) if not self._is_owner(s)}
        fitting = [referent for referent in found.values() if accept((referent,))]
        return (fitting[0],) if len(fitting) == 1 else ()

    def _opens_with(self, start: int, end: int, words: frozenset[str]) -> bool:
        """Whether a sentence has one of these words, in lower case, before it names anybody."""
        named = next((s.start for s in self._told_by_report(start, end)), end)
        tokens = (self.page.tokens[index] for index in self.page.tokens_in(start, min(named, end)))
        return any(token.word.casefold() in words for token in tokens)

    def _told_by_report(self, start: int, end: int) -> Iterator[Sighting]:
        for sighting in self.cast.between(start, end):
            if sighting.form not in ("adjective", "part", "thing") and not self.is_told(sighting.start):
                yield sighting

    def _listed(self, sighting: Sighting) -> tuple[Referent, ...]:
        for listed in self._lists_in(sighting.start, sighting.start + 1):
            return self._members(listed)
        return (self.cast.of(sighting),)

    def _lists_in(self, start: int, end: int) -> Sequence[tuple[Sighting, ...]]:
        first, last = bisect_left(self._list_starts, start), bisect_left(self._list_starts, end)
        return self._lists[first:last]

    def _members(self, listed: tuple[Sighting, ...]) -> tuple[Referent, ...]:
        return tuple(self.cast.of(sighting) for sighting in listed)

    def _is_owner(self, sighting: Sighting) -> bool:
        return self.page.text.startswith(("'s", "’s"), sighting.end)

    def _is_subject(self, sighting: Sighting) -> bool:
        """Whether a name stands where subjects do: first in its sentence, clause or list, and owning nothing."""
        index = self.page.first_token(sighting.start)
        if self._is_owner(sighting) or sighting.start in self._further:
            return False
        if index > 0 and self.page.next_to(index) and self.page.tokens[index - 1].word.casefold() in ("the", "both"):
            index -= 1
        if index == 0 or self.page.begins_sentence(index) or not self.page.next_to(index):
            return True
        before = self.page.tokens[index - 1].word.casefold()
        return before in CONJUNCTIONS or before in TIMES or before.isdigit()


def _merged(extents: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(extents):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
