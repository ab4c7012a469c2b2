"""Templates: every value is escaped, but where a template calls it markup; none calls a document's words that."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from onrecord import __version__
from onrecord.errors import OnRecordError
from onrecord.web import evidence_words, words
from onrecord.web.entrance import INSIDE
from onrecord.web.room import room_of

_HERE: Final = Path(__file__).parent
STATIC: Final = _HERE / "static"


def render(request: Request, template: str, view: object, *, table: bool = False, status: int = 200) -> Response:
    """Return a page: the template reads `view`; `table` says that there is a `.csv` twin."""
    return _page(request, template, status=status, view=view, twins=("json", "csv") if table else ("json",))


def render_fault(request: Request, error: OnRecordError, status: int) -> Response:
    """Return the page that says what is wrong and what to do."""
    return _page(request, "fault.html", status=status, error=error, twins=())


def render_entrance(request: Request, *, onward: str, status: int = 200, wrong: bool = False) -> Response:
    """Return the page that asks for the room's password; it shows nothing of the room.

    `onward` is the path to go to then, if it is one of this room; `wrong` whether another password was shown.
    """
    html = _environment().get_template("enter.html").render(onward=within(onward), wrong=wrong)
    return HTMLResponse(html, status_code=status)


def within(onward: str) -> str:
    """Return a path of this room, else the first page: nobody is sent elsewhere."""
    is_path = onward.startswith("/") and not onward.startswith("//")
    return onward if is_path and onward.isprintable() and "\\" not in onward else "/"


def render_part(request: Request, template: str, view: object) -> Response:
    """Return what a page's script puts into the page: markup without the page around it."""
    return _page(request, template, status=200, view=view, twins=())


def _page(request: Request, template: str, *, status: int, **given: object) -> Response:
    room = room_of(request)
    # A stranger may cause an error before the door; its page tells nothing of the room.
    inside = room.entrance is None or INSIDE in request.scope
    around = {
        "path": request.scope["path"],
        "here": quote(request.scope["path"], safe="/:@"),
        "query": request.url.query,
        "status": status,
        "token": room.token if inside else "",
        "version": __version__,
        "where": Path(room.ledger.where).name if inside else "",
    }
    html = _environment().get_template(template).render(given, **around)
    return HTMLResponse(html, status_code=status)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    made.filters.update(words.FILTERS)
    made.filters.update(evidence_words.FILTERS)
    # Only for the drawings of `exporting`, which escape what documents say.
    made.filters["markup"] = Markup
    return made


@cache
def asset(name: str) -> str:
    """Return the address of a static file; it changes with the file, so that a browser may keep it for good."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?{digest}"


def assets() -> Any:  # noqa: ANN401
    """Return the ASGI app of the static files."""
    from starlette.staticfiles import StaticFiles

    class Kept(StaticFiles):
        def file_response(self, full_path: Any, stat_result: Any, scope: Any, status_code: int = 200) -> Response:  # noqa: ANN401
            response = super().file_response(full_path, stat_result, scope, status_code)
            # Fonts are named by the style sheet, without a digest; they never change under a name.
            kept = scope["query_string"] or str(full_path).endswith(".woff2")
            response.headers["cache-control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
            return response

    return Kept(directory=STATIC)
