"""Searching: statements in their place, with links that narrow them and take the narrowing away again."""

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.web.app import create_app
from onrecord.web.hands import Hands
from tests.web.conftest import HERE


def links(text: str, path: str) -> list[dict[str, list[str]]]:
    """The queries of the links to a path."""
    hrefs = (urlsplit(unescape(found)) for found in re.findall(r'href="([^"]*)"', text))
    return [parse_qs(href.query) for href in hrefs if href.path == path]


def test_what_was_looked_for_is_marked_in_its_sentence(newsroom: TestClient) -> None:
    text = newsroom.get("/search", params={"words": "mines"}).text
    assert "that any </span><mark>mines</mark>" in text
    assert "The Norvannan Defence Ministry denied" in text


def test_each_line_leads_to_its_record(newsroom: TestClient) -> None:
    found = newsroom.get("/search.json", params={"words": "mines"}).json()
    text = newsroom.get("/search", params={"words": "mines"}).text
    for hit in found["search"]:
        assert f'href="/documents/{hit["ref"]["document"]}#{hit["ref"]["record"]}"' in text
    assert found["total"] == len(found["search"]) > 5


def test_a_facet_narrows_and_can_be_taken_away(newsroom: TestClient) -> None:
    text = newsroom.get("/search", params={"words": "mines"}).text
    narrowed = [query for query in links(text, "/search") if query.get("act") == ["deny"]]
    assert narrowed == [{"words": ["mines"], "act": ["deny"]}]
    text = newsroom.get("/search", params={"words": "mines", "act": "deny"}).text
    assert '<ul class="chips"' in text
    assert {"words": ["mines"]} in links(text, "/search")
    assert {"act": ["deny"]} in links(text, "/search")
    acts = {hit["statement"]["act"] for hit in newsroom.get("/search.json?words=mines&act=deny").json()["search"]}
    assert acts == {"deny"}


def test_a_year_opens_into_its_months_and_a_month_closes_into_its_year(newsroom: TestClient) -> None:
    year = links(newsroom.get("/search").text, "/search")
    assert {"since": ["2026"], "until": ["2026"]} in year
    months = links(newsroom.get("/search?since=2026&until=2026").text, "/search")
    assert {"since": ["2026-09"], "until": ["2026-09"]} in months
    assert {"since": ["2026"], "until": ["2026"]} in links(
        newsroom.get("/search?since=2026-09&until=2026-09").text, "/search"
    )


def test_pages_follow_one_another_without_gap_or_overlap(newsroom: TestClient) -> None:
    whole = newsroom.get("/search.json?limit=50").json()
    pages = [newsroom.get(f"/search.json?limit=10&offset={offset}").json() for offset in range(0, 50, 10)]
    records = [hit["ref"]["record"] for page in pages for hit in page["search"]]
    assert records == [hit["ref"]["record"] for hit in whole["search"]]
    text = newsroom.get("/search?offset=20").text
    assert {"offset": ["40"]} in links(text, "/search")
    assert 'rel="prev"' in text


def test_a_page_behind_the_end_leads_back(newsroom: TestClient) -> None:
    assert "The list ends before this page" in newsroom.get("/search?offset=100000").text


def test_nothing_found_says_what_to_try(newsroom: TestClient) -> None:
    text = newsroom.get("/search", params={"words": "zeppelin"}).text
    assert "No statement fits" in text
    assert {"words": ["zeppelin"], "by_meaning": ["true"]} in links(text, "/search")


def test_what_holds_no_word_is_refused_with_advice(newsroom: TestClient) -> None:
    answer = newsroom.get("/search", params={"words": "?!"})
    assert answer.status_code == 400
    assert "holds no word to look for" in answer.text


def test_by_meaning_asks_the_model(own_ledger: Ledger) -> None:
    asked: list[str] = []
    known = own_ledger.browse("mines", limit=1).shown[0].hit.ref.record

    def meaning_of(text: str) -> bytes:
        asked.append(text)
        vector = own_ledger.meaning_of_statement(known)
        assert vector is not None
        return vector

    with TestClient(create_app(own_ledger, Hands(meaning_of=meaning_of)), base_url=HERE) as room:
        found = room.get("/search.json", params={"words": "explosives at sea", "by_meaning": "true"}).json()
        assert "the nearest in meaning first" in room.get("/search?words=explosives&by_meaning=true").text
    assert asked == ["explosives at sea", "explosives"]
    assert (found["order"], found["search"][0]["ref"]["record"]) == ("nearest", known)


def test_without_a_model_by_meaning_says_so(own_ledger: Ledger) -> None:
    with TestClient(create_app(own_ledger), base_url=HERE) as room:
        answer = room.get("/search?words=mines&by_meaning=true")
    assert answer.status_code == 503
    assert "onrecord serve" in answer.text


def test_the_table_has_the_statements_of_the_page(newsroom: TestClient) -> None:
    head, *rows = csv.reader(io.StringIO(newsroom.get("/search.csv?words=mines").text))
    assert len(rows) == newsroom.get("/search.json?words=mines").json()["total"]
    assert rows[0][head.index("outlet")] is not None
    assert all("mines" in row[head.index("content")] for row in rows)


@pytest.mark.parametrize(("beginning", "speakers"), [("ha", True), ("", False), ("zzz", False)])
def test_suggestions_are_names_that_begin_so(newsroom: TestClient, beginning: str, speakers: bool) -> None:
    found = newsroom.get("/suggest.json", params={"beginning": beginning}).json()
    assert bool(found["speakers"]) == speakers
    words = [word for one in found["speakers"] for word in one["name"].casefold().split()]
    assert not speakers or any(word.startswith("ha") for word in words)
    assert found == newsroom.get("/api/v1/suggest", params={"beginning": beginning}).json()


def test_words_that_are_a_name_lead_to_who_has_it(newsroom: TestClient) -> None:
    assert 'href="/speakers/Rurik%20Hale"' in newsroom.get("/search/names?words=hale").text
    assert newsroom.get("/search/names?words=zeppelin").text.strip() == ""
