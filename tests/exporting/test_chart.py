"""The chart of a series: every mark in it, and nothing from elsewhere."""

import re
import socket

import pytest

from onrecord.exporting.chart import Mark, chart_svg


def mark(label: str = "≥ 300", **given: object) -> Mark:
    stated = {"value": 300.0, "low": 300.0, "high": None, "filled": True, "link": None} | given
    return Mark(row="2031-04-03  Ada Orlin", label=label, **stated)  # type: ignore[arg-type]


def test_every_mark_is_drawn_in_its_row() -> None:
    svg = chart_svg("Boats", "number", [mark("≥ 300"), mark("~400", value=400, low=None, filled=False)])
    assert svg.count("2031-04-03  Ada Orlin</text>") == 2
    assert all(words in svg for words in (">Boats<", ">≥ 300<", ">~400<", ">number<"))


def test_only_a_known_address_is_a_link() -> None:
    svg = chart_svg("Boats", "number", [mark(), mark(link="https://lantern.example/boats")])
    assert re.findall(r'href="(.*?)"', svg) == ["https://lantern.example/boats"]


def test_a_chart_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert chart_svg("Boats", "number", [mark()]).startswith("<svg")


def test_the_axis_begins_at_zero_and_tells_where_it_is_logarithmic() -> None:
    linear = chart_svg("Boats", "number", [mark(value=80, low=80, high=80), mark(value=100, low=100, high=100)])
    assert ">0</text>" in linear
    far = chart_svg("Boats", "number", [mark(value=3, low=3, high=3), mark(value=30_000, low=30_000, high=30_000)])
    assert ">0</text>" not in far
    assert ">10,000</text>" in far
    assert "logarithmic" in far


@pytest.mark.parametrize("text", ["<b>&", '"', "\\", "a\u2028b", "🜁"])
def test_any_text_is_drawn_as_text(text: str) -> None:
    assert "<b>" not in chart_svg(text, text, [mark(text)])


def test_a_negative_and_a_zero_number_are_drawn() -> None:
    svg = chart_svg("Degrees", "degree", [mark(value=-5, low=-5, high=-5), mark(value=0, low=0, high=0)])
    assert svg.startswith("<svg")
