"""What holds of every format that is read in a process of its own, on an example of each."""

import random
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError
from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.reading.kinds import KINDS, kind_of
from onrecord.reading.opening import source_of
from onrecord.settings import Settings
from tests.reading.examples.parquet import parquet

EXAMPLES = Path(__file__).parents[1] / "reading" / "examples"
PARQUET = "articles.parquet"  # made anew each time
# What a list of feeds leads to is elsewhere.
NAMES = sorted([PARQUET, *(one.name for one in EXAMPLES.iterdir() if one.suffix not in {".py", ".pyc", ".opml", ""})])
PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf8")
# Read where the program runs.
HERE = ["Plain text", "Markdown", "HTML"]
SETTINGS = Settings(read_seconds=20, fetch_timeout=2)


@pytest.fixture(scope="module")
def keeper() -> Iterator[Keeper]:
    with Keeper() as one:
        yield one


@pytest.fixture
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the file of an example."""
    if request.param != PARQUET:
        return EXAMPLES / request.param
    made = tmp_path / PARQUET
    made.write_bytes(parquet())
    return made


def kind_in(data: bytes, name: str = "a") -> str | None:
    kind = kind_of(source_of(BytesIO(data), name, SETTINGS).head)
    return None if kind is None else kind.name


def read(path: Path, keeper: Keeper) -> list[Ended]:
    return list(read_all(str(path), How(settings=SETTINGS, keeper=keeper)))


def test_each_format_has_an_example() -> None:
    files = [path for path in EXAMPLES.iterdir() if path.is_file()]
    kinds = {kind_in(parquet()), *(kind_in(path.read_bytes()) for path in files)}
    assert kinds - {None} == {kind.name for kind in KINDS}


def test_each_format_stands_on_the_page_and_no_other() -> None:
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == [*HERE, *(kind.name for kind in KINDS), "What is not read"]


@pytest.mark.parametrize("path", NAMES, indirect=True)
def test_the_bytes_tell_the_format_whatever_the_name_says(path: Path) -> None:
    data = path.read_bytes()
    assert kind_in(data, "report.txt") == kind_in(data, "report.html") == kind_in(data)


@pytest.mark.parametrize("path", NAMES, indirect=True)
def test_an_example_is_read_whole(path: Path, keeper: Keeper) -> None:
    ended = read(path, keeper)
    documents = [one.document for one in ended if one.document is not None]
    assert documents
    assert [str(one.error) for one in ended if one.error is not None] == []
    assert len({one.name for one in ended}) == len(ended)
    assert len({document.url for document in documents}) == len(documents)
    assert documents[0].title and documents[0].published and documents[0].language == "en"
    for document in documents:
        assert "\r" not in document.text
        assert not any(mark in document.text for mark in ("</", "&amp;", "&lt;", "=\n", "\ufffd"))
        covered = "".join(document.text[zone.start : zone.end] for zone in document.zones)
        assert covered.replace(" ", "") == document.text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("path", NAMES, indirect=True)
def test_reading_again_gives_the_same(path: Path, keeper: Keeper) -> None:
    once, again = read(path, keeper), read(path, keeper)
    assert [(one.name, one.document, one.passed, str(one.error)) for one in once] == [
        (one.name, one.document, one.passed, str(one.error)) for one in again
    ]


@pytest.mark.parametrize("path", NAMES, indirect=True)
def test_whatever_happened_to_the_bytes_there_is_an_outcome(path: Path, keeper: Keeper, tmp_path: Path) -> None:
    data, chance = path.read_bytes(), random.Random(path.name)
    for number in range(12):
        broken = tmp_path / f"{number}"
        broken.write_bytes(spoilt(data, chance))
        ended = read(broken, keeper)
        assert ended
        for one in ended:
            assert [one.document, one.error, one.passed].count(None) == 2
            assert one.error is None or (
                isinstance(one.error, OnRecordError) and "fault of OnRecord" not in str(one.error)
            )


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes cut off, with some of them changed, or with a stretch taken out or put in twice."""
    at, size = chance.randrange(len(data)), chance.randrange(1, 200)
    match chance.randrange(4):
        case 0:
            return data[: at + 1]
        case 1:
            return data[:at] + chance.randbytes(size) + data[at + size :]
        case 2:
            return data[:at] + data[at + size :]
        case _:
            return data[:at] + data[at : at + size] * 2 + data[at + size :]
