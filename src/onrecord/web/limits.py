"""How much may be sent to the room: counted as it comes, so that no more is held in memory than is allowed."""

from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import TooLarge, UsageError
from onrecord.settings import MEBIBYTE
from onrecord.telling.clean import counted
from onrecord.web.faults import answer_fault

# What a form about a record may have; reports are handed over at the paths that are named.
_USUAL: Final = MEBIBYTE
# Bytes of a question, as an address writes it: a hundred words in any script, and all that narrows them.
_LONGEST_QUESTION: Final = 8000


_TOO_LONG: Final = UsageError("this question", "is longer than any that makes sense", "ask in fewer words")


class Limit:
    """ASGI middleware: refuses a request with more than `most` bytes at the paths of `wide`, 1 MiB elsewhere.

    A question in an address may have 8,000 bytes.

    A stated length is refused at once; else the request fails at the byte that is too many.
    """

    def __init__(self, app: ASGIApp, *, wide: frozenset[str], most: int) -> None:
        self._app = app
        self._wide, self._most = wide, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count what it brings."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if len(scope["query_string"]) > _LONGEST_QUESTION:
            await answer_fault(Request(scope, receive), _TOO_LONG)(scope, receive, send)
            return
        most = self._most if scope["path"] in self._wide else _USUAL
        stated = Headers(scope=scope).get("content-length", "")
        if stated.isascii() and stated.isdigit() and int(stated) > most:
            await answer_fault(Request(scope, receive), too_much(most))(scope, receive, send)
            return
        came = 0

        async def receive_counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise too_much(most)
            return message

        await self._app(scope, receive_counted, send)


def too_much(most: int) -> TooLarge:
    """The error for a request that brings more than it may."""
    reason = f"brings more than {counted(most // MEBIBYTE, 'mebibyte')}"
    return TooLarge("this request", reason, "hand over fewer reports at once")
