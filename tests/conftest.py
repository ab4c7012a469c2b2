"""What all tests share."""

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
