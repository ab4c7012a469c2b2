"""Correcting a record: a person's word, which stands beside the machine's and which no later reading undoes."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from onrecord.comparing import traces_of
from onrecord.records import Entity, EntityKind
from onrecord.records.changing import new_entity
from onrecord.records.correction import CorrectionJson, Verdict
from onrecord.web.faults import ELSEWHERE
from onrecord.web.guard import changes as only_with_token
from onrecord.web.room import InLedger
from onrecord.web.schemas import model_of
from onrecord.web.twins import API

pages: Final = APIRouter(dependencies=[Depends(only_with_token)])

_PARTIES: Final = ("speakers", "actors", "recipients")


class NewEntity(BaseModel):
    """Somebody or something that the machine did not find; every mention is [start, end) of the text."""

    model_config = ConfigDict(extra="forbid")

    ref: Annotated[str, Field(max_length=40, description="What `changes` call it: a word of the sender's own.")]
    kind: EntityKind
    name: Annotated[str, Field(max_length=500)]
    mentions: Annotated[list[tuple[int, int]], Field(min_length=1, max_length=100)]


class Said(BaseModel):
    """What a person says of a record."""

    model_config = ConfigDict(extra="forbid")

    record: Annotated[str, Field(max_length=100, description="The id of the record.")]
    verdict: Verdict
    who: Annotated[str, Field(max_length=200, description="The name of whoever says it.")]
    seen: Annotated[int | None, Field(description="The number of the correction that was seen standing, if one was.")]
    changes: Annotated[dict[str, Any], Field(description="The codebook's fields that are to be other.")] = {}
    added: Annotated[list[NewEntity], Field(max_length=20)] = []
    why: Annotated[str, Field(max_length=5000)] = ""


@pages.post(
    f"{API}/documents/{{document}}/corrections",
    name="correct",
    status_code=201,
    responses={201: {"model": model_of(CorrectionJson)}, **ELSEWHERE},
    response_class=JSONResponse,
)
def correct(ledger: InLedger, document: str, said: Said) -> JSONResponse:
    """Write down what a person says of a record; refused where somebody else's word stands that was not seen."""
    text = ledger.record(document).document
    made = {one.ref: new_entity(text, one.kind, one.name, one.mentions) for one in said.added}
    correction = ledger.correct(
        text.id,
        said.record,
        said.verdict,
        who=said.who,
        trace=traces_of,
        seen=said.seen,
        changes=_named(said.changes, made),
        added=made.values(),
        why=said.why,
    )
    return JSONResponse(correction.to_json(), status_code=201)


def _named(changes: Mapping[str, Any], made: Mapping[str, Entity]) -> dict[str, object]:
    """Return the changes with the ids of those who were made for them."""
    return {
        field: [made[one].id if isinstance(one, str) and one in made else one for one in value]
        if field in _PARTIES and isinstance(value, Iterable) and not isinstance(value, str)
        else value
        for field, value in changes.items()
    }
