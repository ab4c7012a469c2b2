"""Speakers: the list, the page of one, several of one name, and judging who is one."""

import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.web.app import create_app
from onrecord.web.hands import Hands
from tests.web.conftest import HERE

HALE = "/speakers/Rurik%20Hale"


def key_of(ledger: Ledger, name: str) -> str:
    """The id of the first entity of a name."""
    return next(one for one in ledger.entities_called(name) if one.entity.name == name).entity.id


def test_whoever_speaks_most_is_first(newsroom: TestClient) -> None:
    told = newsroom.get("/speakers.json").json()
    counts = [one["statements"] for one in told["speakers"]]
    assert counts == sorted(counts, reverse=True)
    assert sum(one["speakers"] for one in told["kind"]) == told["total"]


def test_a_kind_narrows(newsroom: TestClient) -> None:
    whole = newsroom.get("/speakers.json").json()
    narrowed = newsroom.get("/speakers.json?kind=person").json()
    assert {one["kind"] for one in narrowed["speakers"]} == {"person"}
    assert narrowed["kind"] == whole["kind"]
    assert narrowed["total"] == dict((one["value"], one["speakers"]) for one in whole["kind"])["person"]


def test_a_speaker_has_offices_and_statements_in_their_place(newsroom: TestClient) -> None:
    told = newsroom.get(f"{HALE}.json").json()
    assert told["speaker"]["name"] == "Rurik Hale"
    assert told["total"] == told["speaker"]["statements"]
    assert sum(one["statements"] for one in told["month"]) >= told["total"]
    text = newsroom.get(HALE).text
    assert "Defence Minister, Norvanna" in text
    for hit in told["statements"]:
        assert f'href="/documents/{hit["ref"]["document"]}#{hit["ref"]["record"]}"' in text
        assert f"/statements/{hit['ref']['record']}/echoes" in text


def test_a_part_of_a_name_will_do_and_the_key_is_lasting(newsroom: TestClient) -> None:
    whole = newsroom.get(f"{HALE}.json").json()["speaker"]
    assert newsroom.get("/speakers/hale.json").json()["speaker"]["name"] == "Rurik Hale"
    key = whole["entities"][0]["entity"]
    meant = newsroom.get(f"/speakers/anything.json?as={key}").json()["speaker"]
    assert meant["entities"] == whole["entities"]


def test_nobody_of_a_name_and_no_such_key(newsroom: TestClient) -> None:
    assert newsroom.get("/speakers/Zeppelin").status_code == 404
    assert newsroom.get("/speakers/Rurik%20Hale?as=en-0").status_code == 404
    assert newsroom.get("/speakers/Rurik%20Hale?as=x").status_code == 404


def test_a_name_with_a_stroke_has_a_page(newsroom: TestClient) -> None:
    assert newsroom.get(f"/speakers/{quote('Hale/Orlin', safe='')}").status_code == 404
    assert "is nobody&#39;s name" in newsroom.get("/speakers/Hale/Orlin").text


def test_figures_come_after_the_page(newsroom: TestClient) -> None:
    (part,) = re.findall(r'data-part="(/parts/speaker/figures[^"]*)"', newsroom.get(HALE).text)
    text = newsroom.get(part).text
    assert 'href="/figures?thing=' in text
    assert "<html" not in text


def test_positions_on_a_topic(own_ledger: Ledger) -> None:
    def meaning_of(_text: str) -> bytes:
        vector = own_ledger.meaning_of_statement(own_ledger.browse("marines", limit=1).shown[0].hit.ref.record)
        assert vector is not None
        return vector

    key = key_of(own_ledger, "Rurik Hale")
    with TestClient(create_app(own_ledger, Hands(meaning_of=meaning_of)), base_url=HERE) as room:
        page = room.get(f"{HALE}?topic=Maravian+marines").text
        (part,) = re.findall(r'data-part="(/parts/speaker/positions[^"]*)"', page)
        assert "Maravian+marines" in part
        text = room.get("/parts/speaker/positions", params={"as": key, "topic": "Maravian marines"}).text
    assert 'class="positions"' in text
    assert "marines" in text


def test_who_else_said_it(newsroom: TestClient) -> None:
    record = newsroom.get(f"{HALE}.json").json()["statements"][0]["ref"]["record"]
    assert newsroom.get(f"/statements/{record}/echoes").status_code == 200
    assert newsroom.get("/statements/st-0/echoes").status_code == 404
    figure = newsroom.get("/figures.json?thing=Maravian+marines").json()["figures"][0]["ref"]["record"]
    assert newsroom.get(f"/statements/{figure}/echoes").status_code == 404


def judge(room: TestClient, shown: dict[str, str], **said: object) -> tuple[int, dict[str, object]]:
    answer = room.post("/api/v1/judgements", json={"who": "Ada Orlin", **said}, headers=shown)
    return answer.status_code, answer.json()


def test_two_are_parted_and_put_together_again(room: TestClient, shown: dict[str, str]) -> None:
    before = room.get(f"{HALE}.json").json()["speaker"]
    a, b = (before["entities"][place]["entity"] for place in (0, -1))
    assert judge(room, shown, a=a, b=b, same=False)[0] == 201
    apart = room.get(f"/speakers/x.json?as={b}").json()["speaker"]
    assert a not in [one["entity"] for one in apart["entities"]]
    assert "Held to be another" in room.get(f"/speakers/x?as={b}").text
    status, told = judge(room, shown, a=a, b=b, same=True)
    assert status == 400
    assert "take that back first" in str(told)
    assert judge(room, shown, a=a, b=b, same=False, undo=True)[0] == 201
    assert room.get(f"{HALE}.json").json()["speaker"] == before


def test_parted_people_of_one_name_are_told_as_several(room: TestClient, shown: dict[str, str]) -> None:
    entities = room.get(f"{HALE}.json").json()["speaker"]["entities"]
    first, *others = (one["entity"] for one in entities)
    for other in others:
        judge(room, shown, a=first, b=other, same=False)
    told = room.get(f"{HALE}.json").json()
    assert told["speaker"] is None
    assert len(told["others"]) >= 2
    text = room.get(HALE).text
    assert "Several have this name" in text
    for one in told["others"]:
        assert f"?as={one['entities'][0]['entity']}" in text or one["entities"][0]["entity"] in text


@pytest.mark.parametrize("said", [{"a": "en-0", "b": "en-1", "same": True}, {"a": "Hale", "b": "Hale", "same": True}])
def test_what_makes_no_sense_is_refused(room: TestClient, shown: dict[str, str], said: dict[str, object]) -> None:
    assert judge(room, shown, **said)[0] in (400, 404)
    assert judge(room, shown, **said, who=" ")[0] == 400


def test_nobody_judges_without_the_token(room: TestClient) -> None:
    answer = room.post("/api/v1/judgements", json={"a": "a", "b": "b", "same": True, "who": "x"})
    assert answer.status_code == 403
