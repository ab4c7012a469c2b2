import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Scores
from onrecord.finding import find
from onrecord.finding.meaning import direction, meaning_of_content, meaning_of_text, meanings_in
from onrecord.records import MEANING_WIDTH, Document, Meaning, document_id
from onrecord.sentences import sentences_of

Scored = Callable[[str], tuple[str, list[Scores]]]
MARKED = "<s1>Oduya</> <u1>said</> <c1>the dam would hold</>. Nobody in Port Vell believed her.\nIt rained."


def meaning(scores: Scores) -> Scores:
    rows = np.random.default_rng(3).normal(size=(len(scores.window), MEANING_WIDTH)).astype(np.float32)
    return replace(scores, embeddings=rows)


def unit(vector: bytes) -> NDArray[np.float64]:
    row = np.frombuffer(vector, dtype=np.int8).astype(np.float64)
    return row / np.linalg.norm(row)


def test_a_direction_survives_in_signed_bytes() -> None:
    rows = np.random.default_rng(1).normal(size=(7, MEANING_WIDTH)).astype(np.float32)
    mean = rows.mean(0)
    kept = np.frombuffer(direction(rows), dtype=np.int8).astype(np.float32)
    cosine = kept @ mean / np.linalg.norm(kept) / np.linalg.norm(mean)
    assert np.abs(kept).max() == 127
    assert cosine > 0.999


def test_each_sentence_means_the_mean_of_its_own_pieces(scored: Scored) -> None:
    text, (plain,) = scored(MARKED)
    scores = meaning(plain)
    sentences = list(sentences_of(text))
    found = list(meanings_in(scores, sentences))
    assert [text[one.start : one.end] for one in found] == [
        "Oduya said the dam would hold.",
        "Nobody in Port Vell believed her.",
        "It rained.",
    ]
    assert scores.embeddings is not None
    inside = (scores.window.starts >= sentences[1][0]) & (scores.window.ends <= sentences[1][1])
    assert found[1].vector == direction(scores.embeddings[inside & (scores.window.starts >= 0)])


def test_a_sentence_that_a_window_cuts_has_no_meaning_in_it(scored: Scored) -> None:
    text, (plain,) = scored(MARKED)
    start, end = next(sentences_of(text))
    assert list(meanings_in(meaning(plain), [(start, len(text) + 5)])) == []
    assert [one.end for one in meanings_in(meaning(plain), [(start, end)])] == [end]


def test_statements_mean_something_too_where_it_is_asked_for(scored: Scored) -> None:
    text, (plain,) = scored(MARKED)
    document = Document(id=document_id(text), text=text)
    found = find(document, [meaning(plain)], meanings=True).meanings
    assert "the dam would hold" in [text[one.start : one.end] for one in found]
    assert len(found) == 4 and [one.start for one in found] == sorted(one.start for one in found)
    assert find(document, [meaning(plain)]).meanings == ()


CARRIED = """“<c1>We stay</>,” <s1>Oduya</> <u1>said</>. “It is our dam. It will hold.”
“Nobody has to leave the valley. Not one of us.”
Then it rained."""


def test_a_quotation_that_goes_on_means_its_sentences_too(scored: Scored) -> None:
    text, (plain,) = scored(CARRIED)
    document = Document(id=document_id(text), text=text)
    found = find(document, [meaning(plain)], meanings=True)
    vectors = {(one.kind, text[one.start : one.end]): unit(one.vector) for one in found.meanings}
    extents = [(a.content[0].start, a.content[-1].end) for a in found.attributions]
    assert extents == [(one.start, one.end) for one in found.meanings if one.kind == "content"]
    carried = vectors["content", "“Nobody has to leave the valley. Not one of us.”"]
    one, two = vectors["sentence", "“Nobody has to leave the valley."], vectors["sentence", "Not one of us.”"]
    assert carried @ (one * 32 + two * 15) / np.linalg.norm(one * 32 + two * 15) > 0.999
    said = vectors["content", "“We stay,” Oduya said. “It is our dam. It will hold.”"]
    assert said @ vectors["sentence", "It will hold.”"] > 0.3
    assert said @ vectors["sentence", "Then it rained."] < 0.3


def test_a_quotation_of_many_sentences_takes_no_longer_for_being_long() -> None:
    quoted = " ".join("“It held in the flood of last year.”" for _ in range(20_000))
    own = Meaning(0, 5, b"\1" * MEANING_WIDTH, "content")
    parts = [(37 * k, 37 * k + 36) for k in range(20_000)]
    sentences = [Meaning(start, end, b"\2" * MEANING_WIDTH) for start, end in parts]
    began = time.perf_counter()
    found = meaning_of_content(parts, own, sentences)
    assert found is not None and found.end == len(quoted)
    assert time.perf_counter() - began < 5  # seconds; looking at all parts for each sentence would take minutes


def test_a_stretch_may_be_a_sentence_and_a_content(scored: Scored) -> None:
    text, (plain,) = scored("<s1>Oduya</> <u1>said</>:\n“<c1>It held in the flood of last year.</>”")
    found = find(Document(id=document_id(text), text=text), [meaning(plain)], meanings=True).meanings
    assert [one.kind for one in found if text[one.start] == "“"] == ["content", "sentence"]


def test_a_window_as_a_whole(scored: Scored) -> None:
    _, (plain,) = scored(MARKED)
    scores = meaning(plain)
    assert scores.embeddings is not None
    assert meaning_of_text(scores) == direction(scores.embeddings[scores.window.starts >= 0])
    assert meaning_of_text(plain) is None


def test_weights_without_meanings_find_none(scored: Scored) -> None:
    text, scores = scored(MARKED)
    assert find(Document(id=document_id(text), text=text), scores, meanings=True).meanings == ()
