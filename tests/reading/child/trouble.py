"""A format that makes trouble, for tests of the process that reads: `TROUBLE`, then a line for each document."""

import ctypes
import os
from functools import partial

from onrecord.errors import DamagedFile, EmptyDocument
from onrecord.reading.head import Head
from onrecord.reading.kinds import Kind
from onrecord.reading.metadata import Story
from onrecord.reading.source import Passed, Piece, Pieces, Source


def _tells(head: Head) -> bool:
    return head.data.startswith(b"TROUBLE")


def _pieces(source: Source) -> Pieces:
    for number, line in enumerate(source.data().decode().splitlines()[1:], 1):
        name = f"{source.name}#{number}"
        if line == "break off":
            raise DamagedFile(source.name, "breaks off")
        if line == "die between":
            os.abort()
        yield Passed(name, "is an image") if line == "image" else Piece(name=name, read=partial(_read, name, line))


def _read(name: str, line: str) -> Story:
    if line == "hang":
        while True:
            pass
    if line == "abort":
        os.abort()
    if line == "crash":
        ctypes.string_at(0)
    if line == "swell":
        return Story(text="x" * 10**10)
    if line == "fault":
        raise ZeroDivisionError("by nought")
    if line == "refuse":
        raise EmptyDocument(name)
    if line == "print":
        os.write(1, b"noise")
        print("more noise")
    return Story(text=line)


TROUBLE = Kind("a file that makes trouble", _tells, _pieces)
