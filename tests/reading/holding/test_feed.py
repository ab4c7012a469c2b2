import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import DamagedFile, EmptyDocument
from onrecord.reading import Ended, How, read_all
from onrecord.records import Document
from onrecord.settings import Settings
from tests.reading.holding.conftest import Site

PARAGRAPHS = (
    "The lighthouse on Gull Rock will be lit again on Monday, the keepers' trust said, after a dark year and a half.",
    "“We found the lens in a barn, under hay,” Sunniva Brake, who leads the trust, told the Skerry Post on Friday.",
    "Repairs cost 41,000 crowns, two thirds of it given by the 600 people of the island, according to the trust.",
)
HTML = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
SUMMARY = "The lighthouse on Gull Rock will be lit again on Monday […]"
PAGE = (
    f'<!DOCTYPE html><html lang="en"><head><title>Gull Rock is lit</title></head><body><nav><a href="/">Home</a></nav>'
    f"<article><h1>Gull Rock is lit</h1>{HTML}</article></body></html>"
).encode()


def rss(items: str, *, before: str = '<?xml version="1.0" encoding="UTF-8"?>', channel: str = "") -> bytes:
    return (
        f'{before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Skerry Post</title>{channel}{items}</channel></rss>"
    ).encode()


def item(*, link: str = "https://post.example/gull-rock", content: str = "", summary: str = "", more: str = "") -> str:
    return (
        f"<item><title>Gull Rock to be lit</title><link>{link}</link><pubDate>Fri, 06 Nov 2026 09:30:00 +0100</pubDate>"
        f"<description><![CDATA[{summary}]]></description>"
        + (f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else "")
        + f"{more}</item>"
    )


def only(ended: list[Ended]) -> Document:
    (one,) = ended
    assert one.document is not None, one.error
    return one.document


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def test_an_entry_with_its_text_is_read_without_asking_anybody(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    found = only(read_bytes(rss(item(content=HTML, summary=SUMMARY, more="<dc:creator>Ebba Lind</dc:creator>"))))
    assert lines(found) == ["Gull Rock to be lit", *PARAGRAPHS]
    assert found.zones[0].kind == "headline"
    assert (found.title, found.outlet, found.authors) == ("Gull Rock to be lit", "Skerry Post", ("Ebba Lind",))
    assert (found.url, found.published) == ("https://post.example/gull-rock", "2026-11-06T09:30:00+01:00")
    assert found.warnings == ()


def test_what_only_points_on_is_no_part_of_the_story(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    appeared = '<p>The post <a href="/x">Gull Rock to be lit</a> appeared first on <a href="/">Skerry Post</a>.</p>'
    assert lines(only(read_bytes(rss(item(content=HTML + appeared)))))[-1] == PARAGRAPHS[-1]


def test_an_agency_among_the_authors(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    found = only(read_bytes(rss(item(content=HTML, more="<dc:creator>Ebba Lind, Associated Press</dc:creator>"))))
    assert (found.authors, found.agency) == (("Ebba Lind",), "Associated Press")


def test_a_summary_leads_to_the_page_behind_it(
    site: Site, how: How, read_bytes: Callable[[bytes], list[Ended]]
) -> None:
    site.pages["/gull-rock"] = PAGE
    found = only(read_bytes(rss(item(link=f"{site.address}/gull-rock", summary=SUMMARY))))
    assert lines(found) == ["Gull Rock is lit", *PARAGRAPHS]
    assert (found.url, found.published) == (f"{site.address}/gull-rock", "2026-11-06T09:30:00+01:00")
    assert found.outlet == "Skerry Post"


@pytest.mark.parametrize("ending", ["…", "...", "[&#8230;]", "<p>Read more</p>", "<a href='/x'>Continue reading →</a>"])
def test_a_long_text_that_breaks_off_is_a_beginning(
    ending: str, site: Site, read_bytes: Callable[[bytes], list[Ended]]
) -> None:
    found = only(read_bytes(rss(item(link=f"{site.address}/gull-rock", content=HTML + ending))))
    assert site.asked == ["/gull-rock"]
    assert [one for one in found.warnings if "only what stands in the feed was read" in one]
    assert not lines(found)[-1].startswith(("Read", "Continue"))


def test_what_a_feed_calls_a_summary_must_be_longer_to_be_the_text(
    site: Site, read_bytes: Callable[[bytes], list[Ended]]
) -> None:
    read_bytes(rss(item(link=f"{site.address}/short", summary=HTML)))
    read_bytes(rss(item(link=f"{site.address}/long", summary=HTML * 4)))
    assert site.asked == ["/short"]


def test_where_the_page_cannot_be_had_the_summary_stands_in(
    site: Site, how: How, read_bytes: Callable[[bytes], list[Ended]]
) -> None:
    site.redirects["/circle"] = "/circle"
    site.pages["/menu"] = b"<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav></body></html>"
    links = [f"{site.address}/{one}" for one in ("gone", "circle", "menu")]
    ended = read_bytes(rss("".join(item(link=link, summary=SUMMARY) for link in links)))
    for one, link, said in zip(ended, links, ("is not there", "redirects", "has no story"), strict=True):
        assert one.document is not None and lines(one.document)[1].startswith("The lighthouse")
        assert one.document.url == link
        assert said in one.document.warnings[0] and link in one.document.warnings[0]


def test_pages_behind_a_feed_are_held_to_the_same_limits(site: Site, how: How) -> None:
    site.pages["/gull-rock"] = PAGE + b" " * 100_000
    site.pages["/feed"] = rss(item(link=f"{site.address}/gull-rock", summary=SUMMARY))
    small = replace(how, settings=Settings(max_bytes=50_000))
    found = only(list(read_all(f"{site.address}/feed", small)))
    assert "too large" in found.warnings[0] or "larger than" in found.warnings[0]


def test_a_stranger_s_feed_leads_to_no_page_of_this_machine(site: Site, how: How) -> None:
    from onrecord.reading import read_all_given
    from onrecord.records import Given

    site.pages["/secret"] = PAGE
    data = rss(item(link=f"{site.address}/secret", summary=SUMMARY))
    (one,) = read_all_given(Given(name="feed.xml", data=data), replace(how, public_only=True))
    assert one.document is not None and "only what stands in the feed" in one.document.warnings[0]
    assert site.asked == []


def test_a_feed_from_its_address_resolves_the_links_in_it(site: Site, how: How) -> None:
    site.pages["/news/feed"] = rss(item(link="../gull-rock", summary=SUMMARY))
    site.pages["/gull-rock"] = PAGE
    found = only(list(read_all(f"{site.address}/news/feed", how)))
    assert (found.url, found.title) == (f"{site.address}/gull-rock", "Gull Rock is lit")


def test_an_entry_without_an_address_is_known_by_its_id(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    entry = item(link="", content=HTML, more='<guid isPermaLink="false">post-17</guid>')
    (one,) = read_bytes(rss(entry))
    assert one.document is not None and one.name.endswith("source#post-17") and one.document.url == one.name


def test_an_entry_without_a_text_is_an_outcome_too(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    empty, whole = read_bytes(rss(item(link="") + item(content=HTML)))
    assert isinstance(empty.error, EmptyDocument) and "#1: is an entry without a text" in str(empty.error)
    assert whole.document is not None


def test_a_feed_without_entries(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    (one,) = read_bytes(rss(""))
    assert isinstance(one.error, EmptyDocument)


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    data = rss(item(content=HTML) + item(link="", content=HTML))
    first, _, end = read_bytes(data[: data.rindex(b"Repairs") + 20])
    assert first.document is not None and "not well-formed" in first.document.warnings[0]
    assert lines(first.document)[1:] == list(PARAGRAPHS)
    assert isinstance(end.error, DamagedFile) and "breaks off" in str(end.error)


def test_a_mistake_in_a_feed_costs_nothing_but_a_warning(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    found = only(read_bytes(rss(item(content=HTML), channel="<description>Fish & ships</description>")))
    assert lines(found)[1:] == list(PARAGRAPHS)
    assert "not well-formed" in found.warnings[0]


def test_a_charset_that_is_not_the_stated_one(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    found = only(read_bytes(rss(item(content=HTML), before='<?xml version="1.0" encoding="ISO-8859-1"?>')))
    assert lines(found)[1:] == list(PARAGRAPHS)
    before = '<?xml version="1.0" encoding="windows-1252"?>'
    old = rss(item(content=HTML), before=before).decode().encode("cp1252")
    assert lines(only(read_bytes(old)))[1:] == list(PARAGRAPHS)


def test_entities_that_swell_are_not_resolved(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    bomb += "".join(f'<!ENTITY {b} "{f"&{a};" * 8}">' for a, b in zip("bcdefgh", "cdefghi", strict=True)) + "]>"
    data = rss(item(content=HTML, more="<dc:creator>&i;</dc:creator>"), before=bomb)
    for one in read_bytes(data):
        assert one.error is not None or (one.document is not None and len(one.document.text) < 2000)


def test_rss_1_and_a_graph_that_is_no_feed(read_bytes: Callable[[bytes], list[Ended]]) -> None:
    begin = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    spaces = ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    data = (
        f"{begin}{spaces}<channel><title>Skerry Post</title></channel><item><title>Gull Rock to be lit</title>"
        f"<link>https://post.example/gull-rock</link><dc:date>2026-11-06T09:30:00+01:00</dc:date>"
        f"<content:encoded><![CDATA[{HTML}]]></content:encoded></item></rdf:RDF>"
    ).encode()
    found = only(read_bytes(data))
    assert (found.published, lines(found)[1:]) == ("2026-11-06T09:30:00+01:00", list(PARAGRAPHS))
    (one,) = read_bytes(b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></rdf:RDF>')
    assert one.error is not None


def test_what_was_changed_later_was_not_published_later(
    read_bytes: Callable[[bytes], list[Ended]], example: Callable[[str], bytes]
) -> None:
    found = only(read_bytes(example("feed.atom")))
    assert (found.published, found.title) == ("2026-11-07T20:05:00+00:00", "Causeway to open at low tide")
    data = example("feed.atom").replace(b"<published>2026-11-07T20:05:00Z</published>", b"")
    assert only(read_bytes(data)).published == "2026-11-07T20:30:00+00:00"


def test_json_feeds(read_bytes: Callable[[bytes], list[Ended]], example: Callable[[str], bytes]) -> None:
    found = only(read_bytes(example("feed.json")))
    assert (found.title, found.outlet) == ("Causeway to open at low tide", "Lantern Bay Courier")
    assert (found.authors, found.published) == (("Jon Askvik",), "2026-11-07T20:05:00+00:00")
    version = b'{"version": "https://jsonfeed.org/version/1", "items": '
    (torn,) = read_bytes(version + b'[{"id": "1"')
    assert isinstance(torn.error, DamagedFile)
    (listless,) = read_bytes(version + b'"none"}')
    assert isinstance(listless.error, DamagedFile)
    (odd,) = read_bytes(version + b"[7]}")
    assert odd.passed == "is no item of a feed"


def test_an_id_that_is_a_number_is_not_taken_for_a_place_in_the_feed(tmp_path: Path) -> None:
    text = "The ferry stays in port, the harbour master said on Sunday."
    items = [{"title": "One", "content_text": text}, {"id": "1", "title": "Two", "content_text": text}]
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": items}))
    ended = list(read_all(str(path), How(settings=Settings())))
    assert [one.name for one in ended] == [f"{path}#1", f"{path}#2"]
