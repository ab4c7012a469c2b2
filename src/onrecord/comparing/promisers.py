"""Who promises: the subject of a clause that promises, where it is known to speak for itself."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.commissives import Wording, is_idle
from onrecord.countries import country_at
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Entity, Record, Statement
from onrecord.tokens import tokenise

# A document of these kinds is the word of the parties that it names: what it says they will do, they promise.
_JOINT: Final = re.compile(
    r"\b(?:joint|statements?|communiqu[eé]s?|declarations?|principles|fact sheets?|readouts?|agreements?|frameworks?"
    r"|memorand(?:um|a)|commitments?|roadmaps?|charters?|treat(?:y|ies)|proclamations?)\b",
    re.IGNORECASE,
)
_FIRST: Final = word_set("i we us our my")
_POINTING: Final = word_set("this that these those it which who what")
_ASKERS: Final = word_set("reporters reporter journalists press q question")
# What is told of somebody else's will in these words is his, and not yet his word.
_PRIVATE: Final = frozenset({"intention", "offer", "decision"})
_PARTIES: Final = frozenset({"person", "organization", "country", "group"})
_NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "trilateral": 3, "four": 4}
# Between a subject and its verb: adverbs, an aside between commas, an auxiliary.
_BETWEEN: Final = re.compile(
    r"(?:\s*\([^()]*\))?(?:,[^,;]{1,80},)?\s*(?:(?:also|both|each|all|further|jointly|hereby|have|has|had|is|are|was|were"
    r"|am|today|now|then|again|therefore|remains?|and|do|does|did|recently|once|\w+ly)\s*)*",
    re.IGNORECASE,
)
# "what we will do": what is spoken of, not promised.
_RELATED: Final = re.compile(r"\b(?:what|whatever|where|how|why|when|if|whether|that|things?|everything|all|until|as|than)\s+$", re.I)
_SAID: Final = re.compile(r"\b(?:say|said|says|tell|told|\w+ed|sure|clear|mean|means)\s+that\s+$", re.I)
# The verb that says what will be done, behind what only says that it goes on: "continue to provide", "be sending".
_ACT: Final = re.compile(
    r"[\s—–-]*(?:(?:certainly|also|still|always|just|really|then|not|only|\w+ly)\s+|(?:continue|keep|begin|start|be\s+able|try"
    r"|want|work|need|have)\s+[—–-]?\s*to\s+|[—–-]\s*(?:to\s+)?|be\s+(?=\w+ing\b))*(?P<verb>[\w’'-]+(?:\s+(?:that|so|it|this|is|today|here)\b)?)",
    re.IGNORECASE,
)
_BY_WHOM: Final = re.compile(r"\bstatement (?:by|from) (?P<who>.+?)(?= (?:on|ahead|marking|thanking|regarding|about|after|following)\b|$)", re.I)
# A readout is one side's, and its title tells with whom it spoke.
_OF_TALKS: Final = re.compile(r"^(?!.*\bjoint\b).*\breadout\b", re.IGNORECASE)
# "We, the leaders of A, B and C, reaffirm": up to the word that goes on with the sentence.
_WE_ARE: Final = re.compile(r"\b[Ww]e,\s+(?:as\s+)?(?P<who>(?:[^.;]|(?<=[A-Z])\.){3,300}?),\s+(?!and\b|the\b)(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Promiser:
    """Who promises, as far as known, and the statement whose words the promise is, if it is one's."""

    by: tuple[Entity, ...]
    statement: Statement | None


class Promisers:
    """Who promises what in one document."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._text = record.document.text
        self._entities = {one.id: one for one in record.entities}
        mentions = [(span.end, span.start, one.id) for one in record.entities for span in one.mentions]
        self._mentions = sorted(mentions)
        self._ends = [end for end, _, _ in self._mentions]
        self._joint = bool(_JOINT.search(record.document.title or ""))
        self._sets = _casts(record)
        self._we = self._introduced()

    def of(self, words: Wording, sentence: tuple[int, int]) -> Promiser | None:
        """Return who promises with these words of a sentence; None where they promise nothing of the kind."""
        sourced = self._by_cue(words)
        around = self._around(words)
        if around is not None and (around.act == "ask" or self._asks(around)):
            return None
        subject = self._subject(words, sentence)
        if words.form in _PRIVATE and not self._joint and sourced is not None and sourced.kind == "held":
            if subject is None or not subject[0]:
                return None
        if subject is None and words.explicit and sourced is not None and (sourced.speakers or sourced.source):
            return Promiser(self._named(self._speakers(sourced)), sourced)
        if subject is None:
            return None
        first, who = subject
        if words.form == "will" and is_idle(self._verb_after(words), named=not first):
            return None
        if first:
            return self._first_person(around, sourced, who)
        if sourced is not None and words.explicit:
            return Promiser(self._named(self._speakers(sourced) or who), sourced)
        if around is not None:
            return Promiser(self._named(who), around) if self._for_itself(around, who) else None
        return Promiser(self._named(who), None) if words.explicit or self._joint else None

    def _first_person(
        self, around: Statement | None, sourced: Statement | None, who: tuple[Entity, ...]
    ) -> Promiser | None:
        if around is not None and (around.type == "direct" or not self._we):
            return Promiser(self._named(self._speakers(around) or who), around)
        speakers = self._we or (who if sourced is None else self._speakers(sourced) or who)
        return Promiser(self._named(speakers), sourced or around)

    def _asks(self, statement: Statement) -> bool:
        """Whether it is a question that is put to whoever speaks, as a transcript has it."""
        who = self._speakers(statement)
        return bool(who) and all(one.kind == "group" and fold(one.name) in _ASKERS for one in who)

    def _speakers(self, statement: Statement) -> tuple[Entity, ...]:
        return tuple(self._entities[one] for one in statement.speakers)

    def _by_cue(self, words: Wording) -> Statement | None:
        """The statement whose cue is among the words that promise."""
        for one in self._record.statements:
            if one.cue is not None and one.cue.start < words.verb_end and words.start < one.cue.end:
                return one
        return None

    def _around(self, words: Wording) -> Statement | None:
        """The innermost statement whose content holds the words."""
        held = [
            (span.end - span.start, number)
            for number, one in enumerate(self._record.statements)
            for span in one.content
            if span.start <= words.start and words.verb_end <= span.end
        ]
        return self._record.statements[min(held)[1]] if held else None

    def _subject(self, words: Wording, sentence: tuple[int, int]) -> tuple[bool, tuple[Entity, ...]] | None:
        """Whether the subject before the words is the first person, and whom it names; None where there is none."""
        before = self._text[sentence[0] : words.start]
        first = re.search(r"\b(?P<who>I|we|We|WE)\b(?P<aside>,[^,;]{1,120},)?" + _BETWEEN.pattern + r"$", before)
        if first is not None:
            place = sentence[0] + first.start("who")
            if _RELATED.search(lead := before[: first.start("who")]) and not _SAID.search(lead):
                return None
            return True, tuple(self._mentioned(place, place + len(first["who"])))
        ending = self._ending_before(words.start, sentence[0])
        return (False, ending) if ending else None

    def _ending_before(self, offset: int, since: int) -> tuple[Entity, ...]:
        """Who is named by the subject that ends before `offset`: one party, or several joined by "and"."""
        found: list[Entity] = []
        limit = offset
        for end, start, one in self._back_from(offset):
            if start < since:
                break
            gap = self._text[end:limit]
            joined = _BETWEEN.fullmatch(gap) if not found else re.fullmatch(r",?\s*(?:and|&)?\s*(?:the\s+)?|,\s*(?:the\s+)?", gap)
            if joined is None:
                if found or end <= limit:
                    break
                continue
            entity = self._entities[one]
            if entity.kind not in _PARTIES or fold(self._text[start:end]) in _POINTING or self._text[end : end + 2] in ("'s", "’s"):
                break
            if re.search(r"\b(?:of|with|by|to|for|from|in|between|among|against|on)\s+(?:the\s+)?$", self._text[since:start], re.I):
                return () if not found else tuple(reversed(found))
            found.append(entity)
            limit = start
        return tuple(dict.fromkeys(reversed(found)))

    def _back_from(self, offset: int) -> Iterator[tuple[int, int, str]]:
        for number in range(bisect_right(self._ends, offset) - 1, -1, -1):
            yield self._mentions[number]

    def _mentioned(self, start: int, end: int) -> Iterator[Entity]:
        return (self._entities[one] for last, first, one in self._back_from(end) if (first, last) == (start, end))

    def _verb_after(self, words: Wording) -> str:
        match = _ACT.match(self._text, words.verb_end, words.end)
        return match["verb"] if match is not None else ""

    def _for_itself(self, statement: Statement, who: Sequence[Entity]) -> bool:
        """Whether those who are named in what was said are the speakers, or whom one of these speaks for."""
        speakers = self._speakers(statement)
        sides = {fold(role.of) for one in speakers for role in one.roles if role.of}
        names = {fold(one.name) for one in speakers}
        return all(
            fold(one.name) in names | sides or any(role.of and fold(role.of) in sides for role in one.roles) for one in who
        ) or bool({fold(one.name) for one in who} & names)

    def _named(self, who: Sequence[Entity]) -> tuple[Entity, ...]:
        """Those who speak; for "the two leaders" the two that the document has speak together most."""
        if len(who) != 1:
            return tuple(who)
        size = next((n for word, n in _NUMBERS.items() if word in fold(who[0].name).split()), None)
        if size is None:
            return tuple(who)
        of_size = [(count, cast) for cast, count in self._sets.items() if len(cast) == size]
        if not of_size:
            return tuple(who)
        _, cast = max(of_size, key=lambda one: one[0])
        return tuple(self._entities[one] for one in cast)

    def _introduced(self) -> tuple[Entity, ...]:
        """Whom a text of its own means by "we": whom it introduces as such, else whose its title says it is."""
        if not self._joint:
            return ()
        match = _WE_ARE.search(self._text)
        return (match is not None and self._named_in(*match.span("who"))) or self._titled()

    def _named_in(self, start: int, end: int) -> tuple[Entity, ...]:
        """The parties named in [start, end), each once; what stands in brackets or within another name is no other."""
        inside = [(first, last, one) for last, first, one in self._mentions if start <= first and last <= end]
        whole = [
            (first, one)
            for first, last, one in inside
            if self._text[first - 1 : first] != "("
            and not any(a <= first and last <= b and (a, b) != (first, last) for a, b, _ in inside)
        ]
        named = dict.fromkeys(self._entities[one] for _, one in sorted(whole))
        return tuple(one for one in named if one.kind in _PARTIES)

    def _titled(self) -> tuple[Entity, ...]:
        """Whose document it is by its title: "Statement by A", "Joint Statement of A and B", "A-B Leaders' Statement"."""
        title = self._record.document.title or ""
        by = _BY_WHOM.search(title)
        if by is not None:
            named = fold(by["who"])
            people = [one for one in self._entities.values() if one.kind == "person" and fold(one.name) in named]
            return tuple(people[:1])
        if _OF_TALKS.search(title):
            return ()
        countries = dict.fromkeys(countries_in(title))
        named = [one for one in self._entities.values() if one.kind == "country" and one.name in countries]
        return tuple(named) if len(named) > 1 and len(named) == len(countries) else ()


def countries_in(title: str) -> Iterator[str]:
    """Yield the countries that a title names, in order: "A-B" is two."""
    tokens = tokenise(re.sub(r"[-–\u2011]", " ", title))
    place = 0
    while place < len(tokens):
        found = country_at(tokens, place)
        if found is not None and found.value.form == "name":
            yield found.value.country
        place += 1 if found is None else found.width


def _casts(record: Record) -> Counter[tuple[str, ...]]:
    """How often which persons or countries speak together."""
    kinds = {one.id: one.kind for one in record.entities}
    casts: Counter[tuple[str, ...]] = Counter()
    for one in record.statements:
        if len(one.speakers) > 1 and all(kinds.get(who) in ("person", "country", "organization") for who in one.speakers):
            casts[tuple(sorted(one.speakers))] += 1
    return casts
