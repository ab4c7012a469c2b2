"""Entering: the page that asks for the room's token, and the session of a program on this machine."""

import asyncio
from typing import Final, TypedDict

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from onrecord.web.door import ENTER, client_of
from onrecord.web.entrance import COOKIE, STAY
from onrecord.web.faults import ELSEWHERE
from onrecord.web.guard import TOKEN_FIELD, TOKEN_HEADER, form_of, refuse_elsewhere
from onrecord.web.rendering import render_entrance, within
from onrecord.web.room import InRoom
from onrecord.web.schemas import model_of
from onrecord.web.twins import API

pages: Final = APIRouter()

# Whoever guesses has to wait for each answer.
_DELAY: Final = 1.0


class SessionJson(TypedDict):
    """What a request that changes something has to show, and in which header."""

    header: str
    token: str


@pages.get(ENTER, include_in_schema=False)
def entrance(room: InRoom, request: Request, onward: str = "/") -> Response:
    """Ask for the token, where the room has one."""
    if room.entrance is None:
        return RedirectResponse("/", status_code=303)
    return render_entrance(request, onward=onward)


@pages.post(ENTER, include_in_schema=False)
async def enter(room: InRoom, request: Request) -> Response:
    """Let in whoever shows the token; a browser keeps a seal of it, never the token itself."""
    refuse_elsewhere(request)
    form = await form_of(request)
    shown, onward = form.get(TOKEN_FIELD), form.get("onward")
    path = within(onward if isinstance(onward, str) else "/")
    if room.entrance is None:
        return RedirectResponse(path, status_code=303)
    if not room.entrance.is_let_in(shown.strip() if isinstance(shown, str) else "", client_of(request)):
        await asyncio.sleep(_DELAY)
        return render_entrance(request, onward=path, status=401, wrong=True)
    answer = RedirectResponse(path, status_code=303)
    # A room behind a proxy that speaks TLS is told so by it; a browser then never shows the seal without.
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, room.entrance.seal(), max_age=STAY, httponly=True, samesite="strict", secure=secure)
    return answer


@pages.get(
    f"{API}/session",
    name="session",
    responses={200: {"model": model_of(SessionJson)}, **ELSEWHERE},
    response_class=JSONResponse,
)
def session(room: InRoom, request: Request) -> Response:
    """The token of this opening of the room, which a request that changes something has to show."""
    refuse_elsewhere(request)
    return JSONResponse({"header": TOKEN_HEADER, "token": room.token})
