"""Who may ask for what: headers on every answer, the hosts that are meant, the token of whatever changes something.

What a document says is hostile until it is escaped (the templates escape everything), and if something should slip
through, the Content-Security-Policy lets no script but the room's own run.
"""

import hmac
import sys
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import UsageError
from onrecord.web.entrance import bearer_of
from onrecord.web.refusals import Forbidden
from onrecord.web.room import room_of

# https://www.w3.org/TR/CSP3/
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
TOKEN_HEADER: Final = "x-onrecord-token"
TOKEN_FIELD: Final = "token"
# Parts of one form: as many reports may be handed over at once, and a few words about them.
MOST_PARTS: Final = 120


class Guard:
    """ASGI middleware: adds the headers, and refuses hosts that are not this room's.

    A page elsewhere may point a name of its own at 127.0.0.1 and so read what only this machine should (DNS
    rebinding): on loopback the name in the address has to be one of this machine's. With a password every name will do.
    """

    def __init__(self, app: ASGIApp, *, any_host: bool) -> None:
        self._app = app
        self._any_host = any_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer, a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        if self._any_host or _host(Headers(scope=scope).get("host", "")) in _LOOPBACK:
            await self._app(scope, receive, send_guarded)
        else:
            refusal = PlainTextResponse("This reading room answers on 127.0.0.1 only.\n", status_code=421)
            await refusal(scope, receive, send_guarded)


def _host(stated: str) -> str | None:
    try:
        return urlsplit(f"//{stated}").hostname
    except ValueError:
        return None


async def changes(request: Request) -> None:
    """Let a request that changes something pass only with this room's token; a FastAPI dependency.

    The token stands in a header or in the form's field `token`. Other sites can send requests here, but cannot read it
    (https://owasp.org/www-community/attacks/csrf), and a browser that says where a request comes from is believed. A
    program that shows the room's password with each request needs no token. Raises Forbidden.
    """
    refuse_elsewhere(request)
    entrance = room_of(request).entrance
    if entrance is not None and entrance.is_password(bearer_of(request.headers)):
        return
    shown = request.headers.get(TOKEN_HEADER)
    if shown is None and is_form(request):
        field = (await form_of(request)).get(TOKEN_FIELD)
        shown = field if isinstance(field, str) else None
    if shown is None or not hmac.compare_digest(shown.encode(errors="replace"), room_of(request).token.encode()):
        raise Forbidden("this request", "does not show this room's token")


def refuse_elsewhere(request: Request) -> None:
    """Refuse what a page of another site sends. Raises Forbidden.

    Browsers say so in `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata/), older ones in `Origin`; programs say
    nothing.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        elsewhere = site not in ("same-origin", "none")
    else:
        here = request.headers.get("host", "").lower()
        elsewhere = origin is not None and origin.lower().partition("://")[2] != here
    if elsewhere:
        raise Forbidden("this request", "comes from a page of another site")


def is_form(request: Request) -> bool:
    """Tell whether a request brings a form."""
    return request.headers.get("content-type", "").startswith(
        ("multipart/form-data", "application/x-www-form-urlencoded")
    )


async def form_of(request: Request) -> FormData:
    """Return the form that a request brings; how large it may be is limited for the request as a whole.

    Raises UsageError for one that cannot be read.
    """
    try:
        return await request.form(max_files=MOST_PARTS, max_fields=MOST_PARTS, max_part_size=sys.maxsize)
    except HTTPException as error:
        raise UsageError("the form", f"cannot be read ({error.detail})", "send it again from its page") from None
    except UnicodeError as error:
        # Of an encoding that a sender names there may be none, or one that fails in ways of its own.
        raise UsageError("the form", f"cannot be read ({error})", "send it as UTF-8") from None
