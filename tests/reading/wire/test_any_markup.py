"""Whatever became of an item of XML or JSON on its way, it ends as a document, passed, or in a clear error."""

import io
import random
from collections.abc import Callable

import pytest

from onrecord.errors import ReadingError
from onrecord.reading.opening import pieces_of
from onrecord.reading.source import Piece, Source
from onrecord.settings import Settings

SCRAPS = [
    b"<",
    b">",
    b"/>",
    b"</p>",
    b"<p>",
    b"<br/>",
    b"<table><tr>",
    b"<![CDATA[",
    b"<!--",
    b"<?x",
    b"&",
    b"&nbsp;",
    b"&#0;",
    b"&#xD800;",
    b"\0",
    b"\xff",
    b"\xe2\x80",
    b'"',
    b"{",
    b"]",
    b"\\u0000",
    b"\\ud800",
    b"null",
    b"1e999",
    b"\r\n",
]


def _mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(5):
            case 0:
                changed[at:at] = chance.choice(SCRAPS)
            case 1:
                del changed[at : at + chance.randint(1, 60)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 200)]
            case 3:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                del changed[max(at, 200) :]
    return bytes(changed)


@pytest.mark.parametrize("name", ["newsml-g2.xml", "newsml-1.xml", "nitf.xml", "ninjs.json", "ritzau.xml"])
def test_only_reading_errors_come_out(example: Callable[[str], bytes], name: str) -> None:
    chance = random.Random(name)
    data, settings = example(name), Settings()
    read = 0
    for _ in range(400):
        source = Source(name=name, stream=io.BytesIO(_mutated(data, chance)), settings=settings, within=pieces_of)
        try:
            for one in pieces_of(source):
                if isinstance(one, Piece):
                    assert one.read().text
                    read += 1
        except ReadingError as error:
            assert error.subject.startswith(name) and error.reason
    assert read > 30
