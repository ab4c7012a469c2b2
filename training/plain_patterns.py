"""Patterns of plain sentences of news: a subject that is named, a cue, and what follows to the full stop.

Groups: `source`, `cue`, and the content `one`, with `two` where source and cue stand in its middle. They are meant to
match sentences whole, with QUOTED in place of every character of a quotation.
"""

import re
from collections.abc import Iterable

from onrecord.lexicon import word_set
from training import cue_words
from training.inflect import forms

QUOTED = "\ue000"
"""Stands for every character of a quotation."""

_SPEECH = word_set(
    """say add announce argue claim comment confirm declare explain insist note report state suggest tweet warn
    write believe hope admit acknowledge reply respond remark tell"""
)
_WILL = word_set("agree aim decide decline hope intend plan pledge promise refuse seek threaten vow want offer")
_VERDICT = word_set(
    """accuse condemn criticise criticize demand denounce deny oppose praise reject urge warn welcome propose
    endorse dispute blame"""
)
_PEOPLE = sorted(
    cue_words.PEOPLE
    | word_set(
        """adviser ambassador attorney captain chair chancellor chief coach commander commissioner co-founder
        correspondent curator deputy doctor engineer executive founder general governor head leader lawmaker manager
        mayor member minister negotiator physician prosecutor researcher sheriff speaker survivor treasurer"""
    )
)
_SMALL = word_set(
    """the a an his her its their this of for from at in and former senior local national prime foreign vice
    deputy chief executive general medical interior defence defense health public press state federal police
    election government transport education 's"""
)
_NAME = r"(?!(?:I|And|But|Please|So)\b)[A-Z][\w.’'\-]*"
_LOWER = "|".join(sorted({*_SMALL, *_PEOPLE, *(p + "s" for p in _PEOPLE)}, key=len, reverse=True))
_WORD = rf"(?:{_NAME}|\b(?:{_LOWER})\b(?:['’]s)?)"
_SUBJECT = rf"(?P<source>(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|{_WORD}(?: {_WORD}){{0,11}})(?:, [^,;:.{QUOTED}]{{4,60}},)?)"
_BEFORE = r"(?:(?:ha[sd]|have|also|later|then|further|previously|recently) ){0,2}"
_NOUN = "(?:the|a|he|she|it|they|there|his|her|its|their)"


def _cue(verbs: Iterable[str], after: str = "") -> str:
    found = sorted(f for verb in verbs for f in forms(verb) if not f.endswith("ing"))
    return rf"(?P<cue>{_BEFORE}(?:{'|'.join(found)}){after})"


_CUE = _cue(_SPEECH)
_WHOM = rf"(?: (?:reporters|journalists|the press|the media|{_NAME}(?: {_NAME}){{0,3}}))?"
_TAIL = rf"(?: (?:on|in|at|to|via|during|after|from|for|yesterday|today|earlier)\b[^,;:{QUOTED}]{{0,50}})?"
_LEAD = (
    rf"(?:(?:On|In|At|During|After|Yesterday|Today|However|Meanwhile|But|Also)\b[^,;:{QUOTED}]{{0,40}}, |But |And )?"
)
PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"(?P<one>{QUOTED}+),? {_SUBJECT} {_CUE}{_WHOM}{_TAIL}\.?",
        rf"(?P<one>{QUOTED}+),? {_CUE} {_SUBJECT}{_TAIL}\.?",
        rf"(?P<one>{QUOTED}+),? {_SUBJECT} {_CUE}{_WHOM}{_TAIL}[,:] (?P<two>{QUOTED}+)\.?",
        rf"(?P<one>{QUOTED}+),? {_CUE} {_SUBJECT}{_TAIL}[,:] (?P<two>{QUOTED}+)\.?",
        rf"{_LEAD}{_SUBJECT} {_CUE}{_WHOM}{_TAIL}[,:] (?P<one>{QUOTED}+)\.?",
        rf"{_LEAD}{_SUBJECT} {_CUE}{_WHOM} (?P<one>that [^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} (?!announce|declare|tell|told){_CUE} (?P<one>{_NOUN} [^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} {_cue(_WILL)} (?P<one>to [^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} {_cue(_VERDICT)} (?P<one>[^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} {_cue(['call'], ' (?:for|on)')} (?P<one>[^,;:]{{12,}}?)\.?",
        rf"(?P<cue>According to) {_SUBJECT}, (?P<one>[^;:]{{15,}}?)\.?",
        rf"(?P<one>[^;:]{{15,}}?), (?P<cue>according to) {_SUBJECT}\.?",
    )
)
POSSIBLE = frozenset(
    f
    for lemma in cue_words.CLAUSAL
    | cue_words.WILL
    | cue_words.VERDICT
    | cue_words.NAMING
    | cue_words.TELLING
    | cue_words.NOMINAL
    | cue_words.ATTITUDE
    | {verb for verb, _ in cue_words.WITH_PREPOSITION}
    | {"according", "seem", "appear", "plan", "reportedly", "allegedly", "criticism", "thanks"}
    for f in forms(lemma)
)
"""Words that may be a cue: a sentence with one of them that no pattern matches is not plain."""

ALSO = re.compile(
    r"\b(?:and|but|while|as well as) (?:also )?(?:"
    + "|".join(
        sorted(
            f
            for lemma in cue_words.SPEECH | cue_words.WILL | cue_words.VERDICT | {"call", "commit", "express"}
            for f in forms(lemma) - {lemma}
        )
    )
    + r")\b"
)
"""A second attribution within a first one's content ("… and said")."""

ENDS = re.compile(rf"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bNo)[.!?]\s+(?=[A-Z{QUOTED}])|(?<={QUOTED})\s+(?=[A-Z{QUOTED}])")
"""Where a sentence ends and the next begins; not after an initial or a short title."""
