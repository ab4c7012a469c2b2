"""The day of publication where a document is at odds with itself, where it is yet to come, and in its own words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import read_bytes, read_text
from onrecord.reading.metadata import StatedDate
from onrecord.reading.published import settle
from onrecord.records import Dateline, Document
from onrecord.settings import Settings

TODAY = date(2025, 3, 1)
OLD, NEW = StatedDate("2019-03-04", "JSON-LD"), StatedDate("2024-10-31T09:30:00+00:00", "article:published_time")
LATE = StatedDate("2025-03-03", "JSON-LD")
BODY = (
    "The harbour minister said on Tuesday that the ferry would be repaired within a week, at a cost of 3 million. "
    "Fishermen in the port did not believe her, and called for a vote in parliament."
)
HEAD = """<meta property="article:published_time" content="{}">
<script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Ferry row", "datePublished": "{}"}}</script>"""


def page(meta: str, linked: str, opening: str = "", published: str | None = None) -> Document:
    head = HEAD.format(meta, linked)
    source = f"<html lang='en'><head><title>Ferry row</title>{head}</head><body><article><h1>Ferry row</h1>"
    source += f"<p>{opening}{BODY}</p><p>{BODY}</p></article></body></html>"
    return read_bytes(source.encode(), "report.html", settings=Settings(), published=published)


def test_dates_that_agree_are_the_first_ones_without_a_warning() -> None:
    near = StatedDate("2024-10-30", "meta")
    assert settle([NEW, near], None, None, TODAY) == settle([NEW], None, None, TODAY)
    assert settle([NEW, near], None, "2001-01-01", TODAY).published == NEW.date
    assert settle([NEW, near], None, None, TODAY).warnings == ()


@pytest.mark.parametrize(
    ("dateline", "own", "taken"),
    [
        (None, None, None),
        (None, "2024-10-31", NEW.date),
        (None, "2024-11-01", NEW.date),
        (None, "2019-03-04", OLD.date),
        (None, "2022-01-01", None),
        (Dateline("PORT LISK", "Oct. 31"), None, NEW.date),
        (Dateline("PORT LISK", "4 March"), None, OLD.date),
        (Dateline("PORT LISK", "Feb. 29"), None, None),
        (Dateline("PORT LISK", None), None, None),
    ],
)
def test_of_two_dates_the_one_is_taken_that_the_text_confirms(
    dateline: Dateline | None, own: str | None, taken: str | None
) -> None:
    for stated in ([OLD, NEW], [NEW, OLD]):
        found = settle(stated, dateline, own, TODAY)
        assert found.published == taken
        (warning,) = found.warnings
        assert OLD.date in warning and NEW.date in warning and OLD.where in warning and NEW.where in warning


def test_a_day_of_the_year_that_confirms_both_confirms_none() -> None:
    stated = [StatedDate("2019-10-31", "JSON-LD"), StatedDate("2024-10-31", "meta")]
    assert settle(stated, Dateline("PORT LISK", "Oct. 31"), None, TODAY).published is None


def test_a_date_to_come_is_not_believed() -> None:
    found = settle([LATE, NEW], None, None, TODAY)
    assert found.published == NEW.date
    assert found.warnings == (
        "it states 2025-03-03 (JSON-LD) as its date of publication, which is yet to come and was not believed",
    )
    assert settle([LATE], None, "2025-02-28", TODAY).published == "2025-02-28"
    assert settle([], None, "2025-03-03", TODAY).published is None
    assert settle([StatedDate("2025-03-02", "meta")], None, None, TODAY).warnings == ()


DATES = st.dates(date(1700, 1, 1), date(2400, 1, 1)).map(lambda day: StatedDate(day.isoformat(), "meta"))


@given(st.lists(DATES, max_size=4), st.none() | DATES, st.sampled_from(["Oct. 31", "29 February", "soon", None]))
def test_what_is_taken_was_stated(stated: list[StatedDate], own: StatedDate | None, printed: str | None) -> None:
    words = None if own is None else own.date
    taken = settle(stated, Dateline(None, printed), words, TODAY).published
    assert taken is None or taken in [*(one.date for one in stated), words]


def test_a_page_at_odds_with_itself_has_the_date_of_its_dateline_or_none() -> None:
    found = page("2024-10-31", "2019-03-04")
    assert found.published is None
    assert found.warnings == (
        "it states both 2019-03-04 (JSON-LD) and 2024-10-31 (article:published_time) as its date of publication; "
        "neither was taken, --published sets one",
    )
    found = page("2024-10-31", "2019-03-04", "PORT LISK, Oct. 31 (AP) — ")
    assert found.published == "2024-10-31"
    assert found.warnings[0].endswith("its own words confirm 2024-10-31")


def test_a_page_from_the_future_is_not_believed() -> None:
    found = page("2024-10-31", "2999-03-04")
    assert found.published == "2024-10-31"
    assert "2999-03-04 (JSON-LD)" in found.warnings[0]


def test_a_given_date_always_wins_and_silences_the_warning() -> None:
    found = page("2024-10-31", "2999-03-04", published="2998-01-01")
    assert (found.published, found.warnings) == ("2998-01-01", ())


def test_front_matter_from_the_future_is_not_believed() -> None:
    source = f"---\ntitle: Ferry row\ndate: 2999-03-04\n---\n\n{BODY}\n"
    found = read_bytes(source.encode(), "report.md", settings=Settings())
    assert found.published is None
    assert "2999-03-04 (front matter)" in found.warnings[0]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"MOSCOW, March 3, 2020 — {BODY}", "2020-03-03"),
        (f"MOSCOW, March 3, 2020 (AP) — {BODY}", "2020-03-03"),
        (f"LISK, Norland, 3 March 2020 — {BODY}", "2020-03-03"),
        (f"Port Lisk, Norland, March 3, 2020 — {BODY}", "2020-03-03"),
        (f"MOSCOW (AP) March 3, 2020 — {BODY}", "2020-03-03"),
        (f"MOSCOW, Tuesday, March 3, 2020 — {BODY}", "2020-03-03"),
        (f"Friday, January 4, 2019\n{BODY}", "2019-01-04"),
        (f"Friday, January 4, 2019\n\n{BODY}\n\n{BODY}", "2019-01-04"),
        (f"Ferry row deepens\n\nFriday, January 4, 2019\n\n{BODY}", "2019-01-04"),
        (f"Ferry row deepens\nBy Mara Ellin\nPublished: 4 January 2019\n{BODY}", "2019-01-04"),
        (f"2019-01-04\n\n{BODY}", "2019-01-04"),
        (f"Ferry row deepens\n\nJanuary 4, 2019, 9:30 a.m.\n\n{BODY}", "2019-01-04"),
        (f"MOSCOW, March 3 — {BODY}", None),
        (f"MOSCOW, March 3 (AP) — {BODY}", None),
        (f"Friday, January 4\n\n{BODY}", None),
        (f"The row began on March 3, 2020. {BODY}", None),
        (f"MOSCOW — {BODY}\n\nThe ferry sank on March 3, 2020.", None),
        (f"MOSCOW, March 3, 2999 — {BODY}", None),
        (f"{BODY}\n\nFriday, January 4, 2019", None),
    ],
)
def test_the_date_of_a_plain_text_is_in_its_own_words_or_unknown(text: str, published: str | None) -> None:
    assert read_text(text).published == published
