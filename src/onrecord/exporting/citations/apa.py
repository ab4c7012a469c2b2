"""Citations in the style of the American Psychological Association (Publication Manual, 7th edition)."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.citations.bylines import Author
from onrecord.exporting.citations.citation import MONTHS, Citation, Report, cited, ended, listed
from onrecord.records import Record

# Of more authors than these, the first nineteen and the last are named.
_MOST: Final = 20


def apa_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield, for each statement, its words with the citation in the text, then the entry in the list of references."""
    return cited(records, _style)


def _style(citation: Citation) -> str:
    report = citation.report
    where = f"{_named(report)} {report.year or 'n.d.'}, para. {citation.paragraph}"
    if citation.verbatim:
        told = f"{citation.speakers}: “{citation.bare}” (as cited in {where})."
    else:
        told = f"{citation.speakers}, paraphrased: “{citation.bare}” ({where})."
    return f"{told} {_reference(report)}"


def _named(report: Report) -> str:
    """Who or what the text names, with the comma behind it."""
    families = [author.family for author in report.authors]
    if families:
        return f"{families[0]} et al.," if len(families) > 2 else f"{listed(families, '&')},"
    return report.short_title if report.title else "[Untitled report],"


def _reference(report: Report) -> str:
    authors, date = _authors(report.authors), f"({_date(report)})."
    title = ended(report.title or "[Untitled report]", ".")
    head = [ended(authors, "."), date, title] if authors else [title, date]
    outlet = ended(report.outlet, ".") if report.outlet and report.outlet != authors else ""
    return " ".join(filter(None, (*head, outlet, report.address)))


def _authors(authors: tuple[Author, ...]) -> str:
    names = [", ".join(filter(None, (one.family, one.initials, one.suffix))) for one in authors]
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])}, … {names[-1]}"
    return ", & ".join(names) if len(names) == 2 else listed(names, "&")


def _date(report: Report) -> str:
    if report.year is None:
        return "n.d."
    if report.month is None:
        return str(report.year)
    return f"{report.year}, {MONTHS[report.month - 1]}{f' {report.day}' if report.day else ''}"
