"""The API as it describes itself: whatever the description allows is answered as described, never with a fault."""

from collections.abc import Iterator

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from onrecord.web.twins import API

# The client of the library calls itself by another name than this machine's.
HOST = {"host": "127.0.0.1"}
# Few, as each operation takes so many: a minute for all would be long.
SEARCHED = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
DESCRIBED = [status_code_conformance, content_type_conformance, response_schema_conformance]


def operations(room: TestClient) -> Iterator[APIOperation]:
    described = schemathesis.openapi.from_asgi(f"{API}/openapi.json", room.app, headers=HOST)
    for found in described.get_all_operations():
        yield found.ok()


def test_whatever_is_asked_is_answered_as_described(room: TestClient, shown: dict[str, str]) -> None:
    asked = set()
    for operation in operations(room):
        asked.add(operation.path)

        @SEARCHED
        @given(operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            answer = case.call(headers={**HOST, **shown})
            # Whoever hands over too much at once is told to come back, which is no fault.
            full = answer.status_code == 503 and "retry-after" in answer.headers
            assert answer.status_code < 500 or full, f"{case.method} {case.formatted_path} {case.query}: {answer.text}"
            case.validate_response(answer, checks=DESCRIBED)

        ask()
    assert f"{API}/documents/{{document}}" in asked
