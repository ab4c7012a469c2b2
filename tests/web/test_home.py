"""The first page: full, empty, and small enough."""

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.pipeline import Reader
from onrecord.web.pages.home import quote_in
from tests.web.conftest import client_of

# What a browser fetches for the first page, without what its cache holds.
MOST_BYTES = 100_000


@pytest.fixture
def empty(tmp_path: Path, reader: Reader, laid_ledger: Callable[[Path], Path]) -> Iterator[TestClient]:
    path = laid_ledger(tmp_path / "empty.db")
    with open_ledger(path, create=False) as opened, client_of(opened, reader) as client:
        yield client


def test_the_latest_report_leads_with_its_words(newsroom: TestClient) -> None:
    told = newsroom.get("/home.json").json()
    text = newsroom.get("/").text
    assert text.index(told["latest"][0]["title"]) < text.index(told["latest"][1]["title"])
    assert re.search(r'<blockquote class="said"><a href="/documents/sha256:[0-9a-f]+#st-', text)


def test_the_parts_have_who_speaks_and_what_does_not_agree(newsroom: TestClient) -> None:
    voices, moved = (newsroom.get(f"/parts/front/{part}").text for part in ("voices", "moved"))
    assert "Rurik Hale" in voices
    assert 'href="/conflicts/fg-' in moved
    assert "<html" not in voices + moved


def test_an_empty_ledger_says_how_to_fill_it(empty: TestClient) -> None:
    text = empty.get("/").text
    assert 'href="/add"' in text
    assert "onrecord add" in text
    assert "onrecord serve --demo" in text
    for part in ("voices", "moved"):
        assert empty.get(f"/parts/front/{part}").text.strip() == ""


@pytest.mark.parametrize("path", ["/search", "/documents", "/speakers", "/corrections"])
def test_lists_of_an_empty_ledger_say_what_to_do(empty: TestClient, path: str) -> None:
    answer = empty.get(path)
    assert answer.status_code == 200
    assert 'href="/add"' in answer.text or 'href="/documents"' in answer.text


def test_the_first_page_is_under_a_hundred_kilobytes(newsroom: TestClient) -> None:
    page = newsroom.get("/").text
    parts = [newsroom.get(address).text for address in re.findall(r'data-part="([^"]+)"', page)]
    assert len(parts) == 2
    wanted = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    sheets = "".join(newsroom.get(name).text for name in wanted if ".css" in name)
    modules = {"/static/list.js", "/static/suggest.js"}
    used = {"serif-400", "serif-600", "sans-400", "sans-600"}
    fonts = {f"/static/fonts/{name}.woff2" for name in used}
    assert all(name.removeprefix("/static/") in sheets for name in fonts)
    # Fonts are packed already.
    fetched = {name: newsroom.get(name).content for name in (wanted | modules | fonts)}
    sent = sum(len(content if "woff2" in name else gzip.compress(content, 9)) for name, content in fetched.items())
    assert sent + sum(len(gzip.compress(text.encode(), 9)) for text in (page, *parts)) < MOST_BYTES


def test_versions_of_one_title_are_one_headline(newsroom: TestClient) -> None:
    titles = [one["title"] for one in newsroom.get("/home.json").json()["latest"]]
    assert len(titles) == len(set(titles)) > 5


def test_what_stands_out_is_a_quotation_or_a_whole_sentence_of_the_report(newsroom_ledger: Path) -> None:
    with open_ledger(newsroom_ledger, create=False) as ledger:
        records = [ledger.record(copy.document) for copy in ledger.documents()]
    for record in records:
        quote = quote_in(record)
        assert quote is not None and quote.speakers
        assert quote.statement.type == "direct" or quote.words in " ".join(record.document.text.split())
        told = replace(record, statements=tuple(one for one in record.statements if one.type != "direct"))
        sentence = quote_in(told)
        assert sentence is None or sentence.words[-1] in '.?!”"'
    assert quote_in(replace(records[0], statements=(), figures=(), events=())) is None
