"""What the tests of formats that hold several documents share."""

import io
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from onrecord.errors import ReadingError
from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.reading.metadata import Story
from onrecord.reading.opening import pieces_of
from onrecord.reading.source import Passed, Source
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
Outcome = tuple[str, Story | ReadingError | str]
Read = Callable[[bytes], list[Ended]]


@pytest.fixture(scope="session")
def keeper() -> Iterator[Keeper]:
    with Keeper() as keeper:
        yield keeper


@pytest.fixture
def how(keeper: Keeper) -> How:
    return How(settings=Settings(fetch_timeout=5), keeper=keeper)


@pytest.fixture
def read_bytes(tmp_path: Path, how: How) -> Read:
    """How the parts of a file with such bytes end."""

    def read(data: bytes) -> list[Ended]:
        path = tmp_path / "source"
        path.write_bytes(data)
        return list(read_all(str(path), how))

    return read


@pytest.fixture
def outcomes() -> Callable[..., list[Outcome]]:
    """The name of each part of a source, with its story, its error or why it was passed over."""

    def read(
        data: bytes, *, name: str = "x", columns: Columns = NO_COLUMNS, settings: Settings | None = None
    ) -> list[Outcome]:
        source = Source(
            name=name, stream=io.BytesIO(data), settings=settings or Settings(), columns=columns, within=pieces_of
        )
        found: list[Outcome] = []
        try:
            for one in pieces_of(source):
                if isinstance(one, Passed):
                    found.append((one.name, one.reason))
                    continue
                try:
                    found.append((one.name, one.read()))
                except ReadingError as error:
                    found.append((one.name, error))
        except ReadingError as error:
            found.append((name, error))
        return found

    return read


@pytest.fixture
def example() -> Callable[[str], bytes]:
    """The bytes of an example file by its name."""
    return lambda name: (EXAMPLES / name).read_bytes()


class Site:
    """A server of this machine: `pages` by path, what redirects where by path; anything else is not there."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, bytes] = {}
        self.redirects: dict[str, str] = {}
        self.asked: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    site: ClassVar[Site]

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        body = self.site.pages.get(self.path)
        if self.path in self.site.redirects:
            self.send_response(302)
            self.send_header("Location", self.site.redirects[self.path])
        else:
            self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        handler.site = Site(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield handler.site  # type: ignore[attr-defined]
        server.shutdown()
