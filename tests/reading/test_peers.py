"""Only public machines are asked where others choose the address; the servers are real, and on this machine."""

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest

from onrecord.errors import FetchFailed, NotFound, NotPublic
from onrecord.reading import Ended, How, read_all_given
from onrecord.reading.fetch import Fetched, fetch
from onrecord.reading.peers import PublicOnly, is_public
from onrecord.records import Given
from onrecord.settings import Settings

TEXT = b"Ferry row deepens\n\nThe ferry did not sail.\n"
# A public address, by which the tests reach a server of their own.
PUBLIC = "93.184.216.34"
SETTINGS = Settings(fetch_timeout=5)
Respond = Callable[[BaseHTTPRequestHandler], None]


class Served:
    """A server on loopback, and which requests came to it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, str | None]] = []


@contextmanager
def serving(respond: Respond) -> Iterator[Served]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, self.headers["Host"]))
            respond(self)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Served(server.server_port)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def send(request: BaseHTTPRequestHandler, status: int = 200, body: bytes = TEXT, **headers: str) -> None:
    request.send_response(status)
    for name, value in {"Content-Type": "text/plain", **headers}.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)


class Rerouted(httpx.BaseTransport):
    """The internet as a test has it: what goes to the public address comes to a server of this machine."""

    def __init__(self, served: Served) -> None:
        self._served, self._real = served, httpx.HTTPTransport()
        self.connected: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.connected.append(request.url.host)
        if request.url.host != PUBLIC:
            raise httpx.ConnectError("unreachable")
        here = request.url.copy_with(host="127.0.0.1", port=self._served.port)
        return self._real.handle_request(
            httpx.Request(request.method, here, headers=request.headers, stream=request.stream)
        )


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "2002:5db8:d822::1", "64:ff9b::5db8:d822"])
def test_what_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "4000::1",
        "no address",
        "",
    ],
)
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_under_every_name(host: str) -> None:
    with serving(send) as served:
        with pytest.raises(NotPublic) as caught:
            fetch(f"http://{host}:{served.port}/secret", SETTINGS, public_only=True)
        assert served.asked == []
    assert str(caught.value).startswith(f"http://{host}:{served.port}/secret: leads to ")
    assert "--allow-private" in caught.value.advice


def test_what_the_user_names_is_fetched_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving(send) as served:
        assert fetch(f"http://127.0.0.1:{served.port}/", SETTINGS).data == TEXT


def test_a_public_name_is_fetched_by_the_address_that_was_looked_at() -> None:
    with serving(send) as served:
        internet = Rerouted(served)
        found = fetch("http://news.example/a", SETTINGS, PublicOnly(lambda *_: [PUBLIC], internet))
    assert found == Fetched(TEXT, "http://news.example/a", "text/plain")
    assert (internet.connected, served.asked) == ([PUBLIC], [("/a", "news.example")])


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(send) as served:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{served.port}")
        with pytest.raises(NotPublic):
            fetch("http://127.0.0.1:9/", SETTINGS, public_only=True)
        assert served.asked == []


def test_an_answer_that_changes_is_not_asked_for_again() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with serving(send) as served:
        internet = Rerouted(served)
        assert fetch("http://news.example/a", SETTINGS, PublicOnly(lambda *_: next(answers), internet)).data == TEXT
    assert internet.connected == [PUBLIC]
    assert next(answers) == ["127.0.0.1"]


def test_a_name_that_has_a_private_address_too_is_refused() -> None:
    with serving(send) as served, pytest.raises(NotPublic):
        fetch("http://news.example/", SETTINGS, PublicOnly(lambda *_: [PUBLIC, "10.0.0.1"], Rerouted(served)))
    assert served.asked == []


def test_the_next_address_is_taken_where_one_does_not_answer() -> None:
    with serving(send) as served:
        internet = Rerouted(served)
        fetch("http://news.example/", SETTINGS, PublicOnly(lambda *_: ["2606:4700::1111", PUBLIC], internet))
    assert internet.connected == ["2606:4700::1111", PUBLIC]


def test_a_name_without_an_address() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    for resolve in (unknown, lambda *_: []):
        with pytest.raises(FetchFailed, match="could not be fetched"):
            fetch("http://news.example/", SETTINGS, PublicOnly(resolve))


@pytest.mark.parametrize("kind", ["loopback", "rebound", "userinfo"])
def test_a_redirect_is_looked_at_like_the_first_address(kind: str) -> None:
    known = {"news.example": PUBLIC, "evil.example": "127.0.0.1", "127.0.0.1": "127.0.0.1"}
    target = {
        "loopback": "http://127.0.0.1:{}/",
        "rebound": "http://evil.example:{}/",
        "userinfo": "http://a:b@news.example:{}/",
    }

    def respond(request: BaseHTTPRequestHandler) -> None:
        send(request, 302, b"", Location=target[kind].format(served.port))

    with serving(respond) as served:
        with pytest.raises(NotPublic) as caught:
            fetch("http://news.example/a", SETTINGS, PublicOnly(lambda host, _: [known[host]], Rerouted(served)))
        assert [path for path, _ in served.asked] == ["/a"]
    assert caught.value.subject == "http://news.example/a"
    assert ("password" in caught.value.reason) == (kind == "userinfo")


def test_a_redirect_to_no_page_of_the_web() -> None:
    def respond(request: BaseHTTPRequestHandler) -> None:
        send(request, 302, b"", Location="file:///etc/passwd")

    with serving(respond) as served, pytest.raises(FetchFailed, match="file is neither http nor https"):
        fetch("http://news.example/", SETTINGS, PublicOnly(lambda *_: [PUBLIC], Rerouted(served)))


@pytest.mark.parametrize("where", ["head", "body", "packed body"])
def test_a_server_that_drips_is_left(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    def drip(request: BaseHTTPRequestHandler) -> None:
        try:
            request.wfile.write(b"HTTP/1.0 200 OK\r\n")
            if where != "head":
                packed = b"Content-Encoding: gzip\r\n" if where == "packed body" else b""
                request.wfile.write(b"Content-Type: text/plain\r\n" + packed + b"\r\n")
            for one in gzip.compress(TEXT * 100) if where == "packed body" else b"X-A: 1\r\n" * 100:
                request.wfile.write(bytes([one]))
                time.sleep(0.05)
        except OSError:
            pass

    with serving(drip) as served:
        begun = time.monotonic()
        with pytest.raises(FetchFailed, match=r"did not answer within 0\.3 seconds"):
            fetch(f"http://127.0.0.1:{served.port}/", Settings(fetch_timeout=0.3))
        assert time.monotonic() - begun < 3


def test_what_is_packed_more_than_once_is_not_unpacked() -> None:
    packed = gzip.compress(gzip.compress(TEXT))

    def respond(request: BaseHTTPRequestHandler) -> None:
        send(request, body=packed, Content_Encoding="gzip, gzip")

    with serving(respond) as served, pytest.raises(FetchFailed, match="is packed more than once"):
        fetch("http://news.example/", SETTINGS, PublicOnly(lambda *_: [PUBLIC], Rerouted(served)))


def ended(given: Given) -> Ended:
    (one,) = read_all_given(given, How(settings=SETTINGS))
    return one


def test_what_is_handed_over_is_no_path_of_this_machine() -> None:
    error = ended(Given(name=__file__)).error
    assert isinstance(error, NotFound)
    assert error.reason == "is no http or https address"


def test_what_is_known_of_what_is_handed_over_goes_first() -> None:
    given = Given(
        name="pasted text",
        data=TEXT,
        url="https://news.example/a",
        title="A ferry row",
        outlet="The Lantern",
        published="2031-04-03",
    )
    read = ended(given).document
    assert read is not None
    assert (read.text, read.url, read.title) == (TEXT.decode(), "https://news.example/a", "A ferry row")
    assert (read.outlet, read.published) == ("The Lantern", "2031-04-03")
    bare = ended(Given(name="pasted text", data=TEXT)).document
    assert bare is not None
    assert (bare.url, bare.title, bare.outlet, bare.published) == (None, "Ferry row deepens", None, None)
