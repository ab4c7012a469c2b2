"""The process that reads: jobs come on standard input, answers go to what was standard output."""

import os
import signal
import sys
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO

from onrecord.errors import ReadingError, TooCostly, unforeseen
from onrecord.reading.child.frames import receive, send
from onrecord.reading.child.jobs import Begun, Done, Item, Job
from onrecord.reading.child.limits import allow_seconds, limit_memory
from onrecord.reading.opening import pieces_of, source_of
from onrecord.reading.source import Elsewhere, Part, Passed


def main() -> None:
    """Do jobs until standard input ends."""
    # Ctrl-C is for the program that asked; it ends this process when it wants to.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not come between the answers.
    os.dup2(2, 1)
    with suppress(EOFError, OSError):
        while True:
            job = receive(sys.stdin.buffer)
            assert isinstance(job, Job)
            _do(job, answers)


def _do(job: Job, answers: BinaryIO) -> None:
    limit_memory(job.settings.read_bytes)
    error: ReadingError | None = None
    try:
        with _opened(job) as stream:
            _read(job, stream, answers)
    except Exception as fault:
        error = _told(job.name, fault)
    send(answers, Done(error))


def _opened(job: Job) -> BinaryIO:
    if job.data is not None:
        return BytesIO(job.data)
    assert job.path is not None
    try:
        return open(job.path, "rb")
    except OSError as error:
        raise ReadingError(job.name, f"cannot be opened ({error.strerror or error})") from None


def _read(job: Job, stream: BinaryIO, answers: BinaryIO) -> None:
    source = source_of(
        stream,
        job.name,
        job.settings,
        address=job.address,
        content_type=job.content_type,
        columns=job.columns,
    )
    allow_seconds(job.settings.read_seconds)
    for number, one in enumerate(pieces_of(source)):
        allow_seconds(job.settings.read_seconds)
        if number >= job.skip:
            send(answers, Begun(one.name))
            send(answers, _item(one))
        allow_seconds(job.settings.read_seconds)


def _item(one: Part) -> Item:
    if isinstance(one, Passed):
        return Item(name=one.name, passed=one.reason)
    if isinstance(one, Elsewhere):
        return Item(name=one.name, elsewhere=one.address)
    try:
        story = one.read()
    except Exception as fault:  # one document's fault must not cost the others
        return Item(name=one.name, url=one.url, linked=one.linked, seen=one.seen, error=_told(one.name, fault))
    return Item(name=one.name, url=one.url, linked=one.linked, seen=one.seen, story=story)


def _told(name: str, fault: Exception) -> ReadingError:
    if isinstance(fault, ReadingError):
        return fault
    if isinstance(fault, MemoryError):
        return TooCostly(name, "took more memory than one document may", "raise ONRECORD_READ_BYTES")
    return unforeseen(name, fault)
