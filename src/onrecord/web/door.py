"""The door: without the password a stranger sees the entrance and nothing else."""

from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.entrance import INSIDE, Entrance
from onrecord.web.faults import answer_fault
from onrecord.web.refusals import NotEntered, TooManyTries

ENTER: Final = "/enter"
_OPEN: Final = "/static/"


class Door:
    """ASGI middleware: lets in whom the entrance knows."""

    def __init__(self, app: ASGIApp, *, entrance: Entrance) -> None:
        self._app = app
        self._entrance = entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it."""
        if scope["type"] != "http" or scope["path"] == ENTER or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            if not self._entrance.is_inside(Headers(scope=scope), client_of(request)):
                raise NotEntered(scope["path"])
        except (NotEntered, TooManyTries) as error:
            await answer_fault(request, error)(scope, receive, send)
            return
        scope[INSIDE] = True
        await self._app(scope, receive, send)


def client_of(request: Request) -> str:
    """Return the address of the machine that a request comes from."""
    return request.client.host if request.client else ""
