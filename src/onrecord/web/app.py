"""The application: the room's pages and the API, behind the guard."""

import secrets

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from onrecord import __version__
from onrecord.ledger import Ledger
from onrecord.web.faults import answer_faults
from onrecord.web.guard import Guard
from onrecord.web.hands import Hands
from onrecord.web.pages import PAGES
from onrecord.web.rendering import assets
from onrecord.web.room import Room
from onrecord.web.twins import API

_SMALLEST_ZIPPED = 1000


def create_app(ledger: Ledger, hands: Hands | None = None, *, password: str | None = None) -> FastAPI:
    """Return the reading room over an open ledger; whoever opened the ledger closes it.

    `hands` is what the model does, without which pages that need it say so. With a `password` the room answers under
    any host name, to whoever shows it; without, under this machine's own names only.
    """
    app = FastAPI(
        title="OnRecord",
        version=__version__,
        summary="Who said what: the objects of the ledger as the commands print them.",
        openapi_url=f"{API}/openapi.json",
        # FastAPI's own pages for it load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
    )
    app.state.room = Room(ledger=ledger, hands=hands or Hands(), token=secrets.token_urlsafe(32), password=password)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_ZIPPED)
    app.add_middleware(Guard, any_host=password is not None)
    answer_faults(app)
    app.mount("/static", assets())
    for pages in PAGES:
        app.include_router(pages)
    return app
