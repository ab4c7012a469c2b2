"""Events as PLOVER's JSON and in POLECAT's columns."""

import io
import json
from typing import Any, get_args

import pandas
import pytest

from onrecord.exporting.plover_events.country_codes import alpha_3
from onrecord.exporting.plover_events.plover import plover_lines
from onrecord.exporting.plover_events.polecat import COLUMNS, polecat_lines
from onrecord.exporting.plover_events.terms import QUADS
from onrecord.records import EventType
from tests.exporting.ferry_report import DOCUMENT, TEXT, ferry


@pytest.fixture(scope="module")
def events() -> dict[str, dict[str, Any]]:
    told = (json.loads(line) for line in plover_lines([ferry()]))
    return {event["id"].rpartition(":")[2]: event for event in told}


@pytest.fixture(scope="module")
def table() -> pandas.DataFrame:
    text = "\n".join(polecat_lines([ferry()]))
    return pandas.read_csv(io.StringIO(text), sep="\t", dtype=str, keep_default_na=False)


def test_an_event_has_the_fields_of_the_manual(events: dict[str, dict[str, Any]]) -> None:
    event = events["ev-1"]
    assert (event["event"], event["quad_code"], event["date"]) == (["REQUEST"], 3, "2031-03-31")
    assert event["source"] == [
        {"code": "ISL", "identifier_text": "Ada Orlin", "office": ["Harbour Minister", "captain"], "kind": "person"}
    ]
    assert [party.get("code") for party in event["recipient"]] == ["ISL", None]
    assert event["event_loc"] == {"name": "Iceland", "cc3": "ISL"}
    assert event["attributed_to"] == ["Ada Orlin"]
    assert event["cite_info"]["publication"] == "The Lantern"
    assert event["cite_info"]["url"] == "https://www.lantern.example/ferry%20row?id=1"


def test_the_text_is_the_sentence_of_the_trigger(events: dict[str, dict[str, Any]]) -> None:
    event = events["ev-1"]
    assert event["text"].startswith("Orlin called the delay")
    assert event["text"].endswith("lift it.")
    place = event["text_info"]
    assert " ".join(TEXT[place["start"] : place["end"]].split()) == event["text"]
    assert event["event_text"] == ["urged"]


def test_what_has_not_happened_says_so_in_its_context(events: dict[str, dict[str, Any]]) -> None:
    contexts = {name: event.get("context") for name, event in events.items()}
    assert contexts == {"ev-1": None, "ev-2": ["future"], "ev-3": ["negation"]}


def test_a_month_is_a_stretch_of_days_and_no_day_is_invented(events: dict[str, dict[str, Any]]) -> None:
    assert (events["ev-2"]["date"], events["ev-2"]["enddate"]) == ("2031-04-01", "2031-04-30")
    assert "enddate" not in events["ev-1"]
    assert "date" not in events["ev-3"]
    assert not {"source", "recipient", "event_loc"} & set(events["ev-2"])


def test_the_columns_are_polecats(table: pandas.DataFrame) -> None:
    assert tuple(table.columns) == COLUMNS
    assert COLUMNS.index("Version") == 39
    assert {"Actor COW", "Primary Recipient Sector", "Wikipedia Actor ID", "GeoNames ID"} < set(COLUMNS)
    assert len(table) == 3


def test_a_row_has_what_is_known_and_none_for_the_rest(table: pandas.DataFrame) -> None:
    row = table.iloc[0]
    assert row["Event ID"] == f"urn:onrecord:{DOCUMENT.id}:ev-1"
    assert (row["Event Date"], row["Event Type"], row["Quad Code"]) == ("2031-03-31", "REQUEST", "VERBAL CONFLICT")
    assert (row["Actor Name"], row["Actor Country"]) == ("Ada Orlin", "ISL")
    assert row["Actor Title"] == "Harbour Minister/captain"
    assert (row["Recipient Name"], row["Recipient Country"]) == ("Iceland; ships' pilots", "ISL; None")
    assert (row["Placename"], row["Country"], row["Publication Date"]) == ("Iceland", "ISL", "2031-04-03")
    assert (row["Story People"], row["Story Organizations"]) == ("Ada Orlin", "Valland navy")
    assert row["Latitude"] == row["Actor COW"] == row["Event Mode"] == row["Contexts"] == "None"
    assert list(table["Event Date"]) == ["2031-03-31", "None", "None"]
    assert list(table["Contexts"]) == ["None", "future", "negation"]


def test_pandas_takes_none_for_nothing() -> None:
    text = "\n".join(polecat_lines([ferry()]))
    read = pandas.read_csv(io.StringIO(text), sep="\t", parse_dates=["Event Date"])
    assert read["Event Date"].notna().tolist() == [True, False, False]
    assert read["Intensity"].isna().all()


def test_each_type_has_its_class() -> None:
    assert set(QUADS) == set(get_args(EventType))
    assert {quad.number for quad in QUADS.values()} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("country", "code"),
    [
        *(("Norway", "NOR"), ("Germany", "DEU"), ("Myanmar", "MMR"), ("Democratic Republic of the Congo", "COD")),
        *(("France", "FRA"), ("Yemen", "YEM"), ("Soviet Union", "SUN"), ("Valland", None), ("Norwegian", None)),
    ],
)
def test_a_country_has_the_code_that_stands(country: str, code: str | None) -> None:
    assert alpha_3(country) == code


def test_every_country_of_the_table_has_a_code_of_its_own() -> None:
    from onrecord.tables import rows

    names = [fields[1] for fields in rows("onrecord", "countries.tsv") if fields[0] != "-"]
    codes = [alpha_3(name) for name in names]
    assert None not in codes
    assert len(set(codes)) == len(set(names))
