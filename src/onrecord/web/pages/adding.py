"""Adding: reports are pasted, uploaded or named by their addresses, and a page of their own tells what came of them."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypedDict

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from onrecord.ledger import Added
from onrecord.records import Given
from onrecord.web.faults import ELSEWHERE, ErrorJson
from onrecord.web.guard import changes
from onrecord.web.handing import MOST, HandedJson, handed_over
from onrecord.web.jobs import FAILED, SKIPPED, Job, JobJson
from onrecord.web.room import InRoom
from onrecord.web.schemas import model_of
from onrecord.web.twins import API, publish

pages: Final = APIRouter()

ADD: Final = "/add"
DOCUMENTS: Final = f"{API}/documents"

Handed = Annotated[list[Given], Depends(handed_over)]


class JobsJson(TypedDict):
    """What one request may bring, and the jobs that are remembered, the newest first."""

    most_bytes: int
    most_reports: int
    jobs: list[JobJson]


@dataclass(frozen=True, slots=True)
class Seen:
    """A job as it stands, and how many jobs are read before it."""

    job: Job
    ahead: int

    @property
    def tally(self) -> list[tuple[str, int]]:
        """How many reports ended as what: what was stored first, what failed last."""
        ended = Counter(one.outcome for one in self.job.items)
        return [(kind, ended[kind]) for kind in (*Added, SKIPPED, FAILED) if ended[kind]]

    def to_json(self) -> JobJson:
        """Return what the API prints."""
        return {
            "job": self.job.id,
            "made": self.job.made.isoformat(timespec="seconds"),
            "state": self.job.state,
            "ahead": self.ahead,
            "reports": [one.to_json() for one in self.job.items],
        }


@dataclass(frozen=True, slots=True)
class Adding:
    """The page on which reports are handed over."""

    most_bytes: int
    most_one: int
    most_reports: int
    jobs: tuple[Seen, ...]

    def to_json(self) -> JobsJson:
        """Return what the `.json` twin prints."""
        return {
            "most_bytes": self.most_bytes,
            "most_reports": self.most_reports,
            "jobs": [one.to_json() for one in self.jobs],
        }


def adding(room: InRoom) -> Adding:
    """What may be handed over at once, and the jobs that are remembered."""
    jobs = tuple(Seen(one, room.desk.ahead(one)) for one in room.desk.jobs())
    return Adding(room.most_bytes, room.hands.max_bytes, MOST, jobs)


def added(room: InRoom, job: str) -> Seen:
    """One job: what came of each report that was handed over with it."""
    found = room.desk.job(job)
    return Seen(found, room.desk.ahead(found))


publish(pages, ADD, adding, template="add.html", answer=JobsJson, api="/jobs")
publish(pages, "/add/{job}", added, template="added.html", answer=JobJson, api="/jobs/{job}")


@pages.post(ADD, include_in_schema=False, dependencies=[Depends(changes)])
def add_by_form(room: InRoom, given: Handed) -> Response:
    """Take what a form hands over, and go to the page of its job."""
    return RedirectResponse(f"{ADD}/{room.desk.take(given).id}", status_code=303)


_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": model_of(HandedJson).model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "text": {"type": "string", "description": "The text of a report."},
                        "title": {"type": "string"},
                        "address": {"type": "string", "description": "The address that the text was published at."},
                        "outlet": {"type": "string"},
                        "published": {"type": "string", "description": "ISO 8601; for all that is handed over."},
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "addresses": {"type": "string", "description": "Addresses to fetch, white space between."},
                    },
                }
            },
        },
    },
    "parameters": [
        {
            "name": "x-onrecord-token",
            "in": "header",
            "required": True,
            "schema": {"type": "string"},
            "description": f"What {API}/session answers; not with Authorization: Bearer.",
        }
    ],
}
_ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    202: {"model": model_of(JobJson), "description": "The job; its address is in Location."},
    413: {"model": model_of(ErrorJson), "description": "More bytes than one request may bring."},
    **ELSEWHERE,
}


@pages.post(
    DOCUMENTS,
    name="add",
    status_code=202,
    responses=_ANSWERS,
    response_class=JSONResponse,
    openapi_extra=_BODY,
    dependencies=[Depends(changes)],
)
def add(request: Request, room: InRoom, given: Handed) -> Response:
    """Hand over reports to be read and stored; what comes of them is told by the job."""
    job = room.desk.take(given)
    seen = Seen(job, room.desk.ahead(job))
    return JSONResponse(seen.to_json(), status_code=202, headers={"location": f"{API}/jobs/{job.id}"})
