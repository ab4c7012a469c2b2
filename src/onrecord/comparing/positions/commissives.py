"""Words that promise: in which clause of a sentence somebody binds himself, and to what.

Searle's commissives (Searle and Vanderveken, Foundations of Illocutionary Logic, 1985, chapter 9): what is told of the
verb is what was done by it. Communiqués add three of their own: the noun under another verb ("reaffirm their
commitment to"), the bare future of the parties ("the two sides will establish"), and money that is announced. An
intention ("intend to", "plan to") binds less and is told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.lexicon import word_set

# What the words do: promise, agree with others, resolve by oneself, renew what was promised, offer, announce,
# intend; `will` is the bare future of whoever speaks.
Form = Literal["promise", "agreement", "decision", "reaffirmation", "offer", "announcement", "intention", "will"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A clause of a sentence that promises, by offsets into it.

    `start` to `verb_end` are the words that promise, from `verb_end` to `end` stands what is promised. `explicit` is
    False where the words promise only if their subject speaks of himself: "will", "committed to" with no verb before.
    """

    start: int
    verb_end: int
    end: int
    form: Form
    explicit: bool


_BE: Final = r"(?:am|is|are|was|were|be|been|remains?|remained|stands?|stay|['’](?:m|re|s)|\w+ly)"
_ADVERBS: Final = (
    r"(?:(?:also|further|jointly|hereby|both|now|again|once\s+again|each|therefore|all|today|together|still|then"
    r"|furthermore|thus|just|have|has|\w+ly)\s+){0,6}"
)
_RENEW: Final = (
    r"(?:re-?affirm|affirm|reiterat|restat|renew|re-?confirm|underscor|underlin|emphasi[sz]|stress|express|highlight"
    r"|re-?commit|declar|repeat|convey|voic)"
)
_FAR: Final = rf"(?:(?!{_RENEW}|progress)[\w'’.,&/%$-]+\s+){{0,8}}?"
_NOUN: Final = r"(?:commitments?|pledges?|promises?|determination|intentions?|resolve|vows?|obligations?|undertakings?)"
# "agreed that trade matters" agrees with a view; "agreed that both will open their ports" promises.
_TO_OR_THAT: Final = r"to|that(?=[^.;]{1,80}?\b(?:will|would|shall|going to)\b)"
_VERBS: Final[tuple[tuple[Form, str, str], ...]] = (
    (
        "promise",
        r"(?:pledg(?:e[sd]?|ing)|vow(?:s|ed|ing)?|promis(?:e[sd]?|ing)|undert(?:akes?|ook|aken|aking))",
        _TO_OR_THAT,
    ),
    ("promise", r"(?:commit(?:s|ted|ting)?(?:\s+(?:itself|ourselves|themselves|himself))?)", r"to"),
    ("promise", r"(?:swear|swears|swore|sworn)", r"to"),
    ("agreement", r"(?:agree[sd]?|agreeing)", _TO_OR_THAT),
    ("decision", r"(?:decide[sd]?|deciding|resolve[sd]?|resolving)", _TO_OR_THAT),
    ("intention", r"(?:intends?|intended|intending|plans?|planned|planning)", r"to"),
    ("offer", r"(?:offer(?:s|ed|ing)?)", r"to"),
)
_STATES: Final[tuple[tuple[Form, str, str], ...]] = (
    ("promise", r"(?:(?:\w+\s+)?committed|dedicated)", r"to"),
    ("decision", r"(?:determined|resolved)", _TO_OR_THAT),
    ("offer", r"(?:prepared|ready|willing)", r"to"),
)
_MONEY: Final = (
    r"(?:up\s+to|over|nearly|about|around|at\s+least|more\s+than|an?|additional|further|another|\s)*[$€£¥]\s?\d"
)
_GIFT: Final = (
    r"(?:commitments?|pledges?|plans?|intentions?|investments?|contributions?|funding|funds?|assistance|aid|support"
    r"|packages?|grants?|loans?|tranches?|donations?)"
)


_GIVES: Final = r"commit(?:s|ted|ting)?|pledge[sd]?|pledging|promise[sd]?|vow(?:s|ed)?"
_MAKES_KNOWN: Final = r"announc(?:e[sd]?|ing)|unveil(?:s|ed|ing)?"
_FEW: Final = r"(?:\w+\s+){0,3}?"
_WHOSE: Final = r"(?:our|their|its|his|her)\s+"
_OF_WHOM: Final = r"(?:of\s+(?:[\w'’.,-]+\s+){1,12}?)?"
_WORDS: Final = r"(?:(?!\bthat\b)[\w'’.,&/%$€£-]+\s+){0,6}?"
# What is announced stands behind the verb: "the timetable they announce owes much to old plans" announces none.
_SOME: Final = r"(?=an?\b|(?:the|its|their|his|her|new|major|nearly|more|over|up|additional|plans)\b|[$€£¥])"
_WILL: Final = r"\b(?:will|shall)\b|['’]ll\b|\b(?:am|is|are)\s+going\s+to\b|['’](?:re|m)\s+going\s+to\b|\bwon['’]t\b"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PATTERNS: Final[tuple[tuple[Form, bool, re.Pattern[str]], ...]] = (
    (
        "reaffirmation",
        True,
        _compiled(rf"\b(?P<verb>{_RENEW}\w*)\s+{_FAR}{_NOUN}\s+(?:{_OF_WHOM}to\b|that\b|(?:of|on)\s+(?=\w+ing\b))"),
    ),
    # "are of one mind in our pledge to"
    ("reaffirmation", True, _compiled(rf"(?<!\w)(?P<verb>{_BE}\s+{_FEW}in)\s+{_WHOSE}{_FEW}{_NOUN}\s+to\b")),
    ("reaffirmation", True, _compiled(r"\b(?P<verb>re-?commit(?:s|ted|ting)?)\s+(?:\w+selves\s+)?to\b")),
    *(
        (form, True, _compiled(rf"(?<!\w){_BE}\s+{_ADVERBS}(?P<verb>{is_})\s+{_ADVERBS}(?:{to})\b"))
        for form, is_, to in _STATES
    ),
    *((form, True, _compiled(rf"\b(?P<verb>{verb})\s+{_ADVERBS}(?:{to})\b")) for form, verb, to in _VERBS),
    ("promise", True, _compiled(rf"\b(?P<verb>{_GIVES})\s+(?={_MONEY})")),
    (
        "announcement",
        True,
        _compiled(rf"\b(?P<verb>{_MAKES_KNOWN})\s+(?:today\s+)?{_SOME}(?={_WORDS}{_GIFT}\b|{_MONEY})"),
    ),
    ("will", False, _compiled(rf"(?P<verb>{_WILL})\s+(?:not\s+)?{_ADVERBS.replace('|have|has', '')}(?=\w)")),
)
# What is asked, wished, doubted or denied of somebody is not his promise: "should commit to", "did not agree to".
_UNDONE: Final = re.compile(
    r"(?:\b(?:should|must|would|could|may|might|can|cannot|not|never|nor|no|without|didn['’]?t|doesn['’]?t|to|if|unless"
    r"|whether|who|which|those)|n['’]t)\s+(?:\w+ly\s+|also\s+|not\s+|have\s+|be\s+)*$",
    re.IGNORECASE,
)
_CONTINUED: Final = re.compile(
    r"\b(?:continue|continues|continued|want|going|like|proud|pleased)\s+to\s+$", re.IGNORECASE
)
_RELATIVE: Final = re.compile(r"\b(?:that|which|who|whose \w+)\s+$", re.IGNORECASE)
# "his promise to": a promise that is spoken of; "announced plans to": one that is made.
_NOMINAL: Final = re.compile(
    r"(?:\b(?:his|her|its|their|our|my|your|the|an?|this|that|these|any|no|of|for|on|with|in)|['’]s|s['’])\s+(?:\w+\s+)?$",
    re.I,
)
_BOTH: Final = word_set("pledge promise vow plan plans resolve offer offers commits pledges promises vows")
# What a speaker says of his own speech, of what he knows, or of what befalls him, is no promise.
_IDLE: Final = word_set(
    """be have see say tell let leave talk take turn make note remind point refer watch need know find answer speak read
    repeat add begin start stop get give go come hear just look wait try mention ask highlight quote close end become
    remain happen seem appear depend mean help enable allow result lead benefit require include likely only want like
    think believe hope cover echo show share reflect reiterate pretend stick respond respect leave comment discuss walk
    preview outline detail lay welcome going defer hand reserve visit travel attend depart discuss represent reaffirm
    identify mark serve bring receive prevail win succeed head state meet meeting welcoming
    hosting traveling visiting attending talking speaking discussing i we"""
)
_OWN: Final = word_set("provide support help take make give lead begin start bring")
"""Of these, what a party that is named does promise: "the two countries will provide"."""
# The verb behind what only says that it goes on: "continue to provide", "be sending".
_ACT: Final = re.compile(
    r"[\s—–-]*(?:(?:certainly|also|still|always|just|really|then|not|only|\w+ly)\s+|(?:continue|keep|begin|start|be\s+able"
    r"|try|work)\s+[—–-]?\s*to\s+|[—–-]\s*(?:to\s+)?|be\s+(?=\w+ing\b))*"
    r"(?P<verb>[\w’'-]+(?:\s+(?:that|so|it|this|is|today|here|to)\b)?)",
    re.IGNORECASE,
)
_EMPTY: Final = {("do", word) for word in ("that", "so", "it", "this", "is", "today", "here")} | {("contribute", "to")}
# So far back stands what turns a promise into something else.
_LOOKED_BACK: Final = 80
_STOPS: Final = re.compile(r"[;\n]")


def promises_in(sentence: str) -> Iterator[Wording]:
    """Yield the clauses of a sentence that promise, in order; none for a question.

    Of two that overlap the one that begins first stands, the more explicit before the bare future.
    """
    if sentence.rstrip("\"”’') ").endswith("?"):
        return
    found = sorted(_found(sentence), key=lambda one: (one.start, not one.explicit))
    kept: list[Wording] = []
    for one in found:
        if not kept or one.start >= kept[-1].verb_end:
            kept.append(one)
    for number, one in enumerate(kept):
        after = kept[number + 1].start if number + 1 < len(kept) else len(sentence)
        end = _end_of(sentence, one.verb_end, after)
        if end > one.verb_end:
            yield Wording(one.start, one.verb_end, end, one.form, one.explicit)


def verb_after(text: str, words: Wording) -> str:
    """Return the verb that says what will be done, with a bare pronoun behind it: "provide", "do that"; "" for none."""
    match = _ACT.match(text, words.verb_end, words.end)
    return match["verb"] if match is not None else ""


def is_idle(verb: str, *, named: bool) -> bool:
    """Whether a verb after "will" promises nothing: of "I" and "we" ("we will see"), or of a party that is `named`."""
    word, _, rest = verb.casefold().partition(" ")
    return not word or (word in _IDLE and not (named and word in _OWN and word != "be")) or (word, rest) in _EMPTY


def _found(sentence: str) -> Iterator[Wording]:
    for form, explicit, pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            place = match.start("verb") if explicit else match.start()
            before = sentence[max(0, place - _LOOKED_BACK) : place]
            if _UNDONE.search(before) and not _CONTINUED.search(before):
                continue
            if not explicit and _RELATIVE.search(before):
                continue
            if explicit and _NOMINAL.search(before) and match["verb"].casefold() in _BOTH:
                continue
            yield Wording(match.start(), match.end(), len(sentence), form, explicit)


def _end_of(sentence: str, start: int, limit: int) -> int:
    """Where what is promised ends: at a stop, else where the next clause that promises begins, less its subject."""
    stop = _STOPS.search(sentence, start, limit)
    end = stop.start() if stop is not None else limit
    if stop is None and limit < len(sentence):
        cut = max(sentence.rfind(", ", start, limit), sentence.rfind(" and ", start, limit))
        end = cut if cut > start else limit
    return start + len(sentence[start:end].rstrip(" .,;:”\"’'")) if sentence[start:end].strip() else start
