"""A page that is watched: whatever goes wrong in it, or leaves the machine, fails the test that opened it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, expect

DESK, PHONE = (1440, 1000), (360, 780)
UNDERWAY = "[aria-busy=true], [data-searching]"


@dataclass
class Watch:
    """Opens pages of one room and keeps what went wrong in any of them.

    `allowed` are pieces of console messages that a test means to cause, as where an answer of the server is 409.
    """

    browser: Browser
    origin: str
    wrong: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    _opened: list[BrowserContext] = field(default_factory=list)
    _scripts: bool = True

    def open(
        self,
        address: str = "/",
        *,
        size: tuple[int, int] = DESK,
        dark: bool = False,
        scripts: bool = True,
    ) -> Page:
        """Open an address of the room in a browser of its own, and wait until it is all there."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        self._opened.append(context)
        self._scripts = scripts
        context.on("request", self._request)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        self.goto(page, address)
        return page

    def goto(self, page: Page, address: str) -> int:
        """Go to an address of the room and wait until it is all there; returns the status of the answer."""
        answer = page.goto(self.origin + address, wait_until="load")
        page.wait_for_load_state("networkidle")
        if self._scripts:
            # Parts that come after the page, and searches that are not through yet.
            expect(page.locator(UNDERWAY)).to_have_count(0, timeout=60_000)
        return answer.status if answer else 0

    def close(self) -> None:
        """Close what was opened."""
        for context in self._opened:
            context.close()

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.wrong.append(f"request: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(one in message.text for one in self.allowed):
            self.wrong.append(f"console: {message.text} ({message.location['url']})")

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()
