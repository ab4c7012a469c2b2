"""Numbers of the latest reports that others say otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.asking import lately
from onrecord.asking.lately import moved_lately
from onrecord.ledger import Ledger, open_ledger


@pytest.fixture(scope="module")
def samples(newsroom_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(newsroom_ledger, create=False) as opened:
        yield opened


def newest(ledger: Ledger) -> list[str]:
    return [one.copy.document for one in ledger.newest(9)]


def test_each_document_is_told_of_once(samples: Ledger) -> None:
    found = moved_lately(samples, newest(samples), limit=3)
    ends = [{pair.a.page.document, pair.b.page.document} for pair in found]
    assert len(found) > 1
    assert sum(map(len, ends)) == len(set().union(*ends))
    assert all(pair & set(newest(samples)) for pair in ends)
    assert moved_lately(samples, newest(samples), limit=1) == found[:1]


def test_of_no_document_nothing_is_told(samples: Ledger) -> None:
    assert moved_lately(samples, [], limit=3) == []


def test_few_documents_are_looked_at(samples: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lately, "_DOCUMENTS", 0)
    assert moved_lately(samples, newest(samples), limit=3) == []
