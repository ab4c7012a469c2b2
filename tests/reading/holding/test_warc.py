import gzip
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from onrecord.errors import DamagedFile, ReadingError, TooLarge, UnknownFormat
from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.reading.child import Job
from onrecord.settings import Settings

TEXT = "Tern Island keeps its school\n\nThe school on Tern Island stays open, Sigrid Aune said on Monday.\n"
PAGE = (
    "<!DOCTYPE html><html><head><title>Tern Island keeps its school</title></head><body><article>"
    "<h1>Tern Island keeps its school</h1><p>The school on Tern Island stays open for its nine pupils, the "
    "council's chair, Sigrid Aune, said on Monday. “Nobody is sent across the sound at seven years old,” she told "
    "the Sound Gazette.</p><p>The county had wanted to close it in June to save 210,000 crowns a year.</p>"
    "</article></body></html>"
)
Read = Callable[[bytes], list[Ended]]


def record(kind: str, body: bytes, *, address: str | None = "http://gazette.example/school", more: str = "") -> bytes:
    named = "" if address is None else f"WARC-Target-URI: {address}\r\n"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2026-11-02T08:00:00Z\r\n{named}{more}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(body: bytes, *, headers: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body


def response(
    body: bytes = PAGE.encode(), *, address: str | None = "http://gazette.example/school", **how: str
) -> bytes:
    return record("response", answer(body, **how), address=address)


def texts(ended: list[Ended]) -> list[str]:
    return [one.document.text for one in ended if one.document is not None]


INFO = record("warcinfo", b"software: none\r\n", address=None)
ASKED = record("request", b"GET /school HTTP/1.1\r\nHost: gazette.example\r\n\r\n")
TOLD = record("metadata", b"via: http://gazette.example/\r\n")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed whole"])
def test_captures_are_documents_and_what_is_told_of_them_is_nothing(
    pack: Callable[[bytes], bytes], read_bytes: Read
) -> None:
    (one,) = read_bytes(pack(INFO + ASKED + response() + TOLD))
    assert one.document is not None and one.name == one.document.url == "http://gazette.example/school"
    assert one.document.title == "Tern Island keeps its school"
    # When it was captured is not when it was published.
    assert one.document.published is None and one.document.warnings == ()


def test_each_record_packed_by_itself(read_bytes: Read) -> None:
    other = response(address="http://gazette.example/other")
    ended = read_bytes(b"".join(map(gzip.compress, (INFO, ASKED, response(), other))))
    assert [one.name for one in ended] == ["http://gazette.example/school", "http://gazette.example/other"]
    assert len(texts(ended)) == 2


def test_resource_and_conversion_records(read_bytes: Read) -> None:
    resource = record("resource", PAGE.encode(), more="Content-Type: text/html\r\n")
    conversion = record("conversion", TEXT.encode(), more="Content-Type: text/plain\r\n")
    page, text = texts(read_bytes(resource + conversion))
    assert page.startswith("Tern Island keeps its school\nThe school") and text == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (response(status="404 Not Found"), "answered 404"),
        (response(status="301 Moved Permanently"), "answered 301"),
        (response(headers="Content-Type: image/jpeg"), "is image/jpeg"),
        (response(headers="Content-Type: text/css"), "is text/css"),
        (response(headers="Content-Type: application/javascript; charset=utf-8"), "is application/javascript"),
        (response(b"User-agent: *", address="http://gazette.example/robots.txt"), "is for crawlers (robots.txt)"),
        (record("revisit", answer(b"")), "is a copy of what was captured before"),
        (record("continuation", b"more"), "is a record of the type continuation, which holds no whole capture"),
    ],
)
def test_what_is_passed_over_and_why(data: bytes, reason: str, read_bytes: Read) -> None:
    (one,) = read_bytes(data)
    assert one.passed == reason


def test_an_archive_without_captures(read_bytes: Read) -> None:
    dns = record("response", b"20261102 gazette.example. 300 IN A 192.0.2.1", address="dns:gazette.example")
    (one,) = read_bytes(INFO + dns + TOLD)
    assert isinstance(one.error, ReadingError) and "holds no document" in str(one.error)


def test_answers_in_chunks_and_packed(read_bytes: Read) -> None:
    body = PAGE.encode()
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:100], body[100:], b""))
    html = "Content-Type: text/html\r\n"
    squeezed = zlib.compressobj(wbits=-15)
    packed = [
        response(chunked, headers=html + "Transfer-Encoding: chunked"),
        response(gzip.compress(body), headers=html + "Content-Encoding: gzip"),
        response(zlib.compress(body), headers=html + "Content-Encoding: deflate"),
        response(squeezed.compress(body) + squeezed.flush(), headers=html + "Content-Encoding: deflate"),
        response(brotli.compress(body), headers=html + "Content-Encoding: br"),
        # Crawlers that unpack an answer often leave its header as it was.
        response(body, headers=html + "Content-Encoding: gzip"),
    ]
    found = texts(read_bytes(b"".join(packed)))
    assert len(found) == len(packed) and len(set(found)) == 1


def test_the_charset_is_that_of_the_answer(read_bytes: Read) -> None:
    headers = "Content-Type: text/html; charset=windows-1251"
    page = PAGE.replace("Sigrid Aune", "Сигрид Ауне").replace("“", '"').replace("”", '"')
    (found,) = texts(read_bytes(response(page.encode("cp1251"), headers=headers)))
    assert "Сигрид Ауне" in found


def test_other_formats_in_an_archive(
    read_bytes: Read, example: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*arguments: object, **named: object) -> None:
        raise AssertionError("an archive is read as it is")

    monkeypatch.setattr("onrecord.reading.linked.fetch", never)
    feed = response(example("feed.rss"), address="http://courier.example/rss", headers="Content-Type: text/xml")
    first, second = read_bytes(feed)
    assert (first.name, second.name) == ("http://courier.example/rss#1", "http://courier.example/rss#2")
    assert first.document is not None and first.document.url == "https://courier.example/2026/ferry-stops"
    short = (
        b"<rss><channel><item><title>Short</title><link>http://a.example/</link><description>A few words.</description>"
    )
    (one,) = read_bytes(response(short + b"</item></channel></rss>", headers="Content-Type: application/rss+xml"))
    assert one.document is not None and "not the page behind it" in one.document.warnings[-1]
    names = response(example("feeds.opml"), headers="Content-Type: text/x-opml")
    assert all(part.passed and "not in the archive" in part.passed for part in read_bytes(names))


def test_archives_in_archives_come_to_an_end(read_bytes: Read) -> None:
    data = response()
    for _ in range(6):
        data = record("resource", data, more="Content-Type: application/warc\r\n")
    (one,) = read_bytes(data)
    assert one.passed == "is application/warc"
    data = response()
    for _ in range(6):
        data = record("resource", data, more="Content-Type: text/plain\r\n")
    (one,) = read_bytes(data)
    assert isinstance(one.error, UnknownFormat) and "packed too deep" in str(one.error)


def test_a_capture_without_an_address(read_bytes: Read) -> None:
    (one,) = read_bytes(INFO + record("resource", TEXT.encode(), address=None, more="Content-Type: text/plain\r\n"))
    assert one.document is not None and one.name.endswith("source#2") and one.document.url == one.name


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_what_is_whole_is_read_before_an_archive_breaks_off(pack: Callable[[bytes], bytes], read_bytes: Read) -> None:
    whole = pack(response())
    # Of a second record: nothing of its body, part of it, part of the headers of the answer, part of its own.
    other = response(address="http://gazette.example/other")
    for size in (len(other) - 300, other.index(b"HTTP/") + 20, other.index(b"HTTP/"), 60, 12):
        rest = other[:size] if pack is bytes else gzip.compress(random.Random(1).randbytes(1000) + other)[: size // 2]
        ended = read_bytes(whole + rest)
        assert ended[0].document is not None and ended[0].document.warnings == ()
        assert isinstance(ended[-1].error, DamagedFile), size
        assert all("its end is missing" in str(one.document.warnings) for one in ended[1:] if one.document)


def test_every_cut_ends_in_an_error(read_bytes: Read) -> None:
    data = INFO + response()
    for size in range(20, len(data) - 4, 37):
        ended = read_bytes(data[:size])
        assert isinstance(ended[-1].error, DamagedFile), size


def test_junk_after_a_record_is_told(read_bytes: Read) -> None:
    first, end = read_bytes(response() + b"This is no record\r\n\r\nnor is this\r\n")
    assert first.document is not None
    assert isinstance(end.error, DamagedFile) and "after record 1" in str(end.error)


@pytest.mark.parametrize(("pack", "named"), [(gzip.compress, "gzip"), (brotli.compress, "br")])
def test_an_answer_that_swells_is_one_outcome(
    pack: Callable[[bytes], bytes], named: str, tmp_path: Path, keeper: Keeper
) -> None:
    bomb = response(pack(bytes(40_000_000)), headers=f"Content-Type: text/html\r\nContent-Encoding: {named}")
    path = tmp_path / "a"
    path.write_bytes(bomb + response(address="http://gazette.example/other"))
    large, other = read_all(str(path), How(settings=Settings(max_bytes=1_000_000), keeper=keeper))
    assert isinstance(large.error, TooLarge) and other.document is not None


def test_a_zstandard_archive_is_refused(read_bytes: Read) -> None:
    (one,) = read_bytes(b"\x28\xb5\x2f\xfd\x04\x58" + bytes(100))
    assert isinstance(one.error, UnknownFormat) and "Zstandard" in str(one.error)


def test_arc_files(read_bytes: Read, example: Callable[[str], bytes]) -> None:
    data = example("archive.arc")
    for packed in (data, gzip.compress(data)):
        (one,) = read_bytes(packed)
        assert one.document is not None and one.document.url == "https://courier.example/2026/causeway"
    *_, end = read_bytes(data[:-200])
    assert isinstance(end.error, DamagedFile)


def test_a_large_archive_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells how much memory a process has taken")
    path = tmp_path / "large.warc"
    with path.open("wb") as stream:
        for number in range(150):
            body = f"Report {number}\n\n".encode() + TEXT.encode() * 2000
            headers = "Content-Type: text/plain" if number % 10 == 0 else "Content-Type: image/png"
            stream.write(response(body, address=f"http://gazette.example/{number}", headers=headers))
    assert path.stat().st_size > 28_000_000
    with Keeper() as keeper:
        peaks, stories = [], 0
        for item in keeper.read(Job(name="large", path=str(path), settings=Settings())):
            stories += item.story is not None
            peaks.append(peak_of(keeper))
    assert (len(peaks), stories) == (150, 15)
    assert peaks[-1] - peaks[20] < 8_000


def peak_of(keeper: Keeper) -> int:
    """The most memory that the process has taken so far, in KiB."""
    assert keeper._process is not None
    status = Path(f"/proc/{keeper._process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def test_whatever_happened_to_an_archive_there_are_outcomes(read_bytes: Read) -> None:
    data = INFO + ASKED + response() + response(gzip.compress(PAGE.encode()), headers="Content-Encoding: gzip") + TOLD
    chance = random.Random(8)
    for _ in range(150):
        spoilt = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(spoilt))
            spoilt[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(4))
        ended = read_bytes(bytes(spoilt))
        assert ended
        assert [str(one.error) for one in ended if one.error and "fault of OnRecord" in str(one.error)] == []
