"""Attributions read off Universal Dependencies trees, by the span conventions of PolNeAR's guidelines.

Cue: the verb with auxiliaries, negation, adverbs beside it, particle and linking preposition, and what stands before
it ("went on to say"). Source: the subject with its appositions and clauses. Content: the clause or object, with its
"that" or "to". Where attributions nest the outermost is kept, as PolNeAR marks a word once only.
"""

from collections.abc import Iterable

from training import cue_words
from training.conllu import Sentence, Word
from training.ud_roles import NOBODY, Found, cue, found_or_none, is_passive, own_subject, speaker, trees
from training.ud_verbs import of_verb


def attributions_of(s: Sentence, known: Iterable[int] = ()) -> list[Found]:
    """Find the attributions of a sentence, outermost only, in order.

    `known` are numbers of words that another annotation marks as cues; they need not be in the word lists.
    """
    return outermost(every_attribution(s, known))


def every_attribution(s: Sentence, known: Iterable[int] = ()) -> list[Found]:
    """Find the attributions of a sentence, one within another too."""
    marked = frozenset(known)
    return [f for w in s.words for f in (_of_word(s, w, w.number in marked),) if f is not None]


def outermost(found: list[Found]) -> list[Found]:
    """Keep the attributions with the widest content, and of the others those that share no more than a source."""
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (-len(f.content), min(f.cue))):
        own = f.cue | f.content
        if not any(own & (k.source | k.cue | k.content) or f.source & (k.cue | k.content) for k in kept):
            kept.append(f)
    return sorted(kept, key=lambda f: min(f.cue))


def _of_word(s: Sentence, w: Word, known: bool) -> Found | None:
    if w.lemma == "accord" or w.form.lower() == "according":
        return _according(s, w)
    if w.upos == "VERB":
        return _aside(s, w) or of_verb(s, w, known)
    if w.upos == "ADJ" or w.lemma in cue_words.ATTITUDE:
        return _adjective(s, w)
    return _noun(s, w) if w.upos == "NOUN" else None


def _according(s: Sentence, w: Word) -> Found | None:
    """By "according to …": its noun is the source, the clause that it hangs on the content."""
    following = s.word(w.number + 1) if w.number < len(s.words) else None
    name = s.word(w.head) if w.head else None
    if following is None or following.lemma != "to" or name is None or not name.head:
        return None
    marks = frozenset((w.number, following.number))
    source = s.subtree(name.number) - marks
    return found_or_none(source, marks, s.subtree(s.word(name.head).number))


def _aside(s: Sentence, w: Word) -> Found | None:
    """By "…, she said": the verb hangs on what it introduces; so does "as she said"."""
    as_said = w.basic == "advcl" and any(c.lemma == "as" for c in s.children(w.number, "mark"))
    if w.lemma not in cue_words.ASIDE or not w.head or not (w.basic == "parataxis" or as_said):
        return None
    if own_subject(s, w) is None or s.children(w.number, "ccomp", "xcomp", "obj") or is_passive(s, w):
        return None
    return found_or_none(speaker(s, w), cue(s, w), s.subtree(w.head) - s.subtree(w.number))


def _adjective(s: Sentence, w: Word) -> Found | None:
    """By "is confident that", "made clear that"."""
    clause = trees(s, s.children(w.number, "ccomp", "xcomp"))
    if w.lemma not in cue_words.ATTITUDE or not clause:
        return None
    made_clear = w.basic == "xcomp" and w.head and s.word(w.head).lemma == "make"
    if w.basic == "xcomp" and not (made_clear and w.lemma == "clear"):
        return None
    if any("Mood=Imp" in c.features for c in s.children(w.number, "cop")):
        return None
    verb = s.word(w.head) if made_clear else w
    source = speaker(s, verb)
    marks = cue(s, verb) | {w.number} if made_clear else cue(s, w)
    return found_or_none(source, marks, clause) if source else None


def _noun(s: Sentence, w: Word) -> Found | None:
    """By "his claim that", "voiced the hope that", "reports that"."""
    clauses = [c for c in s.children(w.number, "acl", "ccomp") if c.relation != "acl:relcl" and _told(s, c)]
    if w.lemma not in cue_words.NOMINAL or not clauses:
        return None
    content = trees(s, clauses)
    owner = next(iter(s.children(w.number, "nmod")), None)
    modifiers = [c.number for c in s.children(w.number, "amod", "compound") if c.number < w.number]
    marks = frozenset(range(min([*modifiers, w.number]), w.number + 1))
    if owner is not None and owner.relation == "nmod:poss":
        return found_or_none(s.subtree(owner.number), marks, content)
    verb = s.word(w.head) if w.head else None
    if w.basic == "obj" and verb is not None and verb.lemma in cue_words.LIGHT and 0 < w.number - verb.number < 6:
        lent = cue(s, verb) | frozenset(range(verb.number, w.number + 1))
        return found_or_none(speaker(s, verb), lent, content)
    return found_or_none(NOBODY, marks, content)


def _told(s: Sentence, c: Word) -> bool:
    marks = [m.lemma for m in s.children(c.number, "mark")]
    return c.basic == "ccomp" or "that" in marks or "whether" in marks or "to" in marks
