"""An address or more of every page, asked of the sample reports. A page that has none here fails a test."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from onrecord import samples
from onrecord.ledger import Ledger
from onrecord.web.pages import PAGES
from onrecord.web.twins import API, HOME


@dataclass(frozen=True, slots=True)
class Address:
    """A page's path and its query."""

    path: str
    query: str = ""

    def page(self) -> str:
        """The page itself."""
        return self._with(self.path)

    def twin(self, form: str) -> str:
        """Its twin in a form: json, csv."""
        return self._with(f"{self._own}.{form}")

    def api(self) -> str:
        """Its address in the API."""
        return self._with(f"{API}{self._own}")

    @property
    def _own(self) -> str:
        return HOME if self.path == "/" else self.path

    def _with(self, path: str) -> str:
        return f"{path}?{self.query}" if self.query else path


def address_of(file: str) -> str:
    """The address of a sample by the beginning of its file's name."""
    return next(one.address for one in samples.newsroom() if one.path.name.startswith(file))


def document_of(ledger: Ledger, file: str) -> str:
    """The id of a sample's document by the beginning of its file's name."""
    return ledger.record(address_of(file)).document.id


def reading_path(ledger: Ledger, file: str) -> str:
    """The path of a sample's reading page."""
    return f"/documents/{quote(document_of(ledger, file), safe=':')}"


def examples(ledger: Ledger) -> Mapping[str, tuple[Address, ...]]:
    """Return the addresses to try for each page's path, as the router has it, the fullest first."""
    return {
        "/": (Address("/"),),
        "/search": (Address("/search", urlencode({"words": "mines"})), Address("/search"), Address("/search", "act=x")),
        "/documents": (Address("/documents"), Address("/documents", urlencode({"words": "marines"}))),
        "/speakers": (Address("/speakers"), Address("/speakers", "kind=person")),
        "/speakers/{name:path}": (Address("/speakers/Rurik%20Hale"), Address("/speakers/Norvanna")),
        "/corrections": (Address("/corrections"),),
        "/documents/{document}": tuple(
            Address(reading_path(ledger, file))
            for file in ("lindhaven-wire", "ministry-briefing", "mines-corrected", "report.txt")
        ),
        "/figures": (
            Address("/figures", urlencode({"thing": "Maravian marines"})),
            Address("/figures"),
            Address("/figures", urlencode({"thing": "nothing of the kind"})),
        ),
    }


def with_twins() -> Iterator[str]:
    """Yield the path of every page that has twins, as the router has it."""
    paths = {getattr(route, "path", "") for router in PAGES for route in router.routes}
    for path in sorted(paths):
        own = path.removeprefix(API)
        if path.startswith(API) and f"{own}.json" in paths:
            yield "/" if own == HOME else own


def tables() -> frozenset[str]:
    """Return the paths of the pages that are tables too."""
    paths = {getattr(route, "path", "") for router in PAGES for route in router.routes}
    return frozenset(path.removesuffix(".csv") for path in paths if path.endswith(".csv"))


def other_pages() -> tuple[str, ...]:
    """Return the addresses of the pages that have no twins, as they stand."""
    return ()
