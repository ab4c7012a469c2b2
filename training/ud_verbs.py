"""Attributions whose cue is a verb, read off a dependency tree: what each class of verbs takes as content."""

from training import cue_words
from training.conllu import Sentence, Word
from training.ud_roles import (
    NOBODY,
    Found,
    Numbers,
    agent,
    cue,
    found_or_none,
    is_passive,
    is_person,
    speaker,
    subject_head,
    trees,
)

_TAILS = frozenset(("of", "for", "as", "over"))


def of_verb(s: Sentence, w: Word, known: bool) -> Found | None:
    """Return the attribution whose cue is this verb, if it is one.

    `known` where another annotation says that it is a cue, so that it need not be in the word lists.
    """
    if "Mood=Imp" in w.features:
        return None
    if is_passive(s, w):
        return _passive(s, w, known)
    source, preposition = speaker(s, w), None
    content = _clause(s, w, known) or _named(s, w) or _infinitive(s, w) or _quoted(s, w)
    if not content and is_person(subject_head(s, w)):
        content = _thing(s, w)
        if not content:
            content, preposition = _with_preposition(s, w)
    if not content or not (source or w.lemma == "seem"):
        return None
    if w.lemma == "call":
        preposition = preposition or _called(s, w)
    return found_or_none(source, cue(s, w, preposition), content)


def _clause(s: Sentence, w: Word, known: bool) -> Numbers:
    if not known and w.lemma not in cue_words.CLAUSAL and w.lemma != "seem":
        return NOBODY
    clauses = s.children(w.number, "ccomp")
    if w.lemma in cue_words.SEEKING and _to(s, w) and any(_asks(s, c) for c in clauses):
        return NOBODY  # "to see whether"
    if w.lemma == "feel" and not clauses:
        clauses = tuple(_tails(s, w, frozenset(("like",))))
    return trees(s, clauses)


def _asks(s: Sentence, w: Word) -> bool:
    return any(c.lemma in ("if", "whether", "how", "what", "when") for c in s.children(w.number))


def _infinitive(s: Sentence, w: Word) -> Numbers:
    would_like = w.lemma in ("like", "love") and any(c.lemma == "would" for c in s.children(w.number, "aux"))
    if w.lemma not in cue_words.WILL and not would_like:
        return NOBODY
    what = s.children(w.number, "obj", "iobj")
    with_patient = w.lemma in cue_words.PATIENT_IN or would_like
    ends = [x for x in s.children(w.number, "xcomp") if _to(s, x)]
    if with_patient and what and not ends:  # treebanks waver between xcomp and advcl here
        ends = [x for x in s.children(w.number, "advcl") if _to(s, x) and x.number > what[0].number]
    if not ends:
        return trees(s, what) if would_like else NOBODY
    return trees(s, (*ends, *(what if with_patient else ())))


def _to(s: Sentence, w: Word) -> bool:
    return any(c.lemma == "to" for c in s.children(w.number, "mark"))


def _named(s: Sentence, w: Word) -> Numbers:
    """By "called it a success", "described it as a success"."""
    what = s.children(w.number, "obj")
    if w.lemma not in cue_words.NAMING or not what:
        return NOBODY
    names = s.children(w.number, "xcomp") + tuple(_tails(s, w, frozenset(("as",))))
    return trees(s, (*what, *names)) if names else NOBODY


def _quoted(s: Sentence, w: Word) -> Numbers:
    """By "he said: …": what follows a colon hangs on the verb as a parataxis."""
    if w.lemma not in cue_words.SPEECH:
        return NOBODY
    after = [c for c in s.children(w.number, "parataxis") if c.number > w.number]
    return trees(s, [c for c in after if _colon_between(s, w, c)])


def _colon_between(s: Sentence, w: Word, c: Word) -> bool:
    return any(x.form == ":" for x in s.words[w.number : min(s.subtree(c.number) - {0})])


def _thing(s: Sentence, w: Word) -> Numbers:
    """A noun that tells what was said, wanted or judged."""
    things = s.children(w.number, "obj")
    if not things:
        return NOBODY
    if w.lemma in cue_words.VERDICT:
        return trees(s, (*things, *_tails(s, w, _TAILS)))
    return trees(s, things) if w.lemma in cue_words.TELLING else NOBODY


def _tails(s: Sentence, w: Word, prepositions: Numbers | frozenset[str]) -> list[Word]:
    found = []
    for c in s.children(w.number, "obl", "advcl"):
        if c.number > w.number and any(x.lemma in prepositions for x in s.children(c.number, "case", "mark")):
            found.append(c)
    return found


def _with_preposition(s: Sentence, w: Word) -> tuple[Numbers, str | None]:
    for c in s.children(w.number, "obl"):
        cases = s.children(c.number, "case")
        if cases and (w.lemma, cases[0].lemma) in cue_words.WITH_PREPOSITION:
            return s.subtree(c.number) - {cases[0].number}, cases[0].lemma
    return NOBODY, None


def _called(s: Sentence, w: Word) -> str | None:
    return next((c.lemma for c in s.words[w.number : w.number + 1] if c.lemma in ("for", "on", "upon")), None)


def _passive(s: Sentence, w: Word, known: bool) -> Found | None:
    said = trees(s, s.children(w.number, "ccomp", "csubj"))
    ends = trees(s, s.children(w.number, "xcomp"))
    of_what = trees(s, [c for c in s.children(w.number, "nsubj") if c.relation == "nsubj:pass"])
    by = agent(s, w)
    if w.lemma in cue_words.PASSIVE and ends:
        return found_or_none(by, cue(s, w), of_what | ends)
    if (known or w.lemma in cue_words.CLAUSAL) and said:
        return found_or_none(by, cue(s, w), said)
    if w.lemma in cue_words.WILL and w.lemma != "mean" and ends and w.lemma in cue_words.PATIENT_IN | {"tell"}:
        return found_or_none(by, cue(s, w), ends)
    if by and of_what and w.lemma in cue_words.VERDICT | cue_words.SPEECH:
        return found_or_none(by, cue(s, w), of_what | trees(s, _tails(s, w, _TAILS)))
    return None
