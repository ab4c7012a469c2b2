"""What a cue says by itself of the act and the kind of a statement: silver labels, none where the content must tell.

The acts are the codebook's; "said", "told", "according to" and the like tell nothing and get none. Verbs by their
lemma, nouns as they stand; the last word that tells decides, as "refused to endorse" rejects and "went on to warn"
warns; refusals and negations before it turn it round.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onrecord.lexicon import word_set
from onrecord.records import Act, StatementKind

_ACTS: Mapping[Act, frozenset[str]] = MappingProxyType(
    {
        "assert": word_set(
            """note recall recount mention boast brag joke quip remind testify report reveal disclose emphasize
            emphasise stress underscore underline inform lament compare liken explain recollect"""
        ),
        "confirm": word_set("confirm acknowledge admit concede confess admission acknowledgment recognize corroborate"),
        "assess": word_set(
            """estimate believe think judge suspect consider deem view see feel conclude assess regard speculate guess
            doubt reckon estimation assessment view opinion belief conclusion skeptical convinced suppose assume"""
        ),
        "expect": word_set(
            """expect predict anticipate forecast foresee project envision prediction expectation hope hopeful forecasts
            fear worry worried fearful bet"""
        ),
        "warn": word_set("warn caution threaten warning threat alert"),
        "accuse": word_set("accuse blame charge allege fault accusation allegation allegations accusations"),
        "condemn": word_set(
            """condemn denounce criticize criticise slam blast decry deplore attack assail chide rebuke lambast mock
            ridicule scold rail bash condemnation criticism lambaste castigate excoriate rip skewer denunciation
            upbraid berate deride disparage lash"""
        ),
        "deny": word_set("deny refute rebut denial disavow"),
        "reject": word_set(
            "reject dismiss oppose refuse rebuff spurn repudiate object opposed rule_out opposition rejection"
        ),
        "demand": word_set(
            """urge demand request call_for call_on call_upon ask_for implore beg plead appeal insist_that encourage
            push_for press instruct order recommend advocate advise beseech exhort petition want_to_see demand propose
            suggest_that_should plea"""
        ),
        "pledge": word_set(
            """pledge vow promise agree decide intend plan swear commit offer volunteer pledge promise vow commitment
            decision plan resolve aim intention"""
        ),
        "reaffirm": word_set("reaffirm reiterate reassert repeat restate"),
        "support": word_set(
            """praise welcome support endorse back applaud commend laud hail thank champion credit compliment cheer
            salute favor favour defend support endorsement praise approval supportive"""
        ),
        "ask": word_set("ask wonder question inquire query ponder asks"),
        "decline": word_set(""),
    }
)
_NEUTRAL = word_set(
    """say tell add state announce write tweet according speak talk read declare reply respond answer comment remark
    suggest insist indicate imply statement speech interview message say. maintain know find discuss hear"""
)
_HELD = word_set(
    """believe think want wish hope fear intend plan feel doubt suspect consider expect like love hate prefer worry know
    understand regard see view desire seek aim dream oppose favor favour worried eager willing hopeful skeptical afraid
    convinced concerned confident belief hopes fears opinion decide trust"""
)
_SPOKEN = word_set(
    """say tell add announce state declare write tweet reply respond answer comment remark ask warn urge call promise
    vow pledge deny accuse praise denounce condemn argue claim insist note explain acknowledge admit confirm according
    read joke boast testify quip recall stress emphasize reiterate repeat report criticize slam blast predict
    reaffirm recount caution complain thank"""
)
_SPEECHES = re.compile(r"(?:comment|elaborate|respond|answer|discuss|say|specify|talk|speak|provide|address|disclose)")
_REFUSED = re.compile(
    r"\b(?:declin|refus)\w*\b(?P<rest>.*)|\bno comment\b|\b(?:did|does|would|could)(?: not|n['’]t) "
    r"(?:\w+ )?(?:say|comment|respond|elaborate|specify|provide|mention|explain|disclose|answer)"
)
_NEGATED = re.compile(r"\b(?:not|never|without)\b|n['’]t\b")
_CALLED = re.compile(r"\bcall\w* (?:\w+ )?(?:for|on|upon)\b|\b(?:push|press)\w* for\b|\bask\w* for\b")
_IRREGULAR = {
    "thought": "think",
    "felt": "feel",
    "saw": "see",
    "seen": "see",
    "sworn": "swear",
    "swore": "swear",
    "said": "say",
    "says": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "knew": "know",
    "spoke": "speak",
    "forecast": "forecast",
    "foresaw": "foresee",
    "pled": "plead",
    "sought": "seek",
    "railed": "rail",
    "denied": "deny",
    "denies": "deny",
    "replied": "reply",
    "implied": "imply",
    "decried": "decry",
    "decries": "decry",
    "lashed": "lash",
    "admitted": "admit",
    "admitting": "admit",
    "planned": "plan",
    "planning": "plan",
    "bragged": "brag",
    "ripped": "rip",
    "begged": "beg",
    "committed": "commit",
    "slammed": "slam",
    "testified": "testify",
    "worries": "worry",
    "worried": "worried",
    "showed": "show",
    "shown": "show",
    "found": "find",
    "backed": "back",
    "heard": "hear",
    "meant": "mean",
}


def act_of(cue: str) -> Act | None:
    """The act that a cue names by itself, None where it is neutral, denied or not known."""
    words = cue.casefold()
    refused = _REFUSED.search(words)
    if refused:
        speech = refused.group("rest") is None or _SPEECHES.search(refused.group("rest"))
        return "decline" if speech else "reject"
    if _NEGATED.search(words):
        return None
    if _CALLED.search(words):
        return "demand"
    for word in reversed(re.findall(r"[\w'’]+", words)):
        act = _by_word(_lemma(word))
        if act is not None:
            return act
        if _lemma(word) in _NEUTRAL:
            return None
    return None


def kind_of(cue: str) -> StatementKind | None:
    """Whether a cue tells of something uttered or only held, None where it does not tell."""
    for word in map(_lemma, re.findall(r"[\w'’]+", cue.casefold())):
        if word in _SPOKEN:
            return "said"
        if word in _HELD:
            return "held"
    return None


@cache
def _by_word(lemma: str) -> Act | None:
    return next((act for act, words in _ACTS.items() if lemma in words), None)


@cache
def _lemma(word: str) -> str:
    """The verb that a word may be a form of, where the lists know it, else the word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    known = frozenset().union(*_ACTS.values(), _NEUTRAL, _HELD, _SPOKEN)
    for ending in ("", "s", "es", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word and ending:
            continue
        for lemma in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
            if lemma in known:
                return lemma
    return word
