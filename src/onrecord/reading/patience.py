"""An end to a fetch as a whole: a server that sends a byte now and then never runs into a limit on one read."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock, Timer
from types import TracebackType
from typing import Any, Self

# What httpcore tells of when a connection stands: https://www.encode.io/httpcore/extensions/#trace
_CONNECTED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class Patience:
    """Breaks a fetch off after some seconds, in a `with` block; `trace` is given to httpx as that extension.

    `ended` tells whether it did: whoever waits for the connection then sees it closed.
    """

    def __init__(self, seconds: float) -> None:
        self.ended = False
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._connection: socket.socket | None = None
        self._lock = Lock()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Note the connection that a fetch waits for."""
        if event not in _CONNECTED:
            return
        with self._lock:
            self._connection = told["return_value"].get_extra_info("socket")
            if self.ended:
                self._break_off()

    def _end(self) -> None:
        with self._lock:
            self.ended = True
            self._break_off()

    def _break_off(self) -> None:
        if self._connection is not None:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)
