"""What a cue says by itself of the act and the kind of a statement: none where the content must tell.

The acts are the codebook's; "said", "told", "according to" and the like tell nothing and get none, nor do "asked",
"agreed with" and others that mean one thing or another. Words by their lemma; the first that tells decides, as
"condemned the decision" condemns and "went on to warn" warns, but after a neutral word only a participle tells ("wrote
an article urging"). Refusals turn it round, and what is negated tells nothing.
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
            """note recall recount mention boast brag joke quip remind testify report reveal disclose discuss emphasize
            emphasise stress underscore underline inform lament explain recollect"""
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
            "reject dismiss oppose refuse rebuff spurn repudiate object opposed opposition rejection refusal"
        ),
        "demand": word_set(
            """urge demand request implore beg plead appeal encourage instruct order recommend advocate advise beseech
            exhort petition propose plea"""
        ),
        "pledge": word_set(
            """pledge vow promise agree decide intend plan swear commit offer volunteer pledge promise vow commitment
            decision plan resolve aim intention"""
        ),
        "reaffirm": word_set("reaffirm reiterate reassert repeat restate"),
        "support": word_set(
            """praise welcome support endorse back applaud commend laud hail thank champion compliment cheer
            salute favor favour defend support endorsement praise approval supportive"""
        ),
        "ask": word_set("wonder question inquire query ponder"),
    }
)
_NEUTRAL = word_set(
    """say tell add state announce write tweet according speak talk read declare reply respond answer comment remark
    suggest insist indicate imply statement speech interview message maintain know find hear argue claim assert contend
    assure describe show cite point refer call name ask want wish like love prefer seek quote list
    post publish sign seem appear complain push pass rule highlight echo outline portray characterize tout shout chant
    yell recite reference invoke identify learn mean look determine allow title email retweet observe hint address"""
)
"""Words that tell no act, or one of several: what follows them is no cue of its own, a participle apart."""
_HELD = word_set(
    """believe think want wish hope fear intend plan feel doubt suspect consider expect like love hate prefer worry know
    understand regard see view desire seek aim dream worried eager willing hopeful skeptical afraid convinced concerned
    confident belief opinion decide trust intention resolve"""
)
_SPOKEN = word_set(
    """say tell add announce state declare write tweet reply respond answer comment remark ask warn urge call promise
    vow pledge deny accuse praise denounce condemn argue claim insist note explain acknowledge admit confirm according
    read joke boast testify quip recall stress emphasize reiterate repeat report criticize slam blast predict
    reaffirm recount caution complain thank discuss mention suggest propose describe point cite reject endorse recommend
    brag refer reveal disclose inform remind contend assert assure allege order request advise decline talk speak
    statement speech interview express show indicate quote reportedly"""
)
_SPEECHES = re.compile(
    r"\b(?:comment|elaborate|respond|answer|discuss|say|specify|talk|speak|provide|address|disclose|confirm|detail|reveal"
    r"|name|identify|explain)"
)
_REFUSED = re.compile(
    r"\b(?:declin|refus)\w*\b(?P<rest>.*)|\bno comment\b|\b(?:did|does|do|would|could|will)(?: not|n['’]t) "
    r"(?:\w+ )?(?:say|comment|respond|elaborate|specify|provide|explain|disclose|answer)"
)
_NEGATED = re.compile(
    r"\b(?:not|never)\b(?! only| just)|n['’]t\b|\b(?:cannot|without|no|nor|neither|hardly|unlikely)\b"
    r"|\b(?:stopp|fail|avoid)\w*\b|\b(?:instead of|rather than)\b"
)
_IDLE = re.compile(
    r"\bexecutive orders?\b|\bin order\b|\bpoints? of view\b|\bin (?:view|light) of\b|\b(?:in|with) regards? to\b"
    r"|\bregarding\b|\b(?:no|little) doubt\b|\bple[ad]\w* (?:not )?guilty\b|\bpress (?=conference|release|secretary)"
    r"|\bin question\b|\bremain\w* committed\b|\b(?:conclud|clos|end)\w* (?=by )|\bagree\w* (?:with|on|that)\b"
    r"|(?<!to )(?<!will )(?<!would )(?<=\w )back\b"
)
"""Words that tell an act elsewhere and not here."""
_PHRASES: tuple[tuple[re.Pattern[str], Act], ...] = (
    (re.compile(r"\bask\w* (?:\w+ )?(?:about|whether|if|why|how|what|who|when|where)\b"), "ask"),
    (re.compile(r"\bcall\w* (?:\w+ )?(?:for|on|upon)\b|\b(?:push|press|ask)\w* for\b"), "demand"),
    (re.compile(r"\bpoint\w* out\b"), "assert"),
    (re.compile(r"\brul\w* out\b"), "reject"),
)
# fmt: off
_IRREGULAR = {
    "thought": "think", "felt": "feel", "saw": "see", "seen": "see", "sworn": "swear", "swore": "swear",
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "knew": "know", "known": "know",
    "spoke": "speak", "foresaw": "foresee", "pled": "plead", "sought": "seek", "shown": "show", "found": "find",
    "heard": "hear", "worried": "worried",
}
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
)
# fmt: on


def act_of(cue: str) -> Act | None:
    """The act that a cue names by itself, None where it is neutral, ambiguous, denied or not known."""
    words = _IDLE.sub(" ", " ".join(cue.casefold().split()))
    refused = _REFUSED.search(words)
    if refused:
        return _refusal(refused.group(0), refused.group("rest"))
    if _NEGATED.search(words) or "reportedly" in words:
        return None
    phrases = sorted((found.start(), act) for pattern, act in _PHRASES if (found := pattern.search(words)))
    before = words[: phrases[0][0]] if phrases else words
    neutral = False
    for word in re.findall(r"[\w'’]+", before):
        lemma = lemma_of(word)
        act = None if neutral and not word.endswith("ing") else _by_word(lemma)
        if act is not None:
            return act
        neutral = neutral or lemma in _NEUTRAL
    return phrases[0][1] if phrases else None


def _refusal(words: str, rest: str | None) -> Act | None:
    """What was refused tells the act; of "declined" alone it may be either."""
    if rest is None or _SPEECHES.search(rest):
        return "decline"
    return None if words.startswith("declin") and rest.strip() in ("", "to") else "reject"


def kind_of(cue: str) -> StatementKind | None:
    """Whether a cue tells of something uttered or only held, None where it does not tell."""
    for word in map(lemma_of, re.findall(r"[\w'’]+", _IDLE.sub(" ", cue.casefold()))):
        if word in _SPOKEN:
            return "said"
        if word in _HELD:
            return "held"
    return None


@cache
def _by_word(lemma: str) -> Act | None:
    return next((act for act, words in _ACTS.items() if lemma in words), None)


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*_ACTS.values(), _NEUTRAL, _HELD, _SPOKEN)


@cache
def lemma_of(word: str) -> str:
    """The word of the lists that this one may be a form of, else the word itself."""
    if word in _IRREGULAR or word in _known():
        return _IRREGULAR.get(word, word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            doubled = len(ending) > 1 and stem[-1:] == stem[-2:-1]
            for lemma in (stem + instead, stem[:-1] if doubled else stem):
                if lemma in _known():
                    return lemma
    return word
