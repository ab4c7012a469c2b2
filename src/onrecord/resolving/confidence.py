"""How sure a record is: from what was found and how it was resolved to a probability that all of it is right.

A small logistic regression for each kind of record (Platt 1999, with more than one score), fitted by
`training/calibrate_records.py` on a gold ledger. Its weights, `data/confidence.json`, are true only of the encoder's
weights that they were fitted on: what others find has no confidence.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Final, Literal, Protocol, TypedDict, get_args

from onrecord.records import Attribution, Event, Figure, Quantity, Time, Timex, Trigger
from onrecord.resolving.answers import Answer
from onrecord.resolving.cast import Referent

Kind = Literal["statement", "figure", "time", "event"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
CONSTANT: Final = "constant"

Evidence = Mapping[str, float]
"""What speaks for a record and against it, by name; what is not named is 0."""

_FILE: Final = "confidence.json"
_MOST: Final = 6.0


class Fitted(TypedDict):
    """The data file: the SHA-256 of the encoder's weights, and for each kind its weights by name of evidence."""

    weights: str
    kinds: dict[Kind, dict[str, float]]


class Scale(Protocol):
    """Turns the evidence for a record into how sure it is."""

    def __call__(self, kind: Kind, record: str, evidence: Evidence | None) -> float | None:
        """Return the probability that the record of that id is right, None where that is not known."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A scale that was fitted: weights by kind and by name of evidence. A kind that has none is not known."""

    kinds: Mapping[Kind, Mapping[str, float]]

    def __call__(self, kind: Kind, record: str, evidence: Evidence | None) -> float | None:
        """Return the probability, to a thousandth; None without evidence or for a kind that was not fitted."""
        weights = self.kinds.get(kind)
        if weights is None or evidence is None:
            return None
        score = weights[CONSTANT] + sum(weights.get(name, 0.0) * value for name, value in evidence.items())
        return round(1 / (1 + exp(-min(max(score, -30.0), 30.0))), 3)


def calibration_for(weights: str | None) -> Calibration:
    """Return the packaged calibration, which knows nothing unless fitted on the encoder's weights of that digest."""
    fitted = _packaged()
    return Calibration(fitted["kinds"] if weights == fitted["weights"] else {})


@cache
def _packaged() -> Fitted:
    text = files("onrecord.resolving.data").joinpath(_FILE).read_text(encoding="utf-8")
    fitted: Fitted = json.loads(text)
    return fitted


def of_statement(attribution: Attribution, answer: Answer, inner: bool) -> Evidence | None:
    """Evidence for a statement's source and speakers; `inner` says whether it is told inside another."""
    if attribution.confidence is None:
        return None
    return {
        "spans": log_odds(attribution.confidence),
        answer.how or "nobody": 1.0,
        "several": float(len(answer.speakers) > 1),
        "group": float(_all(answer.speakers, "group")),
        "inner": float(inner),
        "direct": float(attribution.type == "direct"),
        "no_source": float(attribution.source is None),
    }


def of_figure(quantity: Quantity, figure: Figure) -> Evidence | None:
    """Evidence for a figure's number, bound, unit and what is counted."""
    if quantity.confidence is None:
        return None
    return {
        "number": log_odds(quantity.confidence),
        "counted": float(figure.counted is not None),
        "unit": float(figure.unit != "count"),
        "neither": float(figure.counted is None and figure.unit == "count"),
        "hedge": float(quantity.hedge is not None),
        "unread": float(figure.bound is None),
        "open": float(figure.bound in ("range", "vague")),
    }


def of_time(timex: Timex, time: Time) -> Evidence | None:
    """Evidence for the value of a time; words with digits state theirs, others are reckoned from elsewhere."""
    if timex.confidence is None or time.value is None:
        return None
    digits = any(map(str.isdigit, timex.span.text))
    return {"span": log_odds(timex.confidence), "digits": float(digits), time.type: 1.0}


def of_event(trigger: Trigger, event: Event, parties: Iterable[Referent]) -> Evidence | None:
    """Evidence for an event's type, actors and recipients; `parties` are all of these."""
    if trigger.confidence is None:
        return None
    return {
        "trigger": log_odds(trigger.confidence),
        "actor": float(bool(event.actors)),
        "recipient": float(bool(event.recipients)),
        "lost_actor": float(bool(trigger.actors) and not event.actors),
        "lost_recipient": float(bool(trigger.recipients) and not event.recipients),
        "countries": float(_all(parties, "country")),
        event.type: 1.0,
    }


def log_odds(probability: float) -> float:
    """Log-odds of a probability, at most 6 either way."""
    p = min(max(probability, 1e-9), 1 - 1e-9)
    return min(max(log(p / (1 - p)), -_MOST), _MOST)


def _all(referents: Iterable[Referent], kind: str) -> bool:
    kinds = [referent.kind for referent in referents]
    return bool(kinds) and all(one == kind for one in kinds)
