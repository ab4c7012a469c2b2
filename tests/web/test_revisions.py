"""What became of texts: the list of histories, and one of them change by change."""

from urllib.parse import quote

from starlette.testclient import TestClient

from .examples import address_of
from .waiting import whole


def test_every_history_is_listed(newsroom: TestClient) -> None:
    page = whole(newsroom, "/revisions")
    assert f'href="/revisions?document={quote(address_of("mines-corrected"))}"' in page
    assert "declares a correction" in page


def test_a_changed_sentence_stands_before_and_after(newsroom: TestClient) -> None:
    page = whole(newsroom, f"/revisions?document={quote(address_of('mines-corrected'))}")
    assert '<mark class="gone">60</mark>' in page
    assert '<mark class="new">48</mark>' in page
    assert "figure altered" in page
    assert "the text declares" in page
    assert page.count("UTC</span>") == 2


def test_a_document_is_found_by_its_id_too(newsroom: TestClient) -> None:
    address = address_of("mines-corrected")
    found = newsroom.app.state.room.ledger.id_of(address)  # type: ignore[attr-defined]
    by_id, by_address = (newsroom.get(f"/revisions.json?document={quote(name)}").json() for name in (found, address))
    assert by_id == by_address
    assert {(one["of"], one["change"]) for one in by_id["revisions"]} >= {
        ("figure", "altered"),
        ("statement", "softened"),
    }


def test_a_text_that_did_not_change_says_so(newsroom: TestClient) -> None:
    page = whole(newsroom, f"/revisions?document={quote(address_of('report.txt'))}")
    assert "No other version of this text is held" in page


def test_what_is_not_there_is_said(newsroom: TestClient) -> None:
    assert newsroom.get("/revisions?document=nowhere.txt").status_code == 404


def test_its_table_has_a_row_for_each_change(newsroom: TestClient) -> None:
    head, *rows = newsroom.get("/revisions.csv").text.splitlines()
    assert head.startswith("url,before,after,of,change")
    assert any(",figure,altered,no," in row and ",60,48," in row for row in rows)
