"""The API's own page, made of its OpenAPI."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.web.app import create_app

HERE = "http://127.0.0.1:8410"


@pytest.fixture
def client(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[TestClient]:
    with open_ledger(laid_ledger(tmp_path / "ledger.db"), create=False) as ledger:
        yield TestClient(create_app(ledger), base_url=HERE)


def test_every_route_that_is_described_is_listed(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]
    listed = client.get("/api/v1").json()
    assert {(one["method"].lower(), one["path"]) for one in listed["routes"]} == {
        (method, path) for path, operations in described.items() for method in operations
    }
    assert listed["openapi"] == "/api/v1/openapi.json"
    assert client.get("/api/v1.json").json() == listed


def test_each_has_an_example_that_can_be_typed(client: TestClient) -> None:
    examples = {(one["method"], one["path"]): one["example"] for one in client.get("/api/v1").json()["routes"]}
    assert examples["GET", "/api/v1/jobs/{job}"] == f"curl '{HERE}/api/v1/jobs/JOB'"
    handing = f"curl -F files=@report.txt -H 'x-onrecord-token: TOKEN' '{HERE}/api/v1/documents'"
    assert examples["POST", "/api/v1/documents"] == handing


def test_a_room_with_a_password_says_so(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        client = TestClient(create_app(ledger, password="ferry-lantern-harbour-7"), base_url=HERE)
        sent = {"authorization": "Bearer ferry-lantern-harbour-7"}
        routes = client.get("/api/v1", headers=sent).json()["routes"]
    assert all("-H 'Authorization: Bearer TOKEN'" in one["example"] for one in routes)
    assert not any("x-onrecord-token" in one["example"] for one in routes)


def test_a_browser_is_shown_a_page(client: TestClient) -> None:
    page = client.get("/api/v1", headers={"accept": "text/html"})
    assert "<h1>The API</h1>" in page.text
    assert "<code>/api/v1/documents/{document}</code>" in page.text
    assert "docs" not in page.headers.get("location", "")


def test_errors_are_described_as_they_are_answered(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    error = client.get("/api/v1/documents/nothing").json()
    schema = described["components"]["schemas"]["ErrorJson"]
    assert set(schema["properties"]) == set(error)
    assert set(described["components"]["schemas"]["FaultJson"]["required"]) == set(error["error"])
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            if path != "/api/v1":
                faults = set(operation["responses"]) & {"400", "404", "422", "503"}
                assert faults == {"400", "404", "422", "503"}, (method, path)
