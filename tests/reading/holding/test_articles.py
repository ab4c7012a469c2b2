"""Articles in JSON Lines and JSON arrays: which column holds what, and what becomes of broken lines."""

import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import BinaryDocument, DamagedFile, EmptyDocument, ReadingError, TooLarge, UnknownFormat
from onrecord.reading import How, read_all
from onrecord.reading.head import Head
from onrecord.reading.holding.articles import tells
from onrecord.reading.holding.json_array import BrokenArray, elements
from onrecord.reading.metadata import StatedDate, Story
from onrecord.settings import Settings

Outcome = tuple[str, Story | ReadingError | str]
Outcomes = Callable[..., list[Outcome]]
Example = Callable[[str], bytes]


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def stories(found: list[Outcome]) -> list[Story]:
    assert all(isinstance(one, Story) for _, one in found), found
    return [one for _, one in found if isinstance(one, Story)]


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.json"])
def test_each_object_is_a_document_with_what_its_columns_say(outcomes: Outcomes, example: Example, name: str) -> None:
    found = outcomes(example(name))
    assert [place for place, _ in found] == ["x#1", "x#2"]
    first, second = stories(found)
    assert first.metadata.title == "First convoy of grain ships leaves Port Ardent"
    assert first.metadata.outlet == "The Port Ardent Post"
    assert first.metadata.published == (StatedDate("2026-03-14T16:42:00+00:00", "column date_publish"),)
    assert second.metadata.authors == ("Bram Velder", "Olle Brand")
    assert first.text.splitlines()[1] == "The pilots were cheered from both shores."


def test_the_address_of_an_article_is_its_own(tmp_path: Path, example: Example) -> None:
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(example("articles.jsonl")))
    documents = [one.document for one in read_all(str(path), How(settings=Settings()))]
    assert [one.url for one in documents if one] == ["https://post.example/convoy", "https://post.example/mines"]


def test_a_line_that_is_broken_costs_only_itself(outcomes: Outcomes) -> None:
    good = {"text": "The ferry will sail again on Monday."}
    found = outcomes(lines(good, good) + b'{"text": "cut\n\n[1]\n\xff\xfe\n' + lines({"text": " "}, good, {"text": 3}))
    kinds = {place: type(one) for place, one in found}
    assert kinds == {
        "x#1": Story,
        "x#2": Story,
        "x#3": DamagedFile,
        "x#5": DamagedFile,
        "x#6": DamagedFile,
        "x#7": EmptyDocument,
        "x#8": Story,
        "x#9": EmptyDocument,
    }
    assert "line 3" in str(dict(found)["x#3"])


def test_a_line_that_is_nested_too_deep_is_told_of_in_plain_words(outcomes: Outcomes) -> None:
    deep = b'{"text": ' + b"[" * 100_000 + b"\n"
    (_, whole), (_, broken) = outcomes(lines({"text": "The ferry sails, its owner said."}) + deep)
    assert isinstance(whole, Story)
    assert isinstance(broken, DamagedFile) and broken.reason == "is no JSON on line 2 (nested too deep)"


def test_a_line_longer_than_a_document_may_be_costs_only_itself(outcomes: Outcomes) -> None:
    data = lines({"text": "short"}, {"text": "long " * 100}, {"text": "short again"})
    found = outcomes(data, settings=Settings(max_bytes=100))
    assert [type(one) for _, one in found] == [Story, TooLarge, Story]
    found = outcomes(b"[" + data.replace(b"\n", b",")[:-1] + b"]", settings=Settings(max_bytes=100))
    assert [type(one) for _, one in found] == [Story, TooLarge, Story]


def test_stated_columns_go_before_the_usual_names_and_may_lie_in_objects(outcomes: Outcomes) -> None:
    row = {"text": "the summary", "full": {"html": "<p>The ferry</p><p>will &amp; must sail.</p>"}, "when": 1773506520}
    data = lines(row, row)
    (one, _) = stories(outcomes(data, columns=(("text", "full.html"), ("published", "when"))))
    assert one.text == "The ferry\nwill & must sail."
    assert one.metadata.published == (StatedDate("2026-03-14T16:42:00+00:00", "column when"),)


def test_without_a_column_of_text_the_columns_are_named(outcomes: Outcomes) -> None:
    data = lines({"k": "word " * 60, "z": 1}, {"k": "more", "z": 2})
    ((_, error),) = outcomes(data)
    assert isinstance(error, UnknownFormat)
    assert "(k, z)" in error.reason and "--columns" in error.advice
    assert [type(one) for _, one in outcomes(data, columns=(("text", "k"),))] == [Story, Story]
    ((_, error),) = outcomes(data, columns=(("text", "j"),))
    assert isinstance(error, UnknownFormat) and "without the column j" in error.reason


def test_a_date_that_cannot_be_told_is_told_of(outcomes: Outcomes) -> None:
    (one,) = stories(outcomes(lines({"text": "The ferry sails.", "date": "01/02/2026"})))
    assert one.metadata.published == () and "date" in one.warnings[0]


def test_what_the_project_wrote_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Ferry sails again\n\nPORT LISK, March 14, 2026 (AP) - The ferry sailed.  It was mended.\n")
    (first,) = read_all(str(path), How(settings=Settings()))
    assert first.document is not None
    written = tmp_path / "read.jsonl"
    written.write_bytes(lines({"document": first.document.to_json(), "entities": []}))
    (again,) = read_all(str(written), How(settings=Settings()))
    assert again.document is not None
    assert again.document.to_json() == first.document.to_json()


def test_half_a_character_in_what_is_stated_is_replaced(tmp_path: Path) -> None:
    half = "Lisk \ud800"
    stated = {"text": "The ferry sailed.", "title": half, "outlet": half, "url": half, "authors": [half]}
    written = tmp_path / "read.jsonl"
    written.write_bytes(lines({"document": stated}))
    (ended,) = read_all(str(written), How(settings=Settings()))
    assert ended.document is not None
    found = (ended.document.title, ended.document.outlet, ended.document.url, *ended.document.authors)
    assert found == ("Lisk \ufffd",) * 4


def test_an_array_that_breaks_off_gives_what_is_whole(outcomes: Outcomes, example: Example) -> None:
    found = outcomes(example("articles.json")[:-80])
    assert [type(one) for _, one in found] == [Story, DamagedFile]
    assert found[-1][0] == "x"


def test_a_gzip_file_that_breaks_off_gives_what_is_whole(outcomes: Outcomes) -> None:
    chance = random.Random(1)
    rows = [{"text": " ".join(str(chance.random()) for _ in range(500))} for _ in range(100)]
    found = outcomes(gzip.compress(lines(*rows))[:-5000])
    assert isinstance(found[-1][1], DamagedFile) and len(found) > 50


def test_a_text_with_a_lone_surrogate_is_binary(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a\\ud800b"}\n{"text": "a\\u0000b"}\n')
    assert [type(one.error) for one in read_all(str(path), How(settings=Settings()))] == [BinaryDocument] * 2


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"title": "Ferry row"}', "a"),
        (b"[1, 2]", "a"),
        (b'[{"name": "x", "size": 1}]', "a.json"),
        (b'{"a": 1}\n{"a": 2}\n', "log"),
        (b"{ this is no JSON }", "a"),
        (b"", "a"),
    ],
)
def test_other_json_is_no_table_of_articles(data: bytes, name: str) -> None:
    assert not tells(Head(data=data, whole=True, name=name))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_elements_of_an_array_whatever_pieces_it_comes_in(size: int) -> None:
    values = [{"a": 'quote " and \\ and ] and ,'}, [1, [2, {}]], "x,y", 3, None, {}]

    class Slow(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            return super().read(size)

    data = b"\xef\xbb\xbf \n" + json.dumps(values, indent=1).encode() + b" , trailing"
    found = [json.loads(one) for one in elements(Slow(data), 1000) if one is not None]
    assert found == values
    with pytest.raises(BrokenArray):
        list(elements(Slow(data[:40]), 1000))


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.json"])
def test_only_reading_errors_come_out(outcomes: Outcomes, example: Example, name: str) -> None:
    chance = random.Random(8259)
    for _ in range(300):
        changed = bytearray(example(name))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(changed))
            changed[at : at + chance.randint(0, 9)] = bytes(
                chance.choices(b'{}[]",:\\n\x00\xff 1', k=chance.randint(0, 3))
            )
        for place, one in outcomes(bytes(changed)):
            assert place.startswith("x")
            assert isinstance(one, ReadingError | Story)
