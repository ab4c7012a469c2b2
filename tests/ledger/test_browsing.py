"""Statements as a page shows them: which are found, how they are counted, where their words stand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from onrecord.errors import NoMeanings, UsageError
from onrecord.ledger import Found, Ledger, Run, browsing, browsing_nearest, vectors
from onrecord.records import MEANING_WIDTH, NO_TRACES, Meaning, Record

Report = Callable[..., Record]
On = Callable[[int], datetime]


def put(
    ledger: Ledger, run: Run, seen: datetime, record: Record, *, outlet: str | None = "The Lantern", vector: bytes = b""
) -> Record:
    record = replace(record, document=replace(record.document, outlet=outlet))
    content = record.statements[0].content
    meant = [Meaning(content[0].start, content[-1].end, vector, "content")] if vector else []
    ledger.add(record, run=run, seen=seen, meanings=meant)
    return record


def direction(*numbers: int) -> bytes:
    return bytes(number % 256 for number in numbers) + bytes(MEANING_WIDTH - len(numbers))


def denying(record: Record) -> Record:
    first, *others = record.statements
    return replace(record, statements=(replace(first, act="deny", factuality="CT+"), *others))


@pytest.fixture
def shelf(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    """Three reports: of April and May 2031, and of some time in 2030, by two outlets and one without a name."""
    april = report("The ferry sails", url="april", published="2031-04-03")
    put(ledger, run, on(4), april, vector=direction(9, 1))
    may = denying(report("The ferry stays", url="may", speaker="Bo Tarn", alias="Tarn", published="2031-05-01"))
    put(ledger, run, on(5), may, outlet="Radio Orm", vector=direction(9, 9))
    early = denying(report("No ferry", url="early", speaker="ADA ORLIN", alias="the captain", time="2030"))
    put(ledger, run, on(6), early, outlet=None, vector=direction(1, 9))
    return ledger


def urls(found: Found) -> list[str | None]:
    return [shown.hit.ref.url for shown in found.shown]


def test_all_statements_the_latest_first(shelf: Ledger) -> None:
    found = shelf.browse()
    assert urls(found) == ["may", "may", "april", "april", "early", "early"]
    assert (found.total, found.at_least, found.order) == (6, False, "latest")
    assert found.facets.act == (("deny", 2), ("pledge", 1))
    assert found.facets.factuality == (("CT+", 2), ("PR+", 1))
    assert found.facets.outlet == (("Radio Orm", 2), ("The Lantern", 2))
    assert found.facets.speaker == (("ADA ORLIN", 2), ("Bo Tarn", 1))
    assert found.facets.year == (("2031", 5), ("2030", 1))


def test_a_vague_time_counts_in_each_month_that_it_may_be_of(shelf: Ledger) -> None:
    months = dict(shelf.browse("no").facets.month)
    assert months == {f"2030-{month:02}": 1 for month in range(1, 13)}
    assert list(months) == sorted(months, reverse=True)
    assert shelf.browse("no", since="2030-07", until="2030-07").total == 1


def test_words_find_and_are_counted(shelf: Ledger) -> None:
    found = shelf.browse("ferry")
    assert (sorted(urls(found), key=str), found.total, found.order) == (["april", "early", "may"], 3, "best")
    assert found.facets.act == (("deny", 2), ("pledge", 1))
    assert shelf.browse("ferry sails").total == 1
    assert shelf.browse("submarine").facets.act == ()


@pytest.mark.parametrize(
    ("narrowed", "urls_found"),
    [
        ({"act": "deny"}, {"may", "early"}),
        ({"factuality": "PR+"}, {"april"}),
        ({"outlet": "Radio Orm"}, {"may"}),
        ({"outlet": "radio orm"}, set()),
        ({"speaker": "orlin"}, {"april", "early"}),
        ({"named": "ada orlin"}, {"april", "early"}),
        ({"named": "Orlin"}, set()),  # an alias, and a part of a name
        ({"named": "Orlin Ada"}, set()),
        ({"since": "2031-05"}, {"may"}),
        ({"act": "deny", "until": "2030"}, {"early"}),
        ({"act": "deny", "outlet": "The Lantern"}, set()),
    ],
)
def test_what_is_narrowed(shelf: Ledger, narrowed: dict[str, str], urls_found: set[str]) -> None:
    assert set(urls(shelf.browse("ferry", **narrowed))) == urls_found  # type: ignore[arg-type]
    assert {url for url in urls(shelf.browse(**narrowed)) if url} >= urls_found  # type: ignore[arg-type]


def test_a_facet_leaves_its_own_narrowing_out_and_keeps_the_others(shelf: Ledger) -> None:
    facets = shelf.browse("ferry", act="pledge", since="2031").facets
    assert facets.act == (("deny", 1), ("pledge", 1))
    assert facets.outlet == (("The Lantern", 1),)
    assert facets.year == (("2031", 1),)
    facets = shelf.browse("ferry", named="Ada Orlin", outlet="The Lantern").facets
    assert facets.speaker == (("Ada Orlin", 1),)
    assert facets.outlet == (("The Lantern", 1),)
    assert shelf.browse("ferry", act="deny", since="2031").facets.year == (("2031", 1), ("2030", 1))


def test_the_counts_are_what_narrowing_by_them_leaves(shelf: Ledger) -> None:
    facets = shelf.browse("ferry").facets
    assert all(shelf.browse("ferry", act=act).total == count for act, count in facets.act)
    assert all(shelf.browse("ferry", outlet=outlet).total == count for outlet, count in facets.outlet)
    assert all(shelf.browse("ferry", named=name).total == count for name, count in facets.speaker)
    assert all(shelf.browse("ferry", since=month, until=month).total == count for month, count in facets.month)


def test_pages_follow_one_another(shelf: Ledger) -> None:
    whole = urls(shelf.browse())
    assert [url for start in range(6) for url in urls(shelf.browse(offset=start, limit=1))] == whole
    assert shelf.browse(offset=6) == replace(shelf.browse(), shown=())


def test_too_many_to_count_is_said(shelf: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "MOST", 3)
    assert not shelf.browse("ferry").at_least
    assert shelf.browse("ferry").total == 3
    monkeypatch.setattr(browsing, "MOST", 2)
    found = shelf.browse("ferry")
    assert (found.total, found.at_least, found.order, len(found.shown)) == (2, True, "latest", 2)
    assert sum(count for _, count in found.facets.act) == 2
    assert urls(shelf.browse()) == ["may", "may"]


def test_by_meaning(shelf: Ledger) -> None:
    found = shelf.browse_nearest(direction(1, 1))
    assert urls(found)[0] == "may"
    assert [round(shown.hit.similarity or 0, 3) for shown in found.shown] == [1.0, 0.781, 0.781]
    assert (found.total, found.at_least, found.order) == (3, False, "nearest")
    assert found.facets.act == (("deny", 2), ("pledge", 1))
    narrowed = shelf.browse_nearest(direction(1, 1), act="deny", since="2031")
    assert (urls(narrowed), narrowed.facets.act) == (["may"], (("deny", 1), ("pledge", 1)))


def test_only_the_nearest_are_found(shelf: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing_nearest, "NEAREST", 1)
    monkeypatch.setattr(browsing_nearest, "_ASKED", 1)
    found = shelf.browse_nearest(direction(0, 1))
    assert (urls(found), found.total, found.at_least) == (["early"], 1, True)
    # The one that fits is the farthest of all.
    assert urls(shelf.browse_nearest(direction(0, 1), act="pledge")) == ["april"]


@pytest.mark.parametrize("kept", [500_000, 0])
def test_what_is_added_or_read_again_is_found_by_its_meaning(
    shelf: Ledger, run: Run, report: Report, on: On, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(vectors, "_KEPT", kept)
    assert urls(shelf.browse_nearest(direction(0, 0, 1), limit=1)) == ["april"]  # none is near
    new = put(shelf, run, on(7), report("Fog", url="fog"), vector=direction(0, 0, 9))
    assert urls(shelf.browse_nearest(direction(0, 0, 1), limit=1)) == ["fog"]
    # The last document again: its rows may get the numbers of those that went.
    put(shelf, run, on(8), replace(new, document=replace(new.document, title="Fog falls")), vector=direction(0, 9))
    found = shelf.browse_nearest(direction(0, 1))
    assert (urls(found)[0], found.total) == ("fog", 4)
    assert [round(shown.hit.similarity or 0, 2) for shown in found.shown][:2] == [1.0, 0.99]


def test_a_ledger_without_meanings_says_so(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    assert ledger.browse_nearest(direction(1)).total == 0
    put(ledger, run, on(4), report())
    with pytest.raises(NoMeanings):
        ledger.browse_nearest(direction(1))


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "?!"},
        {"speaker": "—"},
        {"named": ""},
        {"since": "soon"},
        {"offset": -1},
        {"limit": 0},
        {"limit": 501},
        {"outlet": "\ud800"},
        {"act": "a\0"},
    ],
)
def test_what_makes_no_sense_is_refused(ledger: Ledger, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        ledger.browse(**asked)  # type: ignore[arg-type]


def test_what_a_person_rejects_is_not_found_by_its_meaning(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    meant = [
        Meaning(one.content[0].start, one.content[-1].end, vector, "content")
        for one, vector in zip(record.statements, (direction(9), direction(0, 9)), strict=True)
    ]
    ledger.add(record, run=run, seen=on(4), meanings=meant)
    assert ledger.browse_nearest(direction(1)).total == 2
    # What is left of the document takes the numbers of what stood first.
    ledger.correct(record.document.id, "st-1", "rejected", who="Una Quill", seen=None, trace=lambda _: NO_TRACES)
    (shown,) = ledger.browse_nearest(direction(0, 1)).shown
    assert (shown.hit.statement.id, shown.hit.similarity) == ("st-2", 1.0)
    assert ledger.speakers().total == 0
