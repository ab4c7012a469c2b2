"""Where stories come from: the list, one story, and who has a statement from whom."""

from starlette.testclient import TestClient

from .examples import address_of
from .waiting import whole


def story(newsroom: TestClient) -> str:
    """The id of a document of which there are three copies."""
    return str(newsroom.get("/origins.json").json()["origins"][0]["earliest"])


def test_the_story_with_most_copies_is_first(newsroom: TestClient) -> None:
    told = newsroom.get("/origins.json").json()["origins"]
    counts = [len(one["copies"]) for one in told]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 3
    page = whole(newsroom, "/origins")
    assert page.count('<tr id="story-') == len(told)
    assert f'href="/origins/{told[0]["earliest"]}"' in page.replace("%3A", ":")


def test_a_story_is_drawn_copy_by_copy(newsroom: TestClient) -> None:
    page = whole(newsroom, f"/origins/{story(newsroom)}")
    assert page.count('<svg class="lane') == 3
    assert 'class="cut"' in page
    assert 'class="own added"' in page
    assert "<h3>Cut from the story</h3>" in page
    assert "earliest" in page


def test_a_copy_leads_to_the_story_of_the_whole(newsroom: TestClient) -> None:
    told = newsroom.get(f"/origins/{story(newsroom)}.json").json()
    for copy in told["copies"]:
        assert newsroom.get(f"/origins/{copy['document']}.json").json()["earliest"] == told["earliest"]


def test_a_report_without_copies_says_so(newsroom: TestClient) -> None:
    alone = newsroom.get("/revisions.json").json()["revisions"]
    assert alone
    found = newsroom.app.state.room.ledger.id_of(address_of("report.txt"))  # type: ignore[attr-defined]
    assert "The only copy of this story in the ledger." in whole(newsroom, f"/origins/{found}")


def test_who_has_a_statement_from_whom(newsroom: TestClient) -> None:
    page = whole(newsroom, "/origins?statement=marines")
    assert "independent origin" in page
    told = newsroom.get("/origins.json?statement=marines").json()["origins"]
    assert page.count('id="strand-') == len(told) > 0
    for copy in told[0]["copies"]:
        assert copy["document"] in page.replace("%3A", ":")


def test_words_that_nobody_says(newsroom: TestClient) -> None:
    assert "No report carries" in whole(newsroom, "/origins?statement=nothing+of+the+kind")


def test_what_is_not_there_is_said(newsroom: TestClient) -> None:
    assert newsroom.get("/origins/sha256:0000").status_code == 404
    assert newsroom.get("/origins?statement=st-0000000000000000").status_code == 404


def test_its_table_counts_words(newsroom: TestClient) -> None:
    head, *rows = newsroom.get(f"/origins/{story(newsroom)}.csv").text.splitlines()
    assert head.startswith("similarity,how,words_cut,words_added")
    assert rows[0].startswith("1.0,same,0,0")
    assert len(rows) == 3
