import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import iso


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("2024-10-31", "2024-10-31"),
        ("20241031", "2024-10-31"),
        ("20241031+0100", "2024-10-31"),
        ("2024-10-31Z", "2024-10-31"),
        ("2024/10/31", "2024-10-31"),
        ("2024-10-31T09:30:15.123Z", "2024-10-31T09:30:15+00:00"),
        ("2024-10-31 09:30:15-04:00", "2024-10-31T09:30:15-04:00"),
        ("2024-10-31 12:00:00 +0800", "2024-10-31T12:00:00+08:00"),
        ("2024-10-31T09:30", "2024-10-31T09:30:00"),
        ("2024-10-31T09:30:00+05", "2024-10-31T09:30:00+05:00"),
        ("Tue, 08 Oct 2024 21:40:00 +0200", "2024-10-08T21:40:00+02:00"),
        ("08 Oct 2024 21:40:00 +0200", "2024-10-08T21:40:00+02:00"),
        ("October 31, 2024", "2024-10-31"),
        ("Thursday, Oct. 31, 2024", "2024-10-31"),
        ("31 October 2024", "2024-10-31"),
        ("Sept 1st 2024", "2024-09-01"),
        (" 2024-10-31\n", "2024-10-31"),
    ],
)
def test_a_certain_date_is_read(stated: str, read: str) -> None:
    assert iso(stated) == read


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "01/02/2024",
        "2024-02-30",
        "2024-10-31T25:00",
        "October 31",
        "October 2024",
        "Friday",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1735689600",
        "Fri, 99 Oct 2024 99:00",
        "2024-10-31T09:30+99:99",
        "x" * 1000,
        "２０２４-10-31",
    ],
)
def test_what_is_no_certain_date_is_none(stated: str) -> None:
    assert iso(stated) is None


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0)))
def test_iso_is_its_own_reading(moment: object) -> None:
    stated = str(moment).replace(" ", "T")
    unset = int(stated[:4]) < 1600 or stated.startswith("1970-01-01")
    assert iso(stated) == (None if unset else stated)


@given(st.text(max_size=90))
def test_nothing_is_raised(stated: str) -> None:
    read = iso(stated)
    assert read is None or iso(read) == read
