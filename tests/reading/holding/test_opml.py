from collections.abc import Callable

from onrecord.errors import DamagedFile, NotFound
from onrecord.reading import Ended, How, read_all
from tests.reading.holding.conftest import Site


def opml(*outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><body>{"".join(outlines)}</body></opml>'.encode()


def feed(address: str) -> str:
    return f'<outline type="rss" text="A paper" xmlUrl="{address}"/>'


def test_the_feeds_on_a_list_are_read(site: Site, how: How, example: Callable[[str], bytes]) -> None:
    site.pages["/rss"] = example("feed.rss")
    site.pages["/list"] = opml(f'<outline text="Papers">{feed(site.address + "/rss")}</outline>', feed("none"))
    ended = list(read_all(f"{site.address}/list", how))
    assert [one.name for one in ended] == [f"{site.address}/rss#1", f"{site.address}/rss#2", f"{site.address}/list#3"]
    assert [one.document is not None for one in ended] == [True, True, False]
    assert isinstance(ended[-1].error, NotFound)


def test_a_feed_that_is_not_there_is_one_outcome(site: Site, read_bytes: Callable[[bytes], list[Ended]]) -> None:
    (one,) = read_bytes(opml(feed(f"{site.address}/gone")))
    assert isinstance(one.error, NotFound) and one.name == f"{site.address}/gone"


def test_lines_that_name_no_feed_and_feeds_named_twice(site: Site, read_bytes: Callable[[bytes], list[Ended]]) -> None:
    twice = feed(f"{site.address}/gone")
    passed = [one.passed for one in read_bytes(opml('<outline text="A note"/>', twice, twice)) if one.passed]
    assert passed == ["names no feed: A note", f"is given twice: {site.address}/gone"]
    assert site.asked == ["/gone"]


def test_lists_that_lead_to_each_other_come_to_an_end(site: Site, how: How) -> None:
    site.pages["/a"] = opml(feed(f"{site.address}/b"))
    site.pages["/b"] = opml(feed(f"{site.address}/a"))
    (one,) = read_all(f"{site.address}/a", how)
    assert one.passed is not None and one.passed.startswith("is on a list that another list led to")
    assert site.asked == ["/a", "/b"]


def test_a_list_of_files_of_this_machine_reads_none(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    (one,) = read_bytes(opml(feed("/etc/hostname")))
    assert isinstance(one.error, NotFound)


def test_a_list_that_is_no_xml(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    (one,) = read_bytes(b'<!DOCTYPE opml [<!ENTITY a "b">]><opml version="2.0"><body/></opml>')
    assert isinstance(one.error, DamagedFile)
