"""The language page over the sample reports."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.web.presence import WIDTH, presence_of

from .examples import document_of

SERIES = urlencode({"topic": "trawlers", "titled": "joint communiqué"})


def test_a_topic_through_a_series_in_the_order_of_publication(newsroom: TestClient) -> None:
    told = newsroom.get(f"/language.json?{SERIES}").json()["documents"]
    assert [one["published"] for one in told] == ["2025-09-04", "2026-09-03"]
    assert [len(one["passages"]) for one in told] == [1, 0]
    part = newsroom.get(f"/language/table?{SERIES}").text
    assert "<b>1</b> of 2 reports names it; <b>1</b> does not." in part
    assert "<mark>trawlers</mark>" in part
    assert re.findall(r'<tr id="d\d" class="(\w+)"', part) == ["present", "absent"]


def test_each_passage_leads_to_its_paragraph(newsroom: TestClient) -> None:
    part = newsroom.get(f"/language/table?{SERIES}").text
    document, paragraph = re.findall(r'href="(/documents/[^"#]+)#(p\d+)"', part)[0]
    page = newsroom.get(document).text
    there = page[page.index(f'id="{paragraph}"') :]
    assert "trawlers" in there[: there.index("</p>")]


def test_reports_are_chosen_one_by_one_too(newsroom: TestClient, newsroom_ledger: Path) -> None:
    with open_ledger(newsroom_ledger, create=False) as opened:
        chosen = [document_of(opened, file) for file in ("estmark-communique-2026", "hale-parliament")]
    query = urlencode([("topic", "marines"), *(("document", one) for one in chosen)])
    told = newsroom.get(f"/language.json?{query}").json()["documents"]
    assert {one["document"] for one in told} == set(chosen)
    assert "In 2 chosen reports." in newsroom.get(f"/language?{query}").text


def test_the_table_has_a_row_for_each_passage_and_for_each_report_without(newsroom: TestClient) -> None:
    head, *rows = csv.reader(io.StringIO(newsroom.get(f"/language.csv?{SERIES}").text, newline=""))
    assert [row[head.index("present")] for row in rows] == ["yes", "no"]


def test_no_more_reports_are_looked_through_than_is_said(newsroom: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.pages.language.MOST", 3)
    page = newsroom.get("/language?topic=mines").text
    assert "The latest 3 of " in page
    assert len(newsroom.get("/language.json?topic=mines").json()["documents"]) == 3


def test_without_a_topic_the_reports_are_named(newsroom: TestClient) -> None:
    page = newsroom.get("/language?titled=communiqué").text
    assert "Reports that will be looked through" in page
    assert newsroom.get("/language.json?titled=communiqué").json() == {"documents": []}


def test_series_are_offered_and_lead_to_their_reports(newsroom: TestClient) -> None:
    offered = re.findall(r'data-open href="(/language\?titled=[^"]+)"', newsroom.get("/language").text)
    assert offered
    for address in offered:
        assert "Reports that will be looked through" in newsroom.get(address).text


def test_what_no_report_fits(newsroom: TestClient) -> None:
    assert "No report fits." in newsroom.get("/language?topic=mines&titled=zyx").text


@pytest.mark.parametrize(("query", "status"), [("topic=!", 400), ("topic=x&document=nowhere", 404), ("since=x", 400)])
def test_what_makes_no_sense(newsroom: TestClient, query: str, status: int) -> None:
    assert newsroom.get(f"/language.json?{query}").status_code == status


@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_the_strip_has_a_column_for_each_report_in_its_width(count: int) -> None:
    drawn = presence_of([(f"{2031 + n // 9}-04-03" if n % 5 else None, n % 9) for n in range(count)])
    assert [one.number for one in drawn.columns] == list(range(1, count + 1))
    assert drawn.width <= WIDTH
    assert drawn.present == sum(n % 9 > 0 for n in range(count))
    for one in drawn.columns:
        assert (one.y >= drawn.foot) == (one.passages == 0)
    assert all(b.x - a.x > 45 for a, b in zip(drawn.years, drawn.years[1:], strict=False))
