"""Who is at the other end: only machines that anybody on the internet may reach, where others choose the address.

A reading room fetches what its visitors name. It must not fetch for them what only the machine that it runs on can
reach (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
"""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

import httpx

from onrecord.errors import NotPublic

Resolve = Callable[[str, int], Sequence[str]]

# Addresses that hold an IPv4 address, which is the one that is reached, and where in the 128 bits it begins:
# RFC 4291 (mapped), RFC 6052 (NAT64), RFC 3056 (6to4).
_EMBEDDED: Final = (
    (IPv6Network("::ffff:0:0/96"), 96),
    (IPv6Network("64:ff9b::/96"), 96),
    (IPv6Network("2002::/16"), 16),
)
# All that IANA has given out for machines that everybody may reach: RFC 4291, section 2.4.
_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")
_IPV4_BITS: Final = 32
_PORTS: Final = {"http": 80, "https": 443}


def is_public(address: str) -> bool:
    """Tell whether a numeric IPv4 or IPv6 address is that of a machine which anybody on the internet may reach.

    Not so are private, shared, loopback, link-local, multicast and reserved ones, also within an IPv6 address.
    """
    try:
        peer = _innermost(ip_address(address))
    except ValueError:
        return False
    if peer.is_multicast or peer.is_reserved or not peer.is_global:
        return False
    return isinstance(peer, IPv4Address) or peer in _GLOBAL_UNICAST


def _innermost(peer: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(peer, IPv4Address):
        return peer
    for network, start in _EMBEDDED:
        if peer in network:
            return IPv4Address(int(peer) >> (128 - start - _IPV4_BITS) & 0xFFFFFFFF)
    return peer


def resolved(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, the preferred one first. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class PublicOnly(httpx.BaseTransport):
    """A transport of httpx that connects to public machines only.

    A name is resolved once, all its addresses are looked at, and the connection is made to one of these: a name
    server that answers otherwise a moment later changes nothing (DNS rebinding). Each redirect is a request of its
    own, and looked at like the first. No proxy is used, since it would resolve the name again. Raises NotPublic.
    """

    def __init__(self, resolve: Resolve = resolved, inner: httpx.BaseTransport | None = None) -> None:
        # Connections are not kept: one is chosen by its numeric address, which several names may share.
        self._inner = inner or httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
        self._resolve = resolve

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the first of its host's addresses that can be connected to."""
        url = request.url
        if url.userinfo:
            raise NotPublic(url.host, "holds a name or a password before its host", "give the address without them")
        host = url.raw_host.decode("ascii")
        if url.scheme not in _PORTS:
            raise httpx.UnsupportedProtocol(f"{url.scheme} is neither http nor https")
        port = url.port or _PORTS[url.scheme]
        failed: httpx.TransportError | None = None
        for address in self._public(host, port):
            try:
                return self._inner.handle_request(_sent_to(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed or httpx.ConnectError(f"{host} has no address")

    def _public(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise httpx.ConnectError(error.strerror or str(error)) from None
        if not all(map(is_public, addresses)):
            raise NotPublic(host)
        return addresses

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def _sent_to(request: httpx.Request, host: str, address: str) -> httpx.Request:
    """A copy of a request that goes to a numeric address; the server and its certificate are still asked for `host`."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
