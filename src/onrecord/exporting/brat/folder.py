"""Records in a folder that brat opens, and back."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, TypedDict, cast

from onrecord.errors import NotFound, RecordError, UnknownEncoding
from onrecord.exporting.brat.config import annotation_conf, visual_conf
from onrecord.exporting.brat.parsing import annotated
from onrecord.exporting.brat.reading import record_of
from onrecord.exporting.brat.writing import annotations_of
from onrecord.exporting.file_names import free_stem
from onrecord.exporting.json_lines import json_line
from onrecord.records import Document, DocumentJson, Record, Zone, ZoneKind, document_id

_METADATA: Final = "metadata.jsonl"


class Metadata(TypedDict):
    """One line of metadata.jsonl: the name of a text's files, and what is known of the document beside its text."""

    file: str
    document: dict[str, object]
    zones: list[tuple[ZoneKind, int, int]]
    warnings: list[str]


def write_brat(records: Iterable[Record], folder: Path) -> None:
    """Write a .txt and an .ann file for each record into an empty folder, with the settings that brat opens it by.

    `metadata.jsonl` holds in their order what is known of the documents beside their texts. Raises SpanMismatch,
    RecordError for a record that `Record.check` refuses, OSError where the folder cannot be written to.
    """
    _write(folder / "annotation.conf", annotation_conf())
    _write(folder / "visual.conf", visual_conf())
    with (folder / _METADATA).open("w", encoding="utf-8", newline="\n") as metadata:
        for record in records:
            stem = free_stem(folder, record.document.id, ".txt")
            _write(folder / f"{stem}.txt", record.document.text)
            _write(folder / f"{stem}.ann", annotations_of(record))
            metadata.write(f"{json_line(_metadata(stem, record.document))}\n")


def read_brat(folder: Path) -> Iterator[Record]:
    """Yield the record of each text in a folder that `write_brat` made, in its order, as its .ann file now has it.

    Texts that somebody put beside them follow by name, as documents of which nothing else is known. Raises NotFound
    for a folder or file that is missing, UnknownEncoding for a file that is not UTF-8, RecordError for annotations
    that are no record.
    """
    if not folder.is_dir():
        raise NotFound(str(folder))
    known: set[str] = set()
    for number, line in enumerate(_lines(folder / _METADATA), start=1):
        metadata = _checked(f"{_METADATA} line {number}", line)
        known.add(metadata["file"])
        yield _record(folder, metadata["file"], metadata)
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in known:
            yield _record(folder, path.stem, None)


def _record(folder: Path, stem: str, metadata: Metadata | None) -> Record:
    text = _read(folder / f"{stem}.txt")
    lines = _read(folder / f"{stem}.ann")
    document = _document(f"{stem}.txt", text, metadata)
    return record_of(document, annotated(f"{stem}.ann", lines, text))


def _metadata(stem: str, document: Document) -> Metadata:
    known = {key: value for key, value in document.to_json().items() if key != "text"}
    zones = [(zone.kind, zone.start, zone.end) for zone in document.zones]
    return {"file": stem, "document": known, "zones": zones, "warnings": list(document.warnings)}


def _document(file: str, text: str, metadata: Metadata | None) -> Document:
    if metadata is None:
        return Document(id=document_id(text), text=text)
    document = Document.from_json(cast("DocumentJson", metadata["document"] | {"text": text}))
    if document.id.startswith("sha256:") and document.id != document_id(text):
        raise RecordError(file, "is not the text that was exported", "annotate the text as it is, or export it again")
    zones = tuple(Zone(kind, start, end) for kind, start, end in metadata["zones"])
    return replace(document, zones=zones, warnings=tuple(metadata["warnings"]))


def _checked(subject: str, line: str) -> Metadata:
    try:
        metadata = cast("Metadata", json.loads(line))
        if Path(metadata["file"]).name != metadata["file"]:
            raise RecordError(subject, "names a file outside the folder")
        _document(subject, "", metadata | {"zones": [], "document": metadata["document"] | {"id": ""}})
        return metadata
    except (KeyError, TypeError, ValueError) as fault:
        if isinstance(fault, RecordError):
            raise
        raise RecordError(subject, "is not as it was exported", "export the documents again") from None


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise NotFound(str(path)) from None
    except UnicodeDecodeError:
        raise UnknownEncoding(str(path)) from None


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file that may be missing."""
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from file
