"""The API's own page: its routes with their parameters, out of the OpenAPI that describes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypedDict
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from onrecord.web.guard import TOKEN_HEADER
from onrecord.web.rendering import render
from onrecord.web.schemas import model_of
from onrecord.web.twins import API

pages: Final = APIRouter()

_PARAMETER: Final = re.compile(r"\{(\w+)\}")


class ParameterJson(TypedDict):
    """One parameter of a route: where it stands (`path`, `query`, `header`), and what it takes."""

    name: str
    place: str
    required: bool
    takes: str


class RouteJson(TypedDict):
    """One route: what it answers, and how it is asked."""

    method: str
    path: str
    summary: str
    parameters: list[ParameterJson]
    example: str


class RoutesJson(TypedDict):
    """Every route of the API, and where its OpenAPI is."""

    openapi: str
    routes: list[RouteJson]


@dataclass(frozen=True, slots=True)
class Routes:
    """The routes of the API in the order of their paths."""

    openapi: str
    routes: tuple[RouteJson, ...]
    asks_password: bool

    def to_json(self) -> RoutesJson:
        """Return what programs read."""
        return {"openapi": self.openapi, "routes": list(self.routes)}


@pages.get(
    API,
    name="routes",
    responses={200: {"model": model_of(RoutesJson), "description": "A page, where a browser asks."}},
    response_class=JSONResponse,
)
def routes(request: Request) -> Response:
    """Every route of this API with its parameters; a page for whoever asks with a browser."""
    if "text/html" in request.headers.get("accept", ""):
        return render(request, "routes.html", routes_of(request))
    return JSONResponse(routes_of(request).to_json())


@pages.get(f"{API}.json", include_in_schema=False)
def routes_json(request: Request) -> Response:
    """Return the routes as JSON."""
    return JSONResponse(routes_of(request).to_json())


def routes_of(request: Request) -> Routes:
    """Return the routes of the app that a request came to."""
    described: dict[str, dict[str, Any]] = request.app.openapi()["paths"]
    asks_password = request.app.state.room.entrance is not None
    base = str(request.base_url).rstrip("/")
    schemas = request.app.openapi().get("components", {}).get("schemas", {})
    found = (
        _route(method, path, operation, base, schemas, asks_password=asks_password)
        for path, operations in sorted(described.items())
        for method, operation in operations.items()
    )
    return Routes(str(request.app.openapi_url), tuple(found), asks_password)


def _route(
    method: str, path: str, operation: dict[str, Any], base: str, schemas: dict[str, Any], *, asks_password: bool
) -> RouteJson:
    parameters = [_parameter(one) for one in operation.get("parameters", ())]
    # In a room with a password the token of changes is not needed.
    shown = [one for one in parameters if not (asks_password and one["name"] == TOKEN_HEADER)]
    words = [
        "curl",
        *_password(asks_password),
        *_body(method, operation, schemas),
        *_headers(shown),
        f"'{base}{_address(path, shown)}'",
    ]
    return {
        "method": method.upper(),
        "path": path,
        "summary": operation.get("description") or operation.get("summary") or "",
        "parameters": shown,
        "example": " ".join(words),
    }


def _parameter(described: dict[str, Any]) -> ParameterJson:
    return {
        "name": described["name"],
        "place": described["in"],
        "required": described.get("required", False),
        "takes": described.get("description") or " or ".join(_kinds(described.get("schema", {}))),
    }


def _kinds(schema: dict[str, Any]) -> Iterator[str]:
    """The values that a schema takes, in words."""
    if "enum" in schema:
        yield from map(str, schema["enum"])
    elif "const" in schema:
        yield str(schema["const"])
    elif "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from _kinds(one)
    elif schema.get("type") == "array":
        yield f"several of {' or '.join(_kinds(schema.get('items', {})))}"
    elif schema.get("type") != "null":
        kind = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
        least, most = schema.get("minimum"), schema.get("maximum")
        bounds = f" from {least} to {most}" if least is not None and most is not None else ""
        yield kind.get(schema.get("type", ""), "any value") + bounds


def _address(path: str, parameters: list[ParameterJson]) -> str:
    """A path with its parameters as words in capitals, which stand for what whoever asks puts there."""
    filled = _PARAMETER.sub(lambda found: found[1].upper(), path)
    asked = [f"{quote(one['name'])}={one['name'].upper()}" for one in _needed(parameters, "query")]
    return f"{filled}?{'&'.join(asked)}" if asked else filled


def _needed(parameters: list[ParameterJson], place: str) -> Iterator[ParameterJson]:
    return (one for one in parameters if one["required"] and one["place"] == place)


def _headers(parameters: list[ParameterJson]) -> Iterator[str]:
    for one in _needed(parameters, "header"):
        yield f"-H '{one['name']}: TOKEN'"


def _password(asks: bool) -> Iterator[str]:
    if asks:
        yield "-H 'Authorization: Bearer TOKEN'"


def _body(method: str, operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    takes = operation.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in takes:
        yield "-F files=@report.txt"
    elif "application/json" in takes:
        schema = takes["application/json"]["schema"]
        schema = schemas.get(schema.get("$ref", "").rpartition("/")[2], schema)
        fields = ", ".join(f'"{name}": …' for name in schema.get("required", ()))
        yield f"-X {method.upper()} -H 'content-type: application/json' -d '{{{fields}}}'"
