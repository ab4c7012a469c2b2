"""Who sent an item and who wrote it, as wire formats name them: by name, by code, or by an address on the internet."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.agencies import agency_named
from onrecord.reading.people import bylines

# Those who pass on what companies and offices write of themselves; none of them is an agency.
_DISTRIBUTORS: Final = {
    "accesswire": "ACCESSWIRE",
    "businesswire": "Business Wire",
    "globenewswire": "GlobeNewswire",
    "marketwire": "Marketwire",
    "marketwired": "Marketwired",
    "newsfilecorp": "Newsfile",
    "prnewswire": "PR Newswire",
}
_DOMAIN: Final = re.compile(r"(?:https?://)?(?:www\.)?(?P<label>[\w-]+)(?:\.[\w-]+)*\.[a-z]{2,12}/?", re.IGNORECASE)
# "nprov:dpa", "providercode:AP": a code of a vocabulary that is not at hand.
_CODE: Final = re.compile(r"[\w-]+:(?P<code>[\w.-]+)")
_LONGEST: Final = 80


def outlet_of(names: Iterable[str | None]) -> str | None:
    """Return who published an item: the first of the names; for an address or a code whose it is, if that is known."""
    given = [name for name in names if name and len(name) <= _LONGEST]
    shown = ((_known(name) if _is_coded(name) else name) for name in given)
    return next(filter(None, shown), None) or next(map(_spoken, given), None)


def agency_of(names: Iterable[str | None]) -> str | None:
    """Return the first wire service that the names are, or that stands in one of them beside persons; None for none."""
    given = (name for name in names if name and len(name) <= _LONGEST)
    found = (agency_named(_bare(name)) or bylines([name]).agency for name in given)
    return next(filter(None, found), None)


def _is_coded(name: str) -> bool:
    return _DOMAIN.fullmatch(name) is not None or _CODE.fullmatch(name) is not None


def _known(name: str) -> str | None:
    bare = _bare(name)
    return _DISTRIBUTORS.get(bare.lower()) or agency_named(bare)


def _spoken(name: str) -> str:
    code = _CODE.fullmatch(name)
    return (name if code is None else code["code"]).removeprefix("www.")


def _bare(name: str) -> str:
    """Return a name without what makes an address or a code of it: "reuters" for "www.reuters.com"."""
    code = _CODE.fullmatch(name)
    name = name if code is None else code["code"]
    domain = _DOMAIN.fullmatch(name)
    return name if domain is None else domain["label"]
