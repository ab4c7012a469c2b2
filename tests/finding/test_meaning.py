from collections.abc import Callable
from dataclasses import replace

import numpy as np

from onrecord.encoder import Scores
from onrecord.finding import find
from onrecord.finding.meaning import direction, meanings_in
from onrecord.records import MEANING_WIDTH, Document, document_id
from onrecord.sentences import sentences_of

Scored = Callable[[str], tuple[str, list[Scores]]]
MARKED = "<s1>Oduya</> <u1>said</> <c1>the dam would hold</>. Nobody in Port Vell believed her.\nIt rained."


def meaning(scores: Scores) -> Scores:
    rows = np.random.default_rng(3).normal(size=(len(scores.window), MEANING_WIDTH)).astype(np.float32)
    return replace(scores, embeddings=rows)


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


def test_weights_without_meanings_find_none(scored: Scored) -> None:
    text, scores = scored(MARKED)
    assert find(Document(id=document_id(text), text=text), scores, meanings=True).meanings == ()
