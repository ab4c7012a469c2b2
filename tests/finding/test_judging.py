from collections.abc import Callable
from dataclasses import replace

import numpy as np

from onrecord.encoder import Scores
from onrecord.encoder.judgements import COLUMNS, JUDGEMENTS, WIDTH
from onrecord.finding import find
from onrecord.finding.spans import Tagged
from onrecord.records import Document, document_id

Scored = Callable[[str], tuple[str, list[Scores]]]
Layered = Callable[..., list[Tagged]]


def saying(scores: Scores, text: str, words: dict[str, dict[str, str]]) -> Scores:
    """Scores in which the first piece of some words, as cue and as content, gives some answers."""
    rows = np.zeros((len(scores.window), WIDTH), dtype=np.float32)
    for at, answers in words.items():
        here = int((scores.window.starts == text.index(at)).argmax())
        for name, answer in answers.items():
            for part in ("cue", "content"):
                where = COLUMNS[name, part]
                rows[here, where.start] = 6
                rows[here, where.start + 1 + JUDGEMENTS[name].index(answer)] = 8
    return replace(scores, judgements=rows, absent=np.zeros(WIDTH, dtype=np.float32))


def document(text: str) -> Document:
    return Document(id=document_id(text), text=text)


def test_a_statement_is_judged_by_its_cue_and_content(scored: Scored) -> None:
    text, (scores,) = scored("<s1>Mara Oduya</> <u1>warned</> <c1>that the dam might break</>.")
    heard = saying(scores, text, {"warned": {"act": "warn", "kind": "said"}, "might": {"factuality": "PS+"}})
    (found,) = find(document(text), [heard]).attributions
    assert found.judgement is not None
    assert (found.judgement.act, found.judgement.kind, found.judgement.factuality) == ("warn", "said", "PS+")
    assert found.judgement.act_sure > 0.9


def test_weights_without_judgements_judge_nothing(scored: Scored) -> None:
    text, scores = scored("<s1>Mara Oduya</> <u1>said</> <c1>the dam would hold</>.")
    assert [one.judgement for one in find(document(text), scores).attributions] == [None]


def test_a_quotation_carried_over_is_judged_by_its_own_words(scored: Scored) -> None:
    text, (scores,) = scored(
        "<s1>Mara Oduya</> <u1>said</>: <c1>“The dam will hold through the winter.</>\n"
        "“Leave the valley before the water comes and do not wait.”"
    )
    heard = saying(scores, text, {"said": {"act": "assert"}, "Leave": {"act": "demand", "factuality": "Uu"}})
    first, second = find(document(text), [heard]).attributions
    assert second.carried
    assert first.judgement is not None and second.judgement is not None
    assert (first.judgement.act, second.judgement.act, second.judgement.factuality) == ("assert", "demand", "Uu")


def test_a_condition_belongs_to_the_statement_that_holds_it(scored: Scored, layered: Layered) -> None:
    marked = (
        "<s1>Oduya</> <u1>said</> <c1>the gates would open if the water rose, unless snow fell</>.\n"
        "<s2>Corrant</> <u2>said</> <c2>she would wait</>."
    )
    text, (scores,) = scored(marked)
    conditions = [("if the water rose", "condition"), ("unless snow fell", "condition")]
    (told,) = layered(text, {"conditions": conditions})
    layers = {**scores.layers, "conditions": told.scores.layers["conditions"]}
    first, second = find(document(text), [replace(scores, layers=layers)]).attributions
    assert first.condition is not None and first.condition.text == "if the water rose"
    assert second.condition is None
