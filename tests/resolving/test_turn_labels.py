"""Who speaks in a transcript: labels that are marked up as sources, with the zones that reading gives."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.reading import tell_apart
from onrecord.records import Record
from onrecord.resolving import resolve
from onrecord.resolving.turn_labels import description_in, named_in_title, office_in

from .conftest import marked

Turns = Callable[..., list[str]]


def read(text: str, title: str | None = None) -> Record:
    document, findings = marked(text)
    spoken = tuple(replace(a, type="direct") if a.cue is None else a for a in findings.attributions)
    record = resolve(
        replace(document, title=title, zones=tell_apart(document.text).zones), replace(findings, attributions=spoken)
    )
    record.check()
    return record


@pytest.fixture
def speakers() -> Turns:
    """Who speaks in each statement of a marked-up transcript, and how that was found."""

    def who(text: str, title: str | None = None) -> list[str]:
        record = read(text, title)
        return [f"{', '.join(record.speaker_names(s))}: {s.how}" for s in record.statements]

    return who


def test_all_labels_of_somebody_are_one_person_with_the_fullest_name(speakers: Turns) -> None:
    text = (
        "<s1>MODERATOR:</> <c1>Here is Harbour Minister Ada Orlin.</>\n\n"
        "<s2>MS. ORLIN:</> <c2>Hello.</>\n\n<s3>Q</> <c3>Hello.</>\n\n"
        "<s4>MS. ORLIN (via telephone):</> <c4>Yes?</>\n\n<s5>ADA ORLIN:</> <c5>Well?</>\n"
    )
    assert speakers(text) == [
        "moderator: name",
        "Ada Orlin: name",
        "reporters: name",
        "Ada Orlin: name",
        "Ada Orlin: name",
    ]


def test_the_next_paragraphs_of_a_turn_carry_the_speaker_over(speakers: Turns) -> None:
    text = "<s1>MS. ORLIN:</> <c1>Hello.</>\n\n<c2>We sail.</>\n\n<s3>Q</> <c3>Why?</>\n\n"
    text += "<s4>MS. ORLIN:</> <c4>Why not?</>\n"
    assert speakers(text)[:2] == ["Orlin: name", "Orlin: carried"]


def test_who_is_not_named_is_a_group(speakers: Turns) -> None:
    text = (
        "<s1>MODERATOR:</> <c1>Welcome.</>\n\n<s2>SENIOR HARBOUR OFFICIAL:</> <c2>Hello.</>\n\n"
        "<s3>Q</> <c3>Hello.</>\n\n<s4>SENIOR HARBOUR OFFICIAL:</> <c4>Well?</>\n"
    )
    assert speakers(text) == [
        "moderator: name",
        "senior harbour official: name",
        "reporters: name",
        "senior harbour official: name",
    ]
    assert {entity.kind for entity in read(text).entities} == {"group"}


OFFICE = "<s1>THE PRESIDENT:</> <c1>Hello.</>\n\n<s2>Q</> <c2>Why?</>\n\n<s3>THE PRESIDENT:</> <c3>Why not?</>\n"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Remarks by President Orlin After a Landing", "Orlin"),
        ("Remarks by President Ada Orlin in Port Vale", "Ada Orlin"),
    ],
)
def test_the_title_names_who_holds_an_office(speakers: Turns, title: str, name: str) -> None:
    assert speakers(OFFICE, title) == [f"{name}: title", "reporters: name", f"{name}: title"]


INTERVIEW = (
    "{head}\n\n<s1>Q:</> <c1>Why now?</>\n\n<s2>A:</> <c2>The tide.</>\n\n<s3>Q:</> <c3>And then?</>\n\n"
    "<s4>A:</> <c4>We wait.</>\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Mary Hollow interviews Craig Vane",
        "An interview with harbour master Craig Vane.",
        "Craig Vane was interviewed by Mary Hollow on Monday.",
        "A conversation with Craig Vane, who keeps the harbour.",
    ],
)
def test_who_answers_is_the_one_who_is_interviewed(speakers: Turns, head: str) -> None:
    told = speakers(INTERVIEW.format(head=head))
    assert told == ["reporters: name", "Craig Vane: name", "reporters: name", "Craig Vane: name"]


def test_who_answers_is_not_known_where_nobody_is_named(speakers: Turns) -> None:
    told = speakers(INTERVIEW.format(head="Craig Vane keeps the harbour."))
    assert told == ["reporters: name", ": None", "reporters: name", ": None"]


def turns(first: str, second: str) -> str:
    return (
        f"<s1>Q</> <c1>{first}</>\n\n<s2>MODERATOR:</> <c2>Please.</>\n\n"
        f"<s3>MS. ORLIN:</> <c3>{second}</>\n\n<s4>Q</> <c4>Thanks.</>\n\n<s5>MS. ORLIN:</> <c5>Well.</>\n"
    )


def test_you_in_a_question_is_whoever_answers(speakers: Turns) -> None:
    told = speakers(turns("<s6>You</> <u6>said</> <c6>that it would sail</>. Will it?", "It will."))
    assert told[-1] == "Orlin: pronoun"


def test_you_in_an_answer_is_whoever_asked(speakers: Turns) -> None:
    told = speakers(turns("Will it sail?", "<s6>You</> <u6>said</> <c6>that it would not</>."))
    assert told[-1] == "reporters: pronoun"


def test_you_outside_a_transcript_is_nobody(speakers: Turns) -> None:
    told = speakers("<s1>Ada Orlin</> <u1>said</> <c1>“<s2>you</> <u2>told</> <c2>us nothing</>.”</>\n")
    assert told == ["Ada Orlin: name", ": None"]


PRESIDENTS = "Good morning. President Tarn slept. President Tarn woke. President Vane of Sudland left."


def test_the_president_is_whom_the_speakers_name_so_most(speakers: Turns) -> None:
    told = speakers(turns(PRESIDENTS, "<s6>The president</> <u6>said</> <c6>that it would sail</>."))
    assert told[-1] == "Tarn: name"


def test_the_president_is_nobody_where_two_are_named_as_often(speakers: Turns) -> None:
    even = "President Tarn slept. President Vane left."
    told = speakers(turns(even, "<s6>The president</> <u6>said</> <c6>that it would sail</>."))
    assert told[-1] == ": None"


def test_he_goes_back_over_the_turns_and_is_not_who_speaks(speakers: Turns) -> None:
    told = speakers(turns("Why does Craig Hollow say so?", "<s6>He</> <u6>said</> <c6>that it would sail</>."))
    assert told[-1] == "Craig Hollow: pronoun"


def test_a_family_name_that_stands_first_is_known_by_the_office() -> None:
    told = read(
        "Harbour Minister Orusa Kemi of Norland spoke. Then Mayor Vane did. <s1>Harbour Minister Orusa</> <u1>said</> "
        "<c1>that it would sail</>.\n"
    )
    assert told.speaker_names(told.statements[0]) == ("Orusa Kemi",)


def test_himself_and_a_false_start_are_no_part_of_a_name(speakers: Turns) -> None:
    text = "Ada Orlin met Ben Vane.\n\n<s1>Ben Vane himself</> <u1>said</> <c1>that it sailed</>. "
    text += "<s2>The — Ada Orlin</> <u2>said</> <c2>that it sank</>.\n"
    assert speakers(text) == ["Ben Vane: name", "Ada Orlin: name"]


def test_the_first_lady_is_not_the_president(speakers: Turns) -> None:
    text = "<s1>First Lady Jill Orlin</> <u1>said</> <c1>that it sailed</>. "
    text += "<s2>President Orlin</> <u2>said</> <c2>that it sank</>.\n"
    assert speakers(text) == ["Jill Orlin: name", "Orlin: name"]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("MODERATOR:", "moderator"),
        ("SENIOR ADMINISTRATION OFFICIAL #2:", "senior administration official"),
        ("MR. ORLIN:", None),
        ("THE PRESIDENT:", None),
    ],
)
def test_a_label_that_describes(label: str, words: str | None) -> None:
    assert description_in(label) == words


@pytest.mark.parametrize(
    ("label", "office"),
    [("THE PRESIDENT:", "president"), ("THE PRIME MINISTER:", "prime minister"), ("ADA ORLIN:", None)],
)
def test_a_label_that_is_an_office(label: str, office: str | None) -> None:
    assert office_in(label) == office


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Remarks by President Orlin and Mayor Vane", ("Orlin",)),
        ("Remarks by President Ada Orlin After Landing", ("Ada", "Orlin")),
        ("President Orlin’s Remarks", ("Orlin",)),
        ("Remarks on the Harbour", None),
    ],
)
def test_the_name_in_a_title(title: str, names: tuple[str, ...] | None) -> None:
    found = named_in_title(title, "president", ["Ada"])
    assert (found and found[0]) == names


def test_he_in_a_question_is_not_who_is_asked(speakers: Turns) -> None:
    text = "Craig Hollow was here. Ben Vane, <s6>he</> <u6>said</> <c6>that it would sail</>. Will it?"
    told = speakers(turns(text, "It will.").replace("MS. ORLIN", "MR. VANE"))
    assert told[-1] == "Craig Hollow: pronoun"


def test_i_in_a_list_is_who_speaks(speakers: Turns) -> None:
    told = speakers(turns("Why?", "<s6>Craig Hollow and I</> <u6>decided</> <c6>that it would sail</>."))
    assert told[-1] == "Craig Hollow, Orlin: list"


def test_an_office_in_a_label_is_written_plainly() -> None:
    text = "<s1>PRESIDENT TARN:</> <c1>Hello.</>\n\n<s2>Q</> <c2>Why?</>\n\n<s3>PRESIDENT TARN:</> <c3>Why not?</>\n"
    tarn = next(entity for entity in read(text).entities if entity.kind == "person")
    assert [role.title for role in tarn.roles] == ["President"]


def test_a_voice_from_the_audience_is_not_addressed(speakers: Turns) -> None:
    text = turns("Why?", "<s6>You</> <u6>said</> <c6>that it would sail</>.")
    assert speakers(text.replace("MODERATOR", "AUDIENCE MEMBER"))[-1] == "reporters: pronoun"


def test_who_answers_is_the_only_one_whom_the_title_names(speakers: Turns) -> None:
    told = speakers(INTERVIEW.format(head="Craig Vane keeps the harbour."), "Meet Craig Vane")
    assert told[1] == "Craig Vane: name"


def test_words_told_at_the_head_of_a_paragraph_do_not_hold_the_next_one(speakers: Turns) -> None:
    text = "<s1>MS. ORLIN:</> <c1>Hello.</>\n\n<c2><c6>The dam will hold</>, <s6>they</> <u6>said</>. I agree.</>\n\n"
    text += "<c3>We sail.</>\n\n<s4>Q</> <c4>Why?</>\n\n<s5>MS. ORLIN:</> <c5>Why not?</>\n"
    assert speakers(text)[:3] == ["Orlin: name", "Orlin: carried", "Orlin: carried"]
