"""The list of reports; addresses and records that lead to their report."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from tests.web.examples import address_of, document_of


def test_the_last_published_is_first(newsroom: TestClient) -> None:
    told = newsroom.get("/documents.json").json()
    days = [one["published"] for one in told["documents"]]
    assert days == sorted(days, reverse=True)
    assert told["total"] == len(days)
    text = newsroom.get("/documents").text
    for one in told["documents"]:
        assert f'href="/documents/{quote(one["document"], safe="")}"' in text or one["document"] in text


def test_an_outlet_narrows(newsroom: TestClient) -> None:
    whole = newsroom.get("/documents.json").json()
    outlet = whole["outlet"][0]
    narrowed = newsroom.get("/documents.json", params={"outlet": outlet["value"]}).json()
    assert narrowed["total"] == outlet["documents"] < whole["total"]
    assert {one["outlet"] for one in narrowed["documents"]} == {outlet["value"]}


def test_pages_of_reports(newsroom: TestClient) -> None:
    whole = [one["document"] for one in newsroom.get("/documents.json").json()["documents"]]
    paged = [
        one["document"]
        for offset in range(0, len(whole), 5)
        for one in newsroom.get(f"/documents.json?limit=5&offset={offset}").json()["documents"]
    ]
    assert paged == whole
    assert "1–5 of " in newsroom.get("/documents?limit=5").text


@pytest.mark.parametrize(
    ("asked", "form"), [("/documents", ""), ("/documents.json", ".json"), ("/api/v1/documents", "")]
)
def test_an_address_leads_to_the_document_that_it_holds(
    room: TestClient, own_ledger: Ledger, asked: str, form: str
) -> None:
    answer = room.get(asked, params={"url": address_of("mines-corrected")}, follow_redirects=False)
    before = asked.removesuffix(form)
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{before}/{document_of(own_ledger, 'mines-corrected')}{form}"
    assert room.get(answer.headers["location"]).status_code == 200


def test_an_address_that_is_not_there_is_told_so(newsroom: TestClient) -> None:
    assert newsroom.get("/documents", params={"url": "https://nowhere.example/"}).status_code == 404


def test_a_record_leads_to_its_place(room: TestClient, own_ledger: Ledger) -> None:
    document = own_ledger.record(address_of("report.txt"))
    for one in (document.statements[0], document.figures[0], document.entities[0]):
        answer = room.get(f"/records/{one.id}", follow_redirects=False)
        assert answer.headers["location"] == f"/documents/{document.document.id}#{one.id}"
    assert room.get("/records/st-0").status_code == 404


def test_nothing_that_fits_says_what_to_try(newsroom: TestClient) -> None:
    text = newsroom.get("/documents?words=zeppelin").text
    assert "No report fits" in text
    assert "Take one of the narrowings away" in text
