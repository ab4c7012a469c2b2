"""What the tests of wire formats share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="session")
def keeper() -> Iterator[Keeper]:
    with Keeper() as keeper:
        yield keeper


@pytest.fixture
def read_item(tmp_path: Path, keeper: Keeper) -> Callable[[bytes], list[Ended]]:
    """How the bytes of a wire's file end."""

    def read(data: bytes) -> list[Ended]:
        path = tmp_path / "item"
        path.write_bytes(data)
        return list(read_all(str(path), How(settings=Settings(), keeper=keeper)))

    return read


@pytest.fixture
def example() -> Callable[[str], bytes]:
    """The bytes of an example file by its name."""
    return lambda name: (EXAMPLES / name).read_bytes()
