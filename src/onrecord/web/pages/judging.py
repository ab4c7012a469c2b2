"""Judging whether two entities are one or two: a person's word, which stands above the machine's."""

from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from onrecord.asking.identities import judge, take_back
from onrecord.errors import UsageError
from onrecord.ledger.words import is_text
from onrecord.records import IdentityJudgementJson
from onrecord.web.guard import changes as only_with_token
from onrecord.web.room import InLedger
from onrecord.web.schemas import model_of
from onrecord.web.twins import API

pages: Final = APIRouter(dependencies=[Depends(only_with_token)])

_Argument = Annotated[
    str, Field(min_length=1, max_length=500, description="A name, NAME@DOCUMENT, or the id of an entity.")
]


class JudgementsJson(TypedDict):
    """What was written down, or taken back."""

    judgements: list[IdentityJudgementJson]


class Judged(BaseModel):
    """What a person judges."""

    model_config = ConfigDict(extra="forbid")

    a: _Argument
    b: _Argument
    same: Annotated[bool, Field(description="Whether they are one, or two.")]
    who: Annotated[str, Field(max_length=200, description="The name of whoever judges.")]
    undo: Annotated[bool, Field(description="Take back what was judged so.")] = False


@pages.post(
    f"{API}/judgements",
    name="judge",
    status_code=201,
    responses={201: {"model": model_of(JudgementsJson)}},
    response_class=JSONResponse,
)
def judging(ledger: InLedger, judged: Judged) -> JSONResponse:
    """Write down that two are one, or are two, or take that back; what contradicts persons' judgements is refused."""
    who = judged.who.strip()
    if not who or not is_text(who):
        raise UsageError("who", "is no name", "say who judges")
    if judged.undo:
        found = take_back(judged.a, judged.b, ledger, same=judged.same, who=who)
    else:
        found = [judge(judged.a, judged.b, ledger, same=judged.same, who=who)]
    return JSONResponse({"judgements": [one.to_json() for one in found]}, status_code=201)
