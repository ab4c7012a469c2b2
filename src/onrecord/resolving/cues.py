"""What a cue says of the statement: whether it was uttered or only thought, and whether it is a participle."""

from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import Span, StatementKind
from onrecord.tokens import words_of

_SAID: Final = word_set(
    """
    say tell add note point announce state declare claim assert argue insist maintain contend explain comment remark
    mention report write tweet post read respond reply answer ask question inquire urge call appeal demand request
    warn caution threaten accuse blame allege charge criticize criticise condemn denounce slam blast deny reject
    refuse dismiss rebut dispute confirm acknowledge admit concede reaffirm reiterate repeat stress emphasize
    emphasise underscore underline highlight pledge vow promise praise welcome applaud hail commend endorse thank
    quote cite testify joke quip boast brag recall recount describe suggest advise recommend propose predict forecast
    estimate speak talk shout yell whisper insinuate imply accord decline apologize apologise swear predict promise
    tout lament complain lash mock scoff assure inform notify disclose reveal signal indicate
    """
)
_HELD: Final = word_set(
    """
    believe think hope fear want wish intend expect feel doubt suspect worry know understand consider assume plan
    regard see view prefer desire anticipate assess judge imagine suppose aim seek wonder deem
    """
)
_ASKED: Final = word_set("ask question inquire wonder")
_IRREGULAR: Final = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "thought": "think",
    "felt": "feel",
    "knew": "know",
    "known": "know",
    "understood": "understand",
    "saw": "see",
    "seen": "see",
    "swore": "swear",
    "sought": "seek",
    "saying": "say",
    "according": "accord",
    "denied": "deny",
    "denies": "deny",
    "replied": "reply",
    "replies": "reply",
    "testified": "testify",
    "testifies": "testify",
    "worried": "worry",
    "worries": "worry",
    "clarified": "state",
    "clarifies": "state",
    "lied": "claim",
    "planned": "plan",
    "admitted": "admit",
    "admitting": "admit",
    "referred": "mention",
    "quipped": "quip",
}


def kind_of(cue: Span | None, quoted: bool) -> StatementKind | None:
    """Return `said` or `held`, None where the cue does not tell.

    What stands in quotation marks was uttered. Of the cue's words the first that is known decides; "expected" and
    "assessed" tell nothing, as officials expect and assess aloud.
    """
    if quoted:
        return "said"
    if cue is None:
        return None
    for lemma in map(lemma_of, words_of(cue.text.casefold())):
        if lemma in _SAID:
            return "said"
        if lemma in _HELD:
            return None if lemma in ("expect", "anticipate", "assess", "judge", "deem", "view", "see") else "held"
    return None


def is_participle(cue: Span | None) -> bool:
    """Whether a cue is a participle of saying with no source of its own: ", adding that", ", saying"."""
    if cue is None:
        return False
    first = next(iter(words_of(cue.text.casefold())), "")
    return first.endswith("ing") and lemma_of(first) in _SAID | _HELD


def asks(cue: Span | None) -> bool:
    """Whether a cue tells of a question: "asked", "wondered"."""
    words = () if cue is None else words_of(cue.text.casefold())
    return any(lemma_of(word) in _ASKED for word in words)


def lemma_of(word: str) -> str:
    """Return the verb that a word is a form of, if the lexicon knows it, else the word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("s", "es", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
        for lemma in (stem, stem + "e", doubled):
            if lemma in _SAID or lemma in _HELD:
                return lemma
    return word
