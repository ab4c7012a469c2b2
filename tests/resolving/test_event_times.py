"""When an event took place: by the time that dates its word in its clause."""

import re
from typing import cast

import pytest

from onrecord.records import Attribution, Document, EventType, Findings, Span, Timex, Trigger, document_id
from onrecord.resolving import resolve

_MARK = re.compile(r"([\[<{(~])([^\]>})~]+)[\]>})~]")


def when(marked: str, kind: str = "AID") -> list[str | None]:
    """When each [event] was, told on a Thursday; <Monday> is a time, {Norway} acts, (said) is a cue, ~so~ is said."""
    text = _MARK.sub(lambda match: match[2], marked)
    found: dict[str, list[Span]] = {sign: [] for sign in "[<{(~"}
    for shift, match in enumerate(_MARK.finditer(marked)):
        start = match.start() - 2 * shift
        found[match[1]].append(Span.cut(text, start, start + len(match[2])))
    parties = tuple(found["{"])
    triggers = tuple(Trigger(type=cast(EventType, kind), span=word, actors=parties) for word in found["["])
    times = tuple(Timex("DATE", span) for span in found["<"])
    said = zip(found["("], found["~"], strict=True)
    told = tuple(Attribution(content=(content,), type="indirect", source=parties[0], cue=cue) for cue, content in said)
    document = Document(id=document_id(text), text=text, published="2024-10-31")
    return [event.time for event in resolve(document, Findings(told, triggers=triggers, times=times)).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Norway} [armed] Peru on <Wednesday>.", "2024-10-30"),
        ("On <Wednesday> {Norway} [armed] Peru.", "2024-10-30"),
        ("On <Wednesday>, {Norway}, which has no army, [armed] Peru.", "2024-10-30"),
        ("{Norway} sent Peru the <2012> naval [aid].", "2012"),
        ("{Norway} has [armed] Peru since <2012>.", "2012"),
        # What only dates a thing that stands there, a later event, a saying.
        ("{Norway} [armed] Peru in the <2012> crisis.", None),
        ("{Norway} [armed] Peru after it was attacked on <Wednesday>.", None),
        ("{Norway} [armed] Peru before <Wednesday>.", None),
        ("{Norway} [armed] Peru. On <Wednesday> it rained.", None),
        ("{Norway} (said) on <Wednesday> ~that it had~ [armed] Peru.", None),
        ("On <Wednesday>, {Norway} (said) ~that it had~ [armed] Peru.", None),
    ],
)
def test_when(text: str, expected: str | None) -> None:
    assert when(text) == [expected]


def test_another_event_parts_an_event_from_its_time() -> None:
    assert when("{Norway} [armed] Peru and [trained] Oman on <Wednesday>.") == [None, "2024-10-30"]


@pytest.mark.parametrize(("day", "expected"), [("on Wednesday ", "2024-10-30"), ("", None)])
def test_an_event_that_is_a_cue_has_the_time_of_the_statement_if_the_sentence_has_it(
    day: str, expected: str | None
) -> None:
    text = f"Norway warned {day}that it would rain."
    norway, warned, content = Span.cut(text, 0, 6), Span.cut(text, 7, 13), Span.cut(text, 14 + len(day), len(text) - 1)
    told = Attribution(content=(content,), type="indirect", source=norway, cue=warned)
    times = tuple(Timex("DATE", Span.cut(text, m.start(), m.end())) for m in re.finditer("Wednesday", text))
    event = Trigger(type="THREATEN", span=warned, actors=(norway,))
    document = Document(id=document_id(text), text=text, published="2024-10-31")
    (found,) = resolve(document, Findings((told,), triggers=(event,), times=times)).events
    assert found.time == expected
