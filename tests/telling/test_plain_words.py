"""Records in short plain words."""

import pytest

from onrecord.records import Document, Entity, Figure, Role, Span, Statement, document_id
from onrecord.telling.clean import flat, one_line
from onrecord.telling.commitments import commitment_notes
from onrecord.telling.conflicts import differing, figure_in, number_beside, total
from onrecord.telling.copies import changes_line
from onrecord.telling.cutting import begun, both_ends, shortened, window
from onrecord.telling.documents import imprint, title_of
from onrecord.telling.positions import line_summed_up, why_on_topic
from onrecord.telling.speakers import entity_line, held_line, names_line
from onrecord.telling.statements import act_notes, exact_words
from onrecord.telling.values import day_in_words

MINISTER = Role("Harbour Minister", "Valland")


def test_a_control_character_neither_ends_a_line_nor_reaches_the_terminal() -> None:
    assert one_line("a\n\x1b[31mb  c") == "a \ufffd[31mb c"
    assert flat("a\nb\u202ec") == "a b\ufffdc"


def test_who_somebody_is() -> None:
    orlin = Entity(
        id="en-1", kind="person", name="Ada Orlin", roles=(MINISTER, Role("captain")), mentions=(Span(0, 1, "A"),)
    )
    assert entity_line(orlin) == "Ada Orlin, Harbour Minister, Valland, captain"
    assert names_line(["Ada\nOrlin", "Bo Tarn"]) == "Ada Orlin; Bo Tarn"
    assert names_line([]) == "unknown speaker"


@pytest.mark.parametrize(
    ("since", "until", "reports", "told"),
    [
        ("2031-04-03", "2032-01-09", 2, "2031-04-03 to 2032-01-09, 2 reports"),
        ("2031-04-03", "2031-04-03", 1, "2031-04-03, 1 report"),
        (None, None, 1, "date unknown, 1 report"),
    ],
)
def test_an_office_and_its_days(since: str | None, until: str | None, reports: int, told: str) -> None:
    assert held_line(MINISTER, since, until, reports) == f"Harbour Minister, Valland: {told}"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2031-04-03T09:30", "2031-04-03"),
        ("2031-04-03 09:30", "2031-04-03"),
        ("2031-04", "2031-04"),
        (None, "date unknown"),
    ],
)
def test_the_day_of_a_moment(moment: str | None, day: str) -> None:
    assert day_in_words(moment) == day


def test_what_is_known_of_a_statement_and_its_words() -> None:
    said = Statement(
        id="st-1",
        type="mixed",
        kind="held",
        content=(Span(0, 8, "“it may\n"), Span(20, 25, "sail”")),
        act="expect",
        factuality="PS+",
        condition=Span(30, 32, "if"),
        time="P2D",
    )
    assert act_notes(said) == ["expect", "held, not said", "possible", "on a condition", "2 days"]
    assert exact_words(said) == "“it may … sail”"


def test_what_a_document_is_called_and_where_it_is_from() -> None:
    text = "The ferry sailed."
    bare = Document(id=document_id(text), text=text)
    assert title_of(bare) == document_id(text)
    assert list(imprint(bare)) == ["date unknown", "3 words"]
    own = Document(
        id=document_id(text), text=text, title="Ferry\nsails", outlet="Northwire", agency="Northwire", language="no"
    )
    assert title_of(own) == "Ferry sails"
    assert list(imprint(own)) == ["Northwire", "date unknown", "language no", "3 words"]


def test_a_window_is_cut_between_words_and_holds_the_place() -> None:
    text = "one two three four five six seven"
    place = text.index("four"), text.index("four") + 4
    first, last = window(text, *place, 16)
    assert text[first:last] == "three four five six"
    assert window(text, *place, 100) == (0, len(text))


def test_long_words_are_cut_and_short_ones_are_not() -> None:
    assert (begun("a b c", 5), begun("aa bb cc", 5)) == ("a b c", "aa bb …")
    assert (both_ends("a\nb", 6), both_ends("abcdefgh", 6)) == ("a b", "abc … fgh")
    words = [f"w{number}" for number in range(40)]
    assert shortened(" ".join(words[:36])) == " ".join(words[:36])
    assert shortened(" ".join(words)) == " ".join([*words[:12], "[… 16 words …]", *words[-12:]])


def test_a_figure_in_its_sentence_and_its_number_beside_it() -> None:
    text = "In spring some\n40 boats lay still off Port Vale."
    figure = Figure(id="fg-1", span=Span(10, 17, text[10:17]), value=40, bound="about", unit="count")
    sentence = Span(0, len(text), text)
    assert figure_in(sentence, figure, 100) == ("In spring ", "some 40", " boats lay still off Port Vale.")
    assert figure_in(sentence, figure, 20) == ("… spring ", "some 40", " boats …")
    assert number_beside(figure) == "about 40"
    plain = Figure(id="fg-2", span=Span(15, 17, "40"), value=40, low=40, high=40, bound="exact", unit="count")
    assert number_beside(plain) == ""


@pytest.mark.parametrize(
    ("conflicts", "updates", "told"),
    [(0, 0, "No conflict found."), (1, 0, "1 conflict."), (0, 2, "2 updates."), (2, 1, "2 conflicts, 1 update.")],
)
def test_how_many_conflicts(conflicts: int, updates: int, told: str) -> None:
    assert total(conflicts, updates) == told


def test_what_became_of_a_story_in_a_copy() -> None:
    three = [Span(0, 13, "one two three")]
    assert changes_line("cut", three, ()) == "cut 3 words"
    assert changes_line("edited", three, [Span(0, 1, "x")]) == "cut 3 words, added 1 word"
    assert changes_line("same", (), ()) == "the same words"
    assert changes_line("form", three, ()) == "the same form with other numbers"


def test_a_commitment_and_a_line() -> None:
    assert commitment_notes("pledge", "2031-04-03T09:30", "P1Y") == "pledge, 2031-04-03, due 1 year"
    assert commitment_notes("plan", None, None) == "plan, date unknown"
    assert line_summed_up(0, 1, hardened=0, softened=0, undated=0) == "Nothing on it among 1 statement."
    summed_up = line_summed_up(3, 40, hardened=1, softened=0, undated=2)
    assert summed_up == "3 statements of 40, 1 hardened, 2 of unknown date, listed last."
    assert why_on_topic(("tolls", "pilots"), 0.5) == "on topic: tolls, pilots; meaning 0.50"
    assert why_on_topic((), 0.25) == "on topic: meaning 0.25"


def test_the_numbers_that_differ() -> None:
    one, other = (
        Figure(id="fg-1", span=Span(0, 2, "40"), value=40, low=40, high=40, bound="exact", unit="count"),
        Figure(id="fg-2", span=Span(0, 2, "60"), value=60, low=60, bound="at_least", unit="count"),
    )
    assert differing(one, other, "contradicts") == "40 ≠ ≥ 60"
    assert differing(one, other, "updated") == "40 → ≥ 60"
