"""Articles in Parquet files."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.errors import DamagedFile, EmptyDocument, LockedFile, ReadingError, UnknownFormat
from onrecord.reading import How, Keeper, read_all
from onrecord.reading.metadata import StatedDate, Story
from onrecord.settings import Settings
from tests.reading.examples.parquet import ROWS, parquet

Outcomes = Callable[..., list[tuple[str, Story | ReadingError | str]]]


def test_each_row_is_a_document(outcomes: Outcomes) -> None:
    found = outcomes(parquet())
    assert [name for name, _ in found] == ["x#1", "x#2"]
    for (_, one), row in zip(found, ROWS, strict=True):
        assert isinstance(one, Story)
        assert (one.text, one.metadata.title) == (row["body"], row["headline"])
        assert one.metadata.outlet == "The Port Ardent Post"


def test_a_row_without_text_is_empty_and_costs_only_itself(outcomes: Outcomes) -> None:
    found = outcomes(parquet([{"text": None}, {"text": "The ferry sails."}, {"text": ""}]))
    assert [type(one) for _, one in found] == [EmptyDocument, Story, EmptyDocument]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2026, 3, 14), "2026-03-14"),
        (datetime(2026, 3, 14, 16, 42, 0, 5, UTC), "2026-03-14T16:42:00+00:00"),
        (1773506520000, "2026-03-14T16:42:00+00:00"),
    ],
)
def test_dates_of_the_table_are_read(outcomes: Outcomes, value: object, day: str) -> None:
    ((_, one),) = outcomes(parquet([{"text": "The ferry sails.", "published": value}]))
    assert isinstance(one, Story) and one.metadata.published == (StatedDate(day, "column published"),)


def test_columns_can_be_stated(outcomes: Outcomes) -> None:
    data = parquet([{"k": {"v": "The ferry sails."}}])
    ((_, one),) = outcomes(data)
    assert isinstance(one, UnknownFormat) and "--columns" in one.advice
    ((_, one),) = outcomes(data, columns=(("text", "k.v"),))
    assert isinstance(one, Story)


def test_what_is_broken_or_locked(outcomes: Outcomes) -> None:
    ((_, one),) = outcomes(parquet()[:-20])
    assert isinstance(one, DamagedFile)
    ((_, one),) = outcomes(b"PARE" + parquet()[4:-4] + b"PARE")
    assert isinstance(one, LockedFile)


def test_only_reading_errors_come_out(tmp_path: Path) -> None:
    # In the process that reads: of some damage a library dies.
    chance, data, path = random.Random(1), parquet(), tmp_path / "a.parquet"
    with Keeper() as keeper:
        for _ in range(60):
            changed = bytearray(data)
            for _ in range(chance.randint(1, 6)):
                changed[chance.randrange(4, len(changed))] = chance.randrange(256)
            path.write_bytes(changed)
            ended = list(read_all(str(path), How(settings=Settings(), keeper=keeper)))
            assert ended and all(one.document is not None or one.error is not None for one in ended)
            assert not any("this is a fault of OnRecord" in str(one.error) for one in ended)
