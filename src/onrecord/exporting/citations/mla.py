"""Citations in the style of the Modern Language Association (Handbook, 9th edition)."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.citations.citation import MONTHS, Citation, Report, cited, ended, listed
from onrecord.records import Record

# Months of five letters or more are shortened, September to four.
_LONG: Final = 4
_SHORT: Final = {"September": "Sept."}


def mla_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield, for each statement, its words with the citation in the text, then the entry in the list of works cited."""
    return cited(records, _style)


def _style(citation: Citation) -> str:
    where = f"{_named(citation.report)} par. {citation.paragraph}"
    if citation.verbatim:
        told = f"{citation.speakers}: “{citation.bare}” (qtd. in {where})."
    else:
        told = f"{citation.speakers}, paraphrased: “{citation.bare}” ({where})."
    return f"{told} {_entry(citation.report)}"


def _named(report: Report) -> str:
    """Who or what the text names, with the comma behind it."""
    families = [author.family for author in report.authors]
    if families:
        return f"{families[0]} et al.," if len(families) > 2 else f"{listed(families, 'and')},"
    return report.short_title if report.title else "Untitled report,"


def _entry(report: Report) -> str:
    title = f"“{ended(report.title, '.')}”" if report.title else "Untitled report."
    parts = ", ".join(filter(None, (report.outlet, _date(report), report.address)))
    authors = ended(_authors(report), ".") if report.authors else ""
    return " ".join(filter(None, (authors, title, ended(parts, ".") if parts else "")))


def _authors(report: Report) -> str:
    first, *others = report.authors
    if len(others) > 1:
        return f"{first.turned}, et al."
    return f"{first.turned}, and {others[0].plain}" if others else first.turned


def _date(report: Report) -> str:
    if report.year is None or report.month is None:
        return str(report.year or "")
    month = MONTHS[report.month - 1]
    short = month if len(month) <= _LONG else _SHORT.get(month, f"{month[:3]}.")
    return " ".join(filter(None, (str(report.day or ""), short, str(report.year))))
