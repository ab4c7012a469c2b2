"""Events: whom the phrases mean that say nothing themselves, and in which statement an event stands."""

from collections.abc import Callable

import pytest

from onrecord.records import Document, EventType, Findings, Record, Span, Trigger, document_id
from onrecord.resolving import resolve

Tell = Callable[[str], Record]
Done = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a1>Norway</> <t1>armed</> <r1>Peru</>.", "Norway -> Peru"),
        ("<a1>Norway</>'s <t1>gift</> to <r1>the Peruvian government</> came. Peru thanked.", "Norway -> Peru"),
        ("<a1>Norwegian troops</> <t1>trained</> <r1>the armed forces of Peru</>. Norway paid.", "Norway -> Peru"),
        ("Norway paid. Norwegian <a1>troops</> <t1>trained</> <r1>them</>.", "Norway ->"),
        ("<a1>Norway and Peru</> <t1>armed</> <r1>Chile</>.", "Norway, Peru -> Chile"),
        ("<a1>Foreign Minister Maria Orlin</> <t1>helped</> <r1>Peter Vane</>.", "Maria Orlin -> Peter Vane"),
        (
            "Foreign Minister Maria Orlin met Peter Vane. <a1>The foreign minister</> <t1>helped</> <r1>him</>.",
            "Maria Orlin -> Peter Vane",
        ),
        ("Norway and Peru spoke. <a1>The two countries</> <t1>armed</> <r1>Chile</>.", "Norway, Peru -> Chile"),
        # Whose they are is not guessed; who is only described is a group of those words.
        (
            "Norway spoke. <a1>Norwegian-backed troops</> <t1>helped</> <r1>some villagers</>.",
            "Norwegian-backed troops -> villagers",
        ),
        ("Norway and Peru spoke. <a1>The troops</> <t1>helped</> <r1>Norway</>.", "troops -> Norway"),
        ("<a1>Protesters</> <t1>blocked</> <r1>Norway</>. <a2>The protesters</> <t2>armed</> <r2>Peru</>.", None),
        ("Norway spoke. <a1>Others</> <t1>helped</> <r1>two others</>.", "-> two others"),
        # A name is known by the end or the beginning of a longer one, or follows the phrase at once.
        ("<p9>Maria Orlin</> spoke. Ms. <a1>Orlin</> <t1>armed</> <r1>Peru</>.", "Maria Orlin -> Peru"),
        ("<a1>Foreign</> Minister Maria Orlin <t1>armed</> <r1>Peru</>.", "Maria Orlin -> Peru"),
        ("<a1>The airline</> <o9>Orlin Air</> <t1>armed</> <r1>Peru</>.", "Orlin Air -> Peru"),
        # What cannot act stands for whose it is; a mention that is cut off, for the words behind it.
        ("Peru <t1>downed</> <m1><r1>a Norwegian bomber</></>.", "-> Norway"),
        ("Norway spoke. <a1>These</> <h1>Norwegian</> <h2>troops</> <t1>armed</> <r1>Peru</>.", "Norway -> Peru"),
        ("<a1>Norway</> <t1>helped</> <r1>Norway</>.", "Norway ->"),
    ],
)
def test_parties(done: Done, text: str, expected: str | None) -> None:
    assert done(text) == ([expected] if expected else ["Protesters -> Norway", "Protesters -> Peru"])


def test_we_are_those_whom_the_speaker_speaks_for(done: Done) -> None:
    text = "Norwegian Foreign Minister Maria Orlin met Peru. <c1>“<a1>We</> will <t1>arm</> <r1>Peru</>,”</> "
    assert done(text + "<s1>Orlin</> <u1>said</>.") == ["Norway -> Peru"]


def test_a_phrase_that_tells_nothing_goes_back_to_one_that_does(done: Done) -> None:
    text = "<m1>Norway</> spoke. <m1>The kingdom</> was glad. <m2>It</> rained. "
    assert done(text + "<m1><a1>The old monarchy</></> <t1>armed</> <m2><r1>the hamlet</></>.") == ["Norway ->"]


def test_an_event_without_arguments_is_none(done: Done) -> None:
    assert done("Norway told of <t1>the launch</>.") == []


def test_of_a_mutual_event_all_are_actors() -> None:
    text = "Norway met Peru."
    norway, met, peru = Span.cut(text, 0, 6), Span.cut(text, 7, 10), Span.cut(text, 11, 15)
    trigger = Trigger(type="CONSULT", span=met, actors=(norway,), recipients=(peru,))
    record = resolve(Document(id=document_id(text), text=text), Findings(triggers=(trigger, trigger)))
    (event,) = record.events
    assert (len(event.actors), event.recipients) == (2, ())
    assert (event.type, event.status, event.confidence) == ("CONSULT", None, None)


def parties(text: str, kind: EventType, word: str, actor: str, recipient: str | None = None) -> str:
    """Who takes part in an event named by `word`, when of its parties `actor` and `recipient` alone are found."""

    def of(phrase: str | None) -> tuple[Span, ...]:
        return () if phrase is None else (Span.cut(text, start := text.index(phrase), start + len(phrase)),)

    trigger = Trigger(type=kind, span=of(word)[0], actors=of(actor), recipients=of(recipient))
    record = resolve(Document(id=document_id(text), text=text), Findings(triggers=(trigger,)))
    names = {entity.id: entity.name for entity in record.entities}
    (event,) = record.events
    acting, met = (", ".join(names[one] for one in ids) for ids in (event.actors, event.recipients))
    return f"{acting} -> {met}".strip()


@pytest.mark.parametrize(
    ("text", "kind", "word", "actor", "recipient", "expected"),
    [
        # One of a list is all of it, where it stands in the event's sentence.
        ("Norway and Peru armed Chile.", "AID", "armed", "Norway", "Chile", "Norway, Peru -> Chile"),
        ("Norway armed Chile, Oman and Peru.", "AID", "armed", "Norway", "Oman", "Norway -> Oman, Chile, Peru"),
        ("Norway armed Chile. Chile and Peru paid.", "AID", "armed", "Norway", "Chile", "Norway -> Chile"),
        ("Norway and Peru spoke. It rained, and Chile armed Oman.", "AID", "armed", "Norway", "Oman", "Norway -> Oman"),
        ("Norway hailed the ties between Chile and Peru.", "SUPPORT", "hailed", "Norway", "Peru", "Norway -> Peru"),
        # Nobody who is found to be acted on acts.
        ("Norway and Peru fought.", "ASSAULT", "fought", "Norway", "Peru", "Norway -> Peru"),
        # Whom one meets with, whom an agreement is between.
        ("Norway held talks with Peru.", "CONSULT", "talks", "Norway", None, "Norway, Peru ->"),
        ("Norway held talks with Chile and Peru.", "CONSULT", "talks", "Norway", None, "Norway, Chile, Peru ->"),
        (
            "Norway met with Peruvian foreign minister Ada Orlin.",
            "CONSULT",
            "met",
            "Norway",
            None,
            "Norway, Ada Orlin ->",
        ),
        ("The treaty between Norway and Peru holds.", "AGREE", "treaty", "Norway", None, "Norway, Peru ->"),
        ("Norway made a deal with Peru.", "AGREE", "deal", "Norway", "Peru", "Norway, Peru ->"),
        ("Norway promised Peru a road.", "AGREE", "promised", "Norway", "Peru", "Norway -> Peru"),
        ("Norway met with critics of Peru.", "CONSULT", "met", "Norway", None, "Norway ->"),
        ("Norway fought with Peru.", "ASSAULT", "fought", "Norway", None, "Norway ->"),
        ("Norway met Peru.", "CONSULT", "met", "Norway", None, "Norway, Peru ->"),
        ("Norway met during talks.", "CONSULT", "met", "Norway", None, "Norway ->"),
        ("A clash between Norway and Peru began.", "ASSAULT", "clash", "Norway", None, "Norway, Peru ->"),
        ("Norway discussed the ties between Chile and Peru.", "CONSULT", "discussed", "Norway", None, "Norway ->"),
        # As the grammar around a noun tells: whose it is, by whom, on whom.
        ("The Norwegian air strikes on Peru went on.", "ASSAULT", "strikes", "Peru", None, "Norway -> Peru"),
        ("Norway fears strikes by Peru.", "ASSAULT", "strikes", "Norway", None, "Peru ->"),
        ("Norway told of Peru's sharp criticism of Chile.", "ACCUSE", "criticism", "Norway", None, "Peru -> Chile"),
        ("Norway backs sanctions on Peru by Chile.", "SANCTION", "sanctions", "Norway", None, "Chile -> Peru"),
        ("Peru told of the Norwegian genocide.", "ASSAULT", "genocide", "Peru", None, "Peru ->"),
        ("Norway said Peru died in a strike.", "ASSAULT", "strike", "Norway", "Peru", "Norway ->"),
        ("The Norwegian-Peruvian treaty holds.", "AGREE", "treaty", "Norwegian", None, "Norway, Peru ->"),
        # Troops are sent somewhere, against nobody.
        ("Norway deployed troops to Peru.", "MOBILIZE", "deployed", "Norway", "Peru", "Norway ->"),
        ("Norway deployed troops against Peru.", "MOBILIZE", "deployed", "Norway", "Peru", "Norway -> Peru"),
    ],
)
def test_several_parties(
    text: str, kind: EventType, word: str, actor: str, recipient: str | None, expected: str
) -> None:
    assert parties(text, kind, word, actor, recipient) == expected


def test_an_event_stands_in_the_innermost_statement(tell: Tell) -> None:
    text = (
        "<s1>Maria Orlin</> <u1>said</> <c1>that <s2>Norway</> <u2>vowed</> <c2>to <t1>arm</> <r1>Peru</></> and that "
        "<a2>Peru</> <t2>helped</></>. <a3>Peru</> <t3>paid</>."
    )
    record = tell(text)
    outer, inner = record.statements
    assert [event.statement for event in record.events] == [inner.id, outer.id, None]
