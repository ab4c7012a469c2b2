"""`onrecord serve`."""

import socket
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import say
from onrecord.cli.options import LedgerOption, settings_of
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.settings import Settings
    from onrecord.web.hands import Hands

_PORT = 8410
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    context: typer.Context,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Where to listen; beyond this machine only with --token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")
    ] = _PORT,
    token: Annotated[
        str | None,
        typer.Option("--token", metavar="TOKEN", help="What whoever enters has to show, sixteen characters or more."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Open the reading room: the ledger as pages in a browser, and as a JSON API.

    On this machine alone, unless --host and --token say otherwise. Ctrl-C closes it.
    """
    import uvicorn

    from onrecord.ledger import open_ledger
    from onrecord.web.app import create_app

    if host not in _LOOPBACK and token is None:
        raise UsageError("--host", "opens the ledger to other machines", "give a --token that whoever enters must show")
    settings = settings_of(context, ledger)
    # A ledger that is not there yet is made: the room can add to it.
    with open_ledger(settings.ledger, create=True) as opened, _listening(host, port) as bound:
        app = create_app(opened, _hands(settings), password=token)
        say(f"The reading room is open at {_address(host, bound)} (Ctrl-C closes it)")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[bound])


def _hands(settings: "Settings") -> "Hands":
    from onrecord.pipeline import Reader
    from onrecord.web.hands import Hands

    return Hands(meaning_of=Reader(settings).meaning_of)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, number, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, number)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen()
    except OSError as error:
        reason = f"cannot be listened on ({error.strerror or error})"
        raise UsageError(f"{host}:{port}", reason, "give another --port, or 0 for any that is free") from None
    return bound


def _address(host: str, bound: socket.socket) -> str:
    port = bound.getsockname()[1]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
