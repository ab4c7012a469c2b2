"""An address or more of every page, asked of the sample reports. A page that has none here fails a test."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from onrecord import samples
from onrecord.asking.conflicts import conflicts
from onrecord.ledger import Ledger
from onrecord.web.pages import PAGES
from onrecord.web.twins import API, HOME

# A job has an address only once something was handed over: the tests of adding open its page. Suggestions have no page.
ELSEWHERE = frozenset({"/add/{job}", "/suggest"})


@dataclass(frozen=True, slots=True)
class Address:
    """A page's path, its query, and its path in the API where that is another."""

    path: str
    query: str = ""
    api_path: str = ""

    def page(self) -> str:
        """The page itself."""
        return self._with(self.path)

    def twin(self, form: str) -> str:
        """Its twin in a form: json, csv."""
        return self._with(f"{self._own}.{form}")

    def api(self) -> str:
        """Its address in the API."""
        return self._with(f"{API}{self.api_path or self._own}")

    @property
    def _own(self) -> str:
        return HOME if self.path == "/" else self.path

    def _with(self, path: str) -> str:
        return f"{path}?{self.query}" if self.query else path


def sample_of(file: str) -> samples.Sample:
    """A sample by the beginning of its file's name."""
    return next(one for one in samples.newsroom() if one.path.name.startswith(file))


def address_of(file: str) -> str:
    """The address of a sample by the beginning of its file's name."""
    return sample_of(file).address


def document_of(ledger: Ledger, file: str) -> str:
    """The id of a sample's document by the beginning of its file's name."""
    return ledger.record(address_of(file)).document.id


def reading_path(ledger: Ledger, file: str) -> str:
    """The path of a sample's reading page."""
    return f"/documents/{quote(document_of(ledger, file), safe=':')}"


def opposed(ledger: Ledger) -> tuple[str, str]:
    """The ids of two records that conflict."""
    found = conflicts(ledger, about="mines")[0]
    return found.a.ref().record, found.b.ref().record


def examples(ledger: Ledger) -> Mapping[str, tuple[Address, ...]]:
    """Return the addresses to try for each page's path, as the router has it, the fullest first."""
    both = tuple(document_of(ledger, f"estmark-communique-{year}") for year in (2025, 2026))
    return {
        "/": (Address("/"),),
        "/documents/{document}": tuple(
            Address(reading_path(ledger, file))
            for file in ("lindhaven-wire", "ministry-briefing", "mines-corrected", "report.txt")
        ),
        "/conflicts": (
            Address("/conflicts"),
            Address("/conflicts", urlencode({"about": "mines", "kind": "restated"})),
            Address("/conflicts", urlencode({"about": "nothing of the kind"})),
        ),
        "/conflicts/{a}/{b}": (Address("/conflicts/{}/{}".format(*opposed(ledger))),),
        "/origins": (
            Address("/origins"),
            Address("/origins", urlencode({"statement": "marines"})),
            Address("/origins", urlencode({"statement": "nothing of the kind"})),
        ),
        "/origins/{document}": tuple(
            Address(reading_path(ledger, file).replace("documents", "origins"))
            for file in ("lindhaven-ardent-courier", "report.txt")
        ),
        "/revisions": (
            Address("/revisions"),
            Address("/revisions", urlencode({"document": document_of(ledger, "mines-corrected")})),
            Address("/revisions", urlencode({"document": document_of(ledger, "report.txt")})),
        ),
        "/search": (
            Address("/search", urlencode({"words": "marines", "act": "assert", "since": "2026-09"})),
            Address("/search"),
            Address("/search", urlencode({"words": "how many soldiers came ashore", "by_meaning": "true"})),
            Address("/search", urlencode({"words": "nothing of the kind"})),
        ),
        "/documents": (
            Address("/documents"),
            Address("/documents", urlencode({"words": "marines", "outlet": "The Ardent Courier"})),
            Address("/documents", urlencode({"words": "nothing of the kind"})),
        ),
        "/speakers": (
            Address("/speakers"),
            Address("/speakers", urlencode({"kind": "person", "name": "Rurik"})),
            Address("/speakers", urlencode({"name": "Nobody"})),
        ),
        "/speakers/{name:path}": (
            Address("/speakers/Rurik%20Hale", urlencode({"topic": "marines"})),
            Address("/speakers/Quellin"),
            Address("/speakers/Norvanna"),
        ),
        "/compare": (
            Address("/compare", urlencode({"a": both[0], "b": both[1]})),
            Address("/compare"),
            Address("/compare", urlencode({"words": "marines"})),
            Address("/compare", urlencode({"a": both[0], "b": both[1], "kind": "dropped"})),
        ),
        "/language": (
            Address("/language", urlencode({"topic": "blockade", "titled": "joint communiqué"})),
            Address("/language"),
            Address("/language", urlencode({"topic": "blockade", "outlet": "nobody"})),
            Address("/language", urlencode([("topic", "joint watch"), *(("document", one) for one in both)])),
        ),
        "/commitments": (
            Address("/commitments", urlencode({"about": "quota"})),
            Address("/commitments"),
            Address("/commitments", urlencode({"by": "Norvanna"})),
            Address("/commitments", urlencode({"about": "nothing of the kind"})),
        ),
        "/corrections": (Address("/corrections"),),
        "/add": (Address("/add", api_path="/jobs"),),
        "/figures": (
            Address("/figures", urlencode({"thing": "Maravian marines"})),
            Address("/figures"),
            Address("/figures", urlencode({"thing": "nothing of the kind"})),
        ),
    }


def with_twins() -> frozenset[str]:
    """Return the path of every page that has twins, as the router has it, but of those in ELSEWHERE."""
    paths = {getattr(route, "path", "") for router in PAGES for route in router.routes}
    named = {path.removesuffix(".json") for path in paths if path.endswith(".json")}
    pages = {"/" if path == HOME else path for path in named if not path.startswith(API)}
    return frozenset(pages & paths) - ELSEWHERE


def tables() -> frozenset[str]:
    """Return the paths of the pages that are tables too."""
    paths = {getattr(route, "path", "") for router in PAGES for route in router.routes}
    return frozenset(path.removesuffix(".csv") for path in paths if path.endswith(".csv"))


def other_pages() -> tuple[str, ...]:
    """Return the addresses of the pages that have no twins, as they stand."""
    return (API,)


def hostile_pages(ledger: Ledger) -> list[str]:
    """Return every page over a ledger of few documents, with what stands in them asked for."""
    documents = list(dict.fromkeys(copy.document for copy in ledger.documents()))
    asked = (
        "/",
        "/figures?thing=boats",
        "/add",
        "/conflicts",
        "/origins",
        "/revisions",
        API,
        "/search",
        "/search?words=boats",
        "/documents",
        "/speakers",
        "/corrections",
        "/compare",
        "/language?titled=boats",
        "/language?topic=boats",
        f"/compare?a={documents[0]}",
        f"/compare?a={documents[0]}&b={documents[-1]}",
        "/commitments",
    )
    names = [quote(voice.name, safe="") for voice in ledger.speakers(limit=20).shown]
    pairs = [one.ref().record for found in conflicts(ledger, limit=3) for one in (found.a, found.b)]
    return [
        *asked,
        *(f"/{page}/{one}" for one in documents for page in ("documents", "origins")),
        *(f"/revisions?document={one}" for one in documents),
        *(f"/speakers/{name}" for name in names),
        *(f"/conflicts/{a}/{b}" for a, b in zip(pairs[::2], pairs[1::2], strict=True)),
        f"/origins?statement={quote('boats')}",
    ]
