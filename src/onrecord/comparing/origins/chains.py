"""Who heard it: the reports that carry one statement or figure, put together by where they have it from.

Reports are one origin where they are near copies of one story, or where they have it from the same wire service: one
that signs the report, or that the words themselves name ("told Gull Wire", "Gull Wire reported that …").
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.agencies import agency_named
from onrecord.comparing.origins.families import Comparer, Library, family_of
from onrecord.comparing.origins.origins import Origin, agency_of, origin_from
from onrecord.records import Figure, Record, Statement
from onrecord.tokens import tokenise

# Words of the longest name of a wire service.
_LONGEST = 5


class Archive(Library, Protocol):
    """A library that also has what was read in its documents."""

    def record(self, name: str) -> Record:
        """Return a document and what was read in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A report that carries a statement or a figure: `relay` is the wire service that is named for it.

    `told` are the speakers and the words that signal the attribution ("Una Quill told"), None where nobody is named.
    `words` are what is stated, as the report has it.
    """

    document: str
    words: str
    told: str | None
    relay: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """What reaches the reader from one origin: the reports that carry it, and the chain by which it came to them.

    `told` is the first link, in most reports' words, `relay` the wire service after it; both None where not known.
    `words` are what is stated, in the words of the story's model. `outlets` counts the outlets that are known.
    """

    origin: Origin
    words: str
    told: str | None
    relay: str | None
    outlets: int


def carried_in(record: Record, item: Statement | Figure) -> Carried:
    """Return whose word a statement or figure of a record is in it, and which wire service is named for it."""
    statement = item if isinstance(item, Statement) else _within(record, item.statement)
    relay = record.document.agency
    words = " … ".join(span.text for span in (item.content if isinstance(item, Statement) else (item.span,)))
    if statement is None:
        return Carried(document=record.document.id, words=words, told=None, relay=relay)
    return Carried(
        document=record.document.id,
        words=words,
        told=_told(record, statement),
        relay=relay or _relay_named(record, statement),
    )


def strands_of(archive: Archive, reports: Iterable[Carried]) -> list[Strand]:
    """Return the origins of what these reports carry, the one with most reports first."""
    by_document: dict[str, Carried] = {}
    for report in reports:
        by_document.setdefault(report.document, report)
    comparer = Comparer(archive)
    strands = [_strand(comparer, [by_document[one] for one in group]) for group in _groups(comparer, by_document)]
    return sorted(strands, key=lambda strand: (-len(strand.origin.copies), strand.origin.model))


def _groups(comparer: Comparer, reports: dict[str, Carried]) -> list[list[str]]:
    """Put together what is one story, then what has the same wire service for its source."""
    by_source: dict[str, list[str]] = {}
    seen: set[str] = set()
    for document in reports:
        if document in seen:
            continue
        family = family_of(comparer, document, forms=False)
        here = [one for one in family if one in reports and one not in seen]
        seen.update(here)
        source = _source(comparer, family, [reports[one] for one in here])
        by_source.setdefault(f"agency {source}" if source else f"story {document}", []).extend(here)
    return list(by_source.values())


def _source(comparer: Comparer, family: Sequence[str], reports: Sequence[Carried]) -> str | None:
    named = Counter(report.relay for report in reports if report.relay is not None).most_common(1)
    return named[0][0] if named else agency_of([page for one in family for page in comparer.pages(one)])


def _strand(comparer: Comparer, reports: Sequence[Carried]) -> Strand:
    origin = origin_from(comparer, [report.document for report in reports])
    told = Counter(report.told for report in reports if report.told is not None).most_common(1)
    outlets = {copy.page.outlet for copy in origin.copies if copy.page.outlet is not None}
    return Strand(
        origin=origin,
        words=next(report.words for report in reports if report.document == origin.model),
        told=told[0][0] if told else None,
        relay=_source(comparer, [report.document for report in reports], reports),
        outlets=len(outlets),
    )


def _within(record: Record, statement: str | None) -> Statement | None:
    return next((one for one in record.statements if one.id == statement), None)


def _told(record: Record, statement: Statement) -> str | None:
    names = " and ".join(record.speaker_names(statement))
    who = names or (statement.source.text if statement.source is not None else "")
    cue = statement.cue.text.strip(" ,:;.") if statement.cue is not None else ""
    return " ".join(part for part in (who, cue) if part) or None


def _relay_named(record: Record, statement: Statement) -> str | None:
    """Return the wire service that said that it was said, or that it was said to."""
    start, end = statement.content[0].start, statement.content[-1].end
    for outer in record.statements:
        holds = any(span.start <= start and end <= span.end for span in outer.content)
        if outer.id != statement.id and holds:
            for name in record.speaker_names(outer):
                if (agency := agency_named(name)) is not None:
                    return agency
    return _told_to(record, statement)


def _told_to(record: Record, statement: Statement) -> str | None:
    """Return the wire service whose name follows the cue in its paragraph: "told Gull Wire"."""
    if statement.cue is None:
        return None
    text = record.document.text
    stop = text.find("\n", statement.cue.end)
    words = tokenise(text[statement.cue.end : stop if stop >= 0 else len(text)])[: _LONGEST + 1]
    for first in (0, 1) if words and words[0].word.casefold() in ("the", "to", "with") else (0,):
        for last in range(min(len(words), first + _LONGEST), first, -1):
            name = text[statement.cue.end + words[first].start : statement.cue.end + words[last - 1].end]
            if words[first].capital and (agency := agency_named(name)) is not None:
                return agency
    return None
