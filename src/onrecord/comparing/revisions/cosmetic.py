"""Which changes of wording say the same: spelling, articles, a word that stood twice, what belongs to the page.

Only what certainly claims nothing is called cosmetic: two spellings of one word by the known rules between British and
American English (Oxford spelling, New Hart's Rules), letters that changed places or were doubled, but never a number
and never words that are told apart by such a letter.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from onrecord.comparing.revisions.wording import Word, Wording
from onrecord.lexicon import any_of, word_set

# Without them the sentence claims what it claimed.
ARTICLES: Final = word_set("the a an and that which")
# What holds phrases together: never a claim beside the claim that it belongs to.
FUNCTION_WORDS: Final = ARTICLES | word_set(
    """
    of in on at by for from to with into across upon along as or per than between during since until through over about
    this these those it its their his her was were is are be been being has have had will who whom whose 's vs
    """
)
# Pairs that one letter doubled or two that changed places tell apart.
_NO_TWINS: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        """
        trial/trail united/untied martial/marital casual/causal diary/dairy angel/angle desert/dessert
        loose/lose canon/cannon coral/corral barrow/borrow sacred/scared silver/sliver reserve/reverse
        """
    )
)
# Behind one vowel a doubled letter makes another word: "filed" and "filled", "planing" and "planning".
_SHORT_VOWEL: Final = re.compile(r"[^aeiou]*[aeiou]([a-z])\1(?:ed|ing|ers?)")
# Whose last l British English doubles: no rule tells "labelled" from "compelled".
_TRAVELS: Final = any_of(
    *word_set("""
    cancel channel chisel counsel dial duel equal fuel grovel initial jewel label level libel marshal marvel medal model
    panel parcel pencil quarrel rival shovel shrivel signal snorkel spiral stencil swivel total towel travel tunnel
    unravel
    """)
)
_AMERICAN: Final = (
    # Not "prise", which is no "prize".
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ing|ations?|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e[drs]?|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our(?!$|s$|nal)"), "or"),
    (re.compile(r"(?<=[bdlmnpv])our(?=s?$)"), "or"),
    (re.compile(r"(?<=[bcdht]{1})re(?=s?$)"), "er"),
    (re.compile(rf"^((?:re|un|mis)?{_TRAVELS})l(?=(?:ed|ing|[eo]rs?)$)"), r"\1"),
    (re.compile(r"(?<=[eai])mme(?=s?$)"), "me"),
    (re.compile(r"(?<=fen)ce(?=s?$)|(?<=[ef]fen)ce|(?<=icen)ce"), "se"),
    (re.compile(r"(?<=[acdmnp])ogue(?=s?$)"), "og"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"(?<=[a-z])ae(?=[a-z])|(?<=[a-z])oe(?=[a-z])"), "e"),
)
_SHORTEST: Final = 5
# A whole line that is nothing but a control, and words that only a control has.
_CONTROL: Final = re.compile(
    r"(?:share|print|save|e-?mail|tweet|pin)(?: (?:it|this(?: (?:story|article|page|post))?))?"
    r"(?: (?:on|via|by|to) \w+)?"
    r"|copy link|advertisement|related(?: (?:stories|articles|links|content|topics|posts))?|most (?:read|popular)"
    r"|trending(?: now)?|recommended(?: for you)?|(?:read|see|learn) (?:more|next|also)\b.*|skip to \w+(?: \w+)?"
    r"|(?:sign|log) (?:up|in)(?: (?:here|now|today))?|subscribe(?: (?:here|now|today))?|follow us\b.*|back to top"
    r"|loading|comments?|all rights reserved|terms of (?:use|service)|privacy policy|menu|home|search"
    r"|view (?:gallery|image|images|comments)|listen to this (?:article|story)|watch (?:this|the) video",
    re.IGNORECASE,
)
_CONTROLS: Final = re.compile(
    r"\b(?:click|tap|swipe) (?:here|to|on)\b|\b(?:enable|execute|disable) javascript\b|\baccept (?:all )?cookies\b"
    r"|\ban error occurred\b|\b(?:sign up|subscribe)\b.{0,60}\bnewsletters?\b",
    re.IGNORECASE,
)
_LONGEST_FURNITURE: Final = 20


def says_the_same(a: Wording, ours: tuple[int, int], b: Wording, theirs: tuple[int, int]) -> bool:
    """Whether an edit, a range of words of each text, changes nothing that is claimed.

    A number is never passed over: where it has one that the other range has not, the edit says something else.
    """
    before, after = a.words[slice(*ours)], b.words[slice(*theirs)]
    if _joined(before) == _joined(after):
        return True
    if _numbers(before) != _numbers(after):
        return False
    left, right = _without_articles(before), _without_articles(after)
    if not left and not right:
        return True
    if (not before and _only_of(right)) or (not after and _only_of(left)):
        return True
    if not left or not right:
        return _repeats(a, ours) or _abbreviates(a, ours) if left else _repeats(b, theirs) or _abbreviates(b, theirs)
    return len(left) == len(right) and all(
        one.key == other.key or same_word(one.key, other.key) for one, other in zip(left, right, strict=True)
    )


def same_word(one: str, other: str) -> bool:
    """Whether two words, folded, are one word in two spellings, or one of them is misspelt beyond doubt."""
    if one == other:
        return True
    if frozenset((one, other)) in _NO_TWINS:
        return False
    if american(one) == american(other):
        return True
    if min(len(one), len(other)) < _SHORTEST or not (one + other).isalpha():
        return False
    return _doubled(one, other) or _swapped(one, other)


def american(word: str) -> str:
    """Return a word as American English spells it, as far as rules tell: for comparing, not for printing."""
    if len(word) < _SHORTEST:
        return word
    for pattern, spelling in _AMERICAN:
        word = pattern.sub(spelling, word)
    return word


def is_furniture(text: str) -> bool:
    """Whether a sentence belongs to the page and not to the story: what to click, share, allow or subscribe to."""
    words = text.split()
    line = " ".join(words).strip(" .:…|»›>-–—[]()")
    if len(words) > _LONGEST_FURNITURE or any(map(str.isdigit, line)):
        return False
    return _CONTROL.fullmatch(line) is not None or _CONTROLS.search(line) is not None


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.key for word in words)


def _numbers(words: Sequence[Word]) -> Counter[str]:
    return Counter(word.key for word in words if word.numeric)


def _without_articles(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.key not in ARTICLES]


def _repeats(side: Wording, edit: tuple[int, int]) -> bool:
    """Whether words stood twice in a row, with at most one between: "over near over"."""
    first, last = edit
    size = last - first
    said = side.keys[first:last]
    if any(word.numeric for word in side.words[first:last]):
        return False
    near = range(max(0, first - size - 1), min(len(side.keys), last + 1) + 1)
    return any(side.keys[i : i + size] == said for i in near if i + size <= first or i >= last)


def _only_of(words: Sequence[Word]) -> bool:
    """Whether words only hold a date together: "the second half of 2031", "the second half 2031"."""
    return [word.key for word in words] == ["of"]


def _abbreviates(side: Wording, edit: tuple[int, int]) -> bool:
    """Whether an edit is the abbreviation of the name before it, in brackets: "the Ferry Board (FB)"."""
    first, last = edit
    if last - first != 1 or side.text[: side.words[first].start][-1:] not in "([" or first == 0:
        return False
    short = side.keys[first]
    name = [side.keys[word][0] for word in range(max(0, first - 2 * len(short)), first) if side.capital(word)]
    return len(short) > 1 and "".join(name).endswith(short)


def _doubled(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or _SHORT_VOWEL.fullmatch(long):
        return False
    return any(long[i] == long[i - 1] and long[:i] + long[i + 1 :] == short for i in range(1, len(long)))


def _swapped(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    odd = [i for i in range(len(one)) if one[i] != other[i]]
    return len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
