"""Items of NewsML, NITF, ninjs and Ritzau: what is read of them, and what is not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import DamagedFile, NoStory
from onrecord.reading import Ended
from onrecord.reading.markup import parse_xml
from onrecord.records import Document

Read = Callable[[bytes], list[Ended]]
Example = Callable[[str], bytes]


def document(ended: Ended) -> Document:
    assert ended.document is not None, ended.error
    return ended.document


def parts(found: Document) -> list[tuple[str, str]]:
    return [(zone.kind, found.text[zone.start : zone.end]) for zone in found.zones]


def warned(found: Document, words: str) -> bool:
    return any(words in warning for warning in found.warnings)


def test_newsml_g2_gives_the_report_and_names_what_is_none(read_item: Read, example: Example) -> None:
    report, picture, package = read_item(example("newsml-g2.xml"))
    found = document(report)
    assert report.name.endswith("#tag:lisknews.example,2025:ferry")
    assert found.title == "Ferry to sail again within a week, minister says"
    assert (found.outlet, found.agency, found.authors) == ("Lisk News Agency", "Reuters", ("Mara Ellin",))
    assert found.published == "2025-03-04T06:30:00+00:00"
    assert found.dateline is not None and found.dateline.place == "PORT LISK"
    assert parts(found) == [
        ("headline", "Ferry to sail again within a week, minister says"),
        ("byline", "By Mara Ellin"),
        ("dateline", "PORT LISK, March 4 (Reuters) -"),
        (
            "body",
            "The harbour minister, Tomas Verrin, said on Tuesday that the ferry & its crew would be back at work "
            "within a week.",
        ),
        ("body", "Nobody was hurt."),
        ("body", "The hull is whole."),
        ("body", "Ship | Seats"),
        ("body", "Ardent | 310"),
        ("body", '"She will sail," he said.'),
        ("body", "The pilots were not to blame, he added."),
        ("credit", "(Reporting by Mara Ellin; Editing by Joss Tarn)"),
    ]
    assert picture.passed == "is a picture" and package.passed == "is a package: a list of other items"


def test_newsml_1_gives_the_text_of_its_main_component_and_the_captions(read_item: Read, example: Example) -> None:
    report, graphic = read_item(example("newsml-1.xml"))
    found = document(report)
    assert parts(found) == [
        ("headline", "Pilots cleared over grounded ferry"),
        ("caption", "The pilots leave the court in Port Lisk."),
        ("dateline", "PORT LISK, March 4, 2025 (AFP) -"),
        ("body", "The pilots who ran the ferry aground did nothing wrong, a court in Port Lisk ruled on Tuesday."),
        ("body", '"They steered by the chart," said Judge Ines Rovar.'),
        ("credit", "jt/me"),
    ]
    assert (found.outlet, found.agency) == ("AFP", "Agence France-Presse")
    assert found.published == "2025-03-04T06:45:00+01:00"
    assert graphic.passed == "is a picture, graphic or recording"


def test_nitf_gives_what_readers_see(read_item: Read, example: Example) -> None:
    (ended,) = read_item(example("nitf.xml"))
    found = document(ended)
    assert parts(found) == [
        ("headline", "Harbour asks for a new ferry"),
        ("headline", "Old ship needs new hull"),
        ("byline", "By Joss Tarn"),
        ("byline", "Shipping Correspondent"),
        ("caption", "The old ferry at her berth."),
        ("credit", "Ola Brandt"),
        ("dateline", "Port Lisk, Norland"),
        (
            "body",
            "The harbour board of Port Lisk asked on Tuesday for £40 million to buy a new ferry, as the old one had "
            "run aground in fair weather and for the third time in a year, its chairman said.",
        ),
        ("body", "No money yet"),
        ("body", '"We cannot wait," Ines Rovar said there.'),
        ("body", "Ardent | 310 seats"),
        ("body", "Quell | 120 seats"),
        ("credit", "Mara Ellin contributed to this article."),
    ]
    assert (found.agency, found.authors) == ("PA Media", ("Joss Tarn",))
    assert found.dateline is not None and found.dateline.place == "Port Lisk, Norland"


def test_ninjs_gives_its_richest_body_and_the_captions_of_its_pictures(read_item: Read, example: Example) -> None:
    (ended,) = read_item(example("ninjs.json"))
    found = document(ended)
    assert parts(found) == [
        ("headline", "Ferry pilots go back to work"),
        ("caption", "The pilots on the bridge of the ferry."),
        ("byline", "By Mara Ellin"),
        ("dateline", "PORT LISK, Norland (AP) —"),
        ("body", "The pilots of the ferry went back to work on Tuesday, the harbour’s minister said."),
        ("body", "“They have my trust,” Tomas Verrin said."),
    ]
    assert (found.outlet, found.agency, found.authors) == ("Lisk News Agency", "Associated Press", ("Mara Ellin",))
    assert (found.canonical, found.published) == ("http://lisk.example/news/ferry-1", "2025-03-04T06:30:00+01:00")


def test_ritzau_gives_each_report(read_item: Read, example: Example) -> None:
    first, second = map(document, read_item(example("ritzau.xml")))
    assert parts(first) == [
        ("headline", "Ferry is back at sea"),
        ("headline", "Minister's promise kept"),
        ("byline", "Mara Lundby Ellin"),
        ("body", 'The ferry sailed on Tuesday, and the minister called it "a good day" for all.'),
        ("body", "Its pilots were not to blame."),
        ("credit", "/ritzau/"),
    ]
    assert (first.agency, first.authors) == ("Ritzau", ("Mara Lundby Ellin",))
    assert second.agency is None and warned(second, "marked it as cancelled")


def ninjs(**fields: object) -> bytes:
    item = {"uri": "urn:x:1", "versionCreated": "2025-03-04T06:30:00Z", "type": "text", "language": "en"} | fields
    return json.dumps(item).encode()


BODY = "The harbour minister said on Tuesday that the ferry would sail again within a week, and not before."


@pytest.mark.parametrize(
    "bodies",
    [
        {"body_text": BODY},
        {"body_html": f"<p>{BODY}</p>"},
        {"bodies": [{"role": "main", "contentType": "text/plain", "value": BODY}]},
        {"bodies": [{"contenttype": "text/plain", "value": "Poor."}, {"role": "html5", "value": f"<p>{BODY}</p>"}]},
        {
            "bodies": [
                {"role": "nitf", "value": f"<nitf><body><body.content><p>{BODY}</p></body.content></body></nitf>"},
                {"role": "text", "value": "Poor."},
            ]
        },
        {"bodies": [{"role": "nitf", "value": "<<"}, {"role": "text", "value": BODY}]},
    ],
)
def test_each_form_of_a_body_in_ninjs_is_read(read_item: Read, bodies: dict[str, object]) -> None:
    (ended,) = read_item(ninjs(headlines=[{"role": "main", "value": "Ferry to sail"}], **bodies))
    assert document(ended).text == f"Ferry to sail\n{BODY}"


def test_a_byline_in_another_language_names_the_person_alone(read_item: Read) -> None:
    (ended,) = read_item(ninjs(language="de", by="Von Mara Ellin, dpa", body_text=BODY, headline="Ferry"))
    found = document(ended)
    assert (found.authors, found.agency) == (("Mara Ellin",), "dpa")


def test_items_of_ninjs_one_a_line_in_an_array_and_in_an_answer(read_item: Read) -> None:
    first, second = ninjs(body_text=BODY, headline="One"), ninjs(body_text=BODY, headline="Two", guid="urn:x:2")
    together = b",".join((first, second))
    for data in (first + b"\n" + second, b"[" + together + b"]", b'{"total": 2, "_items": [' + together + b"]}"):
        assert [document(one).title for one in read_item(data)] == ["One", "Two"]


def test_an_answer_of_the_ap_without_the_text_says_where_it_is(read_item: Read) -> None:
    item = {"uri": "https://api.example/1?qt=2", "versioncreated": "2025-03-04T06:30:00Z", "type": "text"}
    item |= {"headline": "Ferry", "provider": "AP"}
    item["renditions"] = {"nitf": {"href": "https://api.example/1.nitf"}}  # type: ignore[assignment]
    (ended,) = read_item(json.dumps({"api_version": "2.1", "data": {"item": item}}).encode())
    assert isinstance(ended.error, NoStory) and "a file that it links to" in str(ended.error)


def test_the_ap_s_answer_with_the_text_beside_it(read_item: Read) -> None:
    item = {
        "uri": "https://api.example/1?qt=2",
        "versioncreated": "2025-03-04T06:30:00Z",
        "headline": "Ferry to sail",
        "provider": "AP",
        "bylines": [{"by": "By MARA ELLIN", "title": "Lisk Times"}],
        "links": [{"rel": "canonical", "href": "https://news.example/ferry"}],
    }
    (ended,) = read_item(json.dumps({"data": {"item": item}, "nitf": {"body_html": f"<p>{BODY}</p>"}}).encode())
    found = document(ended)
    assert (found.agency, found.authors) == ("Associated Press", ("Mara Ellin",))
    assert found.canonical == "https://news.example/ferry"


def test_a_file_of_ninjs_that_breaks_off_gives_what_is_whole(read_item: Read) -> None:
    whole = ninjs(body_text=BODY, headline="One")
    first, second = read_item(whole + b"\n" + whole[:60])
    assert document(first).title == "One"
    assert isinstance(second.error, DamagedFile) and "breaks off" in str(second.error)
    assert first.name != second.name


def test_what_is_no_text_is_passed(read_item: Read) -> None:
    (ended,) = read_item(ninjs(type="picture", description_text="The ferry."))
    assert ended.passed == "is a picture"


def newsml_g2(content: str, meta: str = "", about: str = "<headline>Ferry</headline>") -> bytes:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta>'
        "<versionCreated>2025-03-04T06:30:00Z</versionCreated>"
        f"{meta}</itemMeta><contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    ).encode()


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineData contenttype="text/plain">{BODY}</inlineData>',
        f'<inlineData contenttype="text/html">&lt;p&gt;{BODY}&lt;/p&gt;</inlineData>',
        f"<inlineXML><nitf><body><body.content><p>{BODY}</p></body.content></body></nitf></inlineXML>",
        f"<inlineXML><!-- nothing --></inlineXML><inlineXML><html><body>{BODY}</body></html></inlineXML>",
        f'<inlineXML><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p></div></inlineXML>',
    ],
)
def test_each_kind_of_content_in_newsml_g2_is_read(read_item: Read, content: str) -> None:
    (ended,) = read_item(newsml_g2(content))
    assert document(ended).text == f"Ferry\n{BODY}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<inlineXML/>", "only what describes it"),
        ('<remoteContent href="a.xml"/>', "a file that it links to"),
        ("<inlineXML><html><body><p> </p></body></html></inlineXML>", "only what describes it"),
    ],
)
def test_an_item_without_its_text_says_so(read_item: Read, content: str, said: str) -> None:
    (ended,) = read_item(newsml_g2(content))
    assert isinstance(ended.error, NoStory) and said in str(ended.error)


@pytest.mark.parametrize("status", ["stat:canceled", "stat:withheld"])
def test_what_was_withdrawn_is_read_with_a_warning(read_item: Read, status: str) -> None:
    content = f'<inlineData contenttype="text/plain">{BODY}</inlineData>'
    (ended,) = read_item(newsml_g2(content, meta=f'<pubStatus qcode="{status}"/>'))
    assert warned(document(ended), "its sender marked it as")


def test_who_gets_the_credit_wrote_it_and_not_who_passed_it_on(read_item: Read) -> None:
    content = f'<inlineData contenttype="text/plain">{BODY}</inlineData>'
    about = "<headline>Ferry</headline><creditline>Lisk Herald</creditline>"
    (ended,) = read_item(newsml_g2(content, meta='<provider literal="reuters.com"/>', about=about))
    assert (document(ended).outlet, document(ended).agency) == ("Reuters", None)


def test_a_press_release_has_a_distributor_and_no_agency(read_item: Read) -> None:
    content = f"<inlineXML><html><body><h1>Ferry</h1><h2>Old ship, new hull</h2><p>{BODY}</p></body></html></inlineXML>"
    (ended,) = read_item(newsml_g2(content, meta='<provider literal="globenewswire.com"/>'))
    found = document(ended)
    assert (found.outlet, found.agency) == ("GlobeNewswire", None)
    assert found.text == f"Ferry\nOld ship, new hull\n{BODY}"
    assert [kind for kind, _ in parts(found)] == ["headline", "headline", "body"]


def test_xml_that_is_cut_off_or_not_well_formed_is_read_with_a_warning(read_item: Read) -> None:
    whole = newsml_g2(f"<inlineXML><html><body><p>{BODY}</p><p>More of it.</p></body></html></inlineXML>")
    for data in (whole[:-40], whole.replace(b"</p><p>", b"<p>"), whole.replace(b"More", b"Q&A")):
        (ended,) = read_item(data)
        assert BODY in document(ended).text and warned(document(ended), "mended")


def test_entities_of_its_own_are_refused_and_no_file_is_looked_at(read_item: Read, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY told "the secret">', encoding="utf8")
    item = newsml_g2(f"<inlineXML><html><body><p>{BODY} &told;</p></body></html></inlineXML>")
    (ended,) = read_item(b'<!DOCTYPE newsItem [<!ENTITY told "x">]>' + item)
    assert isinstance(ended.error, DamagedFile) and "entities" in str(ended.error)
    for declared in (f'[<!ENTITY % d SYSTEM "{secret.as_uri()}"> %d;]', f'SYSTEM "{secret.as_uri()}"'):
        (ended,) = read_item(f"<!DOCTYPE newsItem {declared}>".encode() + item)
        assert "the secret" not in document(ended).text and BODY in document(ended).text


def test_entities_behind_a_long_comment_are_refused() -> None:
    comment = b"<!--" + b"x" * 70_000 + b"-->"
    with pytest.raises(DamagedFile, match="entities"):
        parse_xml(comment + b'<!DOCTYPE r [<!ENTITY told "x">]><r>&told;</r>', "item.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_bytes_decide_what_the_encoding_is(read_item: Read, encoding: str) -> None:
    item = newsml_g2(f"<inlineXML><html><body><p>{BODY} Zoë agreed.</p></body></html></inlineXML>").decode()
    stated = "iso-8859-1" if encoding == "utf-8" else encoding
    (ended,) = read_item(f'<?xml version="1.0" encoding="{stated}"?>{item}'.encode(encoding))
    assert document(ended).text.endswith("Zoë agreed.")


def newsml_1(*components: str, lines: str = "", choice: str = "") -> bytes:
    body = "".join(f"<NewsComponent>{one}</NewsComponent>" for one in components)
    return (
        "<NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20250304T063000Z</ThisRevisionCreated>"
        f"</NewsManagement><NewsComponent>{choice}<NewsLines><HeadLine>Ferry</HeadLine>{lines}</NewsLines>"
        f"{body}</NewsComponent></NewsItem></NewsML>"
    ).encode()


def content(words: str) -> str:
    return f"<ContentItem><MediaType FormalName='Text'/><DataContent>{words}</DataContent></ContentItem>"


def test_what_is_said_in_two_languages_is_read_once(read_item: Read) -> None:
    choice = "<BasisForChoice Rank='1'>./NewsComponent/DescriptiveMetadata/Language</BasisForChoice>"
    (ended,) = read_item(newsml_1(content(f"<p>{BODY}</p>"), content("<p>En anden.</p>"), choice=choice))
    assert document(ended).text == f"Ferry\n{BODY}"


def test_bodies_in_several_components_are_read_in_order(read_item: Read) -> None:
    role = "<Role FormalName='Body'/>"
    tweet = "<Role FormalName='TweetText'/>" + content("Short.")
    (ended,) = read_item(newsml_1(role + content(f"<p>{BODY}</p>"), tweet, role + content("Second part.")))
    assert document(ended).text == f"Ferry\n{BODY}\nSecond part."


@pytest.mark.parametrize(
    ("stated", "zone", "place", "day"),
    [
        ("PORT LISK, March 4", "PORT LISK, March 4", "PORT LISK", "March 4"),
        ("Port Lisk, 4 mars 2025 (AFP)", "Port Lisk, 4 mars 2025 (AFP)", "Port Lisk", "4 mars 2025"),
        ("ST. ARVEN, Nor.", "ST. ARVEN, Nor.", "ST. ARVEN, Nor.", None),
        ("PORT LISK, March 4 AFP -", "PORT LISK, March 4 AFP -", "PORT LISK", "March 4"),
    ],
)
def test_a_dateline_of_its_own_is_one(read_item: Read, stated: str, zone: str, place: str, day: str | None) -> None:
    data = newsml_1(content(f"<p>{BODY}</p>"), lines=f"<DateLine>{stated}</DateLine>")
    found = document(read_item(data)[0])
    assert ("dateline", zone) in parts(found)
    assert found.dateline is not None and (found.dateline.place, found.dateline.date) == (place, day)


def test_a_dateline_that_the_text_has_or_that_is_only_a_time_is_not_put_before_it(read_item: Read) -> None:
    for stated in ("March 4", "2025-03-04 06:30 GMT"):
        data = newsml_1(content(f"<p>PORT LISK, March 4 (AFP) - {BODY}</p>"), lines=f"<DateLine>{stated}</DateLine>")
        assert document(read_item(data)[0]).text == f"Ferry\nPORT LISK, March 4 (AFP) - {BODY}"


def test_two_versions_of_one_item_have_names_of_their_own(read_item: Read) -> None:
    item = newsml_g2(f'<inlineData contenttype="text/plain">{BODY}</inlineData>')
    first, second = read_item(b"<newsMessage><itemSet>" + item + item + b"</itemSet></newsMessage>")
    assert document(first).text == document(second).text and first.name != second.name


def test_what_comments_and_references_part_is_whole(read_item: Read) -> None:
    about = "<headline>Caf&eacute; <!-- a note --> owner&rsquo;s ferry</headline>"
    item = newsml_g2(f"<inlineXML><html><body><p>{BODY}<!-- a note --></p></body></html></inlineXML>", about=about)
    (ended,) = read_item(b'<!DOCTYPE newsItem SYSTEM "g2.dtd">' + item)
    assert document(ended).text == f"Café owner’s ferry\n{BODY}"


def test_an_empty_message_holds_no_document(read_item: Read) -> None:
    for data in (b"<newsMessage><itemSet/></newsMessage>", b"<NewsML/>", b"<XMLNewsQueuedResponse/>"):
        (ended,) = read_item(data)
        assert "holds no document" in str(ended.error)
