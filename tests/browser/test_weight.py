"""The first page is light: with its style, scripts and fonts under 100 kB over the wire."""

from playwright.sync_api import Response

from tests.browser.watching import Watch

MOST = 100_000


def test_the_first_page_is_under_a_hundred_kilobytes(newsroom: Watch) -> None:
    page = newsroom.open("/")
    taken: dict[str, int] = {}

    def take(response: Response) -> None:
        sizes = response.request.sizes()
        taken[response.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    page.on("requestfinished", lambda request: take(request.response()))
    page.reload(wait_until="networkidle")
    assert any(".css" in name for name in taken)
    assert any(".woff2" in name for name in taken)
    assert sum(taken.values()) < MOST, taken
