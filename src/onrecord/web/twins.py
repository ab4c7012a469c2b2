"""One question, one answer, four addresses: a page, its `.json`, its `.csv` where it is a table, and the API's."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Protocol

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from onrecord.exporting.spreadsheets import guarded
from onrecord.web.rendering import render
from onrecord.web.schemas import model_of

API = "/api/v1"
# The first page's address is nothing that a twin could be named by.
HOME = "/home"

Cell = str | int | float | None
Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]


class View(Protocol):
    """What a page shows: the template reads its attributes, programs its JSON."""

    def to_json(self) -> Any:  # noqa: ANN401 - each view has a TypedDict of its own
        """Return what the `.json` twin prints."""


class Tabular(View, Protocol):
    """What can be handed on as a table too."""

    def table(self) -> Table:
        """Return the names of the columns, and the rows."""


def publish(
    pages: APIRouter,
    path: str,
    view: Callable[..., View],
    *,
    template: str,
    answer: type,
    table: bool = False,
    api: str | None = None,
) -> None:
    """Publish what `view` answers under `path`.

    `view` is a FastAPI dependency: its parameters are the query's. `answer` is the TypedDict of its JSON. With `table`
    the view is Tabular. `api` is the path under the API where that is named otherwise than the page. The twins come
    first: `/documents/{document}` would take `.json` for a part of the name.
    """
    asked = Annotated[Any, Depends(view)]

    def as_json(seen: asked) -> Response:
        return JSONResponse(seen.to_json())

    def as_csv(seen: asked) -> Response:
        return Response(_csv(*seen.table()), media_type="text/csv; charset=utf-8")

    def as_page(request: Request, seen: asked) -> Response:
        return render(request, template, seen, table=table)

    name = getattr(view, "__name__", path)
    twin = HOME if path == "/" else path
    pages.get(f"{twin}.json", include_in_schema=False)(as_json)
    if table:
        pages.get(f"{twin}.csv", include_in_schema=False)(as_csv)
    pages.get(path, include_in_schema=False)(as_page)
    summary = (view.__doc__ or name).strip().partition("\n")[0]
    # The answer is described, not checked on its way out: `to_json` makes it, and tests hold it against the schema.
    responses: dict[int | str, dict[str, Any]] = {200: {"model": model_of(answer)}}
    pages.get(API + (api or twin), name=name, summary=summary, responses=responses, response_class=JSONResponse)(
        as_json
    )


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue()
