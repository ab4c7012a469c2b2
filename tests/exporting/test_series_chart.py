"""The chart of a series over time: each figure a link with a name, its bound drawn, and nothing that runs."""

import re
import socket

import pytest
from lxml import etree

from onrecord.exporting.chart_figures import ChartFigure
from onrecord.exporting.series_chart import MIDDLE, NARROW, WIDE, SeriesChart, series_chart

SVG = "{http://www.w3.org/2000/svg}"
# The house's own elements and attributes: whatever else stood in a chart came from a text.
ELEMENTS = {"svg", "g", "a", "use", "defs", "path", "circle", "line", "text", "tspan"}
DRAWN = {"viewBox", "width", "height", "transform", "x", "y", "x2", "y2", "dx", "dy", "r", "cy", "d", "pointer-events"}
PAINT = {"fill", "stroke", "fill-opacity", "stroke-opacity", "stroke-width", "font-size", "text-anchor"}
NAMING = {"class", "id", "href", "role", "tabindex", "aria-label", "aria-hidden", "data-figure", "data-words"}
HOSTILE = [
    "<script>alert(1)</script>",
    '"]</svg><img src=x onerror=alert(1)>',
    "\\u003c' onload='x",
    "a\u2028\ud800\x00b",
]


def figure(number: float = 300.0, **given: object) -> ChartFigure:
    stated = {"id": "fg-1", "moment": "2031-04-03", "speaker": "Ada Orlin", "label": f"{number:,.0f} boats"}
    numbers = {"value": number, "low": number, "high": number, "bound": "exact"}
    return ChartFigure(**stated | numbers | given)  # type: ignore[arg-type]


def drawn(*figures: ChartFigure, **given: object) -> SeriesChart:
    chart = series_chart(figures, title="Boats", unit="boats at sea", **given)  # type: ignore[arg-type]
    assert chart is not None
    return chart


def marks(chart: SeriesChart) -> list[etree._Element]:
    return [element for element in etree.fromstring(chart.svg).iter() if element.get("data-figure") is not None]


def symbols(mark: etree._Element) -> list[str]:
    return [use.get("href").partition("-")[2] for use in mark.iter(f"{SVG}use")]


def place(mark: etree._Element) -> tuple[float, float]:
    use = next(mark.iter(f"{SVG}use"))
    return float(use.get("x")), float(use.get("y"))


def test_a_mark_is_a_link_that_a_script_finds_and_that_has_a_name() -> None:
    (mark,) = marks(drawn(figure(href="/records/fg-1", label="at least 300 boats", hedged=True, mark="restated")))
    assert mark.tag == f"{SVG}a"
    assert (mark.get("href"), mark.get("data-figure")) == ("/records/fg-1", "fg-1")
    assert mark.get("aria-label") == "Ada Orlin: at least 300 boats, 3 April 2031, hedged, restated"
    assert set(mark.get("class").split()) == {"figure", "speaker-1", "faint", "restated"}


def test_marks_stand_at_their_moment_and_number() -> None:
    low, high, later = marks(drawn(figure(100), figure(300), figure(200, moment="2031-05-03")))
    assert place(low)[0] == place(high)[0] < place(later)[0]
    assert place(high)[1] < place(later)[1] < place(low)[1]
    assert place(low)[1] - place(later)[1] == pytest.approx(place(later)[1] - place(high)[1], abs=0.2)


def test_far_numbers_stand_by_powers_of_ten() -> None:
    chart = drawn(figure(10), figure(1_000), figure(100_000))
    ys = [place(mark)[1] for mark in marks(chart)]
    assert ys[0] - ys[1] == pytest.approx(ys[1] - ys[2], abs=0.2)
    assert "boats at sea (logarithmic)" in chart.svg
    assert all(f">{number}<" in chart.svg for number in ("10", "1,000", "100,000"))


@pytest.mark.parametrize(
    ("numbers", "bound", "shapes", "traits"),
    [
        ((5.0, 5.0, 5.0), "exact", ["1"], set()),
        ((5.0, None, None), "about", ["1"], {"faint"}),
        ((5.0, 5.0, None), "at_least", ["1-up"], set()),
        ((5.0, 5.0, None), "more_than", ["1-up"], {"hollow"}),
        ((5.0, None, 5.0), "at_most", ["1-down"], set()),
        ((5.0, None, 5.0), "less_than", ["1-down"], {"hollow"}),
        ((None, 5.0, 8.0), "range", ["1", "1"], set()),
        ((None, 1000.0, None), "vague", ["1-up"], {"faint"}),
    ],
)
def test_a_bound_is_drawn_as_what_it_is(
    numbers: tuple[float | None, ...], bound: str, shapes: list[str], traits: set[str]
) -> None:
    value, low, high = numbers
    (mark,) = marks(drawn(figure(value=value, low=low, high=high, bound=bound)))
    assert [name for name in symbols(mark) if name != "target"] == shapes
    assert set(mark.get("class").split()) - {"figure", "speaker-1"} == traits
    bars = [path for path in mark.iter(f"{SVG}path") if "between" in path.get("class")]
    assert len(bars) == (len(shapes) > 1)


def test_restated_and_contradicted_have_shapes_of_their_own_in_the_colour_of_the_text() -> None:
    chart = drawn(figure(mark="restated"), figure(900, mark="contradicted"), figure(500))
    assert [symbols(mark)[1] for mark in marks(chart)] == ["restated", "contradicted", "target"]
    ids = {one.get("id"): one for one in etree.fromstring(chart.svg).find(f"{SVG}defs")}
    restated, contradicted = (ids[f"s{WIDE.width}-{name}"] for name in ("restated", "contradicted"))
    assert restated.tag != contradicted.tag
    assert restated.get("stroke") == contradicted.get("stroke") == "currentColor"


def test_each_of_eight_speakers_has_a_colour_and_a_shape_and_the_rest_are_grey() -> None:
    speakers = [f"Speaker {number}" for number in range(10) for _ in range(12 - number)]
    chart = drawn(*(figure(speaker=name) for name in speakers), figure(speaker=None))
    keys = [key for key in chart.keys if key.about == "speaker"]
    assert [key.name for key in keys] == [*(f"Speaker {number}" for number in range(8)), "Others"]
    assert [key.count for key in keys] == [12, 11, 10, 9, 8, 7, 6, 5, 4 + 3 + 1]
    assert len({key.symbol for key in keys}) == 9
    assert marks(chart)[-1].get("aria-label").startswith("Unknown speaker: ")


def test_the_key_names_the_kinds_that_are_drawn_and_no_others() -> None:
    chart = drawn(
        figure(), figure(low=None, high=None, bound="about"), figure(high=None, bound="at_least", mark="restated")
    )
    named = [(key.about, key.name, key.count) for key in chart.keys if key.about != "speaker"]
    told = [
        ("bound", "exactly", 1),
        ("bound", "at least", 1),
        ("bound", "about, or hedged", 1),
        ("mark", "restated", 1),
    ]
    assert named == told
    assert all(etree.fromstring(key.symbol).get("aria-hidden") == "true" for key in chart.keys)


def test_what_has_no_number_or_day_is_counted_and_nothing_at_all_is_no_chart() -> None:
    nothing = (figure(moment="FUTURE_REF"), figure(moment=None), figure(value=None, low=None, high=None, bound="vague"))
    assert series_chart(nothing, title="Boats", unit="boats") is None
    chart = drawn(figure(), *nothing)
    assert (len(marks(chart)), chart.left_out) == (1, 3)


def test_what_lies_far_away_in_time_is_counted_and_drawn_where_it_is_asked_for() -> None:
    series = [figure(moment=f"2031-04-{day:02}") for day in range(1, 21)] + [figure(moment="1998")]
    assert (len(marks(drawn(*series))), drawn(*series).far) == (20, 1)
    assert (len(marks(drawn(*series, whole=True))), drawn(*series, whole=True).far) == (21, 0)


def test_a_month_is_a_line_over_its_days() -> None:
    days = [figure(moment="2031-04-01"), figure(moment="2031-06-30")]
    *_, month = marks(drawn(*days, figure(700, moment="2031-05")))
    (line,) = (path for path in month.iter(f"{SVG}path") if "stretch" in path.get("class"))
    start, end = map(float, re.fullmatch(r"M([\d.]+) [\d.]+H([\d.]+)", line.get("d")).groups())  # type: ignore[union-attr]
    assert place(month)[0] == pytest.approx((start + end) / 2, abs=0.2)
    assert month.get("aria-label").endswith(", May 2031")


def test_marks_of_one_moment_and_number_do_not_hide_one_another() -> None:
    places = [place(mark) for mark in marks(drawn(*(figure(speaker=name) for name in "abcd")))]
    assert len(set(places)) == 4
    assert len({y for _, y in places}) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text(text: str) -> None:
    told = figure(id=text, speaker=text, label=text, words=text, href=f"/{text}", moment="2031")
    chart = series_chart([told, figure()], title=text, unit=text)
    assert chart is not None
    for svg in (chart.svg, *(key.symbol for key in chart.keys)):
        for element in etree.fromstring(svg).iter():
            assert etree.QName(element).localname in ELEMENTS
            assert set(element.keys()) <= DRAWN | PAINT | NAMING
    assert {element.get("href")[0] for element in etree.fromstring(chart.svg).iter() if element.get("href")} == {
        "#",
        "/",
    }


@pytest.mark.parametrize("address", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "", None])
def test_an_address_that_could_run_a_script_is_no_link(address: str | None) -> None:
    (mark,) = marks(drawn(figure(href=address)))
    assert (mark.tag, mark.get("href"), mark.get("role"), mark.get("tabindex")) == (f"{SVG}g", None, "img", "0")


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
def test_a_chart_fits_its_width_and_takes_the_colours_of_the_page(size: object) -> None:
    svg = etree.fromstring(drawn(figure(), figure(4_000_000, high=None, bound="at_least"), size=size).svg)
    assert svg.get("viewBox") == f"0 0 {size.width} {size.height}"  # type: ignore[attr-defined]
    assert (svg.get("width"), svg.get("height")) == ("100%", None)
    lines = [one for one in svg.iter(f"{SVG}g") if one.get("class") in ("grid", "tick", "label")]
    assert {one.get("stroke") or one.get("fill") for one in lines} == {"currentColor"}
    assert "1 mn" in [text.text for text in svg.iter(f"{SVG}text")]


def test_a_narrow_chart_has_fewer_days_on_its_axis() -> None:
    series = [figure(moment=f"2031-{month:02}-01") for month in range(1, 13)]
    wide, narrow = (drawn(*series, size=size).svg.count("<tspan") for size in (WIDE, NARROW))
    assert 0 < narrow < wide


def test_two_charts_on_a_page_share_no_id() -> None:
    charts = [drawn(figure(), size=size, name=name) for size in (NARROW, WIDE) for name in ("a", "b")]
    ids = [one for chart in charts for one in etree.fromstring(chart.svg).xpath("//@id")]
    assert len(ids) == len(set(ids)) > 0
    for chart in charts:
        tree = etree.fromstring(chart.svg)
        assert {use.get("href")[1:] for use in tree.iter(f"{SVG}use")} <= set(tree.xpath("//@id"))


def test_three_hundred_figures_are_under_a_hundred_kilobytes() -> None:
    bounds = ({}, {"high": None, "bound": "at_least"}, {"low": None, "high": None, "bound": "about"})
    series = [
        figure(
            1_000 + 37 * n,
            id=f"fg-{n:016x}",
            href=f"/records/fg-{n:016x}",
            moment=f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}",
            speaker=f"Harbour Office {n % 9}",
            label=f"at least {1_000 + 37 * n:,} boats",
            **bounds[n % 3],  # type: ignore[arg-type]
        )
        for n in range(300)
    ]
    for size in (NARROW, WIDE):
        chart = drawn(*series, size=size)
        assert len(marks(chart)) == 300
        assert len(chart.svg.encode()) < 100_000


@pytest.mark.parametrize("number", [0.0, -5.0, 0.001, 1e15, 1e300])
@pytest.mark.parametrize("moment", ["0001-01-01", "2031-W14", "9999-12-31"])
def test_odd_numbers_and_moments_stand_within_the_chart(number: float, moment: str) -> None:
    for mark in marks(drawn(figure(number, moment=moment), figure(2, moment=moment))):
        x, y = place(mark)
        assert 0 <= x <= WIDE.width
        assert 0 <= y <= WIDE.height


def test_a_chart_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert marks(drawn(figure(77, moment="2031-07-07")))
