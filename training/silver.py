"""Silver attributions in raw news: sentences that are plain enough for a pattern.

A sentence is plain if it matches one pattern from end to end, or holds no word that could be a cue, so that little
goes unmarked. What is kept of a paragraph are runs of plain sentences with an attribution among them; the rest of the
article is left out. Quotations are masked first: within a sentence they count as one sign.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.quotation import quotations
from training import cue_words
from training.cue_words import word_set
from training.inflect import forms
from training.polnear import Annotated, Attribution, Extent

_Q = "\ue000"  # stands for every character of a quotation
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
_NAME = r"(?!I\b)[A-Z][\w.’'\-]*"
_LOWER = "|".join(sorted({*_SMALL, *_PEOPLE, *(p + "s" for p in _PEOPLE)}, key=len, reverse=True))
_WORD = rf"(?:{_NAME}|\b(?:{_LOWER})\b(?:['’]s)?)"
_SUBJECT = rf"(?P<source>(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|{_WORD}(?: {_WORD}){{0,11}})(?:, [^,;:.{_Q}]{{4,60}},)?)"
_BEFORE = r"(?:(?:ha[sd]|have|also|later|then|further|previously|recently) ){0,2}"
_NOUN = "(?:the|a|he|she|it|they|there|his|her|its|their)"


def _cue(verbs: Iterable[str], after: str = "") -> str:
    found = sorted(f for verb in verbs for f in forms(verb) if not f.endswith("ing"))
    return rf"(?P<cue>{_BEFORE}(?:{'|'.join(found)}){after})"


_CUE = _cue(_SPEECH)
_WHOM = rf"(?: (?:reporters|journalists|the press|the media|{_NAME}(?: {_NAME}){{0,3}}))?"
_TAIL = rf"(?: (?:on|in|at|to|via|during|after|from|for|yesterday|today|earlier)\b[^,;:{_Q}]{{0,50}})?"
_LEAD = rf"(?:(?:On|In|At|During|After|Yesterday|Today|However|Meanwhile|But|Also)\b[^,;:{_Q}]{{0,40}}, |But )?"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"(?P<one>{_Q}+),? {_SUBJECT} {_CUE}{_WHOM}{_TAIL}\.?",
        rf"(?P<one>{_Q}+),? {_CUE} {_SUBJECT}{_TAIL}\.?",
        rf"(?P<one>{_Q}+),? {_SUBJECT} {_CUE}{_WHOM}{_TAIL}[,:] (?P<two>{_Q}+)\.?",
        rf"(?P<one>{_Q}+),? {_CUE} {_SUBJECT}{_TAIL}[,:] (?P<two>{_Q}+)\.?",
        rf"{_LEAD}{_SUBJECT} {_CUE}{_WHOM}{_TAIL}[,:] (?P<one>{_Q}+)\.?",
        rf"{_LEAD}{_SUBJECT} {_CUE}{_WHOM} (?P<one>that [^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} (?!announce|declare|tell|told){_CUE} (?P<one>{_NOUN} [^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} {_cue(_WILL)} (?P<one>to [^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} {_cue(_VERDICT)} (?P<one>[^,;:]{{12,}}?)\.?",
        rf"{_LEAD}{_SUBJECT} {_cue(['call'], ' (?:for|on)')} (?P<one>[^,;:]{{12,}}?)\.?",
        rf"(?P<cue>According to) {_SUBJECT}, (?P<one>[^;:]{{15,}}?)\.?",
        rf"(?P<one>[^;:]{{15,}}?), (?P<cue>according to) {_SUBJECT}\.?",
    )
)
_POSSIBLE = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
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
    )
    + r")\b",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bNo)[.!?]\s+(?=[A-Z{_Q}])|(?<={_Q})\s+(?=[A-Z{_Q}])")
_LEAST = 4


def annotate_plain(name: str, text: str) -> Annotated | None:
    """Return the plain runs of an article, one a line, with their attributions; None where there are none."""
    lines: list[str] = []
    found: list[Attribution] = []
    at = 0
    for paragraph in text.split("\n"):
        for (start, end), told in _plain_runs(paragraph):
            found += [_moved(a, at - start) for a in told]
            lines.append(paragraph[start:end])
            at += end - start + 1
    return Annotated(name, "\n".join(lines), (tuple(found),)) if found else None


def _plain_runs(line: str) -> Iterator[tuple[Extent, list[Attribution]]]:
    """Yield the runs of plain sentences of a paragraph that hold an attribution."""
    masked, stops = _masked(line)
    run: list[Extent] = []
    found: list[Attribution] = []
    for start, end in _sentences(masked, stops):
        if _goes_on(masked[start:end], line[start:end]) and run and found and found[-1].content[-1][1] >= run[-1][0]:
            found[-1] = replace(found[-1], content=(*found[-1].content, (start, end)))
        elif (told := _matched(masked[start:end])) is not None:
            found.append(_moved(told, start))
        elif _POSSIBLE.search(masked, start, end) or _quoted_at_length(masked, line, start, end):
            if found:
                yield (run[0][0], run[-1][1]), found
            run, found = [], []
            continue
        run.append((start, end))
    if found:
        yield (run[0][0], run[-1][1]), found


def _goes_on(sentence: str, text: str) -> bool:
    return set(sentence) <= {_Q, "."} and len(text.split()) >= _LEAST


def _masked(line: str) -> tuple[str, list[int]]:
    """Mask the quotations; also where one ends with a full stop of its own."""
    masked, stops = line, []
    for q in quotations(line):
        if not q.closed:
            continue
        masked = masked[: q.start] + _Q * (q.end - q.start) + masked[q.end :]
        if line[q.end - 2] in ".!?":
            stops.append(q.end)
    return masked, stops


def _sentences(masked: str, stops: list[int]) -> Iterator[Extent]:
    start = 0
    for m in _ENDS.finditer(masked):
        after_quotation = masked[m.start()].isspace()
        if after_quotation and m.start() not in stops:
            continue
        yield start, m.start() if after_quotation else m.start() + 1
        start = m.end()
    if start < len(masked):
        yield start, len(masked.rstrip())


def _quoted_at_length(masked: str, line: str, start: int, end: int) -> bool:
    runs = re.compile(_Q + "+").finditer(masked, start, end)
    return any(len(line[m.start() : m.end()].split()) >= _LEAST for m in runs)


def _matched(sentence: str) -> Attribution | None:
    for pattern in _PATTERNS:
        m = pattern.fullmatch(sentence)
        if m is None:
            continue
        spans = [m.span(g) for g in ("one", "two") if g in m.groupdict() and m[g] is not None]
        rest = sentence[: m.start("source")] + " " + sentence[m.end("source") : m.start("cue")]
        if _POSSIBLE.search(_outside(sentence, [*spans, m.span("source"), m.span("cue")]) + " " + rest):
            return None
        if _POSSIBLE.search(m["source"]) or not any(c.isalpha() or c == _Q for a, b in spans for c in sentence[a:b]):
            return None
        return Attribution((m.span("source"),), (m.span("cue"),), tuple(sorted(spans)))
    return None


def _outside(sentence: str, spans: list[Extent]) -> str:
    return "".join(c if not any(a <= i < b for a, b in spans) else " " for i, c in enumerate(sentence))


def _moved(a: Attribution, by: int) -> Attribution:
    def moved(extents: tuple[Extent, ...]) -> tuple[Extent, ...]:
        return tuple((s + by, e + by) for s, e in extents)

    return Attribution(moved(a.source), moved(a.cue), moved(a.content))
