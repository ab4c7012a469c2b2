"""Which documents are worth laying side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.asking.partners import TitledAlike, couples_in, page_of_copy, partners_of, series_in, series_key
from onrecord.ledger import Ledger, open_ledger
from onrecord.records import Page
from onrecord.samples import newsroom

from .conftest import Add


@pytest.fixture(scope="module")
def samples(newsroom_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(newsroom_ledger, create=False) as opened:
        yield opened


def address(file: str) -> str:
    return next(one.address for one in newsroom() if one.path.name.startswith(file))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joint Statement of Valland and Orm, May 2031", "Joint statement of Valland and Orm, 2032"),
        ("Third Ferry Communiqué", "Fourth Ferry Communiqué"),
        ("Grain report for the week of 12 March", "Grain Report for the Week of 19 April"),
    ],
)
def test_titles_of_one_series_share_a_key(one: str, other: str) -> None:
    assert series_key(one)
    assert series_key(one) == series_key(other)


@pytest.mark.parametrize("title", [None, "", "2031", "May 2031", "Update", "Lantern 12"])
def test_a_title_that_says_too_little_is_of_no_series(title: str | None) -> None:
    assert series_key(title) == ()


def test_the_longest_series_is_first_and_named_by_its_latest_title() -> None:
    titles = (
        "Ferry report, May 2032",
        "Grain prices 7",
        "Whales",
        "Ferry report, 2031",
        "Grain prices 6",
        "Grain prices 5",
    )
    pages = [Page(document=str(number), title=title) for number, title in enumerate(titles)]
    assert series_in(pages) == [
        TitledAlike("grain prices", "Grain prices 7", 3),
        TitledAlike("ferry report", "Ferry report, May 2032", 2),
    ]


def test_versions_and_series_are_offered_the_earlier_first(samples: Ledger) -> None:
    latest = [page_of_copy(one.copy) for one in samples.documents_page(limit=100).shown]
    told = {one.why: one for one in couples_in(samples, latest)}
    assert [one.title for one in (told["version"].a, told["version"].b)] == [
        "Navy clears 60 mines from northern channel",
        "Navy clears 48 mines from northern channel",
    ]
    assert (told["title"].a.url, told["title"].b.url) == (
        address("estmark-communique-2025"),
        address("estmark-communique-2026"),
    )


def test_the_likeliest_partner_is_first_and_nothing_is_its_own(samples: Ledger) -> None:
    for file, other, why in (
        ("estmark-communique-2026", "estmark-communique-2025", "title"),
        ("lindhaven-ardent-courier", "lindhaven", "copy"),
    ):
        document = samples.document(address(file))
        found = partners_of(samples, document)
        assert found[0].why == why
        assert address(other).split("/")[2] in (found[0].page.url or "") or why == "copy"
        names = [one.page.document for one in found]
        assert document.id not in names
        assert len(set(names)) == len(names)


def test_of_one_text_there_is_no_pair(ledger: Ledger, add: Add) -> None:
    record = add(("Ada Orlin", "the ferry sails"), url="a")
    assert couples_in(ledger, []) == []
    assert partners_of(ledger, record.document) == []
