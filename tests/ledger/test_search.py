from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.ledger import Hit, Ledger, Run
from onrecord.records import Record

Report = Callable[..., Record]
On = Callable[[int], datetime]


def urls(hits: object) -> set[str | None]:
    assert hasattr(hits, "__iter__")
    return {hit.ref.url for hit in hits if isinstance(hit, Hit)}


def test_a_hit_in_the_codebooks_form(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    ledger.add(record, run=run, seen=on(4))
    (hit,) = ledger.search("sail")
    text = record.document.text
    start, end = text.index("“We"), text.index("allows.”") + len("allows.”")
    assert hit.to_json() == {
        "ref": {
            "document": record.document.id,
            "url": "harbour/ferry.txt",
            "record": "st-1",
            "span": [start, end],
            "text": text[start:end],
        },
        "statement": record.to_json()["statements"][0],
        "speakers": ["Ada Orlin"],
        "said": "2031-04-03",
    }
    assert (hit.statement, hit.paragraph) == (record.statements[0], 2)


def test_evidence_behind_a_character_of_four_bytes(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(4))
    (hit,) = ledger.search("frozen")
    assert hit.ref.span.text == "reported that the strait 🜁 had frozen"
    hit.ref.span.check(report().document.text)
    assert (hit.speakers, hit.paragraph) == ((), 3)


@pytest.mark.parametrize(
    "words",
    [
        "sail",
        "SAIL dawn",
        "dawn sail",
        "sai*",
        '"will sail at"',
        '"will sa"*',
        "“sail at dawn”",
        "sail tide",  # the two are in two pieces of one content
        "sail —",
        "sáil",
        "sail. dawn!",
    ],
)
def test_words_that_find(ledger: Ledger, run: Run, report: Report, on: On, words: str) -> None:
    ledger.add(report(), run=run, seen=on(4))
    assert [hit.statement.id for hit in ledger.search(words)] == ["st-1"]


@pytest.mark.parametrize(
    "words",
    ["sai", "sail frozen", '"sail will"', "Orlin", "reported", "Ferry", "sail OR frozen", "words:sail"],
)
def test_words_that_do_not(ledger: Ledger, run: Run, report: Report, on: On, words: str) -> None:
    ledger.add(report(), run=run, seen=on(4))
    assert list(ledger.search(words)) == []


@pytest.fixture
def kims(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    for url, speaker, alias in (
        ("yong", "Kim Yong-hyun", "the minister"),
        ("berly", "Kimberly Orlin", "Ms. Orlin"),
        ("accent", "José Álvarez", "Pépé"),
        ("alias", "Ada Orlin", "KIM"),
    ):
        ledger.add(report(speaker=speaker, alias=alias, url=url), run=run, seen=on(4))
    return ledger


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("Kim", {"yong", "alias"}),
        ("kim yong-hyun", {"yong"}),
        ("Yong Hyun Kim", {"yong"}),
        ("the Minister", {"yong"}),
        ("Kim Orlin", set()),  # no one name holds both
        ("Orlin", {"berly", "alias"}),
        ("alvarez", {"accent"}),
        ("ÁLVAREZ", {"accent"}),
        ("pepe", {"accent"}),
        ("Alvar", set()),
        ("Kim*", {"yong", "alias"}),
        ('" OR 1=1 --', set()),
    ],
)
def test_speakers_are_found_by_whole_words(kims: Ledger, speaker: str, found: set[str]) -> None:
    assert urls(kims.search("sail", speaker=speaker)) == found
    assert list(kims.search("frozen", speaker=speaker)) == []


@pytest.fixture
def dated(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    for url, time, published in (
        ("sep", "2031-09-30", "2031-10-02"),
        ("oct", "2031-10", None),
        ("end", "2031-10-31TNI", None),
        ("week", "2031-W44", None),  # 27 October to 2 November
        ("nov", None, "2031-11-01T08:00:00Z"),
        ("year", "2031", None),
        ("open", "FUTURE_REF", "2031-10-05"),
        ("none", None, None),
    ):
        record = report(f"We will sail, {url}", url=url, time=time, published=published)
        ledger.add(record, run=run, seen=on(4))
    return ledger


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, {"sep", "oct", "end", "week", "nov", "year", "open", "none"}),
        (None, "2031-10", {"sep", "oct", "end", "week", "year"}),
        (None, "2031-10-26", {"sep", "oct", "year"}),
        ("2031-10-31", None, {"oct", "end", "week", "nov", "year"}),
        ("2031-11", None, {"week", "nov", "year"}),
        ("2031-10", "2031-10", {"oct", "end", "week", "year"}),
        ("2031-12", "2031", {"year"}),
        ("2032", None, set()),
        (None, "2030", set()),
    ],
)
def test_since_and_until(dated: Ledger, since: str | None, until: str | None, found: set[str]) -> None:
    assert urls(dated.search("sail", since=since, until=until)) == found


def test_the_best_match_comes_first_and_the_latest_among_equals(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    ledger.add(report("We sail", url="old", published="2031-01-01"), run=run, seen=on(4))
    ledger.add(report("We sail", url="x", tail="x", published="2031-02-01"), run=run, seen=on(4))
    ledger.add(report("We sail", url="y", tail="y", published=None), run=run, seen=on(4))
    ledger.add(report("We sail and sail", url="twice", published="2030-01-01"), run=run, seen=on(4))
    assert [hit.ref.url for hit in ledger.search("sail")] == ["twice", "x", "old", "y"]
    assert [hit.ref.url for hit in ledger.search("sail", limit=2)] == ["twice", "x"]


def test_more_hits_than_are_fetched_at_once(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    for number in range(120):
        ledger.add(report(f"Boat {number:03}", url=f"{number}"), run=run, seen=on(4))
    hits = list(ledger.search("boat", limit=110))
    assert len({hit.ref.document for hit in hits}) == 110
    assert all(f"Boat {int(hit.ref.url or ''):03}" in hit.ref.span.text for hit in hits)


def test_mistakes_are_told_before_the_first_hit_is_asked_for(ledger: Ledger) -> None:
    for ask in (
        lambda: ledger.search(""),
        lambda: ledger.search("sail", speaker="—"),
        lambda: ledger.search("sail", since="yesterday"),
        lambda: ledger.search("sail", until="2031-02-30"),
        lambda: ledger.search("sail", limit=0),
    ):
        with pytest.raises(UsageError):
            ask()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="ab \"*()^:-+{}'\0\udcff“”ANDORT", max_size=30))
def test_no_words_are_a_syntax_error(ledger: Ledger, words: str) -> None:
    for ask in (
        lambda: ledger.search(words),
        lambda: ledger.search("a", speaker=words),
    ):
        try:
            found = ask()
        except UsageError:
            continue
        assert list(found) == []


def test_very_many_words(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(4))
    assert len(list(ledger.search("sail " * 20_000))) == 1
    assert len(list(ledger.search(" ".join(f"w{number}" for number in range(100))))) == 0
    with pytest.raises(UsageError, match="give 100 at most"):
        ledger.search(" ".join(f"w{number}" for number in range(101)))
