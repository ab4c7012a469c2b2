import gzip
import zlib

import brotli
import pytest

from onrecord.reading.holding.unpack import Unpacked, unpack

DATA = b"The tern is back on the island. " * 200


def raw_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


PACKED = [
    ("gzip", gzip.compress(DATA)),
    (" X-GZIP", gzip.compress(DATA)),
    ("deflate", zlib.compress(DATA)),
    ("deflate", raw_deflate(DATA)),
    ("br", brotli.compress(DATA)),
]


@pytest.mark.parametrize(("encoding", "packed"), PACKED)
def test_each_way_of_packing(encoding: str, packed: bytes) -> None:
    assert unpack(packed, encoding, 10_000) == Unpacked(DATA, True)


@pytest.mark.parametrize(("encoding", "packed"), PACKED)
def test_no_more_is_unpacked_than_may_be(encoding: str, packed: bytes) -> None:
    assert unpack(packed, encoding, 100) == Unpacked(DATA[:100], False)


@pytest.mark.parametrize(("encoding", "packed"), PACKED)
def test_what_breaks_off_is_unpacked_as_far_as_it_goes(encoding: str, packed: bytes) -> None:
    found = unpack(packed[:-5], encoding, 10_000)
    assert not found.whole and DATA.startswith(found.data)


@pytest.mark.parametrize("encoding", ["", "identity", "gzip", "deflate", "br", "zstd"])
def test_what_is_not_packed_is_left_as_it_is(encoding: str) -> None:
    assert unpack(DATA, encoding, 10_000) == Unpacked(DATA, True)


def test_a_damaged_gzip_file() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 20))
    packed[12:30] = bytes(18)
    with pytest.raises(ValueError, match="Error"):
        unpack(bytes(packed), "gzip", 10_000)
