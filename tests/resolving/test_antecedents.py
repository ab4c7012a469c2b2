"""Whom a pronoun or a description goes back to, where the links between phrases tell more than the rules do."""

from collections.abc import Callable

import pytest

from onrecord.records import Attribution, Document, Entity, Findings, Mention, Span, document_id
from onrecord.resolving import resolve

Told = Callable[[str], list[str]]
Cast = Callable[[str], dict[str, Entity]]

PRONOUNS = [
    # By the rules it is the subject of the sentence before.
    (
        "<h1>Peter Vane</> drove <h2>Orlin's</> brother home. <s1><h1>He</></> <u1>said</> <c1>no</>.",
        "Peter Vane",
    ),
    ("<h1>Carl Orlin</> left. <h2>Peter Vane</> stayed. <s1><h1>He</></> <u1>said</> <c1>no</>.", "Carl Orlin"),
    # A link to one whom the pronoun cannot mean is none.
    ("<h1>Maria Orlin</> left. <h2>Peter Vane</> stayed. <s1><h1>He</></> <u1>said</> <c1>no</>.", "Peter Vane"),
    # The link of a link.
    (
        "<h1>Carl Orlin</> left. <h2>Peter Vane</> met <h1>him</>. <s1><h1>He</></> <u1>said</> <c1>no</>.",
        "Carl Orlin",
    ),
    # Nobody is a subject: the rules have no answer.
    ("Gifts for <h1>Carl Orlin</> came by <h2>Peter Vane</>. <s1><h1>He</></> <u1>said</> <c1>no</>.", "Carl Orlin"),
]


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS)
def test_pronouns(told: Told, text: str, speaker: str) -> None:
    assert told(text) == [f"{speaker}: pronoun"]


DESCRIPTIONS = [
    ("<m1>The Tide Institute</> opened. <s1><m1>The charity</></> <u1>said</> <c1>no</>.", "Tide Institute: title"),
    ("<h1>Peter Vane</> left. <s1><h1>The surgeon</></> <u1>said</> <c1>no</>.", "Peter Vane: title"),
    ("<h1>Peter Vane</> left. <s1><h2>Her</> <h1>father</></> <u1>said</> <c1>no</>.", "Peter Vane: title"),
    # Nobody is his own father.
    ("<h1>Peter Vane</> left. <s1><h1>His</> <h1>father</></> <u1>said</> <c1>no</>.", "His father: name"),
    # One man is no surgeons, nobody is a report, and what is not pointed at is somebody new.
    ("<h1>Peter Vane</> left. <s1><h1>The surgeons</></> <u1>said</> <c1>no</>.", "surgeons: name"),
    ("<h1>Peter Vane</> left. <s1><h1>The report</></> <u1>said</> <c1>no</>.", "report: name"),
    ("<h1>Peter Vane</> left. <s1><h1>A surgeon</></> <u1>said</> <c1>no</>.", "surgeon: name"),
    # What is said to be no person is none.
    ("<m1>Peter Vane</> left. <s1><m1>The surgeon</></> <u1>said</> <c1>no</>.", "surgeon: name"),
]


@pytest.mark.parametrize(("text", "answer"), DESCRIPTIONS)
def test_descriptions(told: Told, text: str, answer: str) -> None:
    assert told(text) == [answer]


def test_all_that_goes_back_to_somebody_is_a_mention(cast: Cast) -> None:
    text = "<h1>Maria Orlin</> left <h1>her</> house. <h1>The surgeon</> slept. <h1>He</> sang. <h2>She</> woke."
    assert [mention.text for mention in cast(text)["Maria Orlin"].mentions] == ["Maria Orlin", "her", "The surgeon"]


@pytest.mark.parametrize(("sure", "speaker"), [(0.95, "Carl Orlin"), (0.3, "Peter Vane")])
def test_an_unsure_link_leaves_the_rules_their_answer(sure: float, speaker: str) -> None:
    text = "Carl Orlin left. Peter Vane stayed. He said no."
    spans = [Span.cut(text, text.index(word), text.index(word) + len(word)) for word in ("Carl Orlin", "He ", "said")]
    first, he = spans[0], Span.cut(text, spans[1].start, spans[1].end - 1)
    mentions = (Mention("person", first), Mention("person", he, antecedent=0, sure=sure))
    content = Span.cut(text, text.index("no."), text.index("no.") + 2)
    told = Attribution(content=(content,), type="indirect", source=he, cue=spans[2])
    record = resolve(Document(id=document_id(text), text=text), Findings((told,), mentions=mentions))
    assert record.speaker_names(record.statements[0]) == (speaker,)
