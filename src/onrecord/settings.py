"""The settings, all of them, each read from one environment variable."""

import math
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeVar

from onrecord.errors import UsageError

_T = TypeVar("_T")

MEBIBYTE = 1024 * 1024


def default_ledger(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Where the ledger lies when nobody says otherwise: `onrecord/ledger.db` in the user's data folder.

    Linux follows the XDG Base Directory Specification, macOS and Windows their own customs.
    Raises UsageError where the system names no home folder.
    """
    variables = os.environ if environment is None else environment
    return _data_folder(variables, platform) / "onrecord" / "ledger.db"


def _data_folder(variables: Mapping[str, str], platform: str) -> Path:
    if platform == "win32":
        local = variables.get("LOCALAPPDATA")
        return Path(local) if local else _home() / "AppData" / "Local"
    if platform == "darwin":
        return _home() / "Library" / "Application Support"
    stated = variables.get("XDG_DATA_HOME", "")
    # The specification: "all paths must be absolute", a relative one is to be ignored.
    return Path(stated) if stated.startswith("/") else _home() / ".local" / "share"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        raise UsageError("--ledger", "no home folder is known", "set ONRECORD_LEDGER to a path") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set, with its unit and default.

    `ledger`         path of the ledger                                       ONRECORD_LEDGER
    `threads`        threads of the encoder; None: one for each core          ONRECORD_THREADS
    `max_bytes`      most bytes of one document, 16 MiB                       ONRECORD_MAX_BYTES
    `fetch_timeout`  seconds to wait for an address, 20                       ONRECORD_FETCH_TIMEOUT
    `user_agent`     how a fetch names itself                                 ONRECORD_USER_AGENT
    `read_seconds`   processor seconds that one document of a format that is
                     read in a process of its own may take, 60                ONRECORD_READ_SECONDS
    `read_bytes`     bytes of memory that process may take, 2 GiB             ONRECORD_READ_BYTES
    """

    ledger: Path = field(default_factory=default_ledger)
    threads: int | None = None
    max_bytes: int = 16 * MEBIBYTE
    fetch_timeout: float = 20.0
    user_agent: str = "onrecord"
    read_seconds: float = 60.0
    read_bytes: int = 2048 * MEBIBYTE

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read the settings from ONRECORD_* (default: this process's environment).

        A variable that is unset or empty leaves the default. Raises UsageError, naming the variable, for a
        value that cannot be used.
        """
        variables = os.environ if environment is None else environment
        usual = cls(ledger=_read(variables, "ONRECORD_LEDGER", _path, None) or default_ledger(variables))
        return cls(
            ledger=usual.ledger,
            threads=_read(variables, "ONRECORD_THREADS", _count, usual.threads),
            max_bytes=_read(variables, "ONRECORD_MAX_BYTES", _count, usual.max_bytes),
            fetch_timeout=_read(variables, "ONRECORD_FETCH_TIMEOUT", _seconds, usual.fetch_timeout),
            user_agent=_read(variables, "ONRECORD_USER_AGENT", _header, usual.user_agent),
            read_seconds=_read(variables, "ONRECORD_READ_SECONDS", _seconds, usual.read_seconds),
            read_bytes=_read(variables, "ONRECORD_READ_BYTES", _count, usual.read_bytes),
        )


def _read(variables: Mapping[str, str], name: str, parse: Callable[[str], _T], default: _T) -> _T:
    stated = variables.get(name, "").strip()
    if not stated:
        return default
    try:
        return parse(stated)
    except ValueError as error:
        advice = f"set {name} to another value, or unset it"
        raise UsageError(name, f"{stated!r} is not {error}", advice) from None


# A parser's ValueError says what was wanted: `_read` makes the sentence.


def _path(stated: str) -> Path:
    try:
        return Path(stated).expanduser()
    except RuntimeError:
        raise ValueError("a path that can be resolved") from None


def _count(stated: str) -> int:
    if not (stated.isascii() and stated.isdigit() and len(stated) <= 18 and int(stated) > 0):
        raise ValueError("a whole number above zero")
    return int(stated)


def _seconds(stated: str) -> float:
    wanted = "a number of seconds above zero"
    try:
        seconds = float(stated)
    except ValueError:
        raise ValueError(wanted) from None
    if not (math.isfinite(seconds) and seconds > 0):
        raise ValueError(wanted)
    return seconds


def _header(stated: str) -> str:
    if not (stated.isascii() and stated.isprintable()):
        raise ValueError("printable ASCII, as an HTTP header must be")
    return stated
