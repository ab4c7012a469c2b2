"""The application: the room's pages and the API, behind the guard."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from onrecord import __version__
from onrecord.ledger import Ledger
from onrecord.web.desk import Desk
from onrecord.web.door import Door
from onrecord.web.entrance import Entrance
from onrecord.web.faults import FAULTS, answer_faults
from onrecord.web.guard import Guard
from onrecord.web.hands import Hands
from onrecord.web.limits import Limit
from onrecord.web.pages import PAGES
from onrecord.web.pages.adding import ADD, DOCUMENTS
from onrecord.web.rendering import assets
from onrecord.web.room import Room
from onrecord.web.searches import StandAside
from onrecord.web.twins import API

_SMALLEST_ZIPPED = 1000
# Reports of the largest size that one request may bring.
MOST_AT_ONCE = 4


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.room.searches.stop()
    await run_in_threadpool(app.state.room.desk.close)


def create_app(ledger: Ledger, hands: Hands | None = None, *, password: str | None = None) -> FastAPI:
    """Return the reading room over an open ledger; whoever opened the ledger closes it.

    `hands` is what the model does, without which pages that need it say so. With a `password` the room answers under
    any host name, to whoever shows it; without, under this machine's own names only. What is handed over is read in a
    thread that ends with the app.
    """
    app = FastAPI(
        title="OnRecord",
        lifespan=_open,
        version=__version__,
        summary="Who said what: the objects of the ledger as the commands print them.",
        openapi_url=f"{API}/openapi.json",
        # FastAPI's own pages for it load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
    )
    hands = hands or Hands()
    most = MOST_AT_ONCE * hands.max_bytes
    desk = Desk(hands, most_bytes=most)
    entrance = None if password is None else Entrance(password)
    app.state.room = Room(
        ledger=ledger, hands=hands, token=secrets.token_urlsafe(32), most_bytes=most, desk=desk, entrance=entrance
    )
    # The last that is added comes first.
    app.add_middleware(StandAside, searches=app.state.room.searches)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_ZIPPED)
    app.add_middleware(Limit, wide=frozenset({ADD, DOCUMENTS}), most=most)
    if entrance is not None:
        app.add_middleware(Door, entrance=entrance)
    app.add_middleware(Guard, any_host=entrance is not None)
    answer_faults(app)
    app.mount("/static", assets())
    for pages in PAGES:
        app.include_router(pages, responses=FAULTS)
    return app
