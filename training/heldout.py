"""A quick look at every head on held-out texts, with gold candidates and plain choices: for the log, not the measure.

The measure is `python -m evaluation.heads`, which reads as the program does.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from evaluation.factuality import correlation
from onrecord.encoder.tags import tags_of
from training.batches import Batch, Meanings, Statements, collate
from training.examples import NONE, Prepared, examples_of
from training.losses import Outputs, judgement_scores, link_scores, pooled_meanings, relation_scores
from training.model import Model
from training.syntax import TAUGHT

Triple = tuple[int, int, int]
_PAIRS = 200_000  # pairs of sentences whose likeness is compared


@torch.no_grad()
def scores_of(model: Model, dev: Mapping[str, Sequence[Prepared]], device: torch.device) -> dict[str, float]:
    """Percentages by head: F1 of spans by source and layer, accuracy of links, relations and judgements.

    `values` are 100 r with gold, `meanings` 100 r of the cosines of sentences with the original's.
    """
    model.eval()
    spans: dict[str, Counter[str]] = defaultdict(Counter)
    links: dict[str, Counter[str]] = defaultdict(Counter)
    pairs: list[tuple[int, int]] = []
    values: dict[str, list[tuple[float, float]]] = defaultdict(list)
    judged: dict[str, Counter[str]] = defaultdict(Counter)
    likeness: list[NDArray[np.float32]] = []
    for name, texts in dev.items():
        examples = [example for text in texts for example in examples_of(text)]
        for i in range(0, len(examples), 12):
            batch = collate(examples[i : i + 12], device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                outputs = Outputs.of(model, batch)
            _count_spans(spans, name, batch, outputs)
            _count_links(links, model, batch, outputs)
            if batch.relations is not None:
                guessed = relation_scores(model, batch, outputs, batch.relations).argmax(1)
                pairs += zip(batch.relations.types.tolist(), guessed.tolist(), strict=True)
            if batch.values is not None:
                said = outputs.values[batch.values.rows, batch.values.places]
                values[name] += zip(batch.values.values.tolist(), said.tolist(), strict=True)
            if batch.statements is not None:
                _count_judgements(judged, name, model, outputs, batch.statements)
            if batch.meanings is not None and sum(map(len, likeness)) < _PAIRS:
                likeness.append(_likeness(outputs, batch.meanings))
    found = {key: 200 * c["hit"] / max(1, c["said"] + c["gold"]) for key, c in sorted(spans.items())}
    found |= {way: 100 * c["right"] / max(1, c["all"]) for way, c in sorted(links.items())}
    if pairs:
        found["relations.accuracy"] = 100 * sum(a == b for a, b in pairs) / len(pairs)
    found |= {f"{name}.values": 100 * correlation(*np.array(rows).T) for name, rows in values.items()}
    found |= {key: 100 * c["right"] / max(1, c["all"]) for key, c in sorted(judged.items())}
    if likeness:
        found["meanings"] = 100 * correlation(*np.concatenate(likeness).T)
    return {key: round(value, 1) for key, value in found.items()}


def _count_judgements(
    judged: dict[str, Counter[str]], name: str, model: Model, outputs: Outputs, statements: Statements
) -> None:
    for k, (judgement, scores) in enumerate(judgement_scores(model, outputs, statements).items()):
        truth = statements.answers[:, k]
        known = truth != NONE
        right = (scores.argmax(1) == truth) & known
        judged[f"{name}.{judgement}"].update(right=int(right.sum()), all=int(known.sum()))


def _likeness(outputs: Outputs, meanings: Meanings) -> NDArray[np.float32]:
    """Cosines [pairs, 2] of the stretches of one batch: the original's and the model's."""
    said, truth = pooled_meanings(outputs, meanings).cpu().numpy(), meanings.vectors.cpu().numpy()
    upper = np.triu_indices(len(said), 1)
    return np.stack([(truth @ truth.T)[upper], (said @ said.T)[upper]], 1)


def _count_spans(spans: dict[str, Counter[str]], name: str, batch: Batch, outputs: Outputs) -> None:
    for layer, tagged in batch.tagged.items():
        guess = outputs.layers[layer][tagged.rows].argmax(-1).cpu().numpy()
        truth = tagged.tags.cpu().numpy()
        guess[truth == NONE] = 0
        real = (batch.ids != 0)[tagged.rows].cpu().numpy()
        said, gold = runs_in(guess * real, layer), runs_in(np.maximum(truth, 0) * real, layer)
        spans[f"{name}.{layer}"].update(hit=len(said & gold), said=len(said), gold=len(gold))


def runs_in(tags: NDArray[np.int64], layer: str) -> set[tuple[int, Triple]]:
    """Row, and (start, end, kind) of each run of one kind in rows [b, n] of tags of a layer."""
    names = tags_of(TAUGHT[layer])
    found: set[tuple[int, Triple]] = set()
    for row, values in enumerate(tags):
        begun, kind = 0, ""
        for i in [*np.flatnonzero(values).tolist(), -1]:
            tag = names[values[i]] if i >= 0 else "O"
            if kind and not (tag == f"I-{kind}" and values[i - 1]):
                end = begun + 1
                while end < len(values) and names[values[end]] == f"I-{kind}":
                    end += 1
                found.add((row, (begun, end, names.index(f"B-{kind}"))))
                kind = ""
            if i >= 0 and not kind:
                begun, kind = i, tag[2:]
    return found


def _count_links(links: dict[str, Counter[str]], model: Model, batch: Batch, outputs: Outputs) -> None:
    for way, given in batch.links.items():
        first = torch.nonzero(given.first)[:, 0]
        picked = type(given)(*(column[first] for column in (given.rows, given.places, given.targets, given.first)))
        if len(first):
            guess = link_scores(model, batch, outputs, way, picked).argmax(1)
            links[way].update(right=int((guess == picked.targets).sum()), all=len(first))
