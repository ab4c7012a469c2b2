"""Events in the columns of POLECAT, a row an event, the columns' names first.

The first forty columns are those of POLECAT's published files (doi:10.7910/DVN/AJGVIT; Halterman et al. 2023, "PLOVER
and POLECAT"). As there, several values of a field are parted by "; " and what is not known is None.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.cells import cell
from onrecord.exporting.identifiers import record_urn, web_address
from onrecord.exporting.moments import calendar_date, single_day
from onrecord.exporting.parties import Parties
from onrecord.exporting.plover_events.country_codes import alpha_3
from onrecord.exporting.plover_events.terms import CONTEXTS, QUADS, country_of
from onrecord.exporting.sentences import Sentences
from onrecord.records import Document, Entity, EntityKind, Event, Record

_PARTY: Final = (
    "{0} Name",
    "{0} Country",
    "{0} COW",
    "Primary {0} Sector",
    "{0} Sectors",
    "{0} Title",
    "{0} Name Raw",
    "Wikipedia {0} ID",
)
COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    *(column.format("Actor") for column in _PARTY),
    *(column.format("Recipient") for column in _PARTY),
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
    # What POLECAT has no column for.
    "Headline",
    "Event Text",
    "URL",
    "Status",
    "Confidence",
)
_UNKNOWN: Final = "None"
_SEPARATOR: Final = "; "


def polecat_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the names of the columns, then a row for each event, their fields parted by tabs.

    Raises RecordError for a record that names an entity it does not hold.
    """
    yield "\t".join(COLUMNS)
    for record in records:
        story, parties, sentences = _story(record), Parties(record), Sentences(record.document)
        for event in record.events:
            row = {
                **story,
                **_event(record.document, event, parties),
                "Event Text": sentences.around(event.trigger).text,
            }
            yield "\t".join(cell(row.get(column) or "") or _UNKNOWN for column in COLUMNS)


def _event(document: Document, event: Event, parties: Parties) -> dict[str, str | None]:
    day = single_day(event.time)
    return {
        "Event ID": record_urn(document, event.id),
        "Event Date": None if day is None else day.isoformat(),
        "Event Type": event.type,
        "Quad Code": QUADS[event.type].name,
        "Contexts": CONTEXTS.get(event.status) if event.status else None,
        **_party("Actor", parties.of(event.actors)),
        **_party("Recipient", parties.of(event.recipients)),
        "Placename": event.where,
        "Country": alpha_3(event.where) if event.where else None,
        "Status": event.status,
        "Confidence": None if event.confidence is None else f"{event.confidence:.4g}",
    }


def _party(side: str, entities: Iterable[Entity]) -> dict[str, str | None]:
    parties = list(entities)
    titles = ("/".join(role.title for role in entity.roles) or None for entity in parties)
    return {
        f"{side} Name": _each(entity.name for entity in parties),
        f"{side} Country": _each(map(country_of, parties)),
        f"{side} Title": _each(titles),
    }


def _story(record: Record) -> dict[str, str | None]:
    document = record.document
    return {
        "Source": document.outlet or document.agency,
        "Publication Date": calendar_date(document.published),
        "Story People": _all(record, "person"),
        "Story Organizations": _all(record, "organization"),
        "Story Locations": _all(record, "country", "place"),
        "Language": document.language,
        "Version": "OnRecord",
        "Headline": document.title,
        "URL": web_address(document),
    }


def _all(record: Record, *kinds: EntityKind) -> str | None:
    names = dict.fromkeys(_one(entity.name) for entity in record.entities if entity.kind in kinds)
    return _SEPARATOR.join(filter(None, names)) or None


def _each(values: Iterable[str | None]) -> str | None:
    """Values in the order of the parties, None for each that is not known, so that columns stand side by side."""
    held = [value and _one(value) for value in values]
    return _SEPARATOR.join(value or _UNKNOWN for value in held) if any(held) else None


def _one(value: str) -> str:
    return cell(value, ";")
