"""Where an event took place: by the place that a preposition links to its word in its clause."""

import re
from typing import cast

import pytest

from onrecord.records import Document, EventType, Findings, Name, Span, Trigger, document_id
from onrecord.resolving import resolve

_MARK = re.compile(r"([\[<{])([^\]>}]+)[\]>}]")


def where(marked: str, kind: str = "ASSAULT") -> list[str | None]:
    """Where each [event] took place; <Alvara> is found as a place's name, {Norway} as a country's that takes part."""
    text = _MARK.sub(lambda match: match[2], marked)
    names: list[Name] = []
    words: list[Span] = []
    parties: list[Span] = []
    for shift, match in enumerate(_MARK.finditer(marked)):
        span = Span.cut(text, start := match.start() - 2 * shift, start + len(match[2]))
        if match[1] == "<":
            names.append(Name("place", span, 0.9))
        elif match[1] == "{":
            parties.append(span)
        else:
            words.append(span)
    triggers = tuple(Trigger(type=cast(EventType, kind), span=word, actors=tuple(parties)) for word in words)
    record = resolve(Document(id=document_id(text), text=text), Findings(names=tuple(names), triggers=triggers))
    return [event.where for event in record.events]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("{Norway} [deployed] ten ships to the <Orlin Strait>.", "MOBILIZE", "Orlin Strait"),
        ("{Norway} [met] envoys in <Alvara> on Monday.", "CONSULT", "Alvara"),
        ("In <Alvara>, {Norway} [met] envoys.", "CONSULT", "Alvara"),
        ("{Norway} [withdrew] its troops from <Alvara>.", "RETREAT", "Alvara"),
        ("{Norway} [seized] the town of <Alvara>.", "ASSAULT", "Alvara"),
        ("{Norway} denied an [attack] on <Alvara>.", "ASSAULT", "Alvara"),
        ("{Norway} [visited] <Alvara>.", "CONSULT", "Alvara"),
        # The first of two, the second of which only tells where it is; known for a place or not.
        ("{Norway} [bombed] a school in <Alvara>, <Orlin Province>.", "ASSAULT", "Alvara"),
        ("{Norway} [bombed] a school in Alvara, <Orlin Province>.", "ASSAULT", "Alvara"),
        # A house by the name of who works there, where no place is named.
        ("{Norway} [met] envoys at the White House.", "CONSULT", "White House"),
        # Whom one accuses, aids, warns is no place; what is said of a place is not said there.
        ("{Peru} [warned] Norway.", "THREATEN", None),
        ("{Norway} [pledged] to rebuild the old school in <Alvara>.", "AGREE", None),
        ("{Norway} [praised] the <Alvara> orchestra.", "SUPPORT", None),
        ("{Norway} [arrested] a man who was born in <Alvara>.", "COERCE", None),
        # An adjective is no place, an owner neither.
        ("{Norway} [hit] a camp in Peruvian hands. Peru protested.", "ASSAULT", None),
        ("{Norway} [hit] a camp in <Alvara>'s hands.", "ASSAULT", None),
        ("{Norway} [hit] a camp. In <Alvara> it rained.", "ASSAULT", None),
    ],
)
def test_where(text: str, kind: str, expected: str | None) -> None:
    assert where(text, kind) == [expected]


def test_harm_that_is_told_at_once_is_done_at_one_place() -> None:
    assert where("{Norway} [killed] three men and [injured] ten in <Alvara>.") == ["Alvara", "Alvara"]
    assert where("{Norway} [met] Peru, and [met] Oman in <Alvara>.", "CONSULT") == [None, "Alvara"]
