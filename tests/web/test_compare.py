"""The compare page over the sample reports."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from onrecord.comparing.redline.redline import KINDS
from onrecord.ledger import Ledger, open_ledger

from .examples import address_of, document_of


@pytest.fixture(scope="session")
def both(newsroom_ledger: Path) -> str:
    """The query that asks for the two communiqués."""
    with open_ledger(newsroom_ledger, create=False) as opened:
        a, b = (document_of(opened, f"estmark-communique-{year}") for year in (2025, 2026))
    return urlencode({"a": a, "b": b})


def test_the_summary_counts_what_the_twin_tells(newsroom: TestClient, both: str) -> None:
    page = newsroom.get(f"/compare?{both}").text
    told = newsroom.get(f"/compare.json?{both}").json()
    assert len(told["documents"]) == 2
    for kind in KINDS:
        count = sum(one["kind"] == kind for one in told["passages"])
        assert f"<b>{count}</b> {kind}" in page
    assert {one["kind"] for one in told["passages"]} >= {"dropped", "added", "reworded", "kept"}


def test_every_link_of_the_page_into_itself_leads_somewhere(newsroom: TestClient, both: str) -> None:
    page = newsroom.get(f"/compare?{both}").text
    targets = set(re.findall(r'href="#(c\d+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="(c\d+)"', page))


def test_changed_words_are_marked_on_their_side_and_what_was_softened_is_told(newsroom: TestClient, both: str) -> None:
    page = newsroom.get(f"/compare?{both}").text
    assert "<del>will</del> establish" in page
    assert "<ins>intend to</ins> establish" in page
    assert "<b>Softened</b> will → intend<" in page
    assert "<del>Both sides agreed that the return of the two seized trawlers" in page


def test_each_passage_leads_to_its_paragraph_in_its_report(newsroom: TestClient, both: str) -> None:
    page = newsroom.get(f"/compare?{both}").text
    places = set(re.findall(r'href="(/documents/[^"#]+)#(p\d+)"', page))
    assert len({document for document, _ in places}) == 2
    for document, paragraph in places:
        assert f'id="{paragraph}"' in newsroom.get(document).text


def test_kinds_are_chosen_without_a_script(newsroom: TestClient, both: str) -> None:
    page = newsroom.get(f"/compare?{both}&kind=dropped").text
    items = re.findall(r'<li class="(?:passage|run) [^>]*data-kind="(\w+)"[^>]*?( hidden)?>', page)
    assert {kind for kind, hidden in items if not hidden} == {"dropped"}
    assert {kind for kind, hidden in items if hidden} >= {"reworded", "added", "kept"}


def test_only_what_was_softened_or_hardened(newsroom: TestClient, both: str) -> None:
    page = newsroom.get(f"/compare?{both}&shifted=true").text
    items = re.findall(r'<li class="(?:passage|run) ([^>]*)>', page)
    assert any("data-shifted" in one for one in items)
    assert all(("data-shifted" in one) != one.endswith("hidden") for one in items)


def test_the_part_of_long_texts_is_what_short_ones_have_at_once(
    newsroom: TestClient, both: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = newsroom.get(f"/compare/passages?{both}").text
    assert part.strip() in newsroom.get(f"/compare?{both}").text
    monkeypatch.setattr("onrecord.web.pages.compare.AT_ONCE", 100)
    page = newsroom.get(f"/compare?{both}").text
    assert 'data-part="/compare/passages?' in page
    assert "<del>" not in page


def test_texts_too_long_to_be_aligned_are_refused_in_the_part(
    newsroom: TestClient, both: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.comparing.redline.alignment._MOST_CELLS", 1)
    part = newsroom.get(f"/compare/passages?{both}")
    assert part.status_code == 200
    assert "too long to be aligned" in part.text
    assert newsroom.get(f"/compare.json?{both}").status_code == 400


def test_a_text_with_itself_differs_in_nothing(newsroom: TestClient) -> None:
    own = urlencode({"a": address_of("report.txt"), "b": address_of("report.txt")})
    assert "It is one text: nothing differs." in newsroom.get(f"/compare?{own}").text


def test_pairs_are_offered_and_lead_to_the_comparison(newsroom: TestClient) -> None:
    assert 'data-part="/compare/likely"' in newsroom.get("/compare").text
    links = re.findall(r'href="(/compare\?a=[^"]+&amp;b=[^"]+)"', newsroom.get("/compare/likely").text)
    assert len(links) >= 2
    assert "What became of each passage" in newsroom.get(links[0].replace("&amp;", "&")).text


def test_with_one_chosen_the_others_are_offered(newsroom: TestClient, own_ledger: Ledger) -> None:
    chosen = document_of(own_ledger, "estmark-communique-2026")
    page = newsroom.get(f"/compare?a={chosen}").text
    assert "Compare with what?" in page
    links = re.findall(r'data-open href="/compare\?a=([^"&]+)&amp;b=([^"]+)"', page)
    assert links
    assert all(a.replace("%3A", ":") == chosen != b.replace("%3A", ":") for a, b in links)
    likely = newsroom.get(f"/compare/likely?a={chosen}").text
    assert "the same title" in likely


def test_words_that_no_report_holds(newsroom: TestClient) -> None:
    assert "No report holds all of “zyx”" in newsroom.get("/compare?words=zyx").text


def test_a_document_that_is_not_there(newsroom: TestClient) -> None:
    assert newsroom.get("/compare?a=nowhere").status_code == 404
    assert newsroom.get("/compare.json?a=nowhere&b=nowhere").status_code == 404
    assert newsroom.get("/compare.json").json() == {"documents": [], "passages": []}
