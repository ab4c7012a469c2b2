"""The API as it describes itself: whatever the description allows is answered as described, never with a fault."""

from collections.abc import Iterator

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.schemas import APIOperation
from starlette.testclient import TestClient

from onrecord.web.twins import API

# The client of the library calls itself by another name than this machine's.
HOST = {"host": "127.0.0.1"}
# Few, as each operation takes so many: a minute for all would be long.
SEARCHED = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def operations(room: TestClient) -> Iterator[APIOperation]:
    described = schemathesis.openapi.from_asgi(f"{API}/openapi.json", room.app, headers=HOST)
    for found in described.get_all_operations():
        yield found.ok()


def test_whatever_is_asked_is_answered_as_described(newsroom: TestClient) -> None:
    asked = set()
    for operation in operations(newsroom):
        asked.add(operation.path)

        @SEARCHED
        @given(operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            answer = case.call(headers=HOST)
            assert answer.status_code < 500, f"{case.method} {case.formatted_path} {case.query}: {answer.text}"
            if answer.status_code == 200:
                case.validate_response(answer)

        ask()
    assert f"{API}/documents/{{document}}" in asked
