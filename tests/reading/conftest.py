"""What the tests of reading share."""

import pytest

from onrecord.settings import Settings


@pytest.fixture
def settings() -> Settings:
    return Settings()
