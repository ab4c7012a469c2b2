"""Front matter: the YAML or TOML block at the head of a Markdown file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.agencies import agency_named
from onrecord.reading.dates import iso
from onrecord.reading.metadata import Metadata, StatedDate
from onrecord.reading.paragraphs import one_line
from onrecord.reading.people import bylines

# A mapping of the top level; what its values are is looked at when one is taken.
Fields = Mapping[str, object]

_YAML: Final = re.compile(r"---[ \t]*\n(?P<block>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML: Final = re.compile(r"\+\+\+[ \t]*\n(?P<block>.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY: Final = re.compile(r"^[ \t]*[\w\"' -]{1,40}[ \t]*[:=]", re.MULTILINE)
# Longer, it is no front matter, and the parsers are slow.
_LONGEST: Final = 64 * 1024

_TITLE: Final = ("title", "headline")
_OUTLET: Final = ("outlet", "publisher", "publication", "site", "site_name", "source", "newspaper", "organization")
_AUTHORS: Final = ("authors", "author", "byline", "by", "writer", "writers")
_PUBLISHED: Final = (
    "published_time", "published", "published_at", "publishdate", "date_published", "datepublished", "pubdate",
    "publication_date", "date", "datetime",
)  # fmt: skip
_CANONICAL: Final = ("canonical", "canonical_url", "source_url", "original_url", "url", "link", "permalink", "address")
_AGENCY: Final = ("agency", "wire", "news_agency", "credit")
_LANGUAGE: Final = ("language", "lang", "locale")
_NOTHING: Final = frozenset({"", "~", "null", "none", "n/a", "unknown", "tbd"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block states, the text after it, and a warning where the block could not be read."""

    metadata: Metadata
    text: str
    warning: str | None = None


def split_front_matter(text: str) -> FrontMatter:
    """Take the front matter off a document.

    A text that begins with a rule and not with fields has none. A block that is broken stays in the text, with
    a warning.
    """
    match = _YAML.match(text, 0, _LONGEST) or _TOML.match(text, 0, _LONGEST)
    if match is None or _KEY.search(match["block"]) is None:
        return FrontMatter(Metadata(), text)
    try:
        fields = _parsed(match["block"], toml=text.startswith("+++"))
    except ValueError:
        return FrontMatter(Metadata(), text, "its front matter is broken and was read as text")
    if fields is None:
        return FrontMatter(Metadata(), text)
    return FrontMatter(_metadata(fields), text[match.end() :])


def _parsed(block: str, *, toml: bool) -> Fields | None:
    """Return the block's fields by lower-case name; None where it holds none. Raises ValueError if broken."""
    parsed = _parsed_toml(block) if toml else _parsed_yaml(block)
    if not isinstance(parsed, dict):
        return None
    return {str(key).strip().lower().replace("-", "_"): value for key, value in parsed.items()}


def _parsed_toml(block: str) -> object:
    import tomllib

    try:
        return tomllib.loads(block)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _parsed_yaml(block: str) -> object:
    import yaml

    try:
        # The base loader makes strings only: a date stays as printed, and no tag can make an object.
        return yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError("not YAML") from error


def _metadata(fields: Fields) -> Metadata:
    written = bylines(_texts(fields, _AUTHORS))
    agency = next((name for one in _texts(fields, _AGENCY) if (name := agency_named(one))), None)
    canonical = (one for one in _texts(fields, _CANONICAL) if re.match(r"https?://\S+$", one))
    outlet = (one for one in _texts(fields, _OUTLET) if "://" not in one and len(one) <= 100)
    return Metadata(
        title=next(iter(_texts(fields, _TITLE)), None),
        outlet=next(outlet, None),
        agency=agency or written.agency,
        authors=written.authors or _single_names(fields),
        published=tuple(StatedDate(day, "front matter") for one in _texts(fields, _PUBLISHED) if (day := iso(one)))[:1],
        canonical=next(canonical, None),
        language=next(iter(_texts(fields, _LANGUAGE)), None),
    )


def _single_names(fields: Fields) -> tuple[str, ...]:
    """An author field is a name even where it is one word, unless it names an agency."""
    names = [one for one in _texts(fields, _AUTHORS) if len(one.split()) == 1 and len(one) <= 40]
    return tuple(name for name in names if not name[0].islower() and agency_named(name) is None and "@" not in name)


def _texts(fields: Fields, keys: Iterable[str]) -> list[str]:
    """Return what the fields of these names say, in the order of the names, lists and {name: …} opened."""
    values = [value for key in keys for value in _opened(fields.get(key))]
    lines = (one_line(str(value)) for value in values if value is not None)
    return [line for line in lines if line.lower() not in _NOTHING]


def _opened(value: object) -> list[object]:
    if isinstance(value, dict):
        return [value.get("name")]
    if isinstance(value, list):
        return [one.get("name") if isinstance(one, dict) else one for one in value if not isinstance(one, list)]
    return [value]
