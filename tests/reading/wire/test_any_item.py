"""Whatever became of an item on its way, it ends in a document or in one clear error."""

import io
import random
from collections.abc import Callable

import pytest

from onrecord.errors import ReadingError
from onrecord.reading.opening import pieces_of
from onrecord.reading.source import Piece, Source
from onrecord.settings import Settings

Example = Callable[[str], bytes]


def _mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at:at] = bytes(chance.choices(range(256), k=chance.randint(1, 5)))
            case 1:
                del changed[at : at + chance.randint(1, 30)]
            case 2:
                changed[at:at] = chance.choice(
                    [b"\x01", b"\x02", b"\x03", b"\x04", b"^", b"<\r\n", b"\n\n", b";;;", b"=", b"''"]
                )
            case _:
                changed[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(changed)


@pytest.mark.parametrize("name", ["anpa.tst", "iptc7901.txt", "asianet.txt"])
def test_only_reading_errors_come_out(example: Example, name: str) -> None:
    chance = random.Random(7901)
    data, settings = example(name), Settings()
    read = 0
    for _ in range(400):
        source = Source(name=name, stream=io.BytesIO(_mutated(data, chance)), settings=settings, within=pieces_of)
        try:
            for one in pieces_of(source):
                assert isinstance(one, Piece)
                assert one.read().text
                read += 1
        except ReadingError as error:
            assert error.subject.startswith(name) and error.reason
    assert read > 100
