"""Who may ask for what, and what every answer carries."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.pipeline import Reader
from onrecord.web.guard import HEADERS, TOKEN_FIELD, TOKEN_HEADER, changes
from tests.web.conftest import HERE, client_of


def app_of(client: TestClient) -> FastAPI:
    assert isinstance(client.app, FastAPI)
    return client.app


@pytest.fixture
def writable(room: TestClient) -> TestClient:
    """The room with one more address that changes something."""

    def change(_: Annotated[None, Depends(changes)]) -> dict[str, bool]:
        return {"changed": True}

    app_of(room).post("/changed")(change)
    return room


@pytest.mark.parametrize("path", ["/", "/home.json", "/api/v1/openapi.json", "/static/room.css", "/nowhere", "/x.json"])
def test_every_answer_carries_the_headers(newsroom: TestClient, path: str) -> None:
    answer = newsroom.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_no_script_or_style_of_elsewhere_or_within_a_page_may_run() -> None:
    rules = dict(rule.split(" ", 1) for rule in HEADERS["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_pages_are_not_kept_by_the_browser_but_files_are(newsroom: TestClient) -> None:
    page = newsroom.get("/")
    style = page.text.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    assert page.headers["cache-control"] == "no-store"
    assert "immutable" in newsroom.get(style).headers["cache-control"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8410", "localhost:1", "[::1]:8410", "LOCALHOST"])
def test_this_machine_is_answered_under_its_own_names(newsroom: TestClient, host: str) -> None:
    assert newsroom.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8410", "10.0.0.7", "", "[::1", "[]"]
)
def test_a_name_that_somebody_else_points_here_is_refused(newsroom: TestClient, host: str) -> None:
    refused = newsroom.get("/", headers={"host": host})
    assert refused.status_code == 421
    assert "statement" not in refused.text


def test_what_changes_something_needs_the_token(writable: TestClient, shown: dict[str, str]) -> None:
    assert writable.post("/changed", headers=shown).json() == {"changed": True}


def test_the_token_may_stand_in_a_form(writable: TestClient, shown: dict[str, str]) -> None:
    assert writable.post("/changed", data={TOKEN_FIELD: shown[TOKEN_HEADER]}).status_code == 200


@pytest.mark.parametrize("token", ["", "wrong", "é" * 43])
def test_without_the_token_nothing_changes(writable: TestClient, token: str) -> None:
    for given in ({"headers": {TOKEN_HEADER: token.encode()}}, {"data": {TOKEN_FIELD: token}}, {}):
        refused = writable.post("/changed", **given)
        assert refused.status_code == 403
        assert refused.json()["error"]["advice"]


def test_each_opening_of_the_room_has_a_token_of_its_own(own_ledger: Ledger, reader: Reader) -> None:
    tokens = {app_of(client_of(own_ledger, reader)).state.room.token for _ in range(3)}
    assert len(tokens) == 3
    assert min(map(len, tokens)) >= 32


def test_the_page_tells_its_scripts_the_token(room: TestClient, shown: dict[str, str]) -> None:
    assert f'<meta name="onrecord-token" content="{shown[TOKEN_HEADER]}">' in room.get(HERE + "/").text
