"""What the real feeds and web archives beside the corpora must give; none of their text is here."""

import json
import os
import re
from pathlib import Path

import pytest

from onrecord.errors import DamagedFile, ReadingError
from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.reading.kinds import kind_of
from onrecord.reading.opening import source_of
from onrecord.settings import Settings

VARIABLE = "ONRECORD_CORPORA"
pytestmark = pytest.mark.skipif(
    not os.environ.get(VARIABLE), reason=f"{VARIABLE} is not set: the documents beside the corpora are not here"
)
KINDS = {"feeds": {"RSS and Atom feeds"}, "warc": {"WARC", "ARC"}}


@pytest.fixture(scope="module")
def documents() -> Path:
    return Path(os.environ[VARIABLE]).resolve().parent / "documents"


@pytest.fixture(scope="module")
def read(documents: Path) -> dict[str, list[Ended]]:
    found = {}
    with pytest.MonkeyPatch.context() as patch, Keeper() as keeper:
        patch.setattr("onrecord.reading.linked.fetch", _refuse)
        for path in _files(documents, *KINDS):
            found[path.name] = list(read_all(str(path), How(settings=Settings(), keeper=keeper)))
    return found


def _refuse(address: str, settings: Settings, *, public_only: bool) -> None:
    raise ReadingError(address, "is not looked up in a test")


def _files(documents: Path, *folders: str) -> list[Path]:
    return [path for one in folders for path in sorted((documents / one).iterdir()) if path.suffix != ".json"]


def test_each_file_goes_to_the_reader_of_its_format(documents: Path) -> None:
    for path in documents.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream:
                kind = kind_of(source_of(stream, path.name, Settings()).head)
            name = None if kind is None else kind.name
            ours = path.parent.name in KINDS and path.suffix != ".json"
            assert (name in KINDS["feeds"] | KINDS["warc"]) is ours, path
            assert not ours or name in KINDS[path.parent.name], path


def test_each_entry_of_a_feed_is_a_document(documents: Path, read: dict[str, list[Ended]]) -> None:
    for path in _files(documents, "feeds"):
        raw = path.read_text(encoding="utf8")
        ended = read[path.name]
        assert len(ended) == len(re.findall(r"</(?:\w+:)?(?:item|entry)>", raw)), path.name
        stated = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf8"))["title"]
        for one in ended:
            assert one.document is not None, one.error
            assert one.document.title and one.document.url and one.document.url.startswith("http://")
            assert one.document.text.startswith(one.document.title)
            assert "<" not in one.document.text and "&#" not in one.document.text
            assert one.document.outlet and stated in (None, one.document.outlet)


def test_each_entry_has_its_day(read: dict[str, list[Ended]]) -> None:
    documents = [one.document for ended in read.values() for one in ended if one.document and "#" in one.name]
    assert all(one.published for one in documents)


def test_archives_give_their_pages_and_say_where_they_break_off(read: dict[str, list[Ended]]) -> None:
    broken = {name for name, ended in read.items() if isinstance(ended[-1].error, DamagedFile)}
    assert broken == {"chatnoir-resiliparse-clipped.warc.gz"}
    for name, ended in read.items():
        if "warc" in name or "arc" in name:
            assert any(one.document for one in ended), name
    # The second states two bytes too few for its page, and is whole otherwise.
    for name in ("chatnoir-resiliparse-clipped.warc.gz", "warcio-example-trunc.warc"):
        page = read[name][0].document
        assert page is not None and "its end is missing in the archive" in page.warnings
    pages = read["chatnoir-resiliparse-warcfile.warc.gz"]
    assert sum(one.document is not None for one in pages) >= 11
    assert all("has no story on it" in str(one.error) for one in pages if one.error)
