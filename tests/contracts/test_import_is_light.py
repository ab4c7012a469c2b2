"""`import onrecord` and its nouns load nothing heavy: `--help` and a notebook's first cell wait for them."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "alembic",
    "babel",
    "datasketch",
    "duckdb",
    "htmldate",
    "httpx",
    "lxml",
    "numpy",
    "onnxruntime",
    "pandas",
    "py3langid",
    "pyarrow",
    "rich",
    "sqlalchemy",
    "tokenizers",
    "torch",
    "trafilatura",
    "typer",
    "yaml",
}


def loaded_by(program: str) -> set[str]:
    code = f"{program}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("program", ["import onrecord", "import onrecord; onrecord.Record", "import onrecord.settings"])
def test_nothing_heavy_is_loaded(program: str) -> None:
    assert not HEAVY & loaded_by(program)


def test_help_loads_only_what_parses_the_command_line() -> None:
    program = "import sys; sys.argv = ['onrecord', 'read', '--help']\nimport onrecord.cli\n"
    program += "try: onrecord.cli.main()\nexcept SystemExit: pass"
    assert loaded_by(program) & HEAVY == {"typer"}


def test_the_bare_import_loads_no_room() -> None:
    assert {name for name in loaded_by("import onrecord") if name.startswith("onrecord.")} == set()


def test_every_public_name_is_there() -> None:
    import onrecord

    missing = [name for name in onrecord.__all__ if not hasattr(onrecord, name)]
    assert missing == []
    assert set(onrecord.__all__) <= set(dir(onrecord))


def test_an_unknown_name_is_an_attribute_error() -> None:
    import onrecord

    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        _ = onrecord.nothing_of_this_name
