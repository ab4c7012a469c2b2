"""What the documents beside the corpora must keep giving; none of their text is here."""

import json
import os
from pathlib import Path

import pytest

from onrecord.reading import Failed, Found, discover, read
from onrecord.settings import Settings

VARIABLE = "ONRECORD_CORPORA"
pytestmark = pytest.mark.skipif(
    not os.environ.get(VARIABLE), reason=f"{VARIABLE} is not set: the documents beside the corpora are not here"
)


@pytest.fixture
def documents() -> Path:
    return Path(os.environ[VARIABLE]).resolve().parent / "documents"


def test_every_document_in_the_folders_is_read_or_skipped(documents: Path, settings: Settings) -> None:
    found = list(discover([str(documents / "reports"), str(documents / "statements")]))
    assert not [one for one in found if isinstance(one, Failed)]
    sources = [one.source for one in found if isinstance(one, Found)]
    assert len(sources) > 10
    for source in sources:
        document = read(source, settings=settings)
        assert document.title and document.published and document.zones[0].kind == "headline"


def test_front_matter_agrees_with_the_companions(documents: Path, settings: Settings) -> None:
    companions = sorted((documents / "statements").glob("*.md.json"))
    assert companions
    for companion in companions:
        stated = json.loads(companion.read_text(encoding="utf8"))
        document = read(str(companion.with_suffix("")), settings=settings)
        assert document.title == " ".join(stated["title"].split())
        assert (document.published or "").replace("T", " ") == stated["published"]
        assert document.canonical == stated["original_address"]
        assert "###" not in document.text and "\\" not in document.text


def test_gold_texts_are_read_character_for_character_with_title_and_agency(documents: Path, settings: Settings) -> None:
    paths = sorted((documents.parent / "gold").glob("*.txt"))
    assert paths
    for path in paths:
        stated = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))["document"]
        document = read(str(path), settings=settings)
        assert document.text.encode() == path.read_bytes()
        assert (document.title, document.agency) == (stated["title"], stated["agency"])
        assert document.authors == tuple(stated["authors"])
