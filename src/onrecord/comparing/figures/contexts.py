"""What stands around a figure and tells what its counted words leave out: whose, what became of them, of what at all.

Each answer comes with how it was found, so that a person can see it. Only what is near counts: the words of the
figure's own sentence, then of its paragraph where they name one answer and no other.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from onrecord.comparing.figures.nations import Nation, nations_in
from onrecord.comparing.figures.nouns import concept_of, lemma, state_of_words
from onrecord.records import ToldFigure
from onrecord.sentences import COMMON, sentences_of
from onrecord.tokens import Token, tokenise


class Known(NamedTuple):
    """What was found, how (`nation`, `paragraph`, `fate`, `antecedent`), and that in words for people."""

    value: str
    by: str
    said: str


class Around(NamedTuple):
    """The sentence of a figure: what stands before the figure and behind it."""

    before: str
    behind: str


_FROM: Final = re.compile(
    r"(?:\s+(?:that|who|which))?(?:\s+(?:were|was|are|is|have|had|has|been|being|also|already|now))*"
    r"(?:\s+\w+(?:ed|nt|en|ught))?\s+from\s+(?:the\s+)?|\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_SENDING: Final = re.compile(
    r"\b(?:sen[dt]s?|sending|mov(?:e[ds]?|ing)|deploy\w*|dispatch\w*|br(?:ought|ings?|inging)|provid\w+|contribut\w+"
    r"|commit\w*|suppl(?:y|ies|ied|ying)|los(?:t|es?|ing)|train\w*|field\w*|station\w*|mobili[sz]\w+"
    r"|recruit\w*|withdr[ae]w\w*|pull\w*|transfer\w*|offer\w*|pledg\w+|suffer\w*|rais\w+|call\w*)\b",
    re.IGNORECASE,
)
_HAS: Final = re.compile(
    r"\b(?:ha[sd]|have|having|with)(?:\s+(?:only|now|already|still|just|also|roughly))*\s+$", re.IGNORECASE
)
_PLACED: Final = re.compile(
    r"\b(?:in|to|into|inside|at|near|around|across|through|throughout|over|within|against|with|from|of|for|on|by|towards?"
    r"|and|or|than)\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"['’]s?\s+(?:own\s+)?$|\s+$")
_ABOUT: Final = re.compile(r"\b(?:about|on|regarding|turning to|as for)\s+$", re.IGNORECASE)
_SUBJECT_REACH: Final = 70
_SHORT: Final = 3
_NEXT_BUT_ONE: Final = 2
_SENT: Final = 4
"""How many words behind a country's its soldiers stand: "Norland troops", "Norland is sending troops"."""
_FATED: Final = re.compile(
    r"\b(?P<fate>kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:e[ds]?|ing)|los(?:e[sd]?|t|ing)|captur(?:e[ds]?|ing)"
    r"|(?:loss|deaths?|killing|lives) of|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|displac(?:e[ds]?|ing))"
    r"(?:\s+(?:as many as|up to|at least|more than|some|about|around|nearly|almost|over|an estimated))?\s+$",
    re.IGNORECASE,
)
_BEFELL: Final = re.compile(
    r"(?:\s+(?!and\b|but\b|who\b)(?:[^\s,.;:—–]|[,.](?=\d))+){0,9}?,?(?:\s+who)?\s+"
    r"(?:(?:were|was|(?:have|had|has|may have) been|are|being|have|had|got|reported|confirmed|believed|feared)\s+)*"
    r"(?P<fate>killed(?:\s+(?:and|or)\s+wounded)?|dead|died|perished|wounded|injured|captured|missing|arrested|detained"
    r"|lost their lives|displaced)\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"\b(?:of|out of|among)\s+(?:the|its|their|his|those|these|some|about|more than)?\s*$", re.I)
_POINTING: Final = re.compile(
    r"\b(?:it|that|they|this|there|the (?:number|figure|total|estimate|count|toll))(?:['’](?:s|re))?\s+"
    r"(?:(?:number|figure|now|currently|could|may|might|would|will|has|have|had|be|been|is|was|are|were|reach(?:es|ed)?"
    r"|stands|stood|at|to|rose|risen|grew|grown|fell|numbered|total(?:s|ed)?|as|high|low)\s+)+$",
    re.IGNORECASE,
)
_NUMBER_OF: Final = re.compile(
    r"\b(?:number|total|count|toll|estimate) of (?P<noun>[^.;:!?—–]{3,80}?)\s+"
    r"(?:(?:(?:now |currently |already )?(?:is|was|are|were|has reached|had reached|reached|rose to|stands at|stood at"
    r"|to be|could be|has risen to|at|to))\s+)+$",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\s*(?:[.,;:!?)\"”’—–]|$|(?:of (?:them|those)|were|are|was|have|had|is|in|to|being)\b)")


def owner_of(told: ToldFigure, noun: str) -> Known | None:
    """Return the country that the counted things (`noun`: their concept) are of, where its sentence or paragraph tells.

    "the troops | sent from Norland"; "Norland | sent 450 troops"; "Norland's | 450 troops"; else the one country
    that the paragraph names with the same noun ("these are Norland troops").
    """
    around = around_figure(told)
    return _behind(told, around) or _ahead(around) or _in_paragraph(told, noun)


def state_of(told: ToldFigure) -> Known | None:
    """Return what became of the people that a figure counts: "were | killed", "killed | 20 soldiers"."""
    around = around_figure(told)
    found = _FATED.search(around.before)
    if found is None and not _WHOLE.search(around.before):
        found = _BEFELL.match(around.behind)
    state = None if found is None else state_of_words(found["fate"])
    if found is None or state is None:
        return None
    return Known(state, "fate", f"“{' '.join(found['fate'].split())}” in its sentence")


def antecedent_of(told: ToldFigure) -> Known | None:
    """Return what a figure counts that does not say so itself: what the one before it in the paragraph counts.

    Only where the figure points back ("it was some 450", "of them 200 …") or its sentence says the number of what it
    is.
    """
    around = around_figure(told)
    if told.figure.unit not in (None, "count") or not _BARE.match(around.behind):
        return None
    named = _NUMBER_OF.search(around.before)
    if named is not None:
        return Known(named["noun"], "antecedent", f"“number of {' '.join(named['noun'].split())}” in its sentence")
    if not _POINTING.search(around.before):
        return None
    earlier = [one for one in told.beside if one.span.end <= told.figure.span.start and one.unit in (None, "count")]
    last = earlier[-1] if earlier else None
    if last is None or last.counted is None:
        return None
    return Known(last.counted, "antecedent", f"“{last.span.text} {last.counted}” before it")


def around_figure(told: ToldFigure) -> Around:
    """Return the sentence of a figure, cut at the figure."""
    text, start = told.paragraph.text, told.figure.span.start - told.paragraph.start
    end = start + len(told.figure.span.text)
    extent = next((s for s in _sentences(text) if s[0] <= start < s[1]), (0, len(text)))
    return Around(text[extent[0] : start], text[end : max(extent[1], end)])


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell what it is about, as lemmas: no numbers, short or common words."""
    found = (token.word for token in tokenise(text) if len(token.word) > _SHORT and token.word[0].isalpha())
    return frozenset(lemma(word) for word in found if word.casefold() not in COMMON)


def _behind(told: ToldFigure, around: Around) -> Known | None:
    counted = told.figure.counted or ""
    at = around.behind.find(counted) + len(counted) if counted and counted in around.behind else 0
    for nation in nations_in(around.behind):
        named = nation.form in ("name", "capital")
        if named and nation.start >= at and _FROM.fullmatch(around.behind[at : nation.start]):
            words = " ".join(around.behind[at : nation.end].split())
            return Known(nation.country, "nation", f"“{words}” behind it")
    return None


def _ahead(around: Around) -> Known | None:
    nations = nations_in(around.before)
    last = nations[-1] if nations else None
    if last is None or last.form == "people":
        return None
    between = around.before[last.end :]
    if _OWNED.fullmatch(between) and (last.form == "adjective" or between.strip()):
        return Known(last.country, "nation", f"“{around.before[last.start : last.end]}” before it")
    if len(between) > _SUBJECT_REACH or _PLACED.search(around.before[: last.start]):
        return None
    sent = _SENDING.search(between) or _HAS.search(between)
    if sent is None or last.form == "adjective" or between[1:2].isupper():  # "Jordan | Orlin had ten"
        return None
    return Known(last.country, "nation", f"“{last.country} … {sent.group().strip()}” in its sentence")


def _in_paragraph(told: ToldFigure, noun: str) -> Known | None:
    named = nation_with(told.paragraph.text, noun)
    return None if named is None else Known(named.country, "paragraph", f"“{named.words}” in its paragraph")


class Named(NamedTuple):
    """A country that a text names with a noun, and the words that do."""

    country: str
    words: str


@lru_cache(maxsize=1024)
def nation_with(text: str, noun: str) -> Named | None:
    """Return the one country that a text names with a noun (a concept); `None` where it names none, or several.

    "Norland troops", "troops from Norland", "Norland is sending troops", and where it says what it is about: "worried
    about Norland?".
    """
    found = {named.country: named for named in _named_with(text, noun)}
    if not found:
        found = {nation.country: Named(nation.country, nation.country) for nation in _topics(text)}
    return found.popitem()[1] if len(found) == 1 else None


def _named_with(text: str, noun: str) -> Iterator[Named]:
    tokens = tokenise(text)
    starts = {token.start: i for i, token in enumerate(tokens)}
    nouns = [i for i in range(len(tokens)) if _concept_at(tokens, i) == noun]
    for nation in nations_in(text):
        first = starts.get(nation.start)
        if first is None or not nouns:
            continue
        last = next((i for i in range(first, len(tokens)) if tokens[i].end >= nation.end), first)
        behind = next((i for i in nouns if i > last), None)
        if first > 1 and tokens[first - 1].word == "from" and first - 2 in nouns:
            yield Named(nation.country, " ".join(text[tokens[first - 2].start : nation.end].split()))
        elif behind is not None and _leads(text, nation, tokens[behind].start, behind - last):
            yield Named(nation.country, " ".join(text[nation.start : tokens[behind].end].split()))


def _leads(text: str, nation: Nation, noun: int, words: int) -> bool:
    """Whether a country's word says whose the noun at offset `noun` is, so many words behind it."""
    between = text[nation.end : noun]
    if any(mark in between for mark in ".!?;:"):
        return False
    if nation.form == "adjective" or between.startswith(("'", "’")):
        return words <= _NEXT_BUT_ONE
    if nation.form != "name":
        return False
    if not between.strip():
        return True
    return words <= _SENT and bool(_SENDING.search(between)) and not _PLACED.search(text[: nation.start])


def _topics(text: str) -> Iterator[Nation]:
    """The countries that a text says it is about, where it names no other."""
    nations = nations_in(text)
    if len({nation.country for nation in nations}) == 1:
        yield from (
            one for one in nations if _ABOUT.search(text[: one.start]) and text[one.end : one.end + 1] in "?.,—"
        )


def _concept_at(tokens: Sequence[Token], place: int) -> str:
    before = lemma(tokens[place - 1].word) if place else ""
    return concept_of(before, lemma(tokens[place].word))[0]


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences_of(text))
