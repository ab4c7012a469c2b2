import pytest

from onrecord.errors import RecordError
from onrecord.records import Document, Entity, Event, Figure, Record, Span, Statement, Time, at_least, document_id

TEXT = "Mara Oduya said some 40 ships had left Norland on Monday."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def record(confidence: float | None) -> Record:
    mara, norland = (
        Entity(id=name, kind=kind, name=words, mentions=(span(words),))
        for name, kind, words in (("e1", "person", "Mara Oduya"), ("e2", "country", "Norland"))
    )
    return Record(
        Document(id=document_id(TEXT), text=TEXT),
        entities=(mara, norland),
        statements=(
            Statement(
                id="s1",
                type="indirect",
                content=(span("some 40 ships had left Norland on Monday"),),
                source=span("Mara Oduya"),
                cue=span("said"),
                speakers=("e1",),
                act="assert",
                how="name",
                confidence=confidence,
            ),
        ),
        figures=(
            Figure(id="f1", span=span("some 40"), value=40.0, bound="about", counted="ships", confidence=confidence),
        ),
        times=(Time(id="t1", span=span("Monday"), type="DATE", value="2026-11-23", confidence=confidence),),
        events=(Event(id="v1", trigger=span("left"), type="RETREAT", actors=("e2",), confidence=confidence),),
    )


@pytest.mark.parametrize("confidence", [None, 0.6, 0.9])
def test_what_is_sure_enough_or_was_never_judged_stays(confidence: float | None) -> None:
    assert at_least(record(confidence), 0.6) == record(confidence)


def test_what_lies_below_keeps_its_words_and_is_unknown() -> None:
    found = at_least(record(0.59), 0.6)
    found.check()
    (statement,), (figure,), (time,), (event,) = found.statements, found.figures, found.times, found.events
    assert (statement.speakers, statement.how, statement.act) == ((), None, "assert")
    assert (figure.value, figure.bound, figure.counted, figure.span) == (None, None, None, span("some 40"))
    assert (time.value, time.type) == (None, "DATE")
    assert (event.actors, event.type, event.trigger) == ((), "RETREAT", span("left"))
    assert {one.confidence for one in (statement, figure, time, event)} == {0.59}


def test_a_bound_that_is_no_probability_is_refused() -> None:
    with pytest.raises(RecordError, match="no probability"):
        at_least(record(0.5), 60)
