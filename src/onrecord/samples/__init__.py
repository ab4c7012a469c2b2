"""The sample report that comes with the package: invented people, places and agency."""

from importlib.resources import files
from typing import Final

NAME: Final = "report.txt"


def sample_report() -> bytes:
    """The bytes of the sample report, as they lie in the package."""
    return files(__name__).joinpath(NAME).read_bytes()
