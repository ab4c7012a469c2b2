"""What the tests of formats that hold several documents share."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import ReadingError
from onrecord.reading.metadata import Story
from onrecord.reading.opening import pieces_of
from onrecord.reading.source import Passed, Source
from onrecord.records.columns import NO_COLUMNS, Columns
from onrecord.settings import Settings

Outcome = tuple[str, Story | ReadingError | str]
EXAMPLES = Path(__file__).parent.parent / "examples"


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
