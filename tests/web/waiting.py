"""Pages that complete themselves, asked until they are complete."""

import time

from starlette.testclient import TestClient

_LONGEST = 60.0


def whole(room: TestClient, address: str) -> str:
    """The markup of a page once its search is through."""
    deadline = time.monotonic() + _LONGEST
    while time.monotonic() < deadline:
        answer = room.get(address)
        assert answer.status_code == 200, answer.text
        if "data-searching" not in answer.text:
            return answer.text
        time.sleep(0.05)
    raise AssertionError(f"{address} did not complete")
