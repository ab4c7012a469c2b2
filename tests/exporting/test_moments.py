"""Moments and addresses as other forms write them."""

import pytest

from onrecord.exporting.identifiers import document_urn, record_urn, stated_address, web_address
from onrecord.exporting.moments import calendar_date, event_days, published, stamp
from tests.exporting.ferry_report import ferry


@pytest.mark.parametrize(
    ("value", "date", "stamped"),
    [
        ("2031", "2031", None),
        ("2031-04", "2031-04", None),
        ("2031-04-03", "2031-04-03", "20310403000000"),
        ("2031-04-03TNI", "2031-04-03", "20310403000000"),
        ("2031-04-03T23:30:00-02:00", "2031-04-03", "20310404013000"),
        ("2031-04-03T08:15", "2031-04-03", "20310403081500"),
        ("0001-01-01T00:00+14:00", "0001-01-01", None),
        ("2031-W14", None, None),
        ("2031-SU", None, None),
        ("FUTURE_REF", None, None),
        ("P1D", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_a_date_is_as_long_as_it_is_known(value: str | None, date: str | None, stamped: str | None) -> None:
    assert (calendar_date(value), stamp(value)) == (date, stamped)


def test_a_week_is_a_stretch_of_days() -> None:
    assert event_days("2031-W14") == ("2031-03-31", "2031-04-06")
    assert event_days("2031-04-03") == ("2031-04-03", None)
    assert event_days("FUTURE_REF") == event_days(None) == (None, None)


def test_publication_keeps_its_time_of_day() -> None:
    assert published("2031-04-03 08:15Z") == "2031-04-03T08:15:00+00:00"
    assert (published("2031-04"), published("soon"), published(None)) == ("2031-04", None, None)


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        (
            'https://lantern.example/é <b>"\\`{x}|^?q=%20#a',
            "https://lantern.example/%C3%A9%20%3Cb%3E%22%5C%60%7Bx%7D%7C%5E?q=%20#a",
        ),
        ("http://lantern.example", "http://lantern.example"),
        ("https:///nowhere", None),
        ("https://[x/", None),
        ("harbour/ferry.txt", None),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_only_an_address_on_the_web_is_one(address: str | None, uri: str | None) -> None:
    assert web_address(ferry(url=address, canonical=None).document) == uri


def test_where_it_was_fetched_goes_before_what_it_states() -> None:
    assert web_address(ferry(url="a.txt").document) == "https://northwire.example/ferry"
    assert stated_address(ferry(url="a.txt").document) is None
    assert stated_address(ferry().document) == "https://northwire.example/ferry"


def test_an_id_of_any_letters_is_a_urn() -> None:
    document = ferry(id="a b/é").document
    assert document_urn(document) == "urn:onrecord:a%20b%2F%C3%A9"
    assert record_urn(document, "st-1") == "urn:onrecord:a%20b%2F%C3%A9:st-1"
