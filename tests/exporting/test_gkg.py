"""Rows of GDELT's Global Knowledge Graph, as those who analyse them read them."""

import csv
import io
from pathlib import Path

import duckdb
import pandas
import pytest

from onrecord.exporting.gdelt.gkg import COLUMNS, gkg_lines
from tests.exporting.ferry_report import TEXT, ferry


def row(**given: object) -> dict[str, str]:
    (line,) = gkg_lines([ferry(**given)])
    return dict(zip(COLUMNS, line.split("\t"), strict=True))


def test_there_are_the_27_columns_of_the_codebook() -> None:
    assert (len(COLUMNS), len(set(COLUMNS))) == (27, 27)
    assert (COLUMNS[22], COLUMNS[26]) == ("V2.1QUOTATIONS", "V2EXTRASXML")


def test_pandas_and_duckdb_read_it_as_they_read_gdelts_files(tmp_path: Path) -> None:
    text = "\n".join(gkg_lines([ferry(), ferry(title="A\ttitle\nwith #;|, marks")])) + "\n"
    table = pandas.read_csv(io.StringIO(text), sep="\t", header=None, names=COLUMNS, quoting=csv.QUOTE_NONE)
    assert list(table["V2.1DATE"]) == [20310403061500, 20310403061500]
    assert table["V2SOURCECOMMONNAME"].tolist() == ["lantern.example"] * 2
    path = tmp_path / "gkg.csv"
    path.write_text(text, encoding="utf-8")
    question = (
        "SELECT quoted[4] FROM (SELECT string_split(unnest(string_split(column22, '#')), '|') AS quoted"
        f" FROM read_csv('{path}', delim='\t', header=false, quote='', escape='', all_varchar=true) LIMIT 3)"
    )
    assert [words for (words,) in duckdb.sql(question).fetchall()] == [
        "We will sail at dawn,",
        "if the tide allows.",
        "an act of piracy",
    ]


def test_a_quotation_stands_where_it_says() -> None:
    blocks = [block.split("|") for block in row()["V2.1QUOTATIONS"].split("#")]
    assert [verb for _, _, verb, _ in blocks] == ["said", "said", "called"]
    for offset, length, _verb, quote in blocks:
        assert TEXT[int(offset) : int(offset) + int(length)] == quote


def test_names_stand_at_their_offsets_and_pronouns_and_titles_are_none() -> None:
    found = row()
    assert found["V1PERSONS"] == "ada orlin"
    assert [name for name, _ in pairs(found["V2ENHANCEDPERSONS"])] == ["Ada Orlin", "Ada Orlin"]
    assert TEXT[pairs(found["V2ENHANCEDPERSONS"])[1][1] :].startswith("Orlin called")
    assert found["V1ORGANIZATIONS"] == "valland navy"
    assert {name for name, _ in pairs(found["V2.1ALLNAMES"])} == {"Ada Orlin", "Valland navy", "Iceland"}


def test_a_country_is_a_location_by_name_alone() -> None:
    assert row()["V1LOCATIONS"] == "1#Iceland#####"
    assert row()["V2ENHANCEDLOCATIONS"] == f"1#Iceland#######{TEXT.index('Iceland')}"


def test_amounts_are_numbers_and_what_is_vague_is_none() -> None:
    amounts = [block.split(",") for block in row()["V2.1AMOUNTS"].split(";")]
    assert [(number, thing) for number, thing, _ in amounts] == [("40", "boats"), ("300", "crew"), ("2500000", "USD")]
    assert all(TEXT[int(offset) :].startswith(("Some 40", "at least", "$2.5")) for *_, offset in amounts)


def test_dates_say_how_much_of_them_is_known() -> None:
    dates = [block.split("#")[:4] for block in row()["V2.1ENHANCEDDATES"].split(";")]
    assert sorted(dates) == [["2", "4", "0", "2031"], ["3", "3", "31", "2031"]]


@pytest.mark.parametrize(
    ("given", "collection", "name", "address"),
    [
        ({}, "1", "lantern.example", "https://www.lantern.example/ferry%20row?id=1"),
        ({"url": "a/b.txt", "canonical": None}, "2", "The Lantern", "The Lantern, Ferry row deepens, 2031-04-03"),
        (
            {"url": "a/b.txt", "canonical": "https://northwire.example/f"},
            "1",
            "northwire.example",
            "https://northwire.example/f",
        ),
    ],
)
def test_a_text_of_no_address_is_cited(given: dict[str, object], collection: str, name: str, address: str) -> None:
    found = row(**given)
    assert found["V2SOURCECOLLECTIONIDENTIFIER"] == collection
    assert (found["V2SOURCECOMMONNAME"], found["V2DOCUMENTIDENTIFIER"]) == (name, address)


def test_what_is_not_known_is_empty() -> None:
    found = row(published=None)
    assert found["GKGRECORDID"].startswith("00000000000000-")
    assert found["V2.1DATE"] == ""
    never = ("V1COUNTS", "V2.1COUNTS", "V1THEMES", "V2ENHANCEDTHEMES", "V1.5TONE", "V2.1TRANSLATIONINFO")
    assert not any(found[column] for column in never)
    assert (
        found["V2EXTRASXML"]
        == "<PAGE_AUTHORS>Béla Ruhn;Ono K. Tal</PAGE_AUTHORS><PAGE_TITLE>Ferry row deepens</PAGE_TITLE>"
    )


def test_the_extras_have_the_time_of_day_where_there_is_one() -> None:
    stamped = "<PAGE_PRECISEPUBTIMESTAMP>20310403061500</PAGE_PRECISEPUBTIMESTAMP>"
    assert stamped in row()["V2EXTRASXML"]
    assert "TIMESTAMP" not in row(published="2031-04-03")["V2EXTRASXML"]
    assert "<PAGE_TITLE>a &lt;b&gt; &amp;</PAGE_TITLE>" in row(title="a <b> &")["V2EXTRASXML"]


def pairs(field: str) -> list[tuple[str, int]]:
    return [(name, int(offset)) for name, offset in (block.split(",") for block in field.split(";"))]
