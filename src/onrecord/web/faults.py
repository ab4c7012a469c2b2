"""What is answered where something is wrong: the error's one line, and the status that says whose fault it is."""

from typing import Any, Final, TypedDict

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from onrecord.errors import (
    CorrectedMeanwhile,
    LedgerBusy,
    LedgerError,
    ModelError,
    NoMeanings,
    NoNameKeys,
    NotInLedger,
    OnRecordError,
    ReadingError,
    RecordError,
    TooLarge,
    UsageError,
)
from onrecord.web.elsewhere import Elsewhere, lead_there
from onrecord.web.guard import HEADERS
from onrecord.web.refusals import (
    DeskFull,
    FaultJson,
    Forbidden,
    NoSuchJob,
    NotEntered,
    TooManyTries,
    fault_json,
)
from onrecord.web.rendering import render_entrance, render_fault
from onrecord.web.schemas import model_of

# The first that fits counts.
_STATUS: Final[tuple[tuple[type[OnRecordError], int], ...]] = (
    (NotInLedger, 404),
    (UsageError, 400),
    (NotEntered, 401),
    (Forbidden, 403),
    (NoSuchJob, 404),
    (TooManyTries, 429),
    (DeskFull, 503),
    (TooLarge, 413),
    (ReadingError, 422),
    (RecordError, 422),
    (LedgerBusy, 503),
    (CorrectedMeanwhile, 409),
    (NoMeanings, 409),
    (NoNameKeys, 409),
    (LedgerError, 503),
    (ModelError, 503),
)
# Seconds after which asking again may go well.
_RETRY: Final[tuple[tuple[type[OnRecordError], str], ...]] = ((LedgerBusy, "2"), (DeskFull, "10"), (TooManyTries, "60"))


class ErrorJson(TypedDict):
    """What is answered in place of what was asked for."""

    error: FaultJson


# How routes describe it: a status means the same everywhere.
FAULTS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": model_of(ErrorJson), "description": told}
    for status, told in (
        (400, "What is asked for makes no sense; the answer says why, and what to do."),
        (401, "The room asks for its token, and it is not shown."),
        (404, "The ledger holds nothing of that name."),
        (409, "The ledger was filled by a version that kept less than is asked for, or changed in the meantime."),
        (422, "A parameter has a form that cannot be used."),
        (503, "The ledger or the model cannot be used now; try again."),
    )
}
ELSEWHERE: Final[dict[int | str, dict[str, Any]]] = {
    403: {
        "model": model_of(ErrorJson),
        "description": "The token of this opening of the room is not shown, or a page of another site asks.",
    }
}


def answer_faults(app: FastAPI) -> None:
    """Let the app answer every error as a page, or as JSON where a program asked."""
    app.add_exception_handler(Elsewhere, lead_there)
    app.add_exception_handler(OnRecordError, _ours)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def status_of(error: OnRecordError) -> int:
    """Return the HTTP status that tells whose fault an error is."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def answer_fault(request: Request, error: OnRecordError) -> Response:
    """Return the answer to a request that cannot be met."""
    answer = _answer(request, error, status_of(error))
    if isinstance(error, NotEntered):
        answer.headers["www-authenticate"] = 'Bearer realm="onrecord"'  # RFC 6750
    for kind, seconds in _RETRY:
        if isinstance(error, kind):
            answer.headers["retry-after"] = seconds
    return answer


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnRecordError)
    return answer_fault(request, error)


def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = str(first["loc"][-1])
    return _answer(request, UsageError(field, f"cannot be used: {first['msg']}", "change it and ask again"), 422)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    reason, advice = {
        404: ("there is no such page", "begin at the ledger, or search for it"),
        405: ("cannot be asked for like this", "see /api/v1 for what can"),
    }.get(error.status_code, (str(error.detail), "go back and try again"))
    answer = _answer(request, UsageError(request.url.path, reason, advice), error.status_code)
    answer.headers.update(error.headers or {})
    return answer


def _unforeseen(request: Request, _error: Exception) -> Response:
    # What it was is in the server's log; a stranger need not read it.
    answer = _answer(request, OnRecordError(request.url.path, "this page has a fault", "tell its makers"), 500)
    # Starlette answers this outside of every middleware, the guard too.
    answer.headers.update(HEADERS)
    return answer


def _answer(request: Request, error: OnRecordError, status: int) -> Response:
    if _is_by_program(request):
        return JSONResponse({"error": fault_json(error)}, status_code=status)
    if isinstance(error, NotEntered):
        return render_entrance(request, onward=_onward(request), status=status)
    return render_fault(request, error, status)


def _is_by_program(request: Request) -> bool:
    """Whether JSON is wanted: a page's own script asks for JSON too, a form that it sends wants a page."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith((".json", ".csv", ".jsonl")):
        return True
    return request.method not in ("GET", "HEAD") and "text/html" not in request.headers.get("accept", "")


def _onward(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
