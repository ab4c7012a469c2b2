"""Pinned floors: what each score may not fall below, on which data. Pure: no model, no scorer, no clock.

A floor belongs to the digest of the data that it was measured on. Floors are raised to what is measured less a margin,
for int8 products are rounded differently on processors with and without VNNI; lowering one, or pinning other data, is
a step of its own and leaves its reason in the file.
"""

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypedDict

DATA: Final = "data"
"""Stands for a task's data where a metric's name is asked for."""

COUNTED: Final = frozenset(
    (
        "cases",
        "documents",
        "gold",
        "predicted",
        "statements.gold",
        "statements.predicted",
        "figures.gold",
        "times.gold",
        "events.gold",
    )
)
"""What a scorer counts; no quality."""

ERRORS: Final = frozenset(("confidence.ece",))
"""Where less is better, a floor says nothing."""

Verdict = Literal["ok", "below", "unset", "missing"]


class Lowering(TypedDict):
    """A floor that was taken down, and why. `before` and `after` are scores, or digests where `metric` is "data"."""

    task: str
    metric: str
    before: float | str | None
    after: float | str | None
    why: str
    on: str


class TaskPins(TypedDict):
    """One task: the digest of its data, and its floors in percent; null where none is set yet."""

    digest: str | None
    floors: dict[str, float | None]


class Pins(TypedDict):
    """The whole file."""

    margin: float
    tasks: dict[str, TaskPins]
    lowered: list[Lowering]


class PinError(ValueError):
    """A floor cannot be moved as asked."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a score beside its floor."""

    task: str
    metric: str
    floor: float | None
    measured: float | None
    verdict: Verdict


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the SHA-256 of named contents, whatever order they come in: "sha256:" and 64 hex digits."""
    whole = hashlib.sha256()
    for name, content in sorted(files):
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return f"sha256:{whole.hexdigest()}"


def quality(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the scores that a floor can be set for."""
    return {name: value for name, value in scores.items() if name not in COUNTED | ERRORS}


def compare(task: str, pins: TaskPins, scores: Mapping[str, float]) -> list[Row]:
    """Return a row for each floor and each score of a task, floors first in their order.

    A score of nothing that has no floor is of a layer that is not read yet, and has no row.
    """
    measured = quality(scores)
    names = [*pins["floors"], *(n for n, v in measured.items() if v and n not in pins["floors"])]
    return [_row(task, name, pins["floors"].get(name), measured.get(name)) for name in names]


def _row(task: str, metric: str, floor: float | None, measured: float | None) -> Row:
    row = Row(task, metric, floor, measured, "ok")
    if floor is None:
        return replace(row, verdict="unset")
    if measured is None:
        return replace(row, verdict="missing")
    # Scorers round; a floor is never missed by less than they can tell.
    return replace(row, verdict="below" if measured < floor - 1e-9 else "ok")


def holds(rows: Iterable[Row]) -> bool:
    """Whether no score is below its floor or missing."""
    return all(row.verdict in ("ok", "unset") for row in rows)


def raised(pins: Pins, task: str, digest: str, scores: Mapping[str, float]) -> Pins:
    """Return the pins with each floor of a task raised to the score less the margin; none is ever taken down.

    Raises PinError where the data are not those that are pinned.
    """
    held = _task(pins, task)
    if held["digest"] not in (None, digest):
        raise PinError(f"{task}: these are other data than the pinned; say --lower {task}.{DATA} --why …")
    floors = dict(held["floors"])
    for name, new in _floors(pins, scores).items():
        old = floors.get(name)
        floors[name] = new if old is None else max(old, new)
    return _with_task(pins, task, {"digest": digest, "floors": floors})


def lowered(pins: Pins, task: str, metric: str, scores: Mapping[str, float], why: str, on: str) -> Pins:
    """Return the pins with one floor taken down to the score less the margin, and the reason recorded.

    `on` is the ISO date. Raises PinError without a reason, for a metric that is not measured, or where the floor would
    not come down.
    """
    held, reason = _task(pins, task), _reason(why)
    old, measured = held["floors"].get(metric), quality(scores).get(metric)
    if measured is None:
        raise PinError(f"{task}.{metric}: is not measured")
    new = _less_margin(measured, pins["margin"])
    if old is None or new >= old:
        raise PinError(f"{task}.{metric}: nothing to lower, the floor is {old} and {measured:.2f} was measured")
    after: TaskPins = {"digest": held["digest"], "floors": {**held["floors"], metric: new}}
    return _recorded(_with_task(pins, task, after), _lowering(task, metric, old, new, reason, on))


def with_other_data(pins: Pins, task: str, digest: str, scores: Mapping[str, float], why: str, on: str) -> Pins:
    """Return the pins with a task's data replaced, its floors measured anew, and the reason recorded.

    Raises PinError without a reason, or where the data are the pinned ones.
    """
    held, reason = _task(pins, task), _reason(why)
    if held["digest"] in (None, digest):
        raise PinError(f"{task}.{DATA}: the data are not other than the pinned")
    floors: dict[str, float | None] = dict.fromkeys(held["floors"])
    floors.update(_floors(pins, scores))
    changed = _with_task(pins, task, {"digest": digest, "floors": floors})
    return _recorded(changed, _lowering(task, DATA, held["digest"], digest, reason, on))


def _floors(pins: Pins, scores: Mapping[str, float]) -> dict[str, float]:
    """The floors that scores give; a score of nothing gives none, for a layer that is not read yet has no quality."""
    return {n: _less_margin(v, pins["margin"]) for n, v in quality(scores).items() if v > pins["margin"]}


def _less_margin(score: float, margin: float) -> float:
    return max(0.0, math.floor((score - margin) * 10 + 1e-9) / 10)


def _task(pins: Pins, task: str) -> TaskPins:
    try:
        return pins["tasks"][task]
    except KeyError:
        known = ", ".join(pins["tasks"])
        raise PinError(f"{task}: is no task; there are {known}") from None


def _with_task(pins: Pins, task: str, value: TaskPins) -> Pins:
    return {"margin": pins["margin"], "tasks": {**pins["tasks"], task: value}, "lowered": pins["lowered"]}


def _reason(why: str) -> str:
    if not why.strip():
        raise PinError("a floor is lowered for a reason; give it with --why")
    return why.strip()


def _lowering(
    task: str, metric: str, before: float | str | None, after: float | str | None, why: str, on: str
) -> Lowering:
    return {"task": task, "metric": metric, "before": before, "after": after, "why": why, "on": on}


def _recorded(pins: Pins, lowering: Lowering) -> Pins:
    return {"margin": pins["margin"], "tasks": pins["tasks"], "lowered": [*pins["lowered"], lowering]}
