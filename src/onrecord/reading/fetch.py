"""One page from an address, with a limit on its size and on the time it may take."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.errors import FetchFailed, NotFound, NotPublic, TooLarge
from onrecord.reading.patience import Patience
from onrecord.settings import Settings

if TYPE_CHECKING:
    import httpx

_MOST_REDIRECTS: Final = 5
_GONE: Final = frozenset({404, 410})
_NOT_FOR_US: Final = frozenset({401, 402, 403, 429, 451})
# What unpacks piece by piece. Of Brotli a few bytes may hold more than any memory, and are unpacked at once.
_PACKED: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_ACCEPT: Final = "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the bytes, where they came from after redirects, and their stated type."""

    data: bytes
    address: str
    content_type: str | None


def is_address(source: str) -> bool:
    """Tell whether a source is an http or https address rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def fetch(
    address: str, settings: Settings, transport: "httpx.BaseTransport | None" = None, *, public_only: bool = False
) -> Fetched:
    """Fetch one document.

    `settings` gives the most bytes, the seconds that the whole fetch may take, and the user agent; `public_only`
    is for addresses that a stranger names (`PublicOnly`); `transport` replaces the network in tests. Raises NotFound
    (404, 410), TooLarge, NotPublic, and FetchFailed for everything else that keeps a document from coming.
    """
    import httpx

    if transport is None and public_only:
        from onrecord.reading.peers import PublicOnly

        transport = PublicOnly()
    client = httpx.Client(
        headers={"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        timeout=settings.fetch_timeout,
        follow_redirects=True,
        max_redirects=_MOST_REDIRECTS,
        transport=transport,
    )
    with Patience(settings.fetch_timeout) as patience:
        try:
            with client, client.stream("GET", address, extensions={"trace": patience.trace}) as response:
                _refuse_status(address, response)
                data = _body(address, response, settings, patience)
                return Fetched(data, str(response.url), response.headers.get("Content-Type"))
        except httpx.TimeoutException:
            raise _too_slow(address, settings) from None
        except httpx.TooManyRedirects:
            raise FetchFailed(address, f"redirects more than {_MOST_REDIRECTS} times") from None
        except NotPublic as error:
            raise _not_public(address, error) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, OSError) as error:
            if patience.ended:
                raise _too_slow(address, settings) from None
            raise FetchFailed(address, f"could not be fetched ({_said(error)})") from None


def _refuse_status(address: str, response: "httpx.Response") -> None:
    status = f"{response.status_code} {response.reason_phrase}".strip()
    if response.status_code in _GONE:
        raise NotFound(address, f"is not there ({status})", "check the address")
    if response.status_code in _NOT_FOR_US:
        advice = "open it in a browser, save the page and give its path"
        raise FetchFailed(address, f"refuses to answer ({status})", advice)
    if response.status_code != 200:
        raise FetchFailed(address, f"answered {status}")


def _body(address: str, response: "httpx.Response", settings: Settings, patience: Patience) -> bytes:
    stated = response.headers.get("Content-Length", "")
    if stated.isascii() and stated.isdigit() and int(stated) > settings.max_bytes:
        raise TooLarge(address)
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    if "," in packed:
        # Packed twice, a few bytes may hold more than any memory, and are unpacked at once.
        raise FetchFailed(address, "is packed more than once")
    if packed not in _PACKED:
        raise FetchFailed(address, f"is packed in a way that was not asked for ({packed[:20]})")
    data = bytearray()
    # What is counted is unpacked: a small answer may hold a large page.
    for piece in response.iter_bytes(64 * 1024):
        data += piece
        if len(data) > settings.max_bytes:
            raise TooLarge(address)
        if patience.ended:
            raise _too_slow(address, settings)
    if patience.ended:
        # A body without a stated length ends where its connection does.
        raise _too_slow(address, settings)
    return bytes(data)


def _not_public(address: str, error: NotPublic) -> NotPublic:
    """The error for the address that the user knows: it may be a redirect that leads elsewhere."""
    return NotPublic(address, f"leads to {error.subject}, which {error.reason}", error.advice)


def _too_slow(address: str, settings: Settings) -> FetchFailed:
    advice = "try again, or raise ONRECORD_FETCH_TIMEOUT"
    return FetchFailed(address, f"did not answer within {settings.fetch_timeout:g} seconds", advice)


def _said(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:120] or type(error).__name__
