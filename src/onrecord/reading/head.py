"""The beginning of a file, as formats are told from it."""

import codecs
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

# How many bytes are looked at.
LOOK: Final = 64 * 1024

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What may stand before the root of an XML document; nothing is given back, or runs of comments could be divided
# in ever so many ways.
_PROLOGUE: Final = re.compile(
    r"(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*)", re.DOTALL | re.IGNORECASE
)
_ROOT: Final = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[A-Za-z_][\w.-]*)(?P<attributes>(?:\s[^<>]*)?)/?>")
_NAMESPACE: Final = re.compile(r"\sxmlns(?::(?P<prefix>[\w.-]+))?\s*=\s*([\"'])(?P<uri>.*?)\2", re.DOTALL)


class Root(NamedTuple):
    """The root element of an XML document: its local name and its namespace (`None`: none)."""

    name: str
    namespace: str | None


@dataclass(frozen=True, kw_only=True)
class Head:
    """The first bytes of a source; `whole` tells whether they are all. `name` and `content_type` are as stated."""

    data: bytes
    whole: bool
    name: str
    content_type: str | None = None

    @cached_property
    def text(self) -> str:
        """The bytes as text: by their byte-order mark, else each byte as one character."""
        for mark, encoding in _MARKS:
            if self.data.startswith(mark):
                return self.data[len(mark) :].decode(encoding, "ignore")
        return self.data.decode("latin-1")

    @cached_property
    def root(self) -> Root | None:
        """The root element, for what looks like XML; pages have one too."""
        start = _PROLOGUE.match(self.text)
        root = _ROOT.match(self.text, start.end() if start is not None else 0)
        if root is None:
            return None
        spaces = {one["prefix"]: one["uri"] for one in _NAMESPACE.finditer(root["attributes"])}
        return Root(root["name"], spaces.get(root["prefix"]) or None)

    @cached_property
    def first_object(self) -> dict[str, object] | None:
        """The JSON object with which the text begins, or the first of the array with which it begins; else None.

        None too for one that is longer than the head.
        """
        text = self.data.decode("utf-8-sig", "ignore").lstrip()
        text = text[1:].lstrip() if text.startswith("[") else text
        if not text.startswith("{"):
            return None
        try:
            found, _ = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None
