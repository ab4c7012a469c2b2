"""`onrecord serve`."""

import socket
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import say
from onrecord.cli.options import LedgerOption, settings_of
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.pipeline import Reader
    from onrecord.web.hands import Hands

_PORT = 8410
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_EVERYWHERE = ("0.0.0.0", "::")
_SHORTEST_TOKEN = 16


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
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch addresses of this machine and its networks too, if asked to."),
    ] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help="Over the sample reports, in a ledger that is gone afterwards.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Open the reading room: the ledger as pages in a browser, and as a JSON API.

    On this machine alone, unless --host and --token say otherwise. Ctrl-C closes it.
    """
    import uvicorn

    from onrecord.cli.newsroom import sample_ledger
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import Reader
    from onrecord.web.app import create_app

    if host not in _LOOPBACK and token is None:
        raise UsageError("--host", "opens the ledger to other machines", "give a --token that whoever enters must show")
    if token is not None and len(token.strip()) < _SHORTEST_TOKEN:
        raise UsageError("--token", "is short enough to be guessed", f"give {_SHORTEST_TOKEN} characters or more")
    settings = settings_of(context, ledger)
    reader = Reader(settings)
    # A ledger that is not there yet is made: the room can add to it.
    wanted = sample_ledger(reader) if demo else open_ledger(settings.ledger, create=True)
    with _listening(host, port) as bound, wanted as opened:
        hands = hands_of(opened, reader, public_only=not allow_private)
        app = create_app(opened, hands, password=None if token is None else token.strip())
        say(f"The reading room is open at {_address(host, bound)}{'' if token is None else 'enter'} (Ctrl-C closes it)")
        sys.stdout.flush()
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[bound])


def hands_of(ledger: "Ledger", reader: "Reader", *, public_only: bool) -> "Hands":
    """Return what the room over a ledger needs of the model; `public_only` refuses addresses of this machine."""
    from onrecord.pipeline import add_given
    from onrecord.web.hands import Hands

    return Hands(
        meaning_of=reader.meaning_of,
        add=lambda given: add_given(given, ledger, reader=reader, public_only=public_only),
        stop=reader.stop,
        max_bytes=reader.settings.max_bytes,
    )


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
    if host in _EVERYWHERE:
        host = socket.gethostname()
    port = bound.getsockname()[1]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
