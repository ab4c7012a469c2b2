from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")

from onrecord.encoder.judgements import COLUMNS, WIDTH, judge
from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.pointers import BIASES, POINTERS, Pointer, paragraphs_within
from onrecord.encoder.tags import PLOVER, TAGS
from training.batches import Links, batches_of, collate, mask_some
from training.corpora.marked import Judged, Layer, Link, Mark, Marked, Relation, Value
from training.crf import Crf
from training.examples import NONE, Example, Meant, Prepared, examples_of
from training.losses import (
    PARTS,
    Outputs,
    judgement_scores,
    link_scores,
    loss_of,
    pooled_meanings,
    relation_scores,
)
from training.model import Model

TEXT = "Oduya said the dam would hold and blamed rain.\nShe thanked Norland."
CPU = torch.device("cpu")


def mark(words: str, kind: str) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind)


def example() -> Example:
    at = TEXT.index
    said = mark("Oduya", "source"), mark("said", "cue"), mark("the dam would hold", "content"), mark("blamed", "cue")
    layer = Layer(said)
    links = {
        "content_to_cue": (Link(at("the dam"), at("said")),),
        "cue_to_source": (Link(at("said"), 0), Link(at("blamed"), 0)),
    }
    names = Layer((mark("Norland", "country"),), unseen=frozenset(("person",)))
    relation = Relation((at("She"), at("She") + 3), (at("Norland"), at("Norland") + 7), "SUPPORT")
    marked = Marked("a", TEXT, {"attribution": layer, "names": names}, links, (relation,))
    tokenizer = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))
    (only,) = examples_of(Prepared(list(paragraphs_of(TEXT, tokenizer)), (marked,)))
    return only


def model() -> Model:
    torch.manual_seed(0)
    return Model().eval()


def test_a_crf_counts_every_legal_path() -> None:
    torch.manual_seed(0)
    crf = Crf()
    torch.nn.init.normal_(crf.moves)
    emissions, tags = torch.randn(1, 3, len(TAGS)), torch.tensor([[0, 1, 2]])
    moves = crf.scores()

    def score(path: tuple[int, ...]) -> object:
        steps = sum(moves[a, b] for a, b in pairwise(path))
        return steps + sum(emissions[0, i, t] for i, t in enumerate(path))

    total = torch.logsumexp(torch.stack([score(p) for p in product(range(len(TAGS)), repeat=3)]), 0)
    real = torch.ones(1, 3, dtype=torch.bool)
    assert crf.loss(emissions, tags, real).item() == pytest.approx(((total - score((0, 1, 2))) / 3).item(), abs=1e-4)


@torch.no_grad()
def test_training_and_reading_agree_on_pointers() -> None:
    made, trained = example(), model()
    batch = collate([made], CPU)
    outputs = Outputs.of(trained, batch)
    place = int((made.window.starts == TEXT.index("blamed")).argmax())
    links = Links(*(torch.tensor([x]) for x in (0, place, 0, True)))
    said = link_scores(trained, batch, outputs, "cue_to_source", links)[0].numpy()
    which = POINTERS.index("cue_to_source")
    parts = np.split(outputs.projected[0].numpy(), 2 * len(POINTERS), axis=-1)
    biases = tuple(trained.biases[name][which].numpy() for name in BIASES)
    pointer = Pointer(parts[2 * which], parts[2 * which + 1], paragraphs_within(made.window.ids), biases)
    targets = np.array([0, *np.flatnonzero(made.tags["attribution"] == TAGS.index("B-source"))])
    assert said[targets] == pytest.approx(pointer.logits(np.array([place]), targets)[0], abs=1e-4)
    assert (np.delete(said, targets) == -1e4).all()


@torch.no_grad()
def test_what_stands_beside_a_window_in_a_batch_does_not_touch_its_loss() -> None:
    made, trained = example(), model()
    empty = Example(made.window, {}, {}, {})
    weights = dict.fromkeys([*made.tags, *made.pointed, "relations"], 1.0)
    torch.manual_seed(1)
    alone, parts = loss_of(trained, collate([made], CPU), weights)
    torch.manual_seed(1)
    beside, _ = loss_of(trained, collate([made, empty], CPU), weights)
    assert beside.item() == pytest.approx(alone.item() / 2, rel=1e-3)
    assert set(parts) == {"attribution", "names", "content_to_cue", "cue_to_source", "relations"}


@torch.no_grad()
def test_o_is_right_for_a_kind_that_the_corpus_never_marks() -> None:
    made, trained = example(), model()
    weights = {"names": 1.0}
    only = Example(made.window, {"names": made.tags["names"]}, {"names": frozenset(("person",))}, {})
    strict = Example(made.window, {"names": made.tags["names"]}, {"names": frozenset()}, {})
    lenient, _ = loss_of(trained, collate([only], CPU), weights)
    severe, _ = loss_of(trained, collate([strict], CPU), weights)
    assert lenient.item() < severe.item()


@torch.no_grad()
def test_the_types_of_a_relation_share_one_word_s_probability() -> None:
    made, trained = example(), model()
    batch = collate([made], CPU)
    assert batch.relations is not None
    scores = relation_scores(trained, batch, Outputs.of(trained, batch), batch.relations)
    assert scores.shape == (1, len(PLOVER))
    length = made.related[0].end - made.related[0].start
    assert float(scores.exp().sum()) < length


def test_batches_hold_every_example_once_and_keep_to_their_size() -> None:
    import random

    examples = [example() for _ in range(50)]
    groups = batches_of(list(examples), 200, random.Random(1))
    assert sum(map(len, groups)) == 50
    assert all(max(len(e.window) for e in g) * len(g) <= 200 for g in groups)


def test_masking_spares_the_special_pieces() -> None:
    batch = collate([example()], CPU)
    masked = mask_some(batch, 1.0, torch.Generator().manual_seed(1))
    special = (batch.ids == 101) | (batch.ids == 102)
    assert (masked.ids[special] == batch.ids[special]).all() and (masked.ids[~special] == 103).all()


def judged_example() -> Example:
    said, holds = mark("said", "cue"), mark("the dam would hold", "content")
    judged = Judged(((said.start, said.end),), ((holds.start, holds.end),), "expect", "said", None)
    marked = Marked("a", TEXT, values=(Value(holds.start + 14, holds.end, 1.5),), judged=(judged,))
    vector = np.zeros(384, dtype=np.float32)
    vector[0] = 1
    meant = Meant(((0, TEXT.index("\n")),), vector[None])
    tokenizer = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))
    (only,) = examples_of(Prepared(list(paragraphs_of(TEXT, tokenizer)), (marked,), meant))
    return only


@torch.no_grad()
def test_training_and_reading_agree_on_judgements() -> None:
    made, trained = judged_example(), model()
    torch.nn.init.normal_(trained.absent)
    batch = collate([made, made], CPU)
    assert batch.statements is not None
    outputs = Outputs.of(trained, batch)
    (stated,) = made.stated
    columns, absent = outputs.judgements[1].numpy(), trained.absent.numpy()
    bare = replace(batch.statements, cue=batch.statements.cue * 0 - 1)
    for statements, cue in ((batch.statements, stated.cue), (bare, stated.cue[:0])):
        said = judgement_scores(trained, outputs, statements)
        read = judge(columns, absent, cue, stated.content)
        for name, likely in read.items():
            assert likely == pytest.approx(said[name][1].softmax(0).numpy(), abs=1e-5)


@torch.no_grad()
def test_an_answer_that_nobody_gave_costs_nothing() -> None:
    made, trained = judged_example(), model()
    batch = collate([made], CPU)
    assert batch.statements is not None
    assert batch.statements.answers[0].tolist() == [3, 0, NONE]
    outputs = Outputs.of(trained, batch)
    before, _ = loss_of(trained, batch, dict.fromkeys(PARTS, 1.0))
    trained.judge[-1].weight[1 + COLUMNS["factuality", "content"].start + 1] += 1
    after, _ = loss_of(trained, batch, dict.fromkeys(PARTS, 1.0))
    assert before.item() == pytest.approx(after.item())
    assert outputs.judgements.shape[-1] == WIDTH


@torch.no_grad()
def test_factuality_is_held_to_the_first_piece_of_the_predicate() -> None:
    made, trained = judged_example(), model()
    assert made.valued is not None
    (place,) = made.valued.places
    assert TEXT[made.window.starts[place] :].startswith("hold")
    outputs = Outputs.of(trained, collate([made], CPU))
    away = abs(float(outputs.values[0, place]) - 1.5)
    loss, parts = loss_of(trained, collate([made], CPU), {"values": 1.0, "statements": 0.0, "meanings": 0.0})
    expected = away - 0.5 if away > 1 else away**2 / 2
    assert loss.item() * len(made.window) == pytest.approx(expected, rel=1e-3)
    assert set(parts) == {"values", "statements", "meanings"}


@torch.no_grad()
def test_a_meaning_is_the_mean_of_its_pieces_and_costs_nothing_where_it_is_right() -> None:
    made, trained = judged_example(), model()
    batch = collate([made], CPU)
    assert batch.meanings is not None
    outputs = Outputs.of(trained, batch)
    (said,) = pooled_meanings(outputs, batch.meanings)
    (meaning,) = made.meanings
    mean = outputs.embeddings[0, meaning.start : meaning.end].mean(0)
    assert said.numpy() == pytest.approx((mean / mean.norm()).numpy(), abs=1e-5)
    right = replace(batch, meanings=replace(batch.meanings, vectors=said[None]))
    loss, _ = loss_of(trained, right, {"values": 0.0, "statements": 0.0, "meanings": 1.0})
    assert loss.item() == pytest.approx(0, abs=1e-5)
