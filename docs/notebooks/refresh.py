"""Run the notebooks beside this file and keep what their cells print, or check that it is what stands there.

python docs/notebooks/refresh.py            runs and rewrites them
python docs/notebooks/refresh.py --check    exits with 1 where one fails or prints something else
"""

import difflib
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
# The model rounds a little differently on each kind of processor, so that a line or two may differ.
ALIKE = 0.9
SECONDS = 600


def executed(path: Path) -> nbformat.NotebookNode:
    """Return the notebook with what its cells print now. Raises CellExecutionError where one fails."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", record_timing=False).execute()
    for cell in notebook.cells:
        # The kernel's version is not what the notebook is about.
        cell.metadata.clear()
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"]}
    return notebook


def printed(notebook: nbformat.NotebookNode) -> list[str]:
    """Return the lines that the notebook's cells print as plain text."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    return [line for text in texts for line in text.splitlines()]


def alike(before: nbformat.NotebookNode, now: nbformat.NotebookNode) -> bool:
    """Tell whether two runs of a notebook print the same, but for what a processor rounds."""
    return difflib.SequenceMatcher(None, printed(before), printed(now), autojunk=False).ratio() >= ALIKE


def main() -> int:
    """Refresh or check every notebook; return the exit code."""
    code = 0
    for path in sorted(HERE.glob("*.ipynb")):
        before, now = nbformat.read(path, as_version=4), executed(path)
        if "--check" not in sys.argv:
            nbformat.write(now, path)
        elif not alike(before, now):
            sys.stdout.writelines(
                f"{line}\n" for line in difflib.unified_diff(printed(before), printed(now), path.name, "now")
            )
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
