"""What the reading room refuses, beside the errors of the ledger and of what is asked; and how programs read errors."""

from typing import TypedDict

from onrecord.errors import OnRecordError


class Forbidden(OnRecordError):
    """A request that may not be made from where it came."""

    REASON = "is not allowed from here"
    ADVICE = "open the page again and repeat it there"


class NotEntered(OnRecordError):
    """A request by somebody who has not shown the room's password."""

    REASON = "is for those who have entered"
    ADVICE = "enter at /enter, or show the token as Authorization: Bearer"


class TooManyTries(OnRecordError):
    """Somebody has shown too many wrong passwords."""

    REASON = "has shown too many wrong tokens"
    ADVICE = "wait a minute and try again"


class DeskFull(OnRecordError):
    """More is handed over than may wait."""

    REASON = "more reports are waiting than the room can hold"
    ADVICE = "wait until some are read, and hand them over again"


class NoSuchJob(OnRecordError):
    """A job that is not kept, or never was."""

    REASON = "is not a job that is known; what came of the last ones is kept until the room closes"
    ADVICE = "look for the reports themselves, or hand them over again"


class FaultJson(TypedDict):
    """What went wrong: the parts of an error's line."""

    subject: str
    reason: str
    advice: str


def fault_json(error: OnRecordError) -> FaultJson:
    """Return an error as the API prints it."""
    return {
        "subject": _written(error.subject),
        "reason": _written(error.reason),
        "advice": _written(error.advice),
    }


def _written(words: str) -> str:
    """What somebody sent may hold half characters (lone surrogates), which no answer can: they are escaped."""
    return words.encode(errors="backslashreplace").decode()
