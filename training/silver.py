"""Silver attributions in raw news: sentences that are plain enough for a pattern.

A sentence is plain if it matches one pattern from end to end, or holds no word that could be a cue, so that little
goes unmarked. What is kept of a paragraph are runs of plain sentences with an attribution among them; the rest of the
article is left out. Quotations are masked first: within a sentence they count as one sign.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.quotation import quotations
from training.corpora.marked import Extent
from training.plain_patterns import ALSO, ENDS, PATTERNS, POSSIBLE, QUOTED
from training.polnear import Annotated, Attribution

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
        elif _may_attribute(masked[start:end]) or _quoted_at_length(masked, line, start, end):
            if found:
                yield (run[0][0], run[-1][1]), found
            run, found = [], []
            continue
        run.append((start, end))
    if found:
        yield (run[0][0], run[-1][1]), found


def _goes_on(sentence: str, text: str) -> bool:
    return set(sentence) <= {QUOTED, "."} and len(text.split()) >= _LEAST


def _masked(line: str) -> tuple[str, list[int]]:
    """Mask the quotations; also where one ends with a full stop of its own."""
    masked, stops = line, []
    for q in quotations(line):
        if not q.closed:
            continue
        masked = masked[: q.start] + QUOTED * (q.end - q.start) + masked[q.end :]
        if line[q.end - 2] in ".!?":
            stops.append(q.end)
    return masked, stops


def _sentences(masked: str, stops: list[int]) -> Iterator[Extent]:
    start = 0
    for m in ENDS.finditer(masked):
        after_quotation = masked[m.start()].isspace()
        if after_quotation and m.start() not in stops:
            continue
        yield start, m.start() if after_quotation else m.start() + 1
        start = m.end()
    if start < len(masked):
        yield start, len(masked.rstrip())


def _quoted_at_length(masked: str, line: str, start: int, end: int) -> bool:
    runs = re.compile(QUOTED + "+").finditer(masked, start, end)
    return any(len(line[m.start() : m.end()].split()) >= _LEAST for m in runs)


def _may_attribute(text: str) -> bool:
    return any(word in POSSIBLE for word in re.findall(r"[a-z]+", text.lower()))


def _matched(sentence: str) -> Attribution | None:
    if not _may_attribute(sentence):
        return None
    for pattern in PATTERNS:
        m = pattern.fullmatch(sentence)
        if m is None:
            continue
        spans = [m.span(g) for g in ("one", "two") if g in m.groupdict() and m[g] is not None]
        rest = _outside(sentence, [*spans, m.span("cue")])
        if _may_attribute(rest) or any(ALSO.search(sentence, *span) for span in spans):
            return None
        if not any(c.isalpha() or c == QUOTED for a, b in spans for c in sentence[a:b]):
            return None
        return Attribution((m.span("source"),), (m.span("cue"),), tuple(sorted(spans)))
    return None


def _outside(sentence: str, spans: list[Extent]) -> str:
    return "".join(c if not any(a <= i < b for a, b in spans) else " " for i, c in enumerate(sentence))


def _moved(a: Attribution, by: int) -> Attribution:
    def moved(extents: tuple[Extent, ...]) -> tuple[Extent, ...]:
        return tuple((s + by, e + by) for s, e in extents)

    return Attribution(moved(a.source), moved(a.cue), moved(a.content))
