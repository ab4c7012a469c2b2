"""Names of files for documents: made from their ids, plain enough for every file system, one for each."""

import re
from itertools import count
from pathlib import Path
from typing import Final

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST: Final = 100
# Names that Windows keeps for devices, whatever follows the first full stop.
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def free_stem(folder: Path, document_id: str, suffix: str) -> str:
    """Return a file's name without its suffix (".txt") for a document, such that nothing in `folder` has it yet."""
    stem = _plain(document_id)
    if not (folder / f"{stem}{suffix}").exists():
        return stem
    return next(name for n in count(2) if not (folder / f"{(name := f'{stem}-{n}')}{suffix}").exists())


def _plain(document_id: str) -> str:
    stem = _UNSAFE.sub("-", document_id).strip("-.")[:_LONGEST] or "document"
    return f"document-{stem}" if stem.split(".")[0].lower() in _DEVICES else stem
