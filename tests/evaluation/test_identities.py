"""The evaluation of who is one finds the judged entities again and counts right."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.identities import FILE, PARTS, Pair, Place, classes, entity_at, measured, pairs
from onrecord.comparing import groups_of
from onrecord.records import Entity, EntityKind, Page, Seen, Span


def seen(name: str, url: str, kind: EntityKind = "person", start: int = 0) -> Seen:
    entity = Entity(id="en-1", kind=kind, name=name, mentions=(Span(start, start + len(name), name),))
    return Seen(entity, Page(document=f"sha256:{url}", url=url))


HERE = {url: [seen(name, url)] for name, url in (("Ada Orlin", "a"), ("Ada Orlin", "b"), ("Una Quill", "c"))}
A, B, C = (Place(url, "person", 0, 9) for url in "abc")


def scored(*judged: Pair) -> dict[str, float]:
    return measured(judged, HERE, groups_of([one for those in HERE.values() for one in those]))


def test_the_judged_file_is_whole() -> None:
    judged = pairs(FILE)
    assert len(judged) >= 200 and {pair.part for pair in judged} == set(PARTS)
    assert all(pair.a.start < pair.a.end and pair.b.start < pair.b.end for pair in judged)


def test_right_and_wrong_are_counted() -> None:
    found = scored(Pair("first", True, A, B), Pair("first", True, A, C), Pair("fresh", False, B, C))
    assert (found["first.groups.precision"], found["first.groups.recall"]) == (100, 50)
    assert (found["all.pairs"], found["fresh.pairs"], found["all.lost"]) == (3, 1, 0)


def test_two_that_are_said_to_be_one_cost_precision() -> None:
    assert scored(Pair("first", False, A, B))["first.groups.precision"] == 0


def test_an_entity_that_is_not_found_is_lost() -> None:
    found = scored(
        Pair("first", True, A, Place("b", "organization", 0, 9)), Pair("first", True, A, Place("z", "person", 0, 9))
    )
    assert (found["all.lost"], found["all.groups.recall"]) == (2, 0)


def test_the_nearest_mention_is_meant() -> None:
    far, near = seen("Ada Orlin of Port Vale", "a"), seen("Port Vale", "a", start=13)
    near = Seen(replace(near.entity, id="en-2"), near.page)
    assert entity_at(Place("a", "person", 13, 22), [far, near]) == near
    assert entity_at(Place("a", "person", 40, 50), [far, near]) is None


def test_classes_are_counted() -> None:
    assert list(classes([Pair("first", True, A, B), Pair("first", False, A, C)], HERE)) == [
        ("names apart", 0, 1),
        ("same", 1, 1),
    ]


def test_a_file_without_pairs_has_none(tmp_path: Path) -> None:
    empty = tmp_path / "none.tsv"
    empty.write_text("# nothing\n", encoding="utf8")
    assert pairs(empty) == []
    with pytest.raises(FileNotFoundError):
        pairs(tmp_path / "absent.tsv")
