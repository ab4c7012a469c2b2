"""What is answered where something is wrong: the error's one line, and the status that says whose fault it is."""

from typing import Final, TypedDict

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from onrecord.errors import (
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
from onrecord.web.guard import HEADERS, Forbidden
from onrecord.web.rendering import render_fault

# The first that fits counts.
_STATUS: Final[tuple[tuple[type[OnRecordError], int], ...]] = (
    (NotInLedger, 404),
    (UsageError, 400),
    (Forbidden, 403),
    (TooLarge, 413),
    (ReadingError, 422),
    (RecordError, 422),
    (LedgerBusy, 503),
    (NoMeanings, 409),
    (NoNameKeys, 409),
    (LedgerError, 503),
    (ModelError, 503),
)
_RETRY_SECONDS: Final = "2"


class FaultJson(TypedDict):
    """What went wrong: the parts of an error's line."""

    subject: str
    reason: str
    advice: str


def answer_faults(app: FastAPI) -> None:
    """Let the app answer every error as a page, or as JSON where a program asked."""
    app.add_exception_handler(OnRecordError, _ours)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def status_of(error: OnRecordError) -> int:
    """Return the HTTP status that tells whose fault an error is."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def fault_json(error: OnRecordError) -> FaultJson:
    """Return an error as the API prints it."""
    return {"subject": error.subject, "reason": error.reason, "advice": error.advice}


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnRecordError)
    answer = _answer(request, error, status_of(error))
    if isinstance(error, LedgerBusy):
        answer.headers["retry-after"] = _RETRY_SECONDS
    return answer


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
    path = request.url.path
    if path.startswith("/api/") or path.endswith((".json", ".csv", ".jsonl")) or request.method not in ("GET", "HEAD"):
        return JSONResponse({"error": fault_json(error)}, status_code=status)
    return render_fault(request, error, status)
