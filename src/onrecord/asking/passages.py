"""Documents of a ledger side by side: what became of each passage of one in another, and how they word a topic."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.comparing import Pair, Text, Wording, compare, in_other_languages, wording_of
from onrecord.ledger import Ledger


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two documents and what became of each passage of the first in the second, what is gone first.

    In `two_languages` nothing is aligned: all is told as dropped and added.
    """

    a: Text
    b: Text
    pairs: tuple[Pair, ...]

    @property
    def two_languages(self) -> bool:
        """Whether the documents are known to be in two languages."""
        return in_other_languages(self.a.document, self.b.document)


def text_of(ledger: Ledger, name: str) -> Text:
    """Return a document with what its sentences mean, as far as it was added with that.

    `name` is an id, the beginning of one, or an address. Raises NotInLedger, UsageError where several ids begin so.
    """
    return Text(ledger.document(name), ledger.meanings(name))


def side_by_side(a: Text, b: Text) -> SideBySide:
    """Compare two documents, of a ledger (`text_of`) or not; without meanings by their words alone.

    Raises UsageError for texts that are too long.
    """
    return SideBySide(a, b, compare(a, b))


def wordings(ledger: Ledger, topic: str, names: Iterable[str]) -> tuple[Wording, ...]:
    """Return what documents of a ledger say of a topic, each once, by date; those of an unknown date stand last.

    Raises UsageError for a topic that holds no word, and as `text_of`.
    """
    texts = {one.document.id: one for one in (text_of(ledger, name) for name in names)}
    return wording_of(topic, list(texts.values()))
