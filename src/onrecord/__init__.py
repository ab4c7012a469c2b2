"""OnRecord reads news reports and keeps a ledger of who said what.

    record = onrecord.read("report.txt")
    said = onrecord.open_ledger("ledger.db").statements(speaker="Quill").to_pandas()

The public names are loaded when they are first asked for, so that `import onrecord` stays cheap for programs that
only want to show their own help.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import OnRecordError
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import read
    from onrecord.records import (
        Dateline,
        Document,
        Entity,
        Record,
        Role,
        Span,
        Statement,
        Zone,
    )

__version__ = "0.1.0"

__all__ = [
    "Dateline",
    "Document",
    "Entity",
    "OnRecordError",
    "Record",
    "Role",
    "Span",
    "Statement",
    "Zone",
    "__version__",
    "open_ledger",
    "read",
]

_ELSEWHERE = {
    "OnRecordError": "onrecord.errors",
    "open_ledger": "onrecord.ledger",
    "read": "onrecord.pipeline",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    value: object = getattr(import_module(_ELSEWHERE.get(name, "onrecord.records")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Name what can be imported, loaded or not."""
    return sorted({*globals(), *__all__})
