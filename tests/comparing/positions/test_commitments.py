"""Who promised what to whom, by when, on what condition."""

import pytest

from onrecord.comparing.positions.commitments import Commitment, commitments_of
from onrecord.records import Entity, Role, Statement

from .promising import entity, record, statement, time


def names(who: tuple[Entity, ...]) -> list[str]:
    return [one.name for one in who]


def only(*made: Commitment) -> Commitment:
    assert len(made) == 1
    return made[0]


JOINT = "Joint Statement of Valland and Oresk"


def test_a_promise_has_who_to_whom_by_when_and_on_what_condition() -> None:
    text = "If the strait thaws, Valland will provide ten boats to Oresk by May 2032."
    made = record(
        text,
        entity(text, "Valland"),
        entity(text, "Oresk"),
        title=JOINT,
        times=(time(text, "May 2032", "2032-05"),),
    )
    one = only(*commitments_of(made))
    assert (names(one.by), names(one.to)) == (["Valland"], ["Oresk"])
    assert one.due is not None
    assert one.due.to_json() == {"value": "2032-05", "span": [64, 72], "text": "May 2032"}
    assert one.condition is not None
    assert one.condition.text == "If the strait thaws"
    assert one.promised.text == "provide ten boats to Oresk by May 2032"
    assert one.to_json()["ref"]["text"] == "will provide ten boats to Oresk by May 2032"
    assert one.to_json()["said"] == "2031-04-03"


def test_reading_again_gives_the_same_id_and_what_is_not_named_is_left_open() -> None:
    text = "We will keep the strait open."
    first, again = (only(*commitments_of(record(text, title="Harbour League Declaration"))) for _ in range(2))
    assert first.id == again.id
    assert first.id.startswith("cm-")
    assert (first.by, first.to, first.due, first.condition, first.statement) == ((), (), None, None, None)


def test_the_source_of_a_statement_promises_with_its_time() -> None:
    text = "Minister Orlin, who was in Oresk, vowed to lower the toll."
    orlin = entity(text, "Ada Orlin", "person", "Minister Orlin")
    told = statement(
        text,
        "to lower the toll",
        source="Minister Orlin",
        cue="vowed",
        speakers=(orlin.id,),
        act="pledge",
        time="2031-04-01",
    )
    one = only(*commitments_of(record(text, orlin, entity(text, "Oresk"), statements=(told,))))
    assert (names(one.by), one.said, one.statement) == (["Ada Orlin"], "2031-04-01", told)


def test_we_of_a_speech_is_who_speaks_and_we_of_a_joint_text_whose_it_is() -> None:
    text = "Orlin: We will send pilots to Oresk."
    orlin = entity(text, "Ada Orlin", "person", "Orlin")
    told = statement(text, "We will send pilots to Oresk.", type="direct", source="Orlin", speakers=(orlin.id,))
    assert names(only(*commitments_of(record(text, orlin, statements=(told,)))).by) == ["Ada Orlin"]

    title = "Norway-Iceland Joint Statement"
    text = f"{title}\n\nToday in Malta, Norway and Iceland met. There we agreed to share pilots."
    made = record(text, *(entity(text, name) for name in ("Norway", "Iceland", "Malta")), title=title)
    assert names(only(*commitments_of(made)).by) == ["Norway", "Iceland"]


def test_a_statement_by_somebody_is_hers_and_a_body_s_declaration_its_own() -> None:
    text = "Statement by Ada Orlin on the thaw\n\nWe will keep the line open."
    orlin = entity(text, "Ada Orlin", "person")
    made = record(text, orlin, title="Statement by Ada Orlin on the thaw")
    assert names(only(*commitments_of(made)).by) == ["Ada Orlin"]

    text = "Harbour League Declaration\n\nWe will keep the line open."
    league = entity(text, "Harbour League", "organization")
    assert names(only(*commitments_of(record(text, league, title="Harbour League Declaration"))).by) == [
        "Harbour League"
    ]


def test_who_introduces_themselves_as_we_are_who_promise() -> None:
    text = "We, Ada Orlin and Bo Rell, Jr., met today. We will keep the line open."
    orlin, rell = entity(text, "Ada Orlin", "person"), entity(text, "Bo Rell", "person")
    made = record(text, orlin, rell, title="Principles of the Strait")
    assert names(only(*commitments_of(made)).by) == ["Ada Orlin", "Bo Rell"]


def test_both_sides_are_those_who_speak_together() -> None:
    text = "Valland and Oresk welcomed the thaw. Both sides committed to share their charts."
    valland, oresk = entity(text, "Valland"), entity(text, "Oresk")
    told = statement(text, "the thaw", source="Valland and Oresk", cue="welcomed", speakers=(valland.id, oresk.id))
    one = only(*commitments_of(record(text, valland, oresk, statements=(told,))))
    assert sorted(names(one.by)) == ["Oresk", "Valland"]


@pytest.mark.parametrize("role", [Role("Harbour Minister", "Valland"), None])
def test_of_others_a_speaker_promises_only_for_whom_he_speaks(role: Role | None) -> None:
    text = "Orlin said that Valland will rebuild the pier."
    orlin = entity(text, "Ada Orlin", "person", "Orlin", *([role] if role else []))
    told = statement(text, "that Valland will rebuild the pier", source="Orlin", cue="said", speakers=(orlin.id,))
    made = list(commitments_of(record(text, orlin, entity(text, "Valland"), statements=(told,))))
    assert [names(one.by) for one in made] == ([["Valland"]] if role else [])


@pytest.mark.parametrize(
    "text",
    [
        "Valland will send pilots.",  # a report expects it
        "Valland is determined to win.",  # nobody is said to have said so
    ],
)
def test_what_a_report_expects_of_others_or_thinks_they_want_is_no_promise(text: str) -> None:
    made = record(text, entity(text, "Valland"), title="Ferry row deepens")
    assert list(commitments_of(made)) == []


def test_a_question_that_is_put_promises_nothing() -> None:
    text = "Q: We will lose our boats, and you agreed to pay."
    asker = entity(text, "reporters", "group", "Q")
    told = statement(text, "We will lose our boats, and you agreed to pay.", type="direct", speakers=(asker.id,))
    assert list(commitments_of(record(text, asker, statements=(told,)))) == []


def test_an_order_is_no_promise_of_who_is_ordered() -> None:
    text = "The Harbour Office shall report. We shall pay."
    office = entity(text, "Harbour Office", "organization", "Harbour Office")
    one = only(*commitments_of(record(text, office, title="Declaration")))
    assert one.promised.text == "pay"


def test_a_condition_that_the_reader_marked_goes_before_what_a_conjunction_says() -> None:
    text = "Valland promised to send pilots should the ice break if asked by noon."
    valland = entity(text, "Valland")
    told: Statement = statement(
        text,
        "to send pilots should the ice break if asked by noon",
        source="Valland",
        cue="promised",
        condition="should the ice break",
        speakers=(valland.id,),
    )
    one = only(*commitments_of(record(text, valland, statements=(told,))))
    assert one.condition is not None
    assert one.condition.text == "should the ice break"


def test_an_empty_document_and_one_in_another_language_promise_nothing() -> None:
    assert list(commitments_of(record(" "))) == []
    assert list(commitments_of(record("Valland wird die Meerenge offen halten. Wir versprechen es."))) == []
