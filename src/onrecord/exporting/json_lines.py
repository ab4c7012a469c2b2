"""One JSON object on a line of its own: a document and what was read in it, and back again."""

import json
from collections.abc import Iterable, Iterator

from onrecord.errors import RecordError
from onrecord.records import Record


def json_line(data: object) -> str:
    """Return an object as one line of JSON, without the end of the line; what is no ASCII stays as it is."""
    line = json.dumps(data, ensure_ascii=False)
    # JSON allows these three inside a string, but many programs end a line at them.
    for mark in "\x85\u2028\u2029":
        line = line.replace(mark, f"\\u{ord(mark):04x}")
    return line


def record_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield each record as a line: the codebook's object, with its document's zones and warnings."""
    for record in records:
        yield json_line(record.to_whole_json())


def records_in(lines: Iterable[str]) -> Iterator[Record]:
    """Read lines that `record_lines` made, or that `onrecord read --format jsonl` printed; blank ones are passed over.

    Raises RecordError, naming the line, for one that is no JSON, is not the codebook's object, or contradicts itself.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _record_in(line, f"line {number}")


def _record_in(line: str, place: str) -> Record:
    try:
        record = Record.from_json(json.loads(line))
        record.check()
    except RecordError as error:
        raise RecordError(f"{place}: {error.subject}", error.reason, error.advice) from None
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise RecordError(place, "is not the codebook's object", "give lines of onrecord export --to jsonl") from None
    return record
