"""Which figures answer, in which order, and what is said again."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing import Asked, Point, ask, point_json, series_of, traces_of
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.errors import UsageError
from onrecord.records import Record, ToldFigure

from ..conftest import record_of

Told = Callable[..., list[ToldFigure]]


def keyed(asked: Asked, records: Iterable[Record]) -> list[ToldFigure]:
    """What a ledger would find by the keys of what is asked."""
    wanted = set(asked.keys())
    return [
        told
        for record in records
        for told in told_figures_of(record)
        if wanted & set(traces_of(record).figures.get(told.figure.id, ()))
    ]


def points(asked: Asked, *records: Record) -> list[Point]:
    return list(series_of(asked, keyed(asked, records)).points)


def words(found: Iterable[Point]) -> list[str]:
    return [point.told.figure.span.text for point in found]


def test_figures_of_one_thing_are_in_the_order_of_their_moments() -> None:
    late = record_of("Iceland sent [more than 400] {soldiers} to Orlin.", published="2031-05-01")
    early = record_of("[at least 300] {Icelandic troops} came.", published="2031-04-01")
    other = record_of("[500] {Fijian troops} came, and [20] {boats}.", published="2031-04-02")
    assert words(points(ask("Icelandic troops"), late, early, other)) == ["at least 300", "more than 400"]


def test_what_became_of_some_is_asked_for_apart() -> None:
    record = record_of("[300] {Icelandic troops} came. [20] {Icelandic soldiers} were killed.")
    asked = ask("Icelandic troops")
    series = series_of(asked, keyed(asked, [record]))
    assert words(series.points) == ["300"]
    assert series.fates == (("killed", 1),)
    assert words(points(ask("Icelandic troops killed"), record)) == ["20"]
    assert words(points(ask("deaths"), record)) == ["20"]


def test_the_dead_of_whom_no_noun_is_told_are_found_by_their_country() -> None:
    bare = record_of("Iceland suffered [20] {deaths}.")
    others = record_of("Fiji suffered [30] {deaths}. [40] {soldiers} were killed.")
    assert words(points(ask("Icelandic troops killed"), bare, others)) == ["20"]
    assert words(points(ask("troops killed"), bare, others)) == ["20", "30", "40"]


def test_the_same_said_again_in_a_document_is_told_once() -> None:
    record = record_of("[300] {Icelandic troops} came. [400] {boats}. [300] {Icelandic soldiers}, no more.")
    (point,) = points(ask("Icelandic troops"), record)
    assert [told.figure.id for told in point.again] == ["fg-2"]


def test_another_speaker_of_the_same_number_is_another_point() -> None:
    first = record_of("Ada Orlin said [300] {Icelandic troops} came.", speaker="Ada Orlin")
    other = record_of("Béla Ruhn said [300] {Icelandic troops} came.", speaker="Béla Ruhn")
    assert len(points(ask("Icelandic troops"), first, other)) == 2
    assert (
        len(
            points(
                ask(
                    "Icelandic troops",
                ),
                first,
                first,
            )
        )
        == 1
    )


def test_a_sentence_that_another_report_copies_is_told_once_however_often() -> None:
    texts = [f"The story, part {n}.\nIceland sent [300] {{soldiers}} to Orlin." for n in range(300)]
    (point,) = points(ask("Icelandic troops"), *map(record_of, texts))
    assert (len(point.again), len(point.copies)) == (0, 299)


def test_a_figure_whose_country_only_its_document_tells_belongs() -> None:
    repeated = record_of(
        "[at least 300] {Icelandic troops} came.\nAt last they came: [at least 300] {troops} from afar."
    )
    asked = record_of("Q Where are the Icelandic soldiers?\nMS. ORLIN: They are [400] {troops} strong.")
    bare = record_of(
        "Iceland sent [300] {soldiers}.\nSo many things.\nNothing.\nThe first [about 300] are being trained."
    )
    assert words(points(ask("Icelandic troops"), repeated)) == ["at least 300"]
    assert words(points(ask("Icelandic troops"), asked)) == ["400"]
    assert words(points(ask("Icelandic troops"), bare)) == ["300", "about 300"]


def test_a_small_bare_number_is_of_nothing() -> None:
    record = record_of("Iceland sent [3] {soldiers}.\nNothing.\nThe first [3] are being trained.")
    assert words(points(ask("Icelandic troops"), record)) == ["3"]


def test_why_a_figure_belongs_is_told() -> None:
    (point,) = points(ask("Icelandic troops"), record_of("Iceland moved [300] {soldiers} to Orlin."))
    assert point.why == ("counts “soldiers”", "“Iceland … moved” in its sentence")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["300", "400", "500"]),
        ({"since": "2031-05"}, ["400"]),
        ({"until": "2031-04"}, ["300"]),
        ({"where": "Fiji"}, ["300", "400"]),
        ({"where": "Valland"}, []),
        ({"speaker": "orlin"}, ["400"]),
        ({"speaker": "Ruhn"}, []),
    ],
)
def test_days_place_and_speaker_narrow_the_series(given: dict[str, str], found: list[str]) -> None:
    records = [
        record_of("[300] {Icelandic troops} came.", published="2031-04-03", where="western Fiji"),
        record_of("Ada Orlin: [400] {Icelandic troops} went to Fiji.", published="2031-06-01", speaker="Ada Orlin"),
        record_of("[500] {Icelandic troops} in Oz.", published=None),
    ]
    assert words(points(ask("Icelandic troops", **given), *records)) == found


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"words": "of the"}, "names nothing"),
        ({"words": ""}, "names nothing"),
        ({"words": "troops", "since": "soon"}, "is no date"),
        ({"words": "troops", "speaker": "…"}, "no word"),
        ({"words": "troops", "where": "—"}, "no place"),
    ],
)
def test_what_makes_no_sense_is_refused(given: dict[str, str], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        ask(**given)


def test_nothing_that_answers_is_an_empty_series() -> None:
    assert series_of(ask("Icelandic troops"), []).points == ()


def test_a_line_has_the_codebooks_fields(told: Told) -> None:
    (one,) = told("[300] {Icelandic troops} came, Ada Orlin said.", speaker="Ada Orlin", as_of="2031-04")
    line = point_json(one)
    assert list(line) == ["ref", "figure", "speakers", "said", "as_of"]
    assert (line["speakers"], line["said"], line["as_of"]) == (["Ada Orlin"], "2031-04-03", "2031-04")
    assert line["ref"]["text"] == line["figure"]["text"] == "300"


@given(st.permutations(range(6)))
def test_the_order_of_adding_does_not_matter(order: list[int]) -> None:
    records = [
        record_of(f"Iceland sent [{n}00] {{soldiers}}.", published=f"2031-04-0{n % 3 + 1}", url=f"{n}.txt")
        for n in range(1, 7)
    ]
    asked = ask("Icelandic troops")
    shuffled = points(asked, *(records[n] for n in order))
    assert shuffled == points(asked, *records)


def test_sums_near_in_meaning_belong_with_how_near_they_are(told: Told) -> None:
    (much,), (less,) = told("It cost [7] and more.", unit="USD"), told("It cost [9] too.", unit="USD")
    days, bare = told("It took [8] then.", unit="day"), told("It was [300] then.")
    asked = ask("aid for", by_meaning=True)
    near = [(much, 0.75), (less, 0.25), (days[0], 0.9), (bare[0], 0.9)]
    (point,) = series_of(asked, [], near).points
    assert (point.told, point.why) == (much, ("its sentence is near in meaning (0.75)",))


def test_words_that_name_nothing_are_refused_but_by_meaning() -> None:
    assert ask("of the", by_meaning=True).keys() == ()
    with pytest.raises(UsageError, match="names nothing"):
        ask("of the")


def test_what_says_no_number_is_only_counted() -> None:
    record = record_of("[several] {Icelandic troops} came, then [dozens] of {Icelandic soldiers}.")
    series = series_of(ask("Icelandic troops"), keyed(ask("Icelandic troops"), [record]))
    assert (words(series.points), series.vague) == (["dozens"], 1)
