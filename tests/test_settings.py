from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Settings, default_ledger


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings(ledger=default_ledger({}))
    assert settings.threads is None
    assert settings.max_bytes == 16 * 1024 * 1024


def test_every_setting_is_read_from_its_variable(tmp_path: Path) -> None:
    environment = {
        "ONRECORD_LEDGER": str(tmp_path / "x.db"),
        "ONRECORD_THREADS": "2",
        "ONRECORD_MAX_BYTES": "1000",
        "ONRECORD_FETCH_TIMEOUT": "2.5",
        "ONRECORD_USER_AGENT": "desk/1",
    }
    assert Settings.from_environment(environment) == Settings(
        ledger=tmp_path / "x.db",
        threads=2,
        max_bytes=1000,
        fetch_timeout=2.5,
        user_agent="desk/1",
    )


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "3")
    assert Settings.from_environment().threads == 3


def test_an_empty_variable_leaves_the_default() -> None:
    assert Settings.from_environment({"ONRECORD_THREADS": " "}).threads is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONRECORD_THREADS", "0"),
        ("ONRECORD_THREADS", "two"),
        ("ONRECORD_THREADS", "²"),
        ("ONRECORD_MAX_BYTES", "-1"),
        ("ONRECORD_MAX_BYTES", "64M"),
        ("ONRECORD_FETCH_TIMEOUT", "nan"),
        ("ONRECORD_FETCH_TIMEOUT", "0"),
        ("ONRECORD_FETCH_TIMEOUT", "soon"),
        ("ONRECORD_USER_AGENT", "a\nb"),
        ("ONRECORD_MAX_BYTES", "1.5"),
    ],
)
def test_a_malformed_value_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name):
        Settings.from_environment({name: value})


def test_the_ledger_lies_in_the_users_data_folder() -> None:
    tail = Path("onrecord") / "ledger.db"
    home = Path.home()
    assert default_ledger({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data") / tail
    assert default_ledger({"XDG_DATA_HOME": "data"}, "linux") == home / ".local" / "share" / tail
    assert default_ledger({}, "darwin") == home / "Library" / "Application Support" / tail
    assert default_ledger({"LOCALAPPDATA": "/local"}, "win32") == Path("/local") / tail


def test_a_tilde_is_the_home_folder() -> None:
    assert Settings.from_environment({"ONRECORD_LEDGER": "~/a.db"}).ledger == Path.home() / "a.db"
