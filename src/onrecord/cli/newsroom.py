"""A ledger of the sample reports, for whoever wants to look round before there is one of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from onrecord.cli.outcomes import progress

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.pipeline import Reader


@contextmanager
def sample_ledger(reader: "Reader") -> Iterator["Ledger"]:
    """Open a ledger of the sample reports that is gone at the end. Raises ModelError, LedgerError."""
    from onrecord.ledger import open_ledger

    with (
        TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder,
        open_ledger(Path(folder) / "samples.db", create=True) as opened,
    ):
        add_samples(opened, reader)
        yield opened


def add_samples(ledger: "Ledger", reader: "Reader") -> None:
    """Read the sample reports and store them, each at its address and as of when it was seen there.

    Shows how far it is on a terminal. Raises ModelError, LedgerError.
    """
    from onrecord import samples
    from onrecord.pipeline import add

    reports = samples.newsroom()
    with progress(beside_output=True) as (begin, advance):
        begin(len(reports))
        for one in reports:
            for outcome in add([str(one.path)], ledger, reader=reader, address=one.address, seen=one.seen):
                if outcome.error is not None:
                    raise outcome.error
            advance()
