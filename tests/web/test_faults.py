"""What is answered where something is wrong: a status that says whose fault it is, and a line that says what to do."""

import json
from html import unescape

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from onrecord import errors
from onrecord.web.guard import HEADERS


def route_that_raises(client: TestClient, error: Exception) -> None:
    assert isinstance(client.app, FastAPI)

    def fails() -> None:
        raise error

    client.app.get("/broken")(fails)
    client.app.get("/api/v1/broken")(fails)


@pytest.mark.parametrize("path", ["/documents/sha256:0000", "/documents/nothing-like-it"])
def test_an_unknown_document_is_not_found_and_the_page_says_what_to_do(newsroom: TestClient, path: str) -> None:
    answer = newsroom.get(path)
    assert answer.status_code == 404
    assert "<h1" in answer.text
    assert errors.NotInLedger("x").advice[1:] in unescape(answer.text)


def test_a_program_is_told_the_same_as_json(newsroom: TestClient) -> None:
    for path in ("/documents/sha256:0000.json", "/api/v1/documents/sha256:0000", "/documents/sha256:0000.csv"):
        answer = newsroom.get(path)
        assert answer.status_code == 404
        assert set(answer.json()["error"]) == {"subject", "reason", "advice"}


def test_an_address_that_is_no_page_leads_back(newsroom: TestClient) -> None:
    answer = newsroom.get("/no/such/page")
    assert answer.status_code == 404
    assert 'href="/"' in answer.text


def test_a_page_cannot_be_posted_to(newsroom: TestClient) -> None:
    answer = newsroom.post("/documents/x.json")
    assert answer.status_code == 405
    assert answer.json()["error"]["reason"]
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.NotInLedger("x"), 404),
        (errors.UsageError("--since", "is no date", "write 2026-03-12"), 400),
        (errors.TooLarge("x"), 413),
        (errors.ReadingError("x", "is broken"), 422),
        (errors.LedgerBusy("x"), 503),
        (errors.LedgerError("x", "is damaged"), 503),
        (errors.NoMeanings("x"), 409),
        (errors.CorrectedMeanwhile("x"), 409),
        (errors.ModelError("x", "is damaged"), 503),
        (errors.OnRecordError("x", "is wrong"), 500),
    ],
    ids=lambda one: one.__class__.__name__ if isinstance(one, Exception) else str(one),
)
def test_an_error_has_the_status_of_whose_fault_it_is(room: TestClient, error: Exception, status: int) -> None:
    route_that_raises(room, error)
    page, told = room.get("/broken"), room.get("/api/v1/broken")
    assert page.status_code == told.status_code == status
    assert told.json()["error"]["subject"] in unescape(page.text)


def test_a_busy_ledger_says_when_to_come_back(room: TestClient) -> None:
    route_that_raises(room, errors.LedgerBusy("ledger.db"))
    assert int(room.get("/broken").headers["retry-after"]) > 0


def test_what_was_not_foreseen_tells_a_stranger_nothing_and_keeps_the_headers(room: TestClient) -> None:
    route_that_raises(room, ZeroDivisionError("secret of the house"))
    for path in ("/broken", "/api/v1/broken"):
        answer = room.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]


def test_hostile_words_of_an_error_stay_text(room: TestClient) -> None:
    route_that_raises(room, errors.NotInLedger('"><img src=x onerror=alert(1)>'))
    assert "<img" not in room.get("/broken").text
    assert "<img" not in room.get('/documents/"><img src=x onerror=alert(1)>').text
    assert json.loads(room.get("/api/v1/broken").text)["error"]["subject"].startswith('"><img')


def test_half_a_character_of_a_request_is_told_of(room: TestClient, shown: dict[str, str]) -> None:
    document = room.get("/documents.json").json()["documents"][0]["document"]
    record = room.get(f"/documents/{document}.json").json()["statements"][0]["id"]
    for changes in ({"\ud800": "x"}, {"speakers": ["\ud800"]}):
        said = {"record": record, "verdict": "amended", "who": "Una", "seen": None, "changes": changes}
        answer = room.post(
            f"/api/v1/documents/{document}/corrections",
            content=json.dumps(said),
            headers={**shown, "content-type": "application/json"},
        )
        assert answer.status_code in (400, 422)
        assert answer.json()["error"]["subject"] == "\\ud800"


@pytest.mark.parametrize("path", ["/search", "/figures", "/api/v1/search"])
def test_a_question_that_nobody_types_is_refused_at_once(newsroom: TestClient, path: str) -> None:
    answer = newsroom.get(path, params={"words": "ships " * 2000, "thing": "ships"})
    assert answer.status_code == 400
    assert "in fewer words" in answer.text
    assert newsroom.get(path, params={"words": "ships " * 90, "thing": "ships"}).status_code == 200
