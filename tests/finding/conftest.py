"""Scores as a sure model would give them, for a text marked up in the test itself."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.encoder import LAYERS, MOVES, TAGS, Pointer, Scores, tags_of
from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.pointers import POINTERS, SIZES, paragraphs_within
from onrecord.encoder.windows import Window, windows_of
from onrecord.finding.spans import Tagged, tagged

Scored = Callable[[str], tuple[str, list[Scores]]]
TOKENIZER = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))
ROLE = {"s": "source", "u": "cue", "c": "content"}
MARK = re.compile(r"<(\w)(\d)>(.*?)</>", re.DOTALL)


@pytest.fixture
def scored() -> Scored:
    """Text and scores of a marked-up text."""
    return _scored


def _scored(marked: str) -> tuple[str, list[Scores]]:
    """`<s1>…</>`, `<u1>…</>`, `<c1>…</>` mark source, cue and content of attribution 1; returns text and scores."""
    text, spans, at = "", [], 0
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        spans.append((ROLE[m[1]], int(m[2]), len(text), len(text) + len(m[3])))
        text, at = text + m[3], m.end()
    text += marked[at:]
    return text, [_scores(w, spans) for w in windows_of(paragraphs_of(text, TOKENIZER))]


def _scores(window: Window, spans: list[tuple[str, int, int, int]]) -> Scores:
    n, width = len(window), 16
    emissions = np.zeros((n, len(TAGS)), dtype=np.float32)
    emissions[:, 0] = 5
    names = ("cf", "ct", "sf", "st")
    parts: dict[str, NDArray[np.float32]] = {k: np.zeros((n, width), dtype=np.float32) for k in names}
    named = {number for role, number, _, _ in spans if role == "source"}
    parts["st"][0, 0] = 10
    for role, number, start, end in spans:
        places = np.flatnonzero((window.starts >= start) & (window.ends <= end) & (window.starts >= 0))
        emissions[places, TAGS.index(f"I-{role}")] = 9
        emissions[places[:1], TAGS.index(f"B-{role}")] = 10
        if role == "content":
            parts["cf"][places, number] = 1
        if role == "cue":
            parts["ct"][places[:1], number] = 10
            parts["sf"][places, number if number in named else 0] = 1
        if role == "source":
            parts["st"][places[:1], number] = 10
    biases = tuple(np.zeros(size, dtype=np.float32) for size in SIZES)
    moves = np.where(np.array(MOVES) == 1, 0.0, -1e4).astype(np.float32)
    paragraphs = paragraphs_within(window.ids)
    cue = Pointer(parts["cf"], parts["ct"], paragraphs, biases)
    source = Pointer(parts["sf"], parts["st"], paragraphs, biases)
    layers = {name: np.eye(1, len(tags_of(kinds)), dtype=np.float32).repeat(n, 0) for name, kinds in LAYERS.items()}
    layers["attribution"] = emissions
    pointers = dict.fromkeys(POINTERS, source) | {"content_to_cue": cue}
    return Scores(window, layers, moves, pointers, np.zeros(0, dtype=np.float32))


Layered = Callable[..., list[Tagged]]


@pytest.fixture
def layered() -> Layered:
    """Scores of a text in which some words are of some kind, and some point at others."""
    return _layered


def _layered(
    text: str, marks: dict[str, list[tuple[str, str]]], links: dict[str, dict[str, str]] | None = None
) -> list[Tagged]:
    """`marks`: by layer, words (where they first occur in the text) and a kind; `links`: by pointer, words to words."""
    (scores,) = _layered_windows(text, marks)
    for number, (name, pairs) in enumerate((links or {}).items()):
        pointer = scores.pointers[name]
        fresh = Pointer(np.zeros_like(pointer.start), np.zeros_like(pointer.end), pointer.paragraphs, pointer.biases)
        scores.pointers[name] = fresh  # type: ignore[index]
        fresh.end[0, 15] = 5
        fresh.start[:, 15] = 1
        for k, (here, there) in enumerate(pairs.items()):
            fresh.start[_first(scores, text, here)] = 10 * np.eye(16, dtype=np.float32)[k]
            fresh.end[_first(scores, text, there), k] = 1
        assert number < 15
    return tagged([scores])


def _layered_windows(text: str, marks: dict[str, list[tuple[str, str]]]) -> list[Scores]:
    windows = list(windows_of(paragraphs_of(text, TOKENIZER)))
    found = [_scores(window, []) for window in windows]
    for scores in found:
        for layer, spans in marks.items():
            tags = tags_of(LAYERS[layer])
            for words, kind in spans:
                start = text.index(words)
                inside = (scores.window.starts >= start) & (scores.window.ends <= start + len(words))
                places = np.flatnonzero(inside & (scores.window.starts >= 0))
                scores.layers[layer][places, tags.index(f"I-{kind}")] = 9
                scores.layers[layer][places[:1], tags.index(f"B-{kind}")] = 10
    return found


def _first(scores: Scores, text: str, words: str) -> int:
    return int((scores.window.starts == text.index(words)).argmax())
