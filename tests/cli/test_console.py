"""How a command ends: only what the output itself refuses is told as a fault of the output."""

import errno

import pytest
import typer

from onrecord.cli import console


def ended_by(error: OSError) -> None:
    @console.command
    def failing() -> None:
        raise error

    failing()


@pytest.mark.parametrize("number", [errno.EBADF, errno.ENOSPC, errno.EIO, errno.EFBIG])
def test_an_output_that_cannot_be_written_to_is_one_line(
    number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(console, "_drop_output", lambda: None)
    with pytest.raises(typer.Exit) as caught:
        ended_by(OSError(number, "refused"))
    assert caught.value.exit_code == console.FAILED
    assert capsys.readouterr().err.startswith("onrecord: standard output: cannot be written to (refused); ")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EMFILE, errno.ENOENT])
def test_another_refusal_of_the_system_is_not_told_as_the_output(number: int) -> None:
    with pytest.raises(OSError) as caught:
        ended_by(OSError(number, "refused", "model.onnx"))
    assert caught.value.errno == number
