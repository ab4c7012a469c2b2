"""Documents as rows of GDELT's Global Knowledge Graph 2.1, a row a document.

The columns and the marks that part their fields are those of "The GDELT Global Knowledge Graph (GKG) Data Format
Codebook V2.1" (data.gdeltproject.org/documentation/GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf); where GDELT's own
files differ from it (dates are parted by #, persons are in small letters), the files are followed. As there, no line
names the columns.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.gdelt.extents import amounts, dates, quotations
from onrecord.exporting.gdelt.names import all_names, located, locations, named, names
from onrecord.exporting.gdelt.source import extras, identifier, source
from onrecord.records import Record

COLUMNS: Final = (
    "GKGRECORDID",
    "V2.1DATE",
    "V2SOURCECOLLECTIONIDENTIFIER",
    "V2SOURCECOMMONNAME",
    "V2DOCUMENTIDENTIFIER",
    "V1COUNTS",
    "V2.1COUNTS",
    "V1THEMES",
    "V2ENHANCEDTHEMES",
    "V1LOCATIONS",
    "V2ENHANCEDLOCATIONS",
    "V1PERSONS",
    "V2ENHANCEDPERSONS",
    "V1ORGANIZATIONS",
    "V2ENHANCEDORGANIZATIONS",
    "V1.5TONE",
    "V2.1ENHANCEDDATES",
    "V2GCAM",
    "V2.1SHARINGIMAGE",
    "V2.1RELATEDIMAGES",
    "V2.1SOCIALIMAGEEMBEDS",
    "V2.1SOCIALVIDEOEMBEDS",
    "V2.1QUOTATIONS",
    "V2.1ALLNAMES",
    "V2.1AMOUNTS",
    "V2.1TRANSLATIONINFO",
    "V2EXTRASXML",
)


def gkg_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield a row of 27 fields, parted by tabs, for each record; a column that nothing is known for is empty."""
    for record in records:
        row = _row(record)
        yield "\t".join(row.get(column, "") for column in COLUMNS)


def _row(record: Record) -> dict[str, str]:
    document = record.document
    return {
        **identifier(document),
        **source(document),
        "V1LOCATIONS": locations(record),
        "V2ENHANCEDLOCATIONS": located(record),
        "V1PERSONS": names(record, "person"),
        "V2ENHANCEDPERSONS": named(record, "person"),
        "V1ORGANIZATIONS": names(record, "organization"),
        "V2ENHANCEDORGANIZATIONS": named(record, "organization"),
        "V2.1ENHANCEDDATES": dates(record),
        "V2GCAM": f"wc:{len(document.text.split())}",
        "V2.1QUOTATIONS": quotations(record),
        "V2.1ALLNAMES": all_names(record),
        "V2.1AMOUNTS": amounts(record),
        "V2EXTRASXML": extras(document),
    }
