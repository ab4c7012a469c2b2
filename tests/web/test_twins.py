"""One question, one answer, four addresses."""

import csv
import io
import re
from collections.abc import Mapping
from html import unescape
from typing import TypedDict
from urllib.parse import quote

import pytest
from fastapi import APIRouter, FastAPI
from starlette.testclient import TestClient

from onrecord.web.twins import API, Table, publish
from tests.web.examples import Address, tables, with_twins


class ToyJson(TypedDict):
    """A toy."""

    words: list[str]


class Toy:
    """A view of hostile words."""

    WORDS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "plain", "a, b", 'a "b"', "two\nlines", "1-2", None, -3)

    def to_json(self) -> ToyJson:
        return {"words": [str(word) for word in self.WORDS]}

    def table(self) -> Table:
        return ("word", "number"), ((word, 1) for word in self.WORDS)


def toy() -> Toy:
    """A toy."""
    return Toy()


@pytest.fixture
def toys() -> TestClient:
    pages = APIRouter()
    publish(pages, "/toys", toy, template="none.html", answer=ToyJson, table=True)
    app = FastAPI()
    app.include_router(pages)
    return TestClient(app)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_no_cell_is_a_formula_to_a_spreadsheet(toys: TestClient) -> None:
    head, *rows = read(toys.get("/toys.csv").text)
    assert head == ["word", "number"]
    words = [word for word, _ in rows]
    assert words[:6] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "'\rx"]
    assert words[6:] == ["plain", "a, b", 'a "b"', "two\nlines", "1-2", "", "-3"]


def test_a_table_says_that_it_is_one(toys: TestClient) -> None:
    answer = toys.get("/toys.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("word,number\r\n")


def test_the_api_answers_as_the_twin(toys: TestClient) -> None:
    assert toys.get("/toys.json").json() == toys.get(f"{API}/toys").json() == Toy().to_json()


@pytest.mark.parametrize("path", sorted(with_twins()))
def test_each_page_has_an_example(newsroom_examples: Mapping[str, tuple[Address, ...]], path: str) -> None:
    assert newsroom_examples[path]


@pytest.mark.parametrize("path", sorted(with_twins()))
def test_each_page_and_its_twins_answer_the_same_question(
    newsroom: TestClient, newsroom_examples: Mapping[str, tuple[Address, ...]], path: str
) -> None:
    for one in newsroom_examples[path]:
        page = newsroom.get(one.page())
        assert page.status_code == 200
        assert page.headers["content-type"].startswith("text/html")
        named = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', page.text)
        assert named is not None
        told = newsroom.get(unescape(named[1])).json()
        assert told == newsroom.get(one.twin("json")).json()
        assert told == newsroom.get(one.api()).json()


@pytest.mark.parametrize("path", sorted(tables()))
def test_each_table_is_one(
    newsroom: TestClient, newsroom_examples: Mapping[str, tuple[Address, ...]], path: str
) -> None:
    for one in newsroom_examples[path]:
        head, *rows = read(newsroom.get(one.twin("csv")).text)
        assert len(set(head)) == len(head)
        assert {len(row) for row in rows} <= {len(head)}


def test_a_page_links_to_its_own_twin_whatever_its_path_holds(room: TestClient, shown: dict[str, str]) -> None:
    document = room.get("/documents.json").json()["documents"][0]["document"]
    record = room.get(f"/documents/{document}.json").json()["entities"][0]["id"]
    said = {"record": record, "verdict": "amended", "who": "Una", "seen": None, "changes": {"name": "Who? 50%20 #1"}}
    assert room.post(f"/api/v1/documents/{document}/corrections", json=said, headers=shown).status_code == 201
    page = room.get(f"/speakers/{quote('Who? 50%20 #1')}")
    assert page.status_code == 200
    twin = page.text.partition('<link rel="alternate" type="application/json" href="')[2].partition('"')[0]
    assert room.get(unescape(twin)).json()["speaker"]["name"] == "Who? 50%20 #1"
