"""The entrance of a room that other machines reach: who has shown its password, and who may go on trying."""

import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from onrecord.web.refusals import TooManyTries

COOKIE: Final = "onrecord"
# Set in a request's scope by the door, for what shows more to those inside.
INSIDE: Final = "onrecord.inside"
# Seconds that who has entered stays inside.
STAY: Final = 7 * 24 * 3600
# Wrong passwords that one machine may show in that many seconds.
MOST_WRONG: Final = 5
WINDOW: Final = 60.0
_MOST_CLIENTS: Final = 4096

Clock = Callable[[], float]


class Entrance:
    """Knows who may be inside, by a password that is compared in constant time or by a seal that it gave out.

    A seal is signed with a secret of this opening of the room: it says nothing of the password, and ends with the
    room. A machine that shows too many wrong passwords is not listened to for a while.
    """

    def __init__(self, password: str, clock: Clock = time.time) -> None:
        self._password = _digest(password)
        self._secret = secrets.token_bytes(32)
        self._clock = clock
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()

    def is_inside(self, headers: Headers, client: str) -> bool:
        """Tell whether a request comes from somebody who has entered, or shows the password itself.

        `client` is the address that it comes from. Raises TooManyTries.
        """
        if self._is_sealed(cookie_parser(headers.get("cookie", "")).get(COOKIE, "")):
            return True
        shown = bearer_of(headers)
        return shown is not None and self.is_let_in(shown, client)

    def is_let_in(self, shown: str, client: str) -> bool:
        """Tell whether the password is shown, and note it where it is not. Raises TooManyTries."""
        machine, now = _machine(client), self._clock()
        wrong = [when for when in self._wrong.get(machine, ()) if now - when < WINDOW]
        if len(wrong) >= MOST_WRONG:
            raise TooManyTries(client)
        if self.is_password(shown):
            self._wrong.pop(machine, None)
            return True
        self._wrong[machine] = [*wrong, now]
        self._wrong.move_to_end(machine)
        if len(self._wrong) > _MOST_CLIENTS:
            self._wrong.popitem(last=False)
        return False

    def is_password(self, shown: str | None) -> bool:
        """Tell whether something is the password, in a time that does not depend on how much of it is right."""
        return shown is not None and hmac.compare_digest(_digest(shown), self._password)

    def seal(self) -> str:
        """Return what who has entered shows from then on."""
        until = str(int(self._clock()) + STAY)
        return f"{until}.{self._signed(until)}"

    def _is_sealed(self, seal: str) -> bool:
        until, _, signature = seal.partition(".")
        if not hmac.compare_digest(signature.encode(errors="replace"), self._signed(until).encode()):
            return False
        return self._clock() < int(until)

    def _signed(self, until: str) -> str:
        return hmac.new(self._secret, until.encode(errors="replace"), sha256).hexdigest()


def bearer_of(headers: Headers) -> str | None:
    """Return what a program shows as `Authorization: Bearer` (RFC 6750), if it does."""
    scheme, _, shown = headers.get("authorization", "").partition(" ")
    return shown.strip() if scheme.lower() == "bearer" else None


def _digest(password: str) -> bytes:
    return sha256(password.encode(errors="replace")).digest()


def _machine(client: str) -> str:
    """Whoever has one IPv6 address has 2 to the 64 of them."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else client
