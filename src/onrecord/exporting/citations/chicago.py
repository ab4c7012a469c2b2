"""Citations as footnotes of the Chicago Manual of Style (17th edition, notes and bibliography)."""

from collections.abc import Iterable, Iterator

from onrecord.exporting.citations.citation import MONTHS, Citation, Report, cited, ended, listed
from onrecord.records import Record


def chicago_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield, for each statement, a note: its words, the report that they stand in, the paragraph and the address."""
    return cited(records, _style)


def _style(citation: Citation) -> str:
    report = citation.report
    how = "quoted in" if citation.verbatim else "paraphrased in"
    title = f"“{ended(report.title, ',')}”" if report.title else "untitled report,"
    parts = (report.outlet, _date(report), f"para. {citation.paragraph}", report.address)
    authors = _authors(report)
    source = " ".join(filter(None, (f"{authors}," if authors else "", title, ", ".join(filter(None, parts)))))
    return ended(f"{citation.speakers}, “{ended(citation.words, ',')}” {how} {source}", ".")


def _authors(report: Report) -> str:
    names = [author.plain for author in report.authors]
    return f"{names[0]} et al." if len(names) > 3 else listed(names, "and")


def _date(report: Report) -> str:
    if report.year is None:
        return "n.d."
    if report.month is None:
        return str(report.year)
    month = MONTHS[report.month - 1]
    return f"{month} {report.day}, {report.year}" if report.day else f"{month} {report.year}"
