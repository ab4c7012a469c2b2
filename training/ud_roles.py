"""Source and cue of a word in a dependency tree: who thinks or says it, and how far the cue reaches."""

from collections.abc import Iterable
from dataclasses import dataclass

from training import cue_words
from training.conllu import Sentence, Word

Numbers = frozenset[int]
NOBODY: Numbers = frozenset()
_DEPTH = 6  # a chain of coordinated or controlled verbs longer than this is a list, not a sentence
_QUESTION = frozenset(("when", "where", "why", "how", "so", "however", "then", "too", "yes", "no"))


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in a sentence: numbers of the words of its three roles."""

    source: Numbers
    cue: Numbers
    content: Numbers


def found_or_none(source: Numbers, cue: Numbers, content: Numbers) -> Found | None:
    """Return the attribution, its content without the other roles' words; None where no content is left."""
    left = content - source - cue
    return Found(source, cue, left) if left else None


def trees(s: Sentence, heads: Iterable[Word]) -> Numbers:
    """Return the numbers of several words and of all that hang on them."""
    return frozenset[int]().union(*(s.subtree(h.number) for h in heads))


def is_passive(s: Sentence, w: Word) -> bool:
    """Whether a verb is passive, also where its auxiliary is left out ("asked whether …, he")."""
    if any(c.relation in ("aux:pass", "nsubj:pass", "csubj:pass") for c in s.children(w.number)):
        return True
    bare = not s.children(w.number, "nsubj", "aux") and w.relation in ("acl", "advcl")
    return bare and "VerbForm=Part" in w.features and "Tense=Past" in w.features


def agent(s: Sentence, w: Word) -> Numbers:
    """Return the words of "by …" under a passive, without the "by"."""
    for c in s.children(w.number, "obl"):
        cases = s.children(c.number, "case")
        if c.relation == "obl:agent" or [x.lemma for x in cases] == ["by"]:
            return s.subtree(c.number) - {x.number for x in cases}
    return NOBODY


def own_subject(s: Sentence, w: Word) -> Word | None:
    """Return the head of the subject that hangs on this very word."""
    return next(iter(s.children(w.number, "nsubj")), None)


def subject_head(s: Sentence, w: Word, depth: int = 0) -> Word | None:
    """Return the head of the subject, which a coordinated, controlled or reduced verb shares with its governor."""
    own = own_subject(s, w)
    if own is not None or not w.head or depth > _DEPTH:
        return own
    governor = s.word(w.head)
    if "Mood=Imp" in governor.features or governor.lemma == "let":
        return None  # "let me know"
    if w.basic == "acl":
        telling = cue_words.SPEECH | cue_words.EVIDENCE
        return governor if w.lemma in telling and w.relation == "acl" else None
    if w.basic == "xcomp":
        controller = s.children(governor.number, "obj", "iobj")
        return controller[0] if controller else subject_head(s, governor, depth + 1)
    if w.basic in ("conj", "advcl"):
        return subject_head(s, governor, depth + 1)
    return None


def speaker(s: Sentence, w: Word) -> Numbers:
    """Return the words of the source of a verb or adjective; none where nobody is named."""
    if is_passive(s, w):
        return agent(s, w)
    head = subject_head(s, w)
    if head is None or _expletive(head):
        return NOBODY
    own = s.subtree(w.number)
    return noun_phrase(s, head) - (NOBODY if head.number in own else own)


def _expletive(head: Word) -> bool:
    return head.relation == "expl"


def noun_phrase(s: Sentence, head: Word) -> Numbers:
    """Return a noun with what hangs on it; of a noun that is a predicate, only what makes it a noun phrase."""
    if not s.children(head.number, "cop"):
        return s.subtree(head.number) - {c.number for c in s.children(head.number, "case")}
    inner = s.children(head.number, "det", "amod", "compound", "nmod", "nummod", "flat", "appos", "acl")
    return trees(s, inner) | {head.number}


def is_person(head: Word | None) -> bool:
    """Whether a subject can hold an opinion, as far as its word tells: a name, a pronoun, a word for people."""
    if head is None:
        return False
    if head.upos == "PRON":
        return head.lemma in cue_words.PRONOUNS
    return (
        head.upos == "PROPN"
        or head.lemma in cue_words.PEOPLE
        or head.lemma.endswith(("ist", "ian", "man", "woman", "er", "or"))
    )


def cue(s: Sentence, w: Word, preposition: str | None = None) -> Numbers:
    """Return the words of the cue around a verb or adjective: auxiliaries, adverbs, verbs before it, particle."""
    numbers = {w.number}
    governor = w
    while True:
        numbers |= _before(s, governor, min(numbers))
        if governor.basic != "xcomp" or not governor.head:
            break
        above = s.word(governor.head)
        between = set(range(above.number + 1, min(numbers)))
        if above.lemma not in cue_words.CHAIN or above.number > w.number or not _light(s, between):
            break
        numbers |= {above.number} | between
        governor = above
    return frozenset(numbers | _after(s, w, preposition))


def _before(s: Sentence, w: Word, first: int) -> set[int]:
    found: set[int] = set()
    at = first - 1
    while at > 0:
        x = s.word(at)
        light = x.basic in ("aux", "cop") or (x.basic == "advmod" and x.lemma not in _QUESTION)
        if x.head != w.number or not light or s.children(x.number):
            break
        found.add(at)
        at -= 1
    return _without_opening(s, found)


def _without_opening(s: Sentence, found: set[int]) -> set[int]:
    """An adverb that opens the sentence is no part of the cue."""
    return {n for n in found if n > 1 or s.word(n).basic != "advmod"}


def _light(s: Sentence, numbers: set[int]) -> bool:
    return all(s.word(n).lemma in ("to", "not", "on") or s.word(n).basic == "advmod" for n in numbers)


def _after(s: Sentence, w: Word, preposition: str | None) -> set[int]:
    found: set[int] = set()
    at = w.number + 1
    if at <= len(s.words) and s.word(at).relation == "compound:prt" and s.word(at).head == w.number:
        found.add(at)
        at += 1
    if preposition and at <= len(s.words) and s.word(at).lemma == preposition:
        found.add(at)
    return found
