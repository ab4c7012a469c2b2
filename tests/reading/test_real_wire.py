"""What the real wire items and articles beside the corpora must give; none of their text is here."""

import json
import os
from pathlib import Path

import pytest

from onrecord.reading import How, Keeper, read_all
from onrecord.reading.kinds import kind_of
from onrecord.reading.opening import source_of
from onrecord.records import Document
from onrecord.settings import Settings

VARIABLE = "ONRECORD_CORPORA"
pytestmark = pytest.mark.skipif(
    not os.environ.get(VARIABLE), reason=f"{VARIABLE} is not set: the documents beside the corpora are not here"
)
KINDS = {
    "ANPA 1312": "anpa-1.tst anpa-2.tst anpa-3.tst ap_anpa-2.tst ap_anpa-3.tst ap_anpa-5.tst ap_anpa-7.tst "
    "belga-kyodo.txt",
    "IPTC 7901": "IPTC7901_odd_charset.txt dpa_copyright.txt dpa_four_line.txt",
    "E-mail": "charset_in_subject_email.txt simple_email.txt",
    "AsiaNet press releases": "aap-asianet_10.tst aap-asianet_2.tst aap-asianet_4.tst aap-asianet_5.tst",
}


@pytest.fixture(scope="module")
def wires() -> Path:
    return Path(os.environ[VARIABLE]).resolve().parent / "documents" / "wire_formats"


@pytest.fixture(scope="module")
def read(wires: Path) -> dict[str, Document]:
    found = {}
    with Keeper() as keeper:
        for name in " ".join(KINDS.values()).split():
            (one,) = read_all(str(wires / name), How(settings=Settings(), keeper=keeper))
            assert one.document is not None, one.error
            found[name] = one.document
    return found


def test_each_file_goes_to_the_reader_of_its_format(wires: Path) -> None:
    for path in sorted(wires.parent.rglob("*")):
        if not path.is_file():
            continue
        with path.open("rb") as stream:
            kind = kind_of(source_of(stream, path.name, Settings()).head)
        expected = next((kind for kind, names in KINDS.items() if path.name in names.split()), None)
        if expected is not None or (kind is not None and kind.name in KINDS):
            assert kind is not None and kind.name == expected, path


def test_every_item_has_its_day_and_all_but_alerts_and_tables_a_title(read: dict[str, Document]) -> None:
    assert all(document.published for document in read.values())
    assert {name for name, document in read.items() if document.title is None} == {"anpa-3.tst", "ap_anpa-5.tst"}


def test_agencies_authors_and_days(read: dict[str, Document]) -> None:
    assert {document.agency for name, document in read.items() if name.startswith(("anpa", "ap_"))} == {
        "Associated Press"
    }
    assert read["belga-kyodo.txt"].agency == "Kyodo" and (read["belga-kyodo.txt"].published or "")[:7] == "2018-12"
    assert all(document.agency == "dpa" for name, document in read.items() if name.startswith(("dpa", "IPTC")))
    assert len(read["anpa-1.tst"].authors) == len(read["anpa-2.tst"].authors) == 2
    assert len(read["IPTC7901_odd_charset.txt"].authors) == 1


def test_no_markup_no_desk_notes_and_no_broken_lines_are_left(read: dict[str, Document]) -> None:
    for name, document in read.items():
        assert "--" not in document.text.splitlines()
        for sign in ("^", "<", "``", "''", " _ ", "\x13", "Eds:", "BC-", "Notebook", "not intended for publication"):
            assert sign not in document.text, (name, sign)
        # A key to a table, and the small letters of a copyright notice, begin so by themselves.
        begun = [line for line in document.text.splitlines() if line[:1].islower() and " - " not in line[:8]]
        assert not begun or name == "dpa_copyright.txt" or name.endswith("email.txt"), name


def test_articles_of_the_corpora_keep_their_text_and_their_address(wires: Path) -> None:
    corpora = Path(os.environ[VARIABLE])
    paths = [corpora / "isaf_press_releases" / "dev.jsonl", *sorted((corpora / "re3d").glob("*/documents.jsonl"))]
    assert len(paths) == 8
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        ended = list(read_all(str(path), How(settings=Settings())))
        documents = [one.document for one in ended if one.document is not None]
        assert [one.text for one in documents] == [row["text"] for row in rows]
        assert [one.outlet for one in documents] == [row.get("sourceName") for row in rows]
        if path.parent.parent.name == "re3d":
            assert [one.url for one in documents] == [row["sourceUrl"] for row in rows]
            assert [one.title for one in documents] == [row["title"] for row in rows]
