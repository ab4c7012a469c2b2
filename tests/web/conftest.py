"""The reading room over a ledger, asked as a browser or a program asks it."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.cli.serve import hands_of
from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import Reader
from onrecord.web.app import create_app
from onrecord.web.guard import TOKEN_HEADER
from tests.web.examples import Address, examples

HERE = "http://127.0.0.1:8410"


def client_of(ledger: Ledger, reader: Reader, *, password: str | None = None) -> TestClient:
    """A client of the room over a ledger; what the room did not foresee is answered, not raised."""
    app = create_app(ledger, hands_of(ledger, reader, public_only=True), password=password)
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The model, loaded when it is first needed."""
    return Reader()


@pytest.fixture(scope="session")
def newsroom(newsroom_ledger: Path, reader: Reader) -> Iterator[TestClient]:
    """The room over the sample reports; for tests that change nothing."""
    with open_ledger(newsroom_ledger, create=False) as opened, client_of(opened, reader) as client:
        yield client


@pytest.fixture(scope="session")
def newsroom_examples(newsroom_ledger: Path) -> Mapping[str, tuple[Address, ...]]:
    """An address or more of every page of the room over the sample reports, by the page's path."""
    with open_ledger(newsroom_ledger, create=False) as opened:
        return examples(opened)


@pytest.fixture
def own_ledger(newsroom_ledger: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of the sample reports that a test may change."""
    path = tmp_path / "own.db"
    shutil.copyfile(newsroom_ledger, path)
    with open_ledger(path, create=False, timeout=0.2) as opened:
        yield opened


@pytest.fixture
def room(own_ledger: Ledger, reader: Reader) -> Iterator[TestClient]:
    """The room over a ledger that a test may change."""
    with client_of(own_ledger, reader) as client:
        yield client


@pytest.fixture
def shown(room: TestClient) -> dict[str, str]:
    """The header that lets a request change something."""
    return {TOKEN_HEADER: room.app.state.room.token}
