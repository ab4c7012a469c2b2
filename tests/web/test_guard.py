"""What other sites and other machines may not do; what is told to whom is in test_who_may_ask."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.web.app import create_app

HERE = "http://127.0.0.1:8410"
TEXT = {"text": "The tide was high."}


@pytest.fixture
def client(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[TestClient]:
    with (
        open_ledger(laid_ledger(tmp_path / "ledger.db"), create=False) as ledger,
        TestClient(create_app(ledger), base_url=HERE, follow_redirects=False) as opened,
    ):
        yield opened


def token_of(client: TestClient) -> dict[str, str]:
    told = client.get("/api/v1/session").json()
    return {told["header"]: told["token"]}


@pytest.mark.parametrize(
    "sent",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": HERE},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": "http://127.0.0.1:8410.evil.example"},
    ],
)
def test_a_page_of_another_site_changes_nothing_though_it_had_the_token(
    client: TestClient, sent: dict[str, str]
) -> None:
    assert client.post("/add", data=TEXT, headers={**token_of(client), **sent}).status_code == 403
    assert client.get("/api/v1/session", headers=sent).status_code == 403


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"origin": HERE},
        {"sec-fetch-site": "same-origin", "origin": HERE},
        {"sec-fetch-site": "none"},
        # A proxy before the room may change the name that the room is asked under; the browser knows better.
        {"sec-fetch-site": "same-origin", "origin": "https://room.example"},
    ],
)
def test_a_page_of_the_room_and_a_program_may(client: TestClient, sent: dict[str, str]) -> None:
    assert client.post("/add", data=TEXT, headers={**token_of(client), **sent}).status_code == 303


def test_no_other_site_is_ever_let_in_by_a_header(client: TestClient) -> None:
    for method, path in (("GET", "/api/v1/session"), ("OPTIONS", "/api/v1/documents"), ("POST", "/api/v1/documents")):
        asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
        answer = client.request(method, path, headers=asked)
        assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_a_bearer_is_no_token_where_the_room_has_no_password(client: TestClient) -> None:
    (token,) = token_of(client).values()
    for shown in (token, "", "None"):
        sent = {"authorization": f"Bearer {shown}"}
        assert client.post("/api/v1/documents", data=TEXT, headers=sent).status_code == 403


def test_a_form_that_is_none_is_told_of(client: TestClient) -> None:
    sent = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post("/add", content=b"--x\r\nno part", headers=sent)
    assert (answer.status_code, answer.json()["error"]["subject"]) == (400, "the form")


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "idna", "nothing"])
def test_a_form_in_an_encoding_that_is_none_is_told_of(client: TestClient, encoding: str) -> None:
    sent = {**token_of(client), "content-type": f"multipart/form-data; boundary=x; charset={encoding}"}
    form = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff tide\r\n--x--\r\n'
    assert client.post("/add", content=form, headers=sent).status_code in (303, 400)


def test_a_browser_is_told_by_a_page(client: TestClient) -> None:
    answer = client.post("/add", data=TEXT, headers={"accept": "text/html,*/*"})
    assert answer.status_code == 403
    assert "open the page again" in answer.text.lower() and "<h1" in answer.text
