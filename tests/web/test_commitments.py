"""The commitments page over the sample reports."""

import re

import pytest
from starlette.testclient import TestClient

from .waiting import whole


def test_a_commitment_stands_in_its_sentence_with_what_was_said_later(newsroom: TestClient) -> None:
    page = whole(newsroom, "/commitments?about=quota")
    assert "depend on the herring banks, and they <mark" in page
    assert '<b>Reaffirmed</b> <time datetime="2026-09-03">' in page
    told = newsroom.get("/commitments.json?about=quota").json()
    assert told["found"] == len(told["commitments"]) == 1
    assert [one["fate"] for one in told["commitments"][0]["later"]] == ["reaffirmed"]


def test_due_dates_are_marked_and_asked_for(newsroom: TestClient) -> None:
    page = whole(newsroom, "/commitments?due_before=2026")
    assert "due 2025" in page
    assert re.search(r'<mark class="m-promise m-due">', page)
    due = [one["due"]["value"] for one in newsroom.get("/commitments.json?due_before=2026").json()["commitments"]]
    assert due
    assert all(value < "2026" for value in due)


def test_each_leads_to_its_statement_or_paragraph(newsroom: TestClient) -> None:
    page = whole(newsroom, "/commitments")
    links = re.findall(r'data-open class="from" href="([^"#]+)#([^"]+)"', page)
    assert len(links) == newsroom.get("/commitments.json").json()["found"]
    for document, place in links:
        assert f'id="{place}"' in newsroom.get(document).text


def test_a_limit_is_said_and_more_is_offered(newsroom: TestClient) -> None:
    page = whole(newsroom, "/commitments?limit=2")
    assert page.count("data-step") == 2
    assert "The first 2 are shown." in page
    assert 'href="/commitments?limit=4"' in page


def test_who_promised_nothing_is_said_on_the_page_and_not_found_by_programs(newsroom: TestClient) -> None:
    page = whole(newsroom, "/commitments?by=Zyx")
    assert "Zyx: is nobody who speaks in this ledger." in page
    assert 'value="Zyx"' in page
    for address in ("/commitments.json?by=Zyx", "/commitments.csv?by=Zyx", "/api/v1/commitments?by=Zyx"):
        assert newsroom.get(address).status_code == 404


@pytest.mark.parametrize("query", ["due_before=soon", "by=!", "to=!", "about=!"])
def test_what_makes_no_sense(newsroom: TestClient, query: str) -> None:
    assert newsroom.get(f"/commitments.json?{query}").status_code == 400
    assert "What to do:" in whole(newsroom, f"/commitments?{query}")


def test_what_fits_nothing(newsroom: TestClient) -> None:
    assert "No commitment fits." in whole(newsroom, "/commitments?about=zyx")
