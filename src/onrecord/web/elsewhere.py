"""What was asked for stands at another address of this room."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse


class Elsewhere(Exception):
    """Raised by what answers a page: the answer is the page at `address`, a path of this room."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def lead_there(_request: Request, led: Exception) -> Response:
    """Answer with the other address; what stands where may change, so that it is asked for each time."""
    assert isinstance(led, Elsewhere)
    return RedirectResponse(led.address, status_code=302)
