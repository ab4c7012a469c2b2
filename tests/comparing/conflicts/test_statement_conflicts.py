"""Claims and denials in pairs that differ in little."""

import pytest

from onrecord.comparing.conflicts.denials import ANSWERING
from onrecord.comparing.conflicts.statement_conflicts import Wording, answers, conflict_of_statements
from onrecord.comparing.conflicts.uttered import Uttered
from onrecord.records import Entity, Page, Span, Statement, ToldStatement


def told(
    content: str,
    *,
    by: str = "Ada Orlin",
    cue: str | None = "said",
    act: str = "assert",
    document: str = "d1",
    at: int = 0,
    said: str | None = "2031-04-03",
    condition: str | None = None,
) -> ToldStatement:
    """A statement that begins at an offset of its document: its speaker, the cue and the content in a row."""
    source = Span(at, at + len(by), by)
    start = source.end + 1
    words = None if cue is None else Span(start, start + len(cue), cue)
    begin = start if words is None else words.end + 1
    spans = (Span(begin, begin + len(content), content),)
    supposed = None if condition is None else Span(begin, begin + len(condition), condition)
    statement = Statement(
        id=f"st-{at}",
        type="indirect",
        content=spans,
        source=source,
        cue=words,
        act=act,
        condition=supposed,  # type: ignore[arg-type]
    )
    evidence = " ".join(one for one in (by, cue, content) if one is not None)
    speaker = Entity(id=f"en-{by}", kind="person", name=by, mentions=(source,))
    page = Page(document=document, url=f"{document}.txt", published=said)
    return ToldStatement(
        statement=statement, page=page, speakers=(speaker,), said=said, evidence=Span(at, at + len(evidence), evidence)
    )


def kind(one: ToldStatement, other: ToldStatement) -> str | None:
    found = conflict_of_statements(Uttered(one), Uttered(other))
    return None if found is None else found.kind


def affirmed(content: str, **given: object) -> ToldStatement:
    return told(content, **({"by": "Béla Ruhn", "document": "d2"} | given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that Iceland has not sent troops to the port of Vale", "that Iceland sent troops to the port of Vale"),
        ("that the Halden never left the harbour of Oresk", "that the Halden left Oresk harbour"),
        ("that no boats of the Guild crossed the Strait of Tarn", "that boats of the Guild crossed the Strait of Tarn"),
        ("that the Guild failed to pay the weavers of Tarn", "that the Guild paid the weavers of Tarn"),
    ],
)
def test_what_one_affirms_and_another_denies_contradicts(one: str, other: str) -> None:
    assert kind(told(one), affirmed(other)) == "contradicts"
    assert kind(affirmed(other), told(one)) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both affirm, both deny, twice no is yes.
        ("that Iceland sent troops to the port of Vale", "that Iceland sent troops to the port of Vale"),
        ("that Iceland never sent troops to Vale harbour", "that Iceland did not send troops to Vale harbour"),
        ("that Iceland did not fail to send troops to Vale", "that Iceland sent its troops to Vale"),
        # Negation that denies nothing.
        ("that Iceland sent not only troops but ships to Vale", "that Iceland sent troops and ships to Vale"),
        ("that no fewer than nine boats left Oresk harbour", "that nine boats left Oresk harbour"),
        ("that nothing less than the harbour of Oresk is at stake", "that the harbour of Oresk is at stake, no more"),
        # Another clause is negated.
        ("that he did not know why officers took the crate inside Vale", "why officers took the crate inside Vale"),
        (
            "that the blast sank a pilot boat of the Guild at Vale, and police had no suspects",
            "that the blast sank a pilot boat of the Guild at Vale",
        ),
        # Another name, another number, fewer words than tell.
        ("that Iceland has not sent troops to the port of Vale", "that Norway sent troops to the port of Oresk"),
        ("that the Guild did not buy 40 new fishing boats", "that the Guild bought 20 new fishing boats"),
        ("that it did not rain", "that it rained"),
        # Supposed, asked, wished for.
        ("that Iceland may not have sent troops to Vale port", "that Iceland sent troops to Vale port"),
        ("that Iceland must not send troops to the port of Vale", "that Iceland sent troops to the port of Vale"),
        ("Has Iceland not sent troops to the port of Vale?", "that Iceland sent troops to the port of Vale"),
        # One speaks of himself, another of himself.
        ("I did not meet the harbour minister of Vale", "I met the harbour minister of Vale"),
    ],
)
def test_what_may_both_be_so_is_no_conflict(one: str, other: str) -> None:
    assert kind(told(one), affirmed(other)) is None
    assert kind(affirmed(other), told(one)) is None


def test_a_condition_takes_a_statement_out() -> None:
    denied = told("that Iceland will not send troops to the port of Vale", condition="that Iceland")
    assert kind(denied, affirmed("that Iceland will send troops to the port of Vale")) is None


def test_what_a_speaker_affirms_later_is_an_update_and_at_once_a_contradiction() -> None:
    no = told("I did not meet the harbour minister of Vale")
    assert kind(no, told("I met the harbour minister of Vale", document="d2")) == "contradicts"
    assert kind(no, told("I met the harbour minister of Vale", document="d2", said="2031-06-01")) == "updated"
    assert kind(no, told("I met the harbour minister of Vale", document="d2", said=None)) == "contradicts"


def test_what_lies_in_another_statement_is_none() -> None:
    outer = told("that nobody believed that Iceland sent troops to the port of Vale")
    inner = told("that Iceland sent troops to the port of Vale", by="nobody", cue="believed", at=15)
    assert kind(outer, inner) is None
    # Nor what another version quotes of the same sentence.
    assert kind(outer, affirmed("that Iceland sent troops to the port of Vale")) is None


def test_a_denial_answers_the_claim_wherever_it_stands() -> None:
    denial = told("that it intends to scrap the eastern boats", by="The Guild", cue="denied", act="deny")
    claim = affirmed("that the Guild intends to scrap its eastern boats")
    assert kind(claim, denial) == kind(denial, claim) == "denied"
    found = conflict_of_statements(Uttered(denial), Uttered(claim))
    assert found is not None and (found.a, found.b) == (claim, denial)


@pytest.mark.parametrize(
    "claim",
    [
        affirmed("that the Guild intends to scrap its eastern boats", by="The Guild"),  # its own word
        affirmed("that the Guild does not intend to scrap its eastern boats"),
        affirmed("that the Guild denied that it intends to scrap its eastern boats"),  # told of the denial
        affirmed("that the Guild intends to paint its boats"),
    ],
)
def test_a_denial_of_something_else_answers_nothing(claim: ToldStatement) -> None:
    denial = told("that it intends to scrap the eastern boats", by="The Guild", cue="denied", act="deny")
    assert kind(claim, denial) is None


def test_rejected_reports_are_denied_and_a_rejected_offer_is_not() -> None:
    claim = affirmed("that Iceland prepares a landing at Vale")
    reports = told("reports that Iceland prepares a landing at Vale", cue="rejected", act="reject", by="The consul")
    offer = told("the landing that Iceland prepares at Vale", cue="rejected", act="reject", by="The consul")
    assert (kind(claim, reports), kind(claim, offer)) == ("denied", None)


def turns(*said: tuple[str, str]) -> list[ToldStatement]:
    at, made = 0, []
    for by, content in said:
        made.append(told(content, by=by, cue=None, at=at))
        at = made[-1].evidence.end + 2
    return made


@pytest.mark.parametrize(
    "answer",
    [
        "That is not true, Béla.",
        "Well, that's simply not the case.",
        "No, none of that is accurate.",
        "Béla, that's false.",
    ],
)
def test_an_answer_denies_what_was_said_right_before(answer: str) -> None:
    claim, denial = turns(("Q", "There was no warning. Nothing."), ("Ada Orlin", answer))
    found = list(answers([denial, claim]))
    assert [(one.kind, one.a, one.b) for one in found] == [("denied", claim, denial)]


@pytest.mark.parametrize(
    "said",
    [
        (("Q", "Was there a warning?"), ("Ada Orlin", "That is not true.")),  # no claim
        (("Q", "There was no warning."), ("Ada Orlin", "That is true.")),
        (("Q", "There was no warning."), ("Ada Orlin", "It is not what I will go into.")),
        (("Ada Orlin", "Some say we sleep."), ("Ada Orlin", "That is not true.")),  # one speaker
        (("Ada Orlin", "That is not true."),),
    ],
)
def test_other_answers_deny_nothing(said: tuple[tuple[str, str], ...]) -> None:
    assert list(answers(turns(*said))) == []


def test_in_a_report_what_stands_before_is_not_answered() -> None:
    claim, denial = told("that the mill sleeps", by="Béla Ruhn"), told("that is not true", by="Ada Orlin", at=60)
    assert list(answers([claim, denial])) == []


def test_a_premise_that_is_rejected_is_looked_for_in_what_was_asked() -> None:
    asked, other, denial = turns(
        ("Q", "The Guild has given up its eastern harbours for the two docks at Vale."),
        ("Ada Orlin", "We have built nine piers."),
        ("Ada Orlin", "I reject the notion that the Guild is only about two docks."),
    )
    found = list(answers([asked, other, denial]))
    assert [(one.a, one.b) for one in found] == [(asked, denial)]


@pytest.mark.parametrize("denies", ["denies", "denied", "rejected", "is disputing", "pushes back on", "disagrees with"])
def test_a_premise_is_rejected_in_any_form_of_the_verb(denies: str) -> None:
    asked, denial = turns(
        ("Q", "The Guild has given up its eastern harbours for the two docks at Vale."),
        ("Ada Orlin", f"The Guild {denies} the claim that it has given up its harbours."),
    )
    assert [(one.a, one.b) for one in answers([asked, denial])] == [(asked, denial)]
    assert any(f" {phrase} " in f" {denial.statement.content[0].text} " for phrase in ANSWERING)


def test_only_what_denies_is_looked_for_where_nothing_is_asked() -> None:
    yes, no = told("that Iceland sent troops to Vale"), told("that Iceland did not send troops to Vale")
    assert list(Wording(opposed=True).looked_for(yes)) == []
    assert list(Wording(opposed=True).looked_for(no)) == list(Wording(opposed=False).looked_for(yes))
    assert Wording(opposed=True).words_in("Iceland sent troops") == {"iceland", "send", "troop"}
