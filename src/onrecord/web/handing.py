"""What a request hands over: texts, files and addresses out of a form, or out of JSON, into reports to be read."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final, NotRequired, TypedDict

from fastapi import Request
from starlette.datastructures import UploadFile

from onrecord.errors import UsageError
from onrecord.records import Given
from onrecord.telling.clean import counted
from onrecord.web.guard import form_of, is_form

MOST: Final = 100
TEXT: Final = "pasted text"
_LONGEST: Final = 2000
_NOTHING: Final = "give a text, a file or an address"


class GivenJson(TypedDict):
    """One report: its text, with the address that it was published at if that is known, or an address to fetch."""

    text: NotRequired[str]
    address: NotRequired[str]
    title: NotRequired[str]
    outlet: NotRequired[str]
    published: NotRequired[str]


class HandedJson(TypedDict):
    """Reports to be read."""

    documents: list[GivenJson]


async def handed_over(request: Request) -> list[Given]:
    """Return what a request hands over, in order. Raises UsageError where that is nothing, too much, or no sense."""
    given = list(_of_form(*await _parts(request)) if is_form(request) else _of_json(await request.body()))
    if not given:
        raise UsageError("this request", "hands nothing over", _NOTHING)
    if len(given) > MOST:
        raise UsageError("this request", f"hands {len(given):,} reports over", f"hand over {MOST} at most at once")
    return given


async def _parts(request: Request) -> tuple[dict[str, str], list[tuple[str, bytes]]]:
    """The fields of a form, and its files with their names."""
    form = await form_of(request)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    files = [(one.filename or "", await one.read()) for one in form.getlist("files") if isinstance(one, UploadFile)]
    # A field for files that is left empty is sent as one without name and bytes.
    return fields, [(name, data) for name, data in files if name or data]


def _of_form(fields: dict[str, str], files: list[tuple[str, bytes]]) -> Iterator[Given]:
    published = _line(fields, "published")
    if fields.get("text", "").strip():
        yield _text(fields, published)
    for name, data in files:
        yield _file(name, data, published)
    for address in fields.get("addresses", "").split():
        yield Given(name=_checked("addresses", address), published=published)


def _of_json(body: bytes) -> Iterator[Given]:
    try:
        handed = json.loads(body)
        documents = handed["documents"]
    except (ValueError, KeyError, TypeError, RecursionError):
        documents = None
    if not isinstance(documents, list) or not all(map(_is_given, documents)):
        advice = 'send a form, or {"documents": [{"text": …}, {"address": …}]}'
        raise UsageError("the body", "is not what this address reads", advice)
    for one in documents:
        published = _line(one, "published")
        if "text" in one:
            yield _text(one, published)
        elif address := _line(one, "address"):
            yield Given(name=address, published=published, title=_line(one, "title"), outlet=_line(one, "outlet"))
        else:
            raise UsageError("documents", "one has neither a text nor an address", _NOTHING)


def _is_given(one: Any) -> bool:  # noqa: ANN401 - what JSON holds
    known = GivenJson.__annotations__
    return isinstance(one, dict) and all(name in known and isinstance(value, str) for name, value in one.items())


def _text(fields: dict[str, str], published: str | None) -> Given:
    address = _line(fields, "address")
    if address is not None and not address.lower().startswith(("http://", "https://")):
        raise UsageError("address", "is no http or https address", "give the one that it was published at, or none")
    try:
        data = fields["text"].encode()
    except UnicodeEncodeError:
        raise UsageError("text", "holds half a character (a lone surrogate)", "send it as UTF-8") from None
    return Given(
        name=TEXT,
        data=data,
        url=address,
        title=_line(fields, "title"),
        outlet=_line(fields, "outlet"),
        published=published,
    )


def _file(name: str, data: bytes, published: str | None) -> Given:
    """A file that is uploaded is known by its name, without the folders that some browsers put before it."""
    shown = _checked("files", PurePosixPath(name.replace("\\", "/")).name) or "file"
    return Given(name=shown, data=data, url=shown, published=published)


def _line(fields: dict[str, str], name: str) -> str | None:
    """The words of a field on one line, `None` where it has none."""
    return _checked(name, " ".join(fields.get(name, "").split())) or None


def _checked(name: str, value: str) -> str:
    if len(value) > _LONGEST:
        raise UsageError(name, f"is longer than {counted(_LONGEST, 'character')}", "shorten it")
    if any(not one.isprintable() and not one.isspace() for one in value):
        raise UsageError(name, "holds characters that cannot be shown", "take them out")
    return value
