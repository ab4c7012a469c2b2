import gzip
import json
from pathlib import Path

import pytest

from evaluation import extraction
from evaluation.digests import digest, words_of
from evaluation.scoring import VARIABLE, Places

FIRST = "The harbour minister said on Tuesday that the ferry would be repaired within a week, at a cost of 3 million."
SECOND = "Fishermen in the port of Lisk said they did not believe her, and called for a vote in parliament this month."
HEAD = (
    "<title>Ferry row deepens | The Mail</title><meta name='author' content='Mara Ellin'>"
    "<meta property='article:published_time' content='2024-10-31T09:30:00Z'>"
)
PAGE = f"<html><head>{HEAD}</head><body><article><h1>Ferry row deepens</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
BODY = {"summary": [], "sections": [{"headline": [], "paragraphs": [FIRST, SECOND]}]}
VERSION = {"title": "Ferry row deepens", "publishing_date": "2024-10-31 09:30:00", "authors": ["Mara Ellin"]}


def lay(root: Path, folder: str, name: str, data: bytes, **stated: str) -> None:
    at = root / "documents" / folder
    at.mkdir(parents=True, exist_ok=True)
    (at / name).write_bytes(data)
    companion = {"file": name, "title": "Ferry row deepens | The Mail", "published": "2024-10-31", **stated}
    (at / f"{name}.json").write_text(json.dumps(companion))


@pytest.fixture
def where(tmp_path: Path) -> Places:
    data = PAGE.encode()
    lay(tmp_path, "html", "a.html", data, gold_text_file="a.gold.txt")
    (tmp_path / "documents/html/a.gold.txt").write_text(f"{FIRST}\n\n{SECOND}\n")
    lay(tmp_path, "html_fundus", "b.html.gz", gzip.compress(data), gold_file="b.gold.json", gold_version_key="V1")
    (tmp_path / "documents/html_fundus/b.gold.json").write_text(json.dumps({"V1": {**VERSION, "body": BODY}}))
    lay(tmp_path, "html_readability", "c.html", data, gold_file="c.expected.html", byline="Mara Ellin")
    (tmp_path / "documents/html_readability/c.expected.html").write_text(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>")
    lay(tmp_path, "html_newspaper", "d.html", b"<html><p>Nothing here", published="2024-10-31 (crawled)")
    return Places(tmp_path / "corpora")


def test_each_form_of_gold_is_scored(where: Places) -> None:
    scores = extraction.score(where)
    assert (scores["pages"], scores["f1.pages"], scores["authors.pages"]) == (4, 3, 2)
    assert (scores["published.pages"], scores["published"]) == (3, 100)
    assert scores["title"] == 75
    assert (scores["authors"], scores["f1"]) == (100, 100)
    assert 90 < scores["whole"] < 100 and 90 < scores["bare"] < 100


def test_a_headline_that_the_page_shows_counts_beside_the_gold(
    where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(tmp_path, "html", "a.html", PAGE.encode(), title="Ferry: what is known of the row", gold_text_file="a.gold.txt")
    before = extraction.score(where)
    assert (before["title"], before["headline"]) == (50, 50)
    monkeypatch.setattr(extraction, "_shown_titles", lambda: {"a.html": digest(words_of("Ferry row deepens"))})
    after = extraction.score(where, misses=True)
    assert (after["title"], after["headline"]) == (50, 75)
    assert capsys.readouterr().out == "d.html: headline wrong\n"


def test_data_are_pages_companions_and_gold(where: Places) -> None:
    names = [name for name, _ in extraction.data_of(where)]
    assert names[:4] == ["page_titles.tsv", "html/a.gold.txt", "html/a.html", "html/a.html.json"]
    assert {"html_fundus/b.gold.json", "html_readability/c.expected.html", "html_newspaper/d.html"} < set(names)


def test_overlap_counts_words_as_often_as_they_stand() -> None:
    assert extraction.overlap("aab", "abcd") == pytest.approx((2 / 3, 1 / 2, 4 / 7))
    assert extraction.overlap([], ["a"]) == (0, 0, 0)


def test_without_the_corpora_nothing_is_scored(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("sys.argv", ["extraction"])
    assert extraction.main() == 2
    assert VARIABLE in capsys.readouterr().err
