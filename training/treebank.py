"""Treebanked documents with the attributions that their trees (and, where there are any, their RST trees) tell."""

from collections.abc import Iterable

from training import cue_words
from training.conllu import Sentence, Treebanked
from training.corpora.marked import Extent
from training.polnear import Annotated, Attribution
from training.quoting import carry_on, fit_to_marks, join_quotations, outermost_extents
from training.rst import Satellite, satellites, units_of
from training.ud_attribution import attributions_of, every_attribution, outermost
from training.ud_roles import NOBODY, Found, Numbers, cue, is_passive, speaker

_LEADING = frozenset(",.;:-–—…)]")
_TRAILING = frozenset(",.;:-–—…([")


def annotate(document: Treebanked) -> Annotated:
    """Find the attributions of every sentence, fit them to the quotation marks, and carry quotations on.

    Extents are code-point offsets into `document.text`; the one reading is in order of the text.
    """
    units = units_of(document.sentences)
    found: list[Attribution] = []
    cues: list[Attribution] = []
    for i, sentence in enumerate(document.sentences):
        told = _of_sentence(sentence, satellites(i, sentence, units))
        placed = (_placed(sentence, f) for f in told)
        found += [fit_to_marks(document.text, a) for a in placed if a is not None]
        cues += _without_content(sentence, told)
    whole = carry_on(document.text, join_quotations(document.text, outermost_extents(found), cues))
    return Annotated(document.name, document.text, (tuple(whole),))


def nested(document: Treebanked) -> list[Attribution]:
    """Find the attributions that stand within the content of another, by trees alone, in order of the text."""
    found: list[Attribution] = []
    for sentence in document.sentences:
        told = every_attribution(sentence)
        outer = outermost(told)
        inner = [f for f in told if any(f.cue | f.content <= o.content for o in outer) and not _is_own(sentence, f)]
        placed = (_placed(sentence, f) for f in outermost(inner))
        found += [fit_to_marks(document.text, a) for a in placed if a is not None]
    return found


def _is_own(s: Sentence, f: Found) -> bool:
    """Whether the source is the outer speaker again ("I believe", "he would"), nearly always: no other's words."""
    return len(f.source) == 1 and s.word(min(f.source)).form.casefold() in ("i", "we", "he", "she", "it", "they")


def _of_sentence(s: Sentence, related: list[Satellite]) -> list[Found]:
    """What the tree tells; where only the RST tree tells of an attribution, its units are the content."""
    found = attributions_of(s, known=(r.cue for r in related))
    covered = _covered(found)
    for r in related:
        w = s.word(r.cue)
        if r.cue in covered or w.upos != "VERB" or w.lemma not in cue_words.CLAUSAL or "Mood=Imp" in w.features:
            continue
        roles = speaker(s, w), cue(s, w)
        content = r.nucleus - roles[0] - roles[1]
        if roles[0] and content:
            found.append(Found(*roles, content))
    return outermost(found)


def _without_content(s: Sentence, told: list[Found]) -> list[Attribution]:
    """Speech verbs with a source whose content no tree tells: a quotation nearby may be it."""
    covered = _covered(told)
    found: list[Attribution] = []
    for w in s.words:
        if w.lemma in cue_words.SPEECH and w.upos == "VERB" and w.number not in covered and not is_passive(s, w):
            source = speaker(s, w)
            if source and "Mood=Imp" not in w.features:
                found.append(Attribution(_extents(s, source, NOBODY), _extents(s, cue(s, w), NOBODY), ()))
    return found


def _covered(found: list[Found]) -> Numbers:
    return frozenset[int]().union(*(f.cue | f.content | f.source for f in found))


def _placed(s: Sentence, f: Found) -> Attribution | None:
    """Turn numbers of words into extents, without the punctuation at their edges."""
    content = _extents(s, f.content, f.source | f.cue)
    source = _extents(s, f.source, f.content | f.cue)
    cue_ = _extents(s, f.cue, f.content | f.source)
    return Attribution(source, cue_, content) if content and cue_ else None


def _extents(s: Sentence, numbers: Numbers, others: Numbers) -> tuple[Extent, ...]:
    runs = (_trimmed(s, run) for run in _runs(s, numbers, others))
    return tuple((s.word(r[0]).start, s.word(r[-1]).end) for r in runs if r)


def _runs(s: Sentence, numbers: Numbers, others: Numbers) -> Iterable[list[int]]:
    """Group the numbers; punctuation that hangs elsewhere in the tree breaks no run."""
    run: list[int] = []
    for number in sorted(numbers):
        gap = range(run[-1] + 1, number) if run else range(0)
        if any(n in others or s.word(n).upos != "PUNCT" for n in gap):
            yield run
            run = []
        run = [*run, *(gap if run else ()), number]
    if run:
        yield run


def _trimmed(s: Sentence, run: list[int]) -> list[int]:
    start, stop = 0, len(run)
    while start < stop and s.word(run[start]).form[:1] in _LEADING:
        start += 1
    if start < stop and s.word(run[start]).upos == "CCONJ" and s.word(run[start]).lemma in ("and", "but", "or", "so"):
        start += 1
    while start < stop and s.word(run[stop - 1]).form[:1] in _TRAILING:
        stop -= 1
    trimmed = run[start:stop]
    return trimmed if any(c.isalnum() for n in trimmed for c in s.word(n).form) else []
