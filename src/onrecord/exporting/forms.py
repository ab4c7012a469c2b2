"""Every outside form that records can be exported to: its name, what it is written as, and its writer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.records import Record


@dataclass(frozen=True, slots=True)
class LinesForm:
    """A form that is text, one line after another: it can go to standard output.

    `lines` yields them without their ends, each record's before the next record is asked for.
    """

    name: str
    what: str
    lines: Callable[[Iterable[Record]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class FileForm:
    """A form that is one file, which `write` makes at a path where nothing is yet."""

    name: str
    what: str
    write: Callable[[Iterable[Record], Path], None]


@dataclass(frozen=True, slots=True)
class FolderForm:
    """A form that is several files, which `write` makes in a folder that is there and empty."""

    name: str
    what: str
    write: Callable[[Iterable[Record], Path], None]


Form = LinesForm | FileForm | FolderForm


def _brat(records: Iterable[Record], folder: Path) -> None:
    from onrecord.exporting.brat import write_brat

    write_brat(records, folder)


def _conllu(records: Iterable[Record]) -> Iterator[str]:
    from onrecord.exporting.conllu import conllu_lines

    return conllu_lines(records)


def _followthemoney(records: Iterable[Record]) -> Iterator[str]:
    from onrecord.exporting.followthemoney.entities import followthemoney_lines

    return followthemoney_lines(records)


def _spacy(records: Iterable[Record], folder: Path) -> None:
    from onrecord.exporting.spacy_docs import write_spacy

    write_spacy(records, folder)


def _timeml(records: Iterable[Record], folder: Path) -> None:
    from onrecord.exporting.timeml import write_timeml

    write_timeml(records, folder)


# In the order in which help lists them. What a form is for and what it loses stands in docs/exports.md.
FORMS: Final[tuple[Form, ...]] = (
    FolderForm("brat", "standoff annotations in PolNeAR's layout, to be corrected in brat and read back", _brat),
    FolderForm("timeml", "times and one-word events inside the text, as TimeML 1.2.1", _timeml),
    LinesForm("conllu", "sentences of tokens in CoNLL-U, what each token is part of in MISC", _conllu),
    FolderForm("spacy", "spaCy's DocBin, a group of spans for each layer (needs onrecord[spacy])", _spacy),
    LinesForm("followthemoney", "FollowTheMoney entities as JSON Lines, for Aleph and nomenklatura", _followthemoney),
)


def form_called(name: str) -> Form | None:
    """Return the form of that name, or None."""
    return next((form for form in FORMS if form.name == name), None)
