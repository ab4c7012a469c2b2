"""Numbers and dates that trip readers up: right or left out, never wrong with confidence."""

import pytest

import onrecord
from onrecord.records import Document, Figure, Findings, Quantity, Record, Span, TimeType, Timex, document_id
from onrecord.resolving import resolve

THURSDAY = "2024-10-31"
TEXTS = {
    "400 digits": f"The debt stood at {'9' * 400} crowns, Mara Oduya said.",
    "a date of digits": "The treaty was signed on 10-12-2024 in Lusala.",
    "a day of infamy": "The attacks of 9/11 changed the law, Mara Oduya said.",
    "a calibre": "Police found a 7.62mm machine gun at the site.",
    "a jet": "The army sent an F-16 to the border.",
    "a group": "The Group of Seven met in Lusala.",
    "an age": "A 41-year-old man was arrested in Lusala.",
    "a telephone": "Call 0164 555 0123 or +44 20 7946 0958 or (202) 555-0143 for help.",
    "a clock": "The meeting began at 2.15pm on Friday.",
}


def resolved(text: str, number: str, unit: str | None = None, counted: str | None = None) -> tuple[Figure, ...]:
    """The figures of a text in which finding takes these words for a number, its unit, and what it counts."""

    def span(words: str | None) -> Span | None:
        return None if words is None else Span.cut(text, text.index(words), text.index(words) + len(words))

    of, measure = span(number), span(unit)
    assert of is not None
    parts = [of, *([measure] if measure else [])]
    whole = Span.cut(text, min(one.start for one in parts), max(one.end for one in parts))
    quantity = Quantity(number=of, span=whole, unit=measure, counted=span(counted), confidence=0.9)
    return _record(text, quantities=(quantity,)).figures


def dated(text: str, words: str, published: str | None = THURSDAY, kind: TimeType = "DATE") -> str | None:
    """The value of an expression in a text, as finding would give it."""
    start = text.index(words)
    timex = Timex(kind, Span.cut(text, start, start + len(words)))
    (time,) = _record(text, times=(timex,), published=published).times
    assert time.value is not None or time.confidence is None
    return time.value


def _record(
    text: str, quantities: tuple[Quantity, ...] = (), times: tuple[Timex, ...] = (), published: str | None = THURSDAY
) -> Record:
    document = Document(id=document_id(text), text=text, published=published)
    record = resolve(document, Findings(quantities=quantities, times=times))
    record.check()
    return record


@pytest.mark.parametrize("name", TEXTS)
def test_the_whole_program_takes_it_for_no_figure(name: str) -> None:
    record = onrecord.read(TEXTS[name], published=THURSDAY)
    record.check()
    assert record.figures == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("Officials counted 1,00,000 voters in the district.", 100_000, "count", "voters"),
        ("The country exported 816 000 t of grain.", 816_000, "tonne", "grain"),
        ("The army sent two F-16 jets to the border.", 2, "count", "F-16 jets"),
    ],
)
def test_the_whole_program_reads_it_right(text: str, value: float, unit: str, counted: str) -> None:
    (figure,) = onrecord.read(text, published=THURSDAY).figures
    assert (figure.value, figure.unit, figure.counted) == (value, unit, counted)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (TEXTS["400 digits"], "9" * 400),
        (TEXTS["a date of digits"], "10-12-2024"),
        (TEXTS["a date of digits"], "10"),
        (TEXTS["a date of digits"], "12-2024"),
        (TEXTS["a day of infamy"], "9/11"),
        (TEXTS["a day of infamy"], "9"),
        (TEXTS["a jet"], "16"),
        (TEXTS["a group"], "Seven"),
        (TEXTS["an age"], "41"),
        (TEXTS["a telephone"], "0164 555 0123"),
        (TEXTS["a telephone"], "555-0143"),
        (TEXTS["a clock"], "2.15"),
    ],
)
def test_it_is_no_figure_though_finding_takes_it_for_a_number(text: str, number: str) -> None:
    assert resolved(text, number) == ()


def test_a_calibre_is_no_figure_though_it_has_a_unit() -> None:
    assert resolved(TEXTS["a calibre"], "7.62", "mm") == ()


@pytest.mark.parametrize(("words", "value"), [("9" * 40, 1e40), ("9" * 400, None), ("1e400", None)])
def test_a_number_is_one_that_a_double_holds_or_none(words: str, value: float | None) -> None:
    figures = resolved(f"The debt stood at {words} crowns.", words, "crowns")
    assert [figure.value for figure in figures] == [value]
    assert all(figure.bound is None for figure in figures if figure.value is None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The treaty was signed on 10-12-2024.", "10-12-2024", None),
        ("The treaty was signed on 10/12/2024.", "10/12/2024", None),
        ("The treaty was signed on 30-12-2024.", "30-12-2024", "2024-12-30"),
        ("The treaty was signed on 30-02-2024.", "30-02-2024", None),
        ("The attacks of 9/11 changed the law.", "9/11", None),
        ("They met on Friday, October 31, 2024.", "Friday, October 31, 2024", "2024-10-31"),
        ("They met on Friday, October 31.", "Friday, October 31", "2025-10-31"),
    ],
)
def test_a_date_that_could_be_two_days_is_none(text: str, words: str, value: str | None) -> None:
    assert dated(text, words) == value


def test_a_clock_with_a_full_stop_is_a_time() -> None:
    assert dated(TEXTS["a clock"], "2.15pm", kind="TIME") == "2024-10-25T14:15"


def test_times_count_from_a_day_of_publication_in_the_future_too() -> None:
    text = "They met on Tuesday and will meet next week."
    assert dated(text, "Tuesday", "2091-11-01") == "2091-10-30"
    assert dated(text, "next week", "2091-11-01") == "2091-W45"
    assert dated(text, "Tuesday", "9999-12-31") == "9999-12-28"
    assert dated(text, "next week", "9999-12-31") is None


def test_without_a_day_of_publication_nothing_is_counted_from_one() -> None:
    assert dated("They met on Tuesday.", "Tuesday", None) is None
    assert onrecord.read("The envoys met on Tuesday, Mara Oduya said.").times[0].value is None
