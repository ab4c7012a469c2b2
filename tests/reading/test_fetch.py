import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest

from onrecord.errors import FetchFailed, NotFound, ReadingError, TooLarge
from onrecord.reading import held, read
from onrecord.reading.fetch import Fetched, fetch, is_address
from onrecord.settings import Settings

ADDRESS = "https://news.example/report"
TEXT = b"Ferry row deepens\n\nThe ferry did not sail.\n"
Answer = Callable[[httpx.Request], httpx.Response]


def fetched(answer: Answer, settings: Settings | None = None, address: str = ADDRESS) -> Fetched:
    return fetch(address, settings or Settings(), httpx.MockTransport(answer))


def test_bytes_address_and_type_come_back() -> None:
    found = fetched(lambda _: httpx.Response(200, content=TEXT, headers={"Content-Type": "text/plain"}))
    assert found == Fetched(TEXT, ADDRESS, "text/plain")


def test_the_program_names_itself() -> None:
    agents = []

    def answer(request: httpx.Request) -> httpx.Response:
        agents.append(request.headers["User-Agent"])
        return httpx.Response(200, content=TEXT)

    fetched(answer, Settings(user_agent="desk of the Mail"))
    assert agents == ["desk of the Mail"]


def test_redirects_are_followed_to_the_address_that_answers() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/report":
            return httpx.Response(301, headers={"Location": "/2024/report"})
        return httpx.Response(200, content=TEXT)

    assert fetched(answer).address == "https://news.example/2024/report"


def test_what_unpacks_at_once_to_more_than_any_memory_is_refused() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Accept-Encoding"] == "gzip, deflate"
        return httpx.Response(200, content=iter([b"\x0b\x02\x80ferry\x03"]), headers={"Content-Encoding": "br"})

    with pytest.raises(FetchFailed, match=r"packed in a way that was not asked for \(br\)"):
        fetched(answer)


def test_redirects_without_end() -> None:
    with pytest.raises(FetchFailed, match="redirects more than 5 times"):
        fetched(lambda _: httpx.Response(302, headers={"Location": "/report"}))


@pytest.mark.parametrize(
    ("status", "error", "said"),
    [
        (404, NotFound, "is not there (404 Not Found)"),
        (410, NotFound, "is not there (410 Gone)"),
        (403, FetchFailed, "refuses to answer (403 Forbidden); open it in a browser"),
        (429, FetchFailed, "refuses to answer"),
        (500, FetchFailed, "answered 500 Internal Server Error"),
        (204, FetchFailed, "answered 204"),
    ],
)
def test_a_status_that_brings_no_document(status: int, error: type[ReadingError], said: str) -> None:
    with pytest.raises(error) as caught:
        fetched(lambda _: httpx.Response(status, content=b"sorry"))
    assert str(caught.value).startswith(f"{ADDRESS}: ") and said in str(caught.value)


def test_a_stated_size_is_refused_at_once() -> None:
    def endless() -> Iterator[bytes]:
        raise AssertionError("the body is not to be read")
        yield b""

    headers = {"Content-Length": "1000"}
    with pytest.raises(TooLarge):
        fetched(lambda _: httpx.Response(200, headers=headers, content=endless()), Settings(max_bytes=999))


def test_an_endless_body_is_cut_off() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 1000

    with pytest.raises(TooLarge):
        fetched(lambda _: httpx.Response(200, content=endless()), Settings(max_bytes=100_000))


def test_a_small_answer_that_unpacks_to_a_large_one_is_cut_off() -> None:
    packed = gzip.compress(b"x" * 10_000_000)
    headers = {"Content-Encoding": "gzip"}
    with pytest.raises(TooLarge):
        fetched(lambda _: httpx.Response(200, headers=headers, content=packed), Settings(max_bytes=100_000))


def test_a_body_that_drips_is_given_up() -> None:
    def dripping() -> Iterator[bytes]:
        for _ in range(100):
            time.sleep(0.01)
            yield b"x" * 70_000

    with pytest.raises(FetchFailed, match=r"did not answer within 0\.05 seconds.*ONRECORD_FETCH_TIMEOUT"):
        fetched(lambda _: httpx.Response(200, content=dripping()), Settings(fetch_timeout=0.05))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ConnectTimeout("late"), "did not answer within 20 seconds"),
        (
            httpx.ConnectError("[Errno -2] Name or service\nnot known"),
            "could not be fetched ([Errno -2] Name or service",
        ),
        (httpx.RemoteProtocolError(""), "could not be fetched (RemoteProtocolError)"),
        (OSError("broken"), "could not be fetched (broken)"),
    ],
)
def test_a_network_that_fails(error: Exception, said: str) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(FetchFailed) as caught:
        fetched(answer)
    assert said in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "https://[",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:x/",
        "http://\x00/",
        "http://\ud800/",
        "http://a..b/",
    ],
)
def test_an_address_that_is_none(address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(FetchFailed):
        fetch(address, settings)


@pytest.mark.parametrize(
    ("source", "is_one"),
    [("https://a", True), ("HTTP://a", True), ("ftp://a", False), ("file:///a", False), ("https", False), ("-", False)],
)
def test_what_is_an_address(source: str, is_one: bool) -> None:
    assert is_address(source) is is_one


def test_a_document_keeps_the_address_that_answered(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    answered = Fetched("Die Fähre".encode("cp1252") + b" sank.", "https://news.example/2", "text/plain; charset=cp1252")
    monkeypatch.setattr(held, "fetch", lambda source, settings, *, public_only: answered)
    found = read(ADDRESS, settings=settings)
    assert (found.url, found.text, found.warnings) == ("https://news.example/2", "Die Fähre sank.", ())
    assert read(ADDRESS, settings=settings, address="https://news.example/3").url == "https://news.example/3"


def test_an_error_names_the_address_that_was_given(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(
        held, "fetch", lambda source, settings, *, public_only: Fetched(b" ", "https://news.example/2", None)
    )
    with pytest.raises(ReadingError, match=rf"^{ADDRESS}: is empty"):
        read(ADDRESS, settings=settings)


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(TEXT)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def test_a_real_connection(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/report.txt"
        found = read(address, settings=settings)
        thread.join()
    assert (found.text, found.url, found.title) == (TEXT.decode(), address, "Ferry row deepens")


def test_nobody_listening(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        port = server.server_port
    with pytest.raises(FetchFailed):
        read(f"http://127.0.0.1:{port}/", settings=settings)
