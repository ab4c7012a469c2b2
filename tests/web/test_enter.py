"""The entrance of a room that other machines reach: nothing is told to whoever has not shown the token."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.web.app import create_app
from onrecord.web.entrance import STAY, Entrance
from onrecord.web.pages import PAGES, entering
from onrecord.web.refusals import TooManyTries

PASSWORD = "ferry-lantern-harbour-7"
PAGE = {"accept": "text/html"}


@pytest.fixture(autouse=True)
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entering, "_DELAY", 0.0)


@pytest.fixture
def client(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[TestClient]:
    with (
        open_ledger(laid_ledger(tmp_path / "secret-name.db"), create=False) as ledger,
        TestClient(
            create_app(ledger, password=PASSWORD), base_url="http://room.example:8410", follow_redirects=False
        ) as opened,
    ):
        yield opened


def enter(client: TestClient, token: str = PASSWORD, onward: str = "/add") -> int:
    return client.post("/enter", data={"token": token, "onward": onward}).status_code


def addresses() -> list[str]:
    """An address of each route, whether it is there to be seen or not."""
    paths = {str(getattr(route, "path", "")) for router in PAGES for route in router.routes}
    return sorted({re.sub(r"\{\w+\}", "x", path) for path in paths} | {"/nothing", "/api/v1/openapi.json"})


def test_a_stranger_sees_the_entrance_and_nothing_else(client: TestClient) -> None:
    asked = [path for path in addresses() if path != "/enter"]
    assert len(asked) > 20
    for path in asked:
        for method in ("GET", "POST", "HEAD", "OPTIONS", "DELETE"):
            answer = client.request(method, path, headers=PAGE)
            assert answer.status_code == 401, (method, path)
            assert answer.headers["www-authenticate"].startswith("Bearer")
            assert "onrecord-token" not in answer.text and "secret-name" not in answer.text


@pytest.mark.parametrize("path", ["/static/nothing.css", "/enter/", "/static/../add", "/static/%2e%2e/add"])
def test_what_goes_wrong_before_the_door_tells_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=PAGE)
    assert answer.status_code in (401, 404)
    assert client.app.state.room.token not in answer.text and "secret-name" not in answer.text


def test_a_program_is_told_how_to_enter(client: TestClient) -> None:
    for path in ("/api/v1/figures", "/home.json"):
        answer = client.get(path)
        assert answer.status_code == 401
        assert "Authorization: Bearer" in answer.json()["error"]["advice"]


def test_the_page_says_where_one_wanted_to_go(client: TestClient) -> None:
    page = client.get('/add?a="><b>', headers=PAGE).text
    assert '<form class="entering" method="post" action="/enter">' in page
    assert '<input type="hidden" name="onward" value="/add?a=%22%3E%3Cb%3E">' in page
    assert client.get("/static/room.css").status_code == 200


def test_who_shows_the_token_is_in(client: TestClient) -> None:
    answer = client.post("/enter", data={"token": f" {PASSWORD}\n", "onward": "/add"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and PASSWORD not in cookie
    page = client.get("/add", headers=PAGE)
    assert page.status_code == 200
    assert f'content="{client.app.state.room.token}"' in page.text


def test_the_seal_does_not_stand_for_the_token_of_changes(client: TestClient) -> None:
    enter(client)
    assert client.post("/add", data={"text": "The tide was high."}).status_code == 403
    token = client.get("/api/v1/session").json()["token"]
    assert client.post("/add", data={"text": "The tide was high.", "token": token}).status_code == 303


def test_a_program_shows_the_token_with_each_request(client: TestClient) -> None:
    sent = {"authorization": f"bearer {PASSWORD}"}
    assert client.get("/api/v1/jobs", headers=sent).status_code == 200
    assert client.post("/api/v1/documents", data={"text": "The tide was high."}, headers=sent).status_code == 202
    assert client.get("/api/v1/jobs").status_code == 401


def test_a_wrong_token_is_told_of(client: TestClient) -> None:
    answer = client.post("/enter", data={"token": "ferry", "onward": "/add"}, headers=PAGE)
    assert answer.status_code == 401
    assert "That is not the token of this room" in answer.text
    assert "set-cookie" not in answer.headers


def test_who_guesses_is_not_listened_to_for_a_while(client: TestClient) -> None:
    assert [enter(client, f"guess {number}") for number in range(7)] == [401] * 5 + [429] * 2
    assert enter(client) == 429
    assert client.get("/api/v1/jobs", headers={"authorization": f"Bearer {PASSWORD}"}).status_code == 429


def test_guesses_of_programs_count_too(client: TestClient) -> None:
    sent = {"authorization": "Bearer guess"}
    answers = [client.get("/api/v1/jobs", headers=sent) for _ in range(7)]
    assert [one.status_code for one in answers] == [401] * 5 + [429] * 2
    assert answers[-1].headers["retry-after"] == "60"


def test_a_guess_does_not_put_out_who_is_in(client: TestClient) -> None:
    enter(client)
    for _ in range(7):
        enter(client, "guess")
    assert client.get("/add").status_code == 200


@pytest.mark.parametrize(
    "onward",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil", "javascript:x", "/a\nb", "//[", "", "x"],
)
def test_nobody_is_sent_elsewhere(client: TestClient, onward: str) -> None:
    answer = client.post("/enter", data={"token": PASSWORD, "onward": onward})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert 'name="onward" value="/"' in client.get("/enter", params={"onward": onward}).text


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_a_seal_that_was_given_out_under_tls_stays_there(client: TestClient, scheme: str, secure: bool) -> None:
    given = client.post(f"{scheme}://room.example/enter", data={"token": PASSWORD}).headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict"} <= set(given.split("; "))
    assert ("secure" in given.split("; ")) == secure


@pytest.mark.parametrize("path", ["/%09/evil.example", "/%0a/evil.example", "/\\evil.example"])
def test_the_entrance_links_to_nowhere_else(client: TestClient, path: str) -> None:
    page = client.get(path, headers=PAGE)
    assert page.status_code == 401
    links = re.findall(r'href="([^"]*)"', page.text)
    assert links and not [link for link in links if re.match(r"//|/\\|\w+:", link)]


def test_a_form_of_another_site_lets_nobody_in(client: TestClient) -> None:
    sent = {"sec-fetch-site": "cross-site"}
    assert client.post("/enter", data={"token": PASSWORD}, headers=sent).status_code == 403


@pytest.mark.parametrize(
    "cookie",
    ["", "x", ".", "9999999999.", f"9999999999.{'0' * 64}", "9999999999.é", f"{PASSWORD}.{PASSWORD}", "-1.x", "a.b.c"],
)
def test_a_made_up_seal_opens_nothing(client: TestClient, cookie: str) -> None:
    assert client.get("/add", headers={"cookie": f"onrecord={cookie}".encode()}).status_code == 401


class Clock:
    """A time that a test moves on."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def sealed(entrance: Entrance, seal: str) -> bool:
    return entrance.is_inside(Headers({"cookie": f"a=b; onrecord={seal}"}), "10.0.0.1")


def test_a_seal_ends_with_its_time_and_with_its_room() -> None:
    clock = Clock()
    entrance = Entrance(PASSWORD, clock)
    seal = entrance.seal()
    assert sealed(entrance, seal)
    assert not sealed(Entrance(PASSWORD, clock), seal)
    clock.now += STAY + 1
    assert not sealed(entrance, seal)


def test_who_waits_may_try_again() -> None:
    clock = Clock()
    entrance = Entrance(PASSWORD, clock)
    for _ in range(5):
        assert not entrance.is_let_in("guess", "10.0.0.1")
    with pytest.raises(TooManyTries):
        entrance.is_let_in(PASSWORD, "10.0.0.1")
    assert entrance.is_let_in(PASSWORD, "10.0.0.2")
    clock.now += 61
    assert entrance.is_let_in(PASSWORD, "10.0.0.1")


def test_one_machine_has_many_addresses_of_the_newer_kind() -> None:
    entrance = Entrance(PASSWORD, Clock())
    for number in range(5):
        entrance.is_let_in("guess", f"2001:db8::{number}")
    with pytest.raises(TooManyTries):
        entrance.is_let_in("guess", "2001:db8::ffff")


def test_a_room_of_this_machine_alone_has_no_entrance(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        client = TestClient(create_app(ledger), base_url="http://127.0.0.1", follow_redirects=False)
        assert client.get("/enter").headers["location"] == "/"
        assert client.post("/enter", data={"token": "x", "onward": "/add"}).headers["location"] == "/add"
        assert client.get("/add").status_code == 200
