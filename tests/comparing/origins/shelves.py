"""Invented reports on a shelf: found by their traces as a ledger finds them, without one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.comparing import traces_of
from onrecord.records import Document, Page, Record, document_id

LEAD = "The ferry Anna sank off Port Vale on Monday after it had struck a reef in heavy fog, the harbour office said."
MORE = "All 40 passengers were brought ashore by fishing boats from the village of Oriel, where a school was opened."
LAST = "The owners had asked for a lighthouse on the reef for eleven years and had been told that there was no money."
OTHER = "Parliament will debate the budget of the railways next week, and members of both parties expect a long night."
FOOTER = "The Lantern is printed in Port Vale six days a week, and its editors can be reached at the house on the quay."


@dataclass(frozen=True, slots=True)
class Shared:
    a: str
    b: str
    shared: int
    keys: int


class Shelf:
    """A library; `asked` counts the documents whose words were asked for."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self._pages: dict[str, list[Page]] = {}
        self._keys: dict[str, set[tuple[int, bytes]]] = {}
        self.asked = 0

    def put(self, *paragraphs: str, url: str | None = None, record: Record | None = None, **about: str) -> str:
        """Put a report at an address and return its id."""
        text = "\n".join(paragraphs)
        document = record.document if record is not None else Document(id=document_id(text), text=text)
        self.records.setdefault(document.id, record or Record(document))
        self._keys[document.id] = set(traces_of(Record(document)).bands.items())
        pages = self._pages.setdefault(document.id, [])
        pages.append(Page(document=document.id, url=url or f"{len(self._pages)}.txt", **about))
        return document.id

    def near_pairs(self) -> Iterator[Shared]:
        counts: Counter[tuple[str, str]] = Counter()
        for a, b in combinations(self._keys, 2):
            counts[a, b] = len(self._keys[a] & self._keys[b])
        yield from (self._shared(a, b) for (a, b), count in counts.most_common() if count)

    def near_to(self, document: str) -> list[Shared]:
        found = [self._shared(document, other) for other in self._keys if other != document]
        return sorted((one for one in found if one.shared), key=lambda one: -one.shared)

    def text(self, document: str) -> Document:
        self.asked += 1
        return self.records[document].document

    def pages(self, document: str) -> Sequence[Page]:
        return self._pages[document]

    def at_several_addresses(self) -> list[str]:
        return [document for document, pages in self._pages.items() if len(pages) > 1]

    def record(self, name: str) -> Record:
        return self.records[name]

    def _shared(self, a: str, b: str) -> Shared:
        ours, theirs = self._keys[a], self._keys[b]
        return Shared(a, b, len(ours & theirs), min(len(ours), len(theirs)))
