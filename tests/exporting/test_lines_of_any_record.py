"""Whatever a record holds, a form's lines can be read again, and no text of it breaks out of its field."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from lxml import etree

from onrecord.exporting.citations.apa import apa_lines
from onrecord.exporting.citations.bibtex import bibtex_lines
from onrecord.exporting.citations.chicago import chicago_lines
from onrecord.exporting.citations.mla import mla_lines
from onrecord.exporting.forms import LinesForm, form_called
from onrecord.exporting.gdelt.gkg import COLUMNS as GKG
from onrecord.exporting.gdelt.gkg import gkg_lines
from onrecord.exporting.plover_events.plover import plover_lines
from onrecord.exporting.plover_events.polecat import COLUMNS as POLECAT
from onrecord.exporting.plover_events.polecat import polecat_lines
from onrecord.exporting.schema_org.json_ld import json_ld_lines
from onrecord.exporting.web_annotation.annotations import annotation_lines
from onrecord.records import Record
from tests.exporting.any_records import records
from tests.exporting.ferry_report import ferry

OURS = {"json-ld", "annotation", "gkg", "plover", "plover-tsv", "cite-apa", "cite-chicago", "cite-mla", "bibtex"}

Lines = Callable[[Iterable[Record]], Iterator[str]]


def on_a_line(line: str) -> bool:
    """Whether nothing in a line ends it, for any reader of lines."""
    return len(line.splitlines()) <= 1


@given(records())
def test_linked_data_is_json(record: Record) -> None:
    lines = list(json_ld_lines([record, record]))
    assert all(map(on_a_line, lines))
    graph = json.loads("\n".join(lines))["@graph"]
    assert len(graph) == len(lines) - 2
    named = {node["@id"] for node in graph}
    assert {pointed for node in graph for pointed in re.findall(r'"@id": "(urn:[^"]*)"', json.dumps(node))} <= named


@given(records())
def test_an_annotation_selects_what_it_says(record: Record) -> None:
    text = record.document.text
    for line in annotation_lines([record]):
        assert on_a_line(line)
        target = json.loads(line)["target"]
        for one in target if isinstance(target, list) else [target]:
            quoted, placed = one["selector"]
            start, end = placed["start"], placed["end"]
            assert quoted["exact"] == text[start:end]
            assert text[:start].endswith(quoted.get("prefix", ""))
            assert text[end:].startswith(quoted.get("suffix", ""))


@given(records())
def test_a_row_of_the_graph_has_its_columns(record: Record) -> None:
    (line,) = gkg_lines([record])
    assert on_a_line(line)
    row = dict(zip(GKG, line.split("\t"), strict=True))
    for column, widths in (
        ("V2ENHANCEDPERSONS", {2}),
        ("V2ENHANCEDORGANIZATIONS", {2}),
        ("V2.1ALLNAMES", {2}),
        ("V2.1AMOUNTS", {3}),
    ):
        assert {len(block.split(",")) for block in row[column].split(";") if block} <= widths, column
    for column, width in (("V1LOCATIONS", 7), ("V2ENHANCEDLOCATIONS", 9), ("V2.1ENHANCEDDATES", 5)):
        assert {len(block.split("#")) for block in row[column].split(";") if block} <= {width}, column
    for block in filter(None, row["V2.1QUOTATIONS"].split("#")):
        offset, length, _verb, _quote = block.split("|")
        assert 0 <= int(offset) < int(offset) + int(length) <= len(record.document.text)
    etree.fromstring(f"<row>{row['V2EXTRASXML']}</row>")
    assert re.fullmatch(r"\d{14}-\d+", row["GKGRECORDID"])
    assert re.fullmatch(r"(\d{14})?", row["V2.1DATE"])


@given(records())
def test_events_are_as_many_as_there_are(record: Record) -> None:
    events = [json.loads(line) for line in plover_lines([record])]
    assert len(events) == len(record.events)
    lines = list(polecat_lines([record]))
    assert all(map(on_a_line, lines))
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [len(row) for row in rows] == [len(POLECAT)] * (1 + len(record.events))
    assert all(value for row in rows for value in row)


@pytest.mark.parametrize("lines_of", [apa_lines, chicago_lines, mla_lines])
@given(record=records())
def test_a_statement_is_one_citation(lines_of: Lines, record: Record) -> None:
    lines = list(lines_of([record]))
    assert len(lines) == len(record.statements)
    assert all(map(on_a_line, lines))
    assert all(re.search(r"“.*” ?.*par(a|)\. \d+", line) for line in lines)


@given(records())
def test_an_entry_of_bibtex_closes_what_it_opens(record: Record) -> None:
    entry = "\n".join(bibtex_lines([record]))
    unescaped = re.sub(r"\\[&%$#_{}]", "", entry)
    assert unescaped.count("{") == unescaped.count("}")
    assert re.match(r"@(article|misc)\{[a-z]+\d*[0-9a-f]{6},\n", entry)


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_form_is_the_same_each_time_and_tells_of_a_record_before_it_asks_for_the_next(name: str) -> None:
    form = form_called(name)
    assert isinstance(form, LinesForm)
    assert list(form.lines([ferry()])) == list(form.lines([ferry()]))
    asked = []

    def reports() -> Iterator[Record]:
        for number in range(3):
            asked.append(number)
            yield ferry()

    lines = form.lines(reports())
    heads = 1 if name in ("json-ld", "plover-tsv") else 0
    assert [next(lines) for _ in range(heads + 1)]
    assert asked == [0]


@pytest.mark.parametrize("name", sorted(OURS))
def test_no_records_are_no_error(name: str) -> None:
    form = form_called(name)
    assert isinstance(form, LinesForm)
    assert len(list(form.lines([]))) == {"json-ld": 2, "plover-tsv": 1}.get(name, 0)
