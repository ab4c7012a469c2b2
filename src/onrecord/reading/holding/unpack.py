"""What HTTP packed for its way, unpacked with an end to its size: a few bytes may hold more than any memory."""

import zlib
from typing import Final, NamedTuple

_GZIP_MAGIC: Final = b"\x1f\x8b"
_GZIP: Final = 16 + zlib.MAX_WBITS
# Servers mean either by "deflate": with the header of zlib, as the standard says, or without one.
_DEFLATE: Final = (zlib.MAX_WBITS, -zlib.MAX_WBITS)


class Unpacked(NamedTuple):
    """Bytes, and whether they came to their end."""

    data: bytes
    whole: bool


def unpack(packed: bytes, encoding: str, most: int) -> Unpacked:
    """Unpack what has a Content-Encoding (gzip, deflate, br), `most` bytes at the most.

    What is not packed in spite of it is returned as it stands, as crawlers that unpack leave the header; so is what is
    packed in a way that is not known. Raises ValueError for a damaged gzip file.
    """
    encoding = encoding.strip().lower()
    if encoding in {"gzip", "x-gzip"} and packed.startswith(_GZIP_MAGIC):
        try:
            return _inflated(packed, _GZIP, most)
        except zlib.error as error:
            raise ValueError(str(error)) from None
    if encoding == "deflate":
        return _deflated(packed, most)
    return _brotli(packed, most) if encoding == "br" else Unpacked(packed, True)


def _inflated(packed: bytes, form: int, most: int) -> Unpacked:
    inflating = zlib.decompressobj(form)
    data = inflating.decompress(packed, most)
    return Unpacked(data, inflating.eof)


def _deflated(packed: bytes, most: int) -> Unpacked:
    for form in _DEFLATE:
        try:
            return _inflated(packed, form, most)
        except zlib.error:
            continue
    return Unpacked(packed, True)


def _brotli(packed: bytes, most: int) -> Unpacked:
    import brotli

    unpacking = brotli.Decompressor()
    try:
        data = bytearray(unpacking.process(packed, output_buffer_limit=most))
        while not unpacking.is_finished() and len(data) < most:
            more = unpacking.process(b"", output_buffer_limit=most - len(data))
            if not more:
                break
            data += more
    except brotli.error:
        return Unpacked(packed, True)
    return Unpacked(bytes(data[:most]), unpacking.is_finished() and len(data) <= most)
