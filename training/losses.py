"""What a step's outputs cost: tags, pointers and relations, each summed and set against the pieces of the batch.

Set against all pieces rather than against its own, a layer that few texts annotate weighs little in any one step and
what its weight says over many.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.encoder.judgements import COLUMNS, JUDGEMENTS
from onrecord.encoder.judgements import PARTS as STATEMENT_PARTS
from onrecord.encoder.pointers import BIASES, POINTERS, apart_buckets, near_buckets, paragraphs_within
from onrecord.encoder.tags import PLOVER, tags_of
from training.batches import Batch, Links, Meanings, Relations, Statements, Tagged
from training.examples import NONE, WAYS
from training.model import Model
from training.syntax import TAUGHT

PARTS = ("relations", "values", "statements", "meanings")
"""Parts of the loss that are neither a layer's nor a way's."""
_HIDDEN = 0.1  # share of cues that are hidden
_LIKENESS = 10.0  # what differences of likeness weigh beside distance; they are an order of magnitude smaller
_FEW = 0.1  # of the pieces of a content that are not its first, so many also learn where to point
_EVENTS = tags_of(PLOVER)
TRIGGER = torch.tensor([_EVENTS.index(f"B-{kind}") for kind in PLOVER])


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the model says of a batch, in float32: emissions of each layer [b, n, tags], projections [b, n, …].

    paragraphs: [b, n], the paragraph that each position stands in; values, judgements, embeddings: see `model.Said`.
    """

    layers: Mapping[str, Tensor]
    projected: Tensor
    paragraphs: Tensor
    values: Tensor
    judgements: Tensor
    embeddings: Tensor

    @classmethod
    def of(cls, model: Model, batch: Batch) -> "Outputs":
        """Run the model on a batch."""
        said = model(batch.ids, batch.shapes, batch.marks)
        paragraphs = torch.from_numpy(paragraphs_within(batch.ids.cpu().numpy())).to(batch.ids.device)
        rest = (said.values.float(), said.judgements.float(), said.embeddings.float())
        layers = model.layers(said.emissions.float(), said.syntax.float())
        return cls(layers, said.pointers.float(), paragraphs, *rest)


def loss_of(model: Model, batch: Batch, weights: Mapping[str, float]) -> tuple[Tensor, dict[str, float]]:
    """The step's loss, and its parts for the log; `weights` by layer, by way, and by the names in PARTS."""
    outputs = Outputs.of(model, batch)
    pieces = (batch.ids != 0).sum()
    parts: dict[str, Tensor] = {}
    for name, tagged in batch.tagged.items():
        emissions = outputs.layers[name][tagged.rows]
        if name == "attribution":
            real = (batch.ids != 0)[tagged.rows]
            chain = model.crf.loss(emissions, tagged.tags, real) * real.sum()
            parts[name] = chain + 0.5 * F.cross_entropy(emissions[real], tagged.tags[real], reduction="sum")
        else:
            parts[name] = _tags(emissions, tagged)
    for way, links in batch.links.items():
        parts[way] = _links(model, batch, outputs, way, links)
    if batch.relations is not None:
        parts["relations"] = _relations(model, batch, outputs, batch.relations)
    if batch.values is not None:
        said = outputs.values[batch.values.rows, batch.values.places]
        parts["values"] = F.smooth_l1_loss(said, batch.values.values, reduction="sum")
    if batch.statements is not None:
        parts["statements"] = _statements(model, outputs, batch.statements)
    if batch.meanings is not None:
        parts["meanings"] = _meanings(outputs, batch.meanings)
    shares = {name: part / pieces for name, part in parts.items()}
    total = torch.stack([weights[name] * share for name, share in shares.items()]).sum()
    return total, {name: float(share.detach()) for name, share in shares.items()}


def judgement_scores(model: Model, outputs: Outputs, statements: Statements) -> dict[str, Tensor]:
    """Logits [statements, answers] for each judgement, as `onrecord.encoder.judgements` pools them."""
    found: dict[str, Tensor] = {}
    for name in JUDGEMENTS:
        parts = zip(STATEMENT_PARTS, (statements.cue, statements.content), strict=True)
        found[name] = torch.stack(
            [_pooled(model, outputs, statements.rows, places, COLUMNS[name, part]) for part, places in parts]
        ).sum(0)
    return found


def _pooled(model: Model, outputs: Outputs, rows: Tensor, places: Tensor, where: slice) -> Tensor:
    real = places >= 0
    held = outputs.judgements[rows[:, None], places.clamp(min=0)][..., where]
    shares = held[..., 0].masked_fill(~real, -1e4).softmax(-1)
    pooled = (shares[..., None] * held[..., 1:]).sum(1)
    return torch.where(real.any(1)[:, None], pooled, model.absent[where][1:])


def _statements(model: Model, outputs: Outputs, statements: Statements) -> Tensor:
    """Cross-entropy of every judgement that is made; now and then a cue is hidden, so that contents are read too."""
    hidden = (torch.rand(len(statements.rows), device=statements.rows.device) < _HIDDEN) & model.training
    shown = replace(statements, cue=statements.cue.masked_fill(hidden[:, None], -1))
    said = judgement_scores(model, outputs, shown)
    losses = [
        F.cross_entropy(said[name], statements.answers[:, k], reduction="none", ignore_index=NONE)
        for k, name in enumerate(JUDGEMENTS)
    ]
    return (torch.stack(losses).sum(0) * statements.sure).sum()


def pooled_meanings(outputs: Outputs, meanings: Meanings) -> Tensor:
    """What each stretch means [s, width], of length one: the mean of its pieces."""
    return F.normalize(means_over(outputs.embeddings, meanings), dim=-1)


def means_over(rows: Tensor, meanings: Meanings) -> Tensor:
    """The mean [s, width] of rows [b, n, width] over each stretch."""
    sums = F.pad(rows.cumsum(1), (0, 0, 1, 0))
    total = sums[meanings.rows, meanings.ends] - sums[meanings.rows, meanings.starts]
    return total / (meanings.ends - meanings.starts)[:, None]


def _meanings(outputs: Outputs, meanings: Meanings) -> Tensor:
    """How far each lies from where the original puts it, and how far its likeness to all others is another."""
    said = pooled_meanings(outputs, meanings)
    apart = 1 - (said * meanings.vectors).sum(-1)
    likeness = said @ said.T - meanings.vectors @ meanings.vectors.T
    return (apart + _LIKENESS * likeness.square().mean(1)).sum()


def _tags(emissions: Tensor, tagged: Tagged) -> Tensor:
    """Cross-entropy, where O is right also for whatever it may hide."""
    rows, places = torch.nonzero(tagged.tags != NONE, as_tuple=True)
    likely = F.log_softmax(emissions[rows, places], -1)
    truth = tagged.tags[rows, places]
    said = likely.gather(1, truth[:, None])[:, 0]
    hidden = torch.logsumexp(likely.masked_fill(~tagged.hidden[rows], -1e4), 1)
    return -torch.where(truth == 0, hidden, said).sum()


def _links(model: Model, batch: Batch, outputs: Outputs, way: str, links: Links) -> Tensor:
    """Cross-entropy of where first pieces point, and half as much of a tenth of the others'."""
    share = torch.where(links.first, 1.0, 0.5 if way.endswith("content_to_cue") else 0.0)
    drawn = links.first | (torch.rand(links.rows.shape, device=links.rows.device) < _FEW)
    chosen = torch.nonzero(drawn & (share > 0))[:, 0]
    if not len(chosen):
        return outputs.projected.sum() * 0
    picked = Links(*(column[chosen] for column in (links.rows, links.places, links.targets, links.first)))
    likely = link_scores(model, batch, outputs, way, picked)
    said = F.cross_entropy(likely, picked.targets, reduction="none")
    return (said * share[chosen]).sum()


def link_scores(model: Model, batch: Batch, outputs: Outputs, way: str, links: Links) -> Tensor:
    """Logits [links, n] of each position as the target of each link, -1e4 where there is no candidate."""
    starts = _starts(batch, outputs, way, links)
    scores = pointer_scores(model, outputs, WAYS[way].pointer, starts, links.rows, links.places)
    return scores.masked_fill(~_allowed(outputs, way, starts, links), -1e4)


def _starts(batch: Batch, outputs: Outputs, way: str, links: Links) -> Tensor:
    """First pieces [b, n] of what a way may lead to: marked, or for events the mentions that the model sees itself."""
    layer, kind = WAYS[way].target_layer, WAYS[way].target_kind
    if layer is not None and layer in batch.tagged:
        tagged = batch.tagged[layer]
        starts = torch.zeros_like(batch.ids, dtype=torch.bool)
        starts[tagged.rows] = torch.isin(tagged.tags, _firsts(layer, kind).to(batch.ids.device))
    else:
        starts = mention_starts(outputs, batch)
    real = links.targets > 0
    starts[links.rows[real], links.targets[real]] = True
    return starts


def _firsts(layer: str, kind: str | None) -> Tensor:
    tags = tags_of(TAUGHT[layer])
    return torch.tensor([i for i, tag in enumerate(tags) if tag.startswith("B-") and kind in (None, tag[2:])])


def mention_starts(outputs: Outputs, batch: Batch) -> Tensor:
    """First pieces [b, n] of the mentions that the model itself sees."""
    seen = outputs.layers["mentions"].detach().argmax(-1)
    return torch.isin(seen, _firsts("mentions", None).to(seen.device)) & (batch.ids != 0)


def _allowed(outputs: Outputs, way: str, starts: Tensor, links: Links) -> Tensor:
    """Which positions [links, n] a way may lead to: "none" but for contents, what came before for mentions.

    An event's actor and recipient stand in its own paragraph.
    """
    allowed = starts[links.rows].clone()
    if way == "mention_to_antecedent":
        allowed &= torch.arange(starts.shape[1], device=starts.device) < links.places[:, None]
    if way.startswith("event"):
        allowed &= _same_paragraph(outputs, links.rows, links.places)
    if not way.endswith("content_to_cue"):
        allowed[:, 0] = True
    return allowed


def _same_paragraph(outputs: Outputs, rows: Tensor, places: Tensor) -> Tensor:
    return outputs.paragraphs[rows] == outputs.paragraphs[rows, places][:, None]


def pointer_scores(
    model: Model, outputs: Outputs, pointer: str, starts: Tensor, rows: Tensor, places: Tensor
) -> Tensor:
    """Logits [k, n] of a pointer from k positions to every position of their rows; `starts` are the candidates."""
    which = POINTERS.index(pointer)
    start, end = outputs.projected.chunk(2 * len(POINTERS), dim=-1)[2 * which : 2 * which + 2]
    scores = (start @ end.transpose(1, 2))[rows, places]
    for name, index in zip(BIASES, _buckets(outputs, starts, rows, places), strict=True):
        scores = scores + F.embedding(index, model.biases[name][which][:, None])[..., 0]
    return scores


def _buckets(outputs: Outputs, starts: Tensor, rows: Tensor, places: Tensor) -> list[Tensor]:
    """The buckets [k, n] of BIASES, as `onrecord.encoder.pointers` counts them."""
    there = np.arange(starts.shape[1])
    here, row = places.cpu().numpy(), rows.cpu().numpy()
    paragraphs = outputs.paragraphs.cpu().numpy()[row]
    own = np.take_along_axis(paragraphs, here[:, None], 1)
    before = np.pad(starts.cpu().numpy().cumsum(1), ((0, 0), (1, 0)))[row]
    low, high = np.minimum(here[:, None], there), np.maximum(here[:, None], there)
    between = np.take_along_axis(before, high, 1) - np.take_along_axis(before, np.minimum(low + 1, high), 1)
    between = np.clip(between, 0, 3)
    between[:, 0] = 4
    found = near_buckets(here, there), apart_buckets(own, paragraphs, there)[:, 0], between
    return [torch.from_numpy(index).to(starts.device) for index in found]


def _relations(model: Model, batch: Batch, outputs: Outputs, relations: Relations) -> Tensor:
    """That some word of the sentence names the type and points at both, and that it names no other type."""
    likely = relation_scores(model, batch, outputs, relations)
    said = likely.gather(1, relations.types[:, None])[:, 0]
    return F.cross_entropy(likely, relations.types, reduction="sum") - 0.3 * said.sum()


def relation_scores(model: Model, batch: Batch, outputs: Outputs, relations: Relations) -> Tensor:
    """Log probability [relations, types] that some word of the paragraph is a trigger of the type and points at both.

    The word is not known: its probability is summed over all.
    """
    words = [torch.arange(a, b) for a, b in zip(relations.starts.tolist(), relations.ends.tolist(), strict=True)]
    sizes = torch.tensor([len(w) for w in words])
    places = torch.cat(words).to(batch.ids.device)
    owner = torch.arange(len(words)).repeat_interleave(sizes).to(batch.ids.device)
    rows = relations.rows[owner]
    triggers = F.log_softmax(outputs.layers["events"][rows, places], -1)[:, TRIGGER.to(batch.ids.device)]
    joint = triggers
    starts = mention_starts(outputs, batch)
    starts[relations.rows, relations.actors] = True
    starts[relations.rows, relations.recipients] = True
    for pointer, targets in (("event_to_actor", relations.actors), ("event_to_recipient", relations.recipients)):
        scores = pointer_scores(model, outputs, pointer, starts, rows, places)
        allowed = starts[rows] & _same_paragraph(outputs, rows, places)
        allowed[:, 0] = True
        pointed = F.log_softmax(scores.masked_fill(~allowed, -1e4), -1)
        joint = joint + pointed.gather(1, targets[owner][:, None])
    padded = joint.new_full((len(words), int(sizes.max()), len(PLOVER)), -1e4)
    inside = torch.arange(int(sizes.max()))[None] < sizes[:, None]
    padded[inside.to(padded.device)] = joint
    return torch.logsumexp(padded, 1)
