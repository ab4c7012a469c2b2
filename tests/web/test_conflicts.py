"""The conflicts page over the sample reports, and over two that deny one another."""

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from .waiting import whole


def test_a_pair_shows_both_sentences_with_the_numbers_marked(newsroom: TestClient) -> None:
    page = whole(newsroom, "/conflicts?about=mines")
    assert '<mark class="differs">60</mark>' in page
    assert '<mark class="differs">48</mark>' in page
    assert ">restated<" in page
    told = newsroom.get("/conflicts.json?about=mines").json()["conflicts"]
    for line in told:
        for side in (line["a"], line["b"]):
            assert f"/documents/{side['document']}#{side['record']}" in page.replace("%3A", ":")


def test_a_headline_is_not_set_with_the_sentence_below_it(newsroom: TestClient) -> None:
    assert "channel PORT ARDENT" not in whole(newsroom, "/conflicts?about=mines")


def test_kinds_are_chosen(newsroom: TestClient) -> None:
    every = newsroom.get("/conflicts.json").json()["conflicts"]
    kinds = {one["kind"] for one in every}
    assert len(kinds) > 1
    some = newsroom.get("/conflicts.json?kind=updated&kind=denied").json()["conflicts"]
    assert {one["kind"] for one in some} == kinds & {"updated", "denied"}
    assert len(some) == sum(one["kind"] in ("updated", "denied") for one in every)


def test_updates_stand_apart(newsroom: TestClient) -> None:
    page = whole(newsroom, "/conflicts")
    assert page.index("Updated later: no conflict") < page.index('class="kind updated"')
    assert 'class="kind restated"' not in page[page.index("Updated later: no conflict") :]


def test_a_limit_is_said_and_more_is_offered(newsroom: TestClient) -> None:
    page = whole(newsroom, "/conflicts?limit=1")
    assert page.count("data-step") == 1
    assert "The first 1 are shown." in page
    assert 'href="/conflicts?limit=2"' in page


def test_a_pair_opens_at_its_own_address_in_either_order(newsroom: TestClient) -> None:
    found = newsroom.get("/conflicts.json?about=mines").json()["conflicts"][0]
    a, b = found["a"]["record"], found["b"]["record"]
    one, other = (newsroom.get(f"/conflicts/{x}/{y}.json").json() for x, y in ((a, b), (b, a)))
    assert one == other
    assert {one["a"]["record"], one["b"]["record"]} == {a, b}
    assert one["conflict"]["kind"] == found["kind"]
    page = newsroom.get(f"/conflicts/{a}/{b}").text
    assert 'class="said differs"' in page
    assert page.count('class="around"') == 2


def test_two_records_that_do_not_conflict_stand_side_by_side(newsroom: TestClient) -> None:
    found = newsroom.get("/conflicts.json?about=mines").json()["conflicts"][0]
    statement = newsroom.get(f"/documents/{found['a']['document']}.json").json()["statements"][0]["id"]
    told = newsroom.get(f"/conflicts/{found['a']['record']}/{statement}.json").json()
    assert told["conflict"] is None
    assert (
        "No conflict is found between these two." in newsroom.get(f"/conflicts/{statement}/{found['a']['record']}").text
    )


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/conflicts/st-0000000000000000/fg-0000000000000000", 404),
        ("/conflicts/st-1/st-1", 400),
        ("/conflicts?since=tomorrow", 400),
        ("/conflicts?limit=0", 422),
        ("/conflicts?kind=odd", 422),
    ],
)
def test_what_makes_no_sense_is_said(newsroom: TestClient, address: str, status: int) -> None:
    answer = newsroom.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_nothing_found_says_what_to_do(newsroom: TestClient) -> None:
    page = whole(newsroom, "/conflicts?" + urlencode({"about": "nothing of the kind"}))
    assert "Nothing that fits is contradicted" in page
    assert 'href="/conflicts"' in page


def test_its_table_has_both_sides(newsroom: TestClient) -> None:
    head, first, *_ = newsroom.get("/conflicts.csv?about=mines").text.splitlines()
    assert head.startswith("kind,confidence,one_speaker,a_speakers")
    assert first.startswith("restated,")
