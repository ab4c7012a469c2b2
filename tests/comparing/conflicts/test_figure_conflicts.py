"""Pairs of reports that differ in little: what makes a conflict of two numbers, and what does not."""

import pytest

from onrecord.comparing.conflicts.bonds import Bond, Sheet, sheet_of
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.figure_conflicts import conflict_between, corrections_in, figure_conflicts
from onrecord.comparing.conflicts.number_pairs import NumberPair
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.records import Document, Record, Span, document_id

from ..conftest import figure_of, record_of

# Eight numbers that tell a text: with them two versions are known for one.
TABLE = " Berths cost [1,250] {crowns}, lamps [340], nets [78], ropes [615], sails [2,040], oars [96], anchors [1,310]."


def sheet(marked: str, **given: object) -> Sheet:
    return sheet_of(list(told_figures_of(record_of(marked, **given))))  # type: ignore[arg-type]


def between(one: Sheet, other: Sheet) -> list[Conflict]:
    bond = Bond(one, other)
    pairs = (NumberPair(a, b, bond) for a in one.figures for b in other.figures)
    return [found for found in map(conflict_between, pairs) if found is not None]


def kinds(one: str, other: str, **given: object) -> list[str]:
    of_one: dict[str, object] = {"published": None, "url": "one.txt"} | given
    of_other: dict[str, object] = {"published": None, "url": "other.txt"} | given
    return [found.kind for found in between(sheet(one, **of_one), sheet(other, **of_other))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police said [12] {people} were killed when the ferry Halden sank off Oresk on Tuesday.",
            "[at least 35] {people} were killed when the ferry Halden sank off Oresk on Tuesday, the coast guard said.",
        ),
        (
            "The fire at the Tarn mill on Monday killed [4] {workers}, the Oresk fire service said.",
            "[9] {workers} were killed in the fire at the Tarn mill on Monday, the union said.",
        ),
        (
            "Iceland has sent [300] {soldiers} to the port of Vale, the ministry said.",
            "Iceland has sent [up to 200] {troops} to the port of Vale, diplomats said.",
        ),
        (
            "Telephones in Vale were cut on Friday after [2] {undersea cables} in the Tarn were damaged.",
            "People in the north lost their telephones after [3] {undersea cables} in the Tarn near Vale were torn.",
        ),
        (
            "Norvanna has [40] {ships} in the Strait of Tarn, Admiral Ruhn said.",
            "The admiral's office said that Norvanna had [12] {ships} in the Strait of Tarn.",
        ),
    ],
)
def test_numbers_of_one_thing_that_cannot_both_be_contradict(one: str, other: str) -> None:
    day = {"published": "2031-04-03"}
    assert kinds(one, other, **day) == kinds(other, one, **day) == ["contradicts"]


def test_of_moments_that_nobody_knows_no_contradiction_is_told() -> None:
    one = "[12] {people} were killed when the earth shook under the island of Tarn."
    other = "[35] {people} were killed when the earth shook under the island of Tarn."
    assert kinds(one, other) == []
    tuesday = " on Tuesday."
    assert kinds(one.replace(".", tuesday), other.replace(".", tuesday)) == ["contradicts"]
    # Reports that share numbers are of one event.
    more = " The sea rose [340] feet, [78] boats sank, [615] houses fell."
    other_more = " The sea rose [340] feet, [79] boats sank."
    assert kinds(one + more, other + other_more) == ["contradicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both may be: thirty-five are at least twenty.
        (
            "[at least 20] {people} were killed when the ferry Halden sank off Oresk.",
            "[35] {people} were killed when the ferry Halden sank off Oresk.",
        ),
        (
            "[about 300] {soldiers} of Iceland landed at Vale.",
            "[310] {soldiers} of Iceland landed at Vale.",
        ),
        # Another event, another owner, another thing.
        (
            "[12] {people} were killed when the ferry Halden sank off Oresk on Tuesday.",
            "[35] {people} were killed when a train hit a bus near Lome on Friday.",
        ),
        ("The plant in Oresk will create [300] {jobs}.", "The Norvanna works will create [1,200] {jobs}."),
        ("Iceland sent [300] {soldiers} to Vale.", "Iceland sent [12] {ships} to Vale."),
        ("Iceland sent [300] {soldiers} to Vale.", "Norway sent [40] {soldiers} to Vale."),
        # A part and the whole, what is compared with and what is stated, an increment and a total.
        ("[20] {of the workers} at the Tarn mill were hurt.", "[90] {workers} at the Tarn mill were saved."),
        (
            "The crew of the Halden, including [3] {women}, left Oresk.",
            "The crew of the Halden, [9] {women}, left Oresk.",
        ),
        (
            "The Tarn mill has [90] {looms} in Oresk.",
            "The Tarn mill in Oresk has more, up from [40] {looms}.",
        ),
        # One raid, and all raids so far; two items of one list.
        (
            "Six nets and [12] {crates} of the Guild were seized at Oresk.",
            "So far the Guild has had 14 nets and [31] {crates} seized at Oresk.",
        ),
        (
            "Bohr was sentenced at Oresk to [7] {years in jail} and [4] {years on the galleys}.",
            "At Oresk Bohr was sentenced to [7] {years in jail} and [4] {years on the galleys}.",
        ),
        # Two parts.
        ("Ruhn threw his first [17] {nets} off Oresk.", "Ruhn threw [29] {of 34 nets} off Oresk."),
        # Supposed, not stated.
        (
            "If [30] {ships} come to Oresk, Norvanna will close the Strait of Tarn.",
            "Norvanna said [12] {ships} came to Oresk and the Strait of Tarn.",
        ),
        # What any report counts.
        (
            "The Guild counts [40] {countries} that trade with Oresk.",
            "The Guild announced fishing accords with [20] {countries} and Oresk.",
        ),
    ],
)
def test_numbers_that_may_both_be_are_no_conflict(one: str, other: str) -> None:
    for given in ({}, {"published": "2031-04-03"}):
        assert kinds(one, other, **given) == kinds(other, one, **given) == []


def test_a_number_that_holds_later_is_an_update() -> None:
    early = sheet("Iceland has [300] {soldiers} in the port of Vale.", published="2031-04-03", url="one.txt")
    late = sheet("Iceland has [900] {soldiers} in the port of Vale.", published="2031-05-09", url="other.txt")
    for found in (between(early, late), between(late, early)):
        assert [(one.kind, one.a.said, one.b.said) for one in found] == [("updated", "2031-04-03", "2031-05-09")]


def test_numbers_of_two_years_are_no_contradiction() -> None:
    one, other = "The Tarn mill hired [40] {weavers} in 2030.", "The Tarn mill hired [90] {weavers} in 2031."
    assert kinds(one, other) == ["updated"]


def test_numbers_for_two_places_are_no_conflict() -> None:
    vale = sheet("Iceland has [300] {soldiers} there.", where="Vale", url="one.txt")
    oresk = sheet("Iceland has [900] {soldiers} there.", where="Oresk", url="other.txt")
    assert between(vale, oresk) == []


def test_a_number_changed_in_one_text_is_restated() -> None:
    before = "The Guild will buy [1,734] {nets} for its boats." + TABLE
    after = before.replace("1,734", "1,739")
    found = between(sheet(before, url="one.txt"), sheet(after, url="other.txt"))
    assert [(one.kind, one.a.ref().span.text, one.b.ref().span.text) for one in found] == [
        ("restated", "1,734", "1,739")
    ]
    assert found[0].one_voice  # the one text is its own word


def test_the_same_number_in_two_copies_is_none() -> None:
    text = "The Guild will buy [1,734] {nets} for its boats." + TABLE
    assert between(sheet(text, url="one.txt"), sheet(text + " More.", url="other.txt")) == []


def test_a_document_with_itself_has_none() -> None:
    page = sheet("The Guild has [20] {boats} in Oresk, and [90] {boats} in Oresk.")
    document = page.figures[0].told.page.document
    assert list(figure_conflicts([((document, "fg-0"), (document, "fg-1"))], {document: page}.__getitem__)) == []


def test_next_weeks_report_of_the_same_form_is_no_version() -> None:
    form = (
        "Tenders of the Guild drew [{}] {{bids}} for nets. The Guild took [{}] {{bids}} for ropes. It took"
        " [{}] {{bids}} for sails. It took [{}] {{bids}} for oars. It took [{}] {{bids}} for anchors."
        " The lowest of [{}] {{bids}} was kept."
    )
    one, other = form.format(130, 245, 366, 470, 581, 999), form.format(117, 231, 342, 455, 563, 871)
    assert kinds(one, other) == []


def test_two_numbers_of_a_list_do_not_change_places() -> None:
    text = "It brings light to [20] {villages} in Vale and to [50] {villages} in the east." + TABLE
    assert kinds(text, text.replace("1,250", "1,260")) == ["restated"]


def test_a_number_cut_at_the_end_of_a_line_is_not_compared() -> None:
    text = "The Guild took in 2,\n[350] {crowns} in all." + TABLE
    assert kinds(text, text.replace("2,\n[350]", "[2,350]")) == []


@pytest.mark.parametrize(
    ("marked", "taken_back", "stands"),
    [
        ("The Guild ordered [64] {nets}, not the [46] {nets} that it reported earlier.", "46", "64"),
        ("The Guild has corrected its catch to [317] {tons} from [371] {tons}.", "371", "317"),
    ],
)
def test_a_sentence_that_corrects_a_number_restates_it(marked: str, taken_back: str, stands: str) -> None:
    found = list(corrections_in(sheet(marked)))
    assert [(one.kind, one.a.ref().span.text, one.b.ref().span.text) for one in found] == [
        ("restated", taken_back, stands)
    ]


def test_a_number_in_square_brackets_behind_another_is_the_editors_correction() -> None:
    text = "We will spend 940 [490] crowns on sails."
    document = Document(id=document_id(text), text=text)
    figures = tuple(figure_of(at, Span.cut(text, at, at + 3), None) for at in (14, 19))
    found = list(corrections_in(sheet_of(list(told_figures_of(Record(document, figures=figures))))))
    assert [(one.kind, one.a.ref().span.text, one.b.ref().span.text) for one in found] == [("restated", "940", "490")]


@pytest.mark.parametrize(
    "marked",
    [
        "The catch fell to [317] {tons} from [371] {tons}.",
        "The Guild has [20] {boats} and not [25] {nets}.",
        "The Guild corrected the name. It has [20] {boats}, up from [12] {boats}.",
    ],
)
def test_a_change_is_no_correction(marked: str) -> None:
    assert list(corrections_in(sheet(marked))) == []


def recalled(again: str, **given: object) -> list[str]:
    told: dict[str, object] = {"speaker": "Ada Orlin", "url": "one.txt", "said": "2031-04-03"}
    first = sheet("Ada Orlin said that Iceland had shipped [at least 840] {soldiers} to Vale.", **told)
    later: dict[str, object] = {"speaker": "Ada Orlin", "url": "two.txt", "said": "2031-06-20", "as_of": "2031-04"}
    return [one.kind for one in between(first, sheet(again, **later | given))]


def test_a_speaker_who_recalls_his_own_number_as_another_restates_it() -> None:
    again = "Ada Orlin: Back in April we told you of [more than 270] {soldiers} of Iceland in Vale."
    assert recalled(again) == ["restated"]
    assert recalled(again, speaker="Béla Ruhn") == []
    assert recalled(again, as_of="2030-04") == []
    assert recalled(again.replace("Back in April we told you of", "There are")) == []


def test_an_empty_document_and_vague_numbers_have_none() -> None:
    assert between(sheet("Nothing was counted."), sheet("[dozens] {boats} came to Oresk.")) == []
    assert kinds("[dozens] {boats} of the Guild lie in Oresk.", "[300] {boats} of the Guild lie in Oresk.") == []
