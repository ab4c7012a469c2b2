"""What all tests share."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline would make a slow machine fail a right program.
settings.register_profile("onrecord", deadline=None, max_examples=60)
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def newsroom_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger of the sample reports, read by the model; whoever changes it takes a copy."""
    from onrecord.cli.newsroom import add_samples
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import Reader

    path = tmp_path_factory.mktemp("newsroom") / "newsroom.db"
    with open_ledger(path, create=True) as opened:
        add_samples(opened, Reader())
    return path


@pytest.fixture(scope="session")
def laid_ledger(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Lay a ledger that holds nothing at a path, and return the path.

    A copy of one that was made once: making one takes forty times as long, and what makes it has tests of its own.
    """
    from onrecord.ledger import open_ledger

    made = tmp_path_factory.mktemp("empty") / "ledger.db"
    open_ledger(made, create=True).close()

    def lay(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, path)
        return path

    return lay
