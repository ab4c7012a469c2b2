import random
from pathlib import Path

import pytest

from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.tags import TAGS
from training.polnear import NONE, Attribution, Example, examples_of, read_folder

TEXT = "“We stay,” Oduya said, “for now.”\nIt was reported that Oduya denied it and blamed rain."
TOKENIZER = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))


def extent(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


READING = (
    Attribution((extent("Oduya"),), (extent("said"),), (extent("“We stay,”"), extent("“for now.”"))),
    Attribution((), (extent("was reported"),), (extent("that Oduya"),)),
    Attribution((extent("Oduya", 40),), (extent("denied"),), (extent("it", 60),)),
    Attribution((extent("Oduya", 40),), (extent("blamed"),), (extent("rain"),)),
)


def example() -> Example:
    (only,) = examples_of(list(paragraphs_of(TEXT, TOKENIZER)), READING)
    return only


def at(made: Example, words: str, after: int = 0) -> int:
    return int((made.window.starts == TEXT.index(words, after)).argmax())


def test_pieces_are_tagged_by_role_and_begin_anew_at_each_span() -> None:
    made = example()
    tag = {word: TAGS[made.tags[at(made, word)]] for word in ("Oduya", "said", "“We", "stay", "“for", "now")}
    assert tag == {
        "Oduya": "B-source",
        "said": "B-cue",
        "“We": "B-content",
        "stay": "I-content",
        "“for": "B-content",
        "now": "I-content",
    }


def test_content_points_at_its_cue_and_cues_at_their_shared_source() -> None:
    made = example()
    assert made.cue[at(made, "stay")] == made.cue[at(made, "now")] == at(made, "said")
    assert made.source[at(made, "said")] == at(made, "Oduya")
    second = at(made, "Oduya", 40)
    assert made.source[at(made, "denied")] == made.source[at(made, "blamed")] == second


def test_a_cue_without_a_source_points_at_none_and_others_have_no_target() -> None:
    made = example()
    assert made.source[at(made, "was")] == 0
    assert made.cue[at(made, "said")] == NONE


def test_drawing_the_first_window_moves_the_edges_but_not_the_words() -> None:
    text = "\n".join("Oduya said the dam would hold in any flood of this size." for _ in range(60))
    paragraphs = list(paragraphs_of(text, TOKENIZER))
    plain, drawn = examples_of(paragraphs, ()), examples_of(paragraphs, (), random.Random(3))
    assert len(plain[0].window) != len(drawn[0].window)
    assert sum(len(e.window.ids[e.window.starts >= 0]) for e in drawn) == sum(map(len, paragraphs))


def test_brat_files_are_read_with_each_annotator_apart(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a_b.txt").write_text("She said yes and no.", encoding="utf8")
    first = "T1\tSource 0 3\tShe\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;17 19\tyes no\nT4\tAttribution 4 8\tsaid\n"
    (tmp_path / "attributions" / "a_b_1.ann").write_text(
        first + "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n", encoding="utf8"
    )
    (tmp_path / "attributions" / "a_b_2.ann").write_text("T1\tCue 4 8\tsaid\n", encoding="utf8")
    (document,) = read_folder(tmp_path)
    assert document.name == "a_b"
    assert document.readings == ((Attribution(((0, 3),), ((4, 8),), ((9, 12), (17, 19))),), ())


def test_a_crf_counts_every_legal_path() -> None:
    torch = pytest.importorskip("torch", reason="the training extra is not installed")
    from itertools import pairwise, product

    from training.crf import Crf

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


def test_training_and_reading_agree_on_pointers() -> None:
    torch = pytest.importorskip("torch", reason="the training extra is not installed")
    import numpy as np

    from onrecord.encoder.pointers import BIASES, Pointer, paragraphs_within
    from training.attribution import AttributionModel, Batch

    torch.manual_seed(0)
    model = AttributionModel().eval()
    made = example()
    rows = [torch.from_numpy(x)[None] for x in (made.window.ids, made.window.shapes, made.window.marks)]
    batch = Batch(*rows, *(torch.from_numpy(x)[None] for x in (made.tags, made.cue, made.source)))
    with torch.no_grad():
        _, projected = model(*rows)
        chosen = torch.zeros_like(batch.tags, dtype=torch.bool)
        place = at(made, "blamed")
        chosen[0, place] = True
        loss = model._pointer_loss(1, projected, batch, batch.source, chosen).item()
    parts = np.split(projected[0].numpy(), 4, axis=-1)
    biases = tuple(model.biases[name][1].detach().numpy() for name in BIASES)
    pointer = Pointer(parts[2], parts[3], paragraphs_within(made.window.ids), biases)
    targets = np.array([0, *np.flatnonzero(made.tags == TAGS.index("B-source"))])
    logits = pointer.logits(np.array([place]), targets)[0]
    right = logits[list(targets).index(made.source[place])]
    assert loss == pytest.approx(float(np.log(np.exp(logits).sum()) - right), abs=1e-4)
