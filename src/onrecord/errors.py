"""Every error that OnRecord raises on purpose, drawn once.

    OnRecordError
    ├── UsageError              the caller asked for something that makes no sense        (exit code 2)
    ├── ReadingError            one document could not be read                            (exit code 1)
    │   ├── NotFound            no such file, folder or address
    │   ├── FetchFailed         the address did not answer with a document
    │   │   └── NotPublic       the address is not on the public internet, or is not asked for plainly
    │   ├── TooLarge            more bytes than the settings allow
    │   ├── EmptyDocument       no bytes, or nothing but blank space
    │   ├── BinaryDocument      not text
    │   ├── UnknownEncoding     text, in no encoding that can be told
    │   ├── UnknownFormat       a format that no reader is written for
    │   ├── DamagedFile         a known format, broken or cut off
    │   ├── LockedFile          encrypted, or closed by a password
    │   ├── TooCostly           it took more time or memory than one document may, or ended its reader
    │   ├── SeveralDocuments    it holds more than one, where one is asked for
    │   └── NoStory             a page with no story on it
    ├── RecordError             a record contradicts itself or its document               (also a ValueError)
    │   ├── SpanMismatch        a span's text is not that slice of the document
    │   └── BadText             a text holds U+0000 or a lone surrogate
    ├── LedgerError             the store
    │   ├── NoLedger            nothing is there to read from
    │   ├── LedgerBusy          another program is writing to it
    │   ├── SchemaTooNew        it was written by a newer OnRecord
    │   ├── NoMeanings          what it holds was read without what it means
    │   ├── NoNameKeys          what it holds was read without the keys of its names
    │   ├── CorrectedMeanwhile  somebody else corrected the record in the meantime
    │   └── NotInLedger         no document or record of that name
    ├── ExportFailed            what was to be written could not be, and nothing of it was left
    └── ModelError              the weights
        ├── ModelMissing        they are not where the package keeps them
        └── ModelDamaged        they are there, and are not what this version reads

`str(error)` is one line: `SUBJECT: reason; advice`. The subject is what the user named: a path, an
address, an option, a ledger.
"""

from typing import ClassVar


def _one_line(text: str) -> str:
    """Escape what would break a line (a path may hold a newline) and leave all other text as it is."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class OnRecordError(Exception):
    """The root of all errors raised on purpose.

    `subject` is what the user named, `reason` what is wrong with it, `advice` what to do. A class has a
    reason and advice of its own where both can be said in general; the arguments override them.
    """

    REASON: ClassVar[str] = "something went wrong"
    ADVICE: ClassVar[str] = ""

    def __init__(self, subject: str, reason: str | None = None, advice: str | None = None) -> None:
        super().__init__(subject, reason, advice)
        self.subject = subject
        self.reason = self.REASON if reason is None else reason
        self.advice = self.ADVICE if advice is None else advice

    def __str__(self) -> str:
        tail = f"; {self.advice}" if self.advice else ""
        return _one_line(f"{self.subject}: {self.reason}{tail}")


class UsageError(OnRecordError):
    """The caller asked for something that makes no sense."""

    REASON = "cannot be used like this"
    ADVICE = "see onrecord --help"


class ReadingError(OnRecordError):
    """One document could not be read; other documents are not affected."""

    REASON = "cannot be read"
    ADVICE = "check the file"

    @property
    def path(self) -> str:
        """The path or address of the document, as the user gave it."""
        return self.subject


class NotFound(ReadingError):
    """No such file, folder or address."""

    REASON = "does not exist"
    ADVICE = "check the spelling and the folder you are in"


class FetchFailed(ReadingError):
    """The address did not answer with a document."""

    REASON = "could not be fetched"
    ADVICE = "check the address and the network, or save the page and give its path"


class NotPublic(FetchFailed):
    """An address that a stranger named, and that is not on the public internet."""

    REASON = "is not on the public internet"
    ADVICE = "give a public address, or open the room with --allow-private"


class TooLarge(ReadingError):
    """More bytes than the settings allow."""

    REASON = "is larger than one document may be"
    ADVICE = "split it, or raise ONRECORD_MAX_BYTES"


class EmptyDocument(ReadingError):
    """No bytes, or nothing but blank space."""

    REASON = "is empty"
    ADVICE = "give a file that holds a report"


class BinaryDocument(ReadingError):
    """Not text."""

    REASON = "is binary, not text"
    ADVICE = "give a report in one of the formats that are read"


class UnknownEncoding(ReadingError):
    """Text, in no encoding that can be told."""

    REASON = "is in no encoding that can be told"
    ADVICE = "save it as UTF-8"


class UnknownFormat(ReadingError):
    """A format that no reader is written for."""

    REASON = "is in a format that is not read"
    ADVICE = "give a report in one of the formats that are read"


class DamagedFile(ReadingError):
    """A known format, broken or cut off."""

    REASON = "is damaged"
    ADVICE = "get it again from where it came"


class LockedFile(ReadingError):
    """Encrypted, or closed by a password."""

    REASON = "is locked"
    ADVICE = "save it without a password"


class TooCostly(ReadingError):
    """It took more time or memory than one document may, or ended the process that read it."""

    REASON = "took more time than one document may"
    ADVICE = "save its text as a .txt file"


class SeveralDocuments(ReadingError):
    """It holds more than one document, where one is asked for."""

    REASON = "holds more than one document"
    ADVICE = "read it with onrecord read or onrecord add, which take them all"


class NoStory(ReadingError):
    """A page with no story on it."""

    REASON = "has no story on it"
    ADVICE = "give the page of one report, or its text as a .txt file"


class RecordError(OnRecordError, ValueError):
    """A record contradicts itself or its document."""

    REASON = "contradicts itself"
    ADVICE = "it was not written by this version's reader; read the document again"


class SpanMismatch(RecordError):
    """A span's text is not that slice of the document."""

    REASON = "is not that slice of the document"


class BadText(RecordError):
    """A text holds U+0000 or a lone surrogate."""

    REASON = "holds U+0000 or a lone surrogate, so it is binary"
    ADVICE = "decode the bytes first"


class LedgerError(OnRecordError):
    """The store could not do what was asked; it is left as it was."""

    REASON = "cannot be used as a ledger"
    ADVICE = "give another path with --ledger"


class NoLedger(LedgerError):
    """Nothing is there to read from."""

    REASON = "there is no ledger here"
    ADVICE = "make one with onrecord add, or give its path with --ledger"


class LedgerBusy(LedgerError):
    """Another program is writing to it."""

    REASON = "another program is writing to this ledger"
    ADVICE = "wait for it to finish and try again"


class SchemaTooNew(LedgerError):
    """It was written by a newer OnRecord."""

    REASON = "was written by a newer version of OnRecord"
    ADVICE = "upgrade with pip install --upgrade onrecord"


class NoMeanings(LedgerError):
    """What it holds was read without what it means."""

    REASON = "was filled by an earlier version, which kept no meanings to search by"
    ADVICE = "add its documents again with onrecord add"


class NoNameKeys(LedgerError):
    """What it holds was read without the keys that its names are found by in other documents."""

    REASON = "was filled by an earlier version, which kept no keys of the names in it"
    ADVICE = "add its documents again with onrecord add"


class CorrectedMeanwhile(LedgerError):
    """Somebody else corrected the record in the meantime.

    `number` is that of the correction that stands now.
    """

    REASON = "was corrected by somebody else in the meantime"
    ADVICE = "look at what stands now, and correct that if need be"

    def __init__(
        self, subject: str, reason: str | None = None, advice: str | None = None, *, number: int | None = None
    ) -> None:
        super().__init__(subject, reason, advice)
        self.number = number


class NotInLedger(LedgerError):
    """No document or record of that name."""

    REASON = "is not in the ledger"
    ADVICE = "give an id or an address that onrecord add has stored"


class ExportFailed(OnRecordError):
    """What was to be written could not be, and nothing of it was left."""

    REASON = "cannot be written"
    ADVICE = "give another place with --out, or make room"


class ModelError(OnRecordError):
    """The weights cannot be used."""

    REASON = "the model cannot be used"
    ADVICE = "install onrecord again"


class ModelMissing(ModelError):
    """The weights are not where the package keeps them."""

    REASON = "the model's weights are missing"


class ModelDamaged(ModelError):
    """The weights are there, and are not what this version reads."""

    REASON = "the model's weights are damaged"


def unforeseen(subject: str, fault: Exception) -> ReadingError:
    """Return the error that tells of a fault that nobody foresaw, and that is its `__cause__`."""
    said = next(iter(str(fault).splitlines()), "")
    told = f"{type(fault).__name__}: {said}" if said else type(fault).__name__
    error = ReadingError(subject, f"could not be read ({told})", "this is a fault of OnRecord: please report it")
    error.__cause__ = fault
    return error
