"""How well chains of mentions agree: CoNLL F1, the mean of MUC, B³ and CEAF-e (Pradhan et al. 2012).

Singletons are left out on both sides, as OntoNotes marks none. A mention is whatever can be compared, such as a span;
scores add over documents.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np

Chain = frozenset[Hashable]


def chains_of(antecedents: Sequence[int | None], mentions: Sequence[Hashable]) -> list[Chain]:
    """Chains of two mentions or more; `antecedents` give each mention's index of the one before it, or None."""
    owner: list[int] = []
    for place, antecedent in enumerate(antecedents):
        owner.append(place if antecedent is None else owner[antecedent])
    groups: dict[int, set[Hashable]] = {}
    for place, first in enumerate(owner):
        groups.setdefault(first, set()).add(mentions[place])
    return [frozenset(group) for group in groups.values() if len(group) > 1]


def count(gold: Sequence[Chain], found: Sequence[Chain]) -> Counter[str]:
    """The sums of one document that `conll_f1` divides: they may be added up over documents."""
    counts: Counter[str] = Counter()
    for side, ours, theirs in (("recall", gold, found), ("precision", found, gold)):
        hit, of = _muc(ours, theirs)
        counts[f"muc.{side}"], counts[f"muc.{side}.of"] = hit, of
        share, of = _b_cubed(ours, theirs)
        counts[f"b3.{side}"], counts[f"b3.{side}.of"] = share, of  # type: ignore[assignment]
        counts[f"ceaf.{side}"], counts[f"ceaf.{side}.of"] = _ceaf(gold, found), len(ours)  # type: ignore[assignment]
    return counts


def conll_f1(counts: Mapping[str, float]) -> dict[str, float]:
    """MUC, B³, CEAF-e and their mean, in percent, from summed counts."""

    def f1(name: str) -> float:
        p, r = (counts[f"{name}.{s}"] / max(1, counts[f"{name}.{s}.of"]) for s in ("precision", "recall"))
        return 200 * p * r / (p + r) if p + r else 0.0

    scores = {name: f1(name) for name in ("muc", "b3", "ceaf")}
    return scores | {"conll": sum(scores.values()) / 3}


def _muc(ours: Iterable[Chain], theirs: Sequence[Chain]) -> tuple[int, int]:
    """Links of our chains that theirs keep, and all of them (Vilain et al. 1995)."""
    owner = {mention: k for k, chain in enumerate(theirs) for mention in chain}
    kept = of = 0
    for chain in ours:
        parts = {owner[m] for m in chain if m in owner}
        kept += len(chain) - len(parts) - sum(m not in owner for m in chain)
        of += len(chain) - 1
    return kept, of


def _b_cubed(ours: Iterable[Chain], theirs: Sequence[Chain]) -> tuple[float, int]:
    """Over our mentions, the mean share of its chain that theirs holds together (Bagga and Baldwin 1998)."""
    owner = {mention: chain for chain in theirs for mention in chain}
    share, of = 0.0, 0
    for chain in ours:
        share += sum(len(chain & owner[m]) / len(chain) for m in chain if m in owner)
        of += len(chain)
    return share, of


def _ceaf(gold: Sequence[Chain], found: Sequence[Chain]) -> float:
    """The best one-to-one matching of chains by Dice's coefficient (Luo 2005, phi-4), chosen greedily.

    Greedy rather than by the Hungarian method: it can only be too low, and needs no further library.
    """
    if not gold or not found:
        return 0.0
    likeness = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    total = 0.0
    while likeness.max() > 0:
        g, f = np.unravel_index(likeness.argmax(), likeness.shape)
        total += float(likeness[g, f])
        likeness[g, :] = likeness[:, f] = 0
    return total
