"""Sample reports that come with the package: invented people, places and outlets.

`report.txt` alone is what `onrecord demo` reads. The folder `newsroom` goes on from it: a year of the same
quarrel, as several outlets told it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Final

NAME: Final = "report.txt"
_HERE: Final = Path(str(files(__name__)))


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample report: where its file is, its address, and when it was seen there.

    Two files of one address are two versions of a report.
    """

    path: Path
    address: str
    seen: datetime


def sample_report() -> bytes:
    """The bytes of the sample report, as they lie in the package."""
    return files(__name__).joinpath(NAME).read_bytes()


def newsroom() -> tuple[Sample, ...]:
    """Return the sample reports, in the order in which they were seen."""
    return tuple(
        Sample(_HERE / file, address, datetime.fromisoformat(seen).replace(tzinfo=UTC))
        for file, address, seen in _NEWSROOM
    )


_PALLISTER: Final = "https://wire.pallister.example/2026"
_MINISTRY: Final = "https://foreign.norvanna.example"
_COURIER: Final = "https://courier.ardent.example"
_POST: Final = "https://morningpost.quell.example/2026/09"

_NEWSROOM: Final = (
    ("newsroom/estmark-communique-2025.md", f"{_MINISTRY}/communiques/2025", "2025-09-04T18:00"),
    ("report.txt", f"{_PALLISTER}/03/12/strait", "2026-03-12T17:00"),
    ("newsroom/roake-pilots.md", f"{_COURIER}/shipping/roake-pilots", "2026-04-02T20:00"),
    ("newsroom/mines-first.md", f"{_COURIER}/shipping/northern-channel", "2026-08-20T09:00"),
    ("newsroom/mines-corrected.md", f"{_COURIER}/shipping/northern-channel", "2026-08-21T09:00"),
    ("newsroom/estmark-communique-2026.md", f"{_MINISTRY}/communiques/2026", "2026-09-03T15:00"),
    ("newsroom/lindhaven-wire.md", f"{_PALLISTER}/09/03/hallow-island", "2026-09-03T17:00"),
    ("newsroom/lindhaven-ardent-courier.md", f"{_COURIER}/world/allies-tell-maravia-to-leave", "2026-09-03T19:00"),
    ("newsroom/lindhaven-quell-morning-post.md", f"{_POST}/04/hallow", "2026-09-04T06:00"),
    ("newsroom/ministry-briefing.md", f"{_MINISTRY}/briefings/2026-09-04", "2026-09-04T18:00"),
    ("newsroom/maravia-denies.md", "https://www.maravian-gazette.example/news/hallow-denial", "2026-09-05T20:00"),
    ("newsroom/tolliver-interview.md", f"{_POST}/08/tolliver", "2026-09-08T08:00"),
    ("newsroom/hallow-bread.md", "https://echo.hallow.example/2026/bread", "2026-09-08T19:00"),
    ("newsroom/hale-parliament.md", f"{_COURIER}/politics/hale-raises-count", "2026-09-10T20:00"),
    ("newsroom/estmark-estimate.md", f"{_PALLISTER}/09/16/estmark-estimate", "2026-09-16T12:00"),
    ("newsroom/hale-correction.md", f"{_COURIER}/politics/hale-corrects-count", "2026-09-18T20:00"),
    ("newsroom/pilots-paid.md", f"{_COURIER}/shipping/pilots-still-wait", "2026-10-06T20:00"),
)
