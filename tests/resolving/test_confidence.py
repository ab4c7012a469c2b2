"""How sure a record is: the evidence for each kind, and what a calibration makes of it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest

from onrecord.encoder.model import WEIGHTS
from onrecord.records import (
    Attribution,
    Bound,
    Document,
    Event,
    Figure,
    Findings,
    Quantity,
    Record,
    Span,
    Time,
    Timex,
    Trigger,
    document_id,
)
from onrecord.resolving import confidence, resolve, resolve_on
from onrecord.resolving.answers import NOBODY, Answer
from onrecord.resolving.cast import Referent
from onrecord.resolving.confidence import (
    KINDS,
    Calibration,
    Evidence,
    Kind,
    calibration_for,
    log_odds,
    of_event,
    of_figure,
    of_statement,
    of_time,
)

TEXT = "Orlin said about 40 ships armed Peru on Monday."
DIGEST = "f" * 64


def cut(words: str) -> Span:
    return Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


SAID = Attribution(
    content=(cut("about 40 ships armed Peru on Monday"),),
    type="indirect",
    source=cut("Orlin"),
    cue=cut("said"),
    confidence=0.8,
)
SHIPS = Quantity(number=cut("40"), span=cut("about 40"), hedge=cut("about"), counted=cut("ships"), confidence=0.9)
ARMED = Trigger(
    type="AID", span=cut("armed"), actors=(cut("about 40 ships"),), recipients=(cut("Peru"),), confidence=0.7
)
MONDAY = Timex("DATE", cut("Monday"), 0.6)
FOUND = Findings(attributions=(SAID,), times=(MONDAY,), quantities=(SHIPS,), triggers=(ARMED,))


def halves(kind: Kind, record: str, evidence: Evidence | None) -> float | None:
    return None if evidence is None else 0.5


def read(weights: str | None) -> Record:
    return resolve(Document(id=document_id(TEXT), text=TEXT), FOUND, weights=weights)


def confidences(record: Record) -> dict[str, float | None]:
    return {
        "statement": record.statements[0].confidence,
        "figure": record.figures[0].confidence,
        "time": record.times[0].confidence,
        "event": record.events[0].confidence,
    }


@pytest.fixture
def fitted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    kinds: dict[Kind, dict[str, float]] = {kind: {"constant": 0.0} for kind in KINDS}
    monkeypatch.setattr(confidence, "_packaged", lambda: {"weights": DIGEST, "kinds": kinds})
    yield


def test_statements_figures_and_events_say_how_sure_they_are(fitted: None) -> None:
    record = read(DIGEST)
    # Of a day that is not known nobody is sure.
    time = None if record.times[0].value is None else 0.5
    assert confidences(record) == {"statement": 0.5, "figure": 0.5, "time": time, "event": 0.5}


@pytest.mark.parametrize("weights", [None, "0" * 64])
def test_of_other_weights_nothing_is_known(fitted: None, weights: str | None) -> None:
    assert set(confidences(read(weights)).values()) == {None}


def test_what_was_found_without_a_confidence_has_none() -> None:
    found = Findings(
        attributions=(replace(SAID, confidence=None),),
        times=(MONDAY,),
        quantities=(replace(SHIPS, confidence=None),),
        triggers=(replace(ARMED, confidence=None),),
    )
    record = resolve_on(halves, Document(id=document_id(TEXT), text=TEXT), found)
    assert set(confidences(record).values()) == {None}


def test_nothing_else_of_a_record_depends_on_it(fitted: None) -> None:
    def bare(record: Record) -> Record:
        return replace(
            record,
            statements=tuple(replace(one, confidence=None) for one in record.statements),
            figures=tuple(replace(one, confidence=None) for one in record.figures),
            events=tuple(replace(one, confidence=None) for one in record.events),
        )

    assert bare(read(DIGEST)) == read(None)


def test_the_packaged_calibration_is_of_the_packaged_weights() -> None:
    """Fails where weights were replaced and `python -m training.calibrate_records` was not run again."""
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    fitted = json.loads(files("onrecord.resolving.data").joinpath("confidence.json").read_text(encoding="utf-8"))
    assert fitted["weights"] == digest
    assert {"statement", "figure", "event"} <= set(calibration_for(digest).kinds) <= set(KINDS)


def test_the_packaged_calibration_takes_its_evidence_by_its_names() -> None:
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    names: dict[Kind, set[str]] = {kind: {"constant"} for kind in KINDS}

    def note(kind: Kind, record: str, evidence: Evidence | None) -> None:
        names[kind] |= set(evidence or ())

    resolve_on(note, Document(id=document_id(TEXT), text=TEXT), FOUND)
    names["time"] |= {"span", "digits", "DATE", "TIME", "DURATION", "SET"}
    names["statement"] |= {"name", "title", "pronoun", "list", "carried", "nobody"}
    for kind, weights in calibration_for(digest).kinds.items():
        assert set(weights) <= names[kind]


def test_a_calibration_is_a_logistic_function_of_the_evidence() -> None:
    scale = Calibration({"event": {"constant": -1.0, "trigger": 2.0}})
    assert scale("event", "", {"trigger": 0.5, "unheard of": 9.0}) == 0.5
    assert scale("event", "", {"trigger": 1.0}) == 0.731
    assert scale("event", "", {"trigger": 1e9}) == 1.0
    assert scale("event", "", {"trigger": -1e9}) == 0.0
    assert scale("event", "", None) is None
    assert scale("time", "", {"trigger": 1.0}) is None


def test_log_odds_have_bounds() -> None:
    assert (log_odds(0.0), log_odds(0.5), log_odds(1.0)) == (-6.0, 0.0, 6.0)


def test_evidence_for_a_statement_tells_how_its_speakers_were_found() -> None:
    orlin, crew = Referent(0, "person", "Orlin"), Referent(1, "group", "crew")
    one = of_statement(SAID, Answer((orlin,), "pronoun"), inner=True)
    two = of_statement(SAID, Answer((crew, crew), "list"), inner=False)
    none = of_statement(replace(SAID, source=None), NOBODY, inner=False)
    assert one is not None and two is not None and none is not None
    assert one["spans"] == pytest.approx(log_odds(0.8))
    assert (one["pronoun"], one["inner"], one["several"], one["group"], one["no_source"]) == (1, 1, 0, 0, 0)
    assert (two["list"], two["inner"], two["several"], two["group"]) == (1, 0, 1, 1)
    assert (none["nobody"], none["no_source"], none["group"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("unit", "counted", "bound", "expected"),
    [
        ("count", "ships", "about", {"counted": 1, "unit": 0, "neither": 0, "unread": 0, "open": 0}),
        ("km", None, "vague", {"counted": 0, "unit": 1, "neither": 0, "unread": 0, "open": 1}),
        ("count", None, None, {"counted": 0, "unit": 0, "neither": 1, "unread": 1, "open": 0}),
    ],
)
def test_evidence_for_a_figure_tells_what_is_known_of_it(
    unit: str, counted: str | None, bound: Bound | None, expected: dict[str, float]
) -> None:
    evidence = of_figure(SHIPS, Figure(id="f", span=SHIPS.span, unit=unit, counted=counted, bound=bound))
    assert evidence is not None
    assert evidence | expected == evidence
    assert (evidence["hedge"], evidence["number"]) == (1, pytest.approx(log_odds(0.9)))


def test_evidence_for_a_time_needs_a_value() -> None:
    time = Time(id="t", span=MONDAY.span, type="DATE")
    assert of_time(MONDAY, time) is None
    evidence = of_time(MONDAY, replace(time, value="2031-03-31"))
    assert evidence == {"span": pytest.approx(log_odds(0.6)), "digits": 0.0, "DATE": 1.0}


def test_evidence_for_an_event_tells_who_of_its_parties_is_lost() -> None:
    peru = Referent(0, "country", "Peru")
    event = Event(id="e", trigger=ARMED.span, type="AID", recipients=("peru",))
    evidence = of_event(ARMED, event, (peru,))
    assert evidence is not None
    expected = {"actor": 0, "recipient": 1, "lost_actor": 1, "lost_recipient": 0, "countries": 1, "AID": 1}
    assert evidence | expected == evidence
