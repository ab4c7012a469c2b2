import json
import logging

import pytest

from onrecord.errors import NoStory, TooLarge
from onrecord.reading import read_bytes
from onrecord.reading.stories import LONGEST_MARKUP
from onrecord.records import Dateline, Document
from onrecord.settings import Settings

FIRST = "The harbour minister said on Tuesday that the ferry would be repaired within a week, at a cost of 3 million."
SECOND = "Fishermen in the port of Lisk said they did not believe her, and called for a vote in parliament this month."
THIRD = "“We have heard this before,” said Tomas Reik, who has sailed from the port for thirty years without a ferry."
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry row deepens",
    "datePublished": "2024-10-31T09:30:00Z",
    "dateModified": "2024-11-02T09:30:00Z",
    "author": [{"@type": "Person", "name": "Mara Ellin"}, {"@type": "Person", "name": "Jon Vey"}],
    "publisher": {"@type": "Organization", "name": "The Port Lisk Mail"},
}
HEAD = """
<title>Ferry row deepens | The Port Lisk Mail</title>
<meta property="og:title" content="Ferry row deepens in the port">
<meta property="og:site_name" content="Port Lisk Mail">
<link rel="canonical" href="/2024/ferry-row">
"""
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport in Port Lisk</a></li></ul></nav>"
FIGURE = "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>"
COOKIES = "<div class='cookie-banner'><p>We use cookies to make this site better. Accept all cookies?</p></div>"
RELATED = (
    "<aside class='related'><h3>Related stories</h3><ul><li><a href='/2'>Minister to resign over the ferry</a></li>"
    "</ul></aside>"
)


def page(body: str, head: str = HEAD, scripts: object = None, language: str = "en") -> str:
    linked = "" if scripts is None else f"<script type='application/ld+json'>{json.dumps(scripts)}</script>"
    return f"<!DOCTYPE html><html lang='{language}'><head>{head}{linked}</head><body>{body}</body></html>"


def story(*parts: str) -> str:
    """Paragraphs as they are; what begins with `<` as markup."""
    inner = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return (
        f"{MENU}{COOKIES}<main><article><h1>Ferry row deepens</h1>{inner}</article></main>{RELATED}"
        "<footer><p>Copyright The Port Lisk Mail. Terms of use apply to everything.</p></footer>"
    )


def read(source: str, address: str | None = None) -> Document:
    return read_bytes(source.encode(), "report.html", settings=Settings(), address=address)


def test_the_text_is_the_story_alone() -> None:
    found = read(page(story(FIRST, SECOND, THIRD)))
    assert found.text == "\n".join(["Ferry row deepens", FIRST, SECOND, THIRD])
    assert [zone.kind for zone in found.zones] == ["headline", "body", "body", "body"]


def test_what_the_page_states_is_metadata() -> None:
    found = read(page(story(FIRST, SECOND, THIRD), scripts=ARTICLE), "https://news.example/2024/ferry-row?x=1")
    assert (found.title, found.outlet) == ("Ferry row deepens", "Port Lisk Mail")
    assert found.authors == ("Mara Ellin", "Jon Vey")
    assert found.published == "2024-10-31T09:30:00+00:00"
    assert found.url == "https://news.example/2024/ferry-row?x=1"
    assert found.canonical == "https://news.example/2024/ferry-row"
    assert (found.language, found.warnings) == ("en", ())


def test_a_relative_canonical_link_without_an_address_is_none() -> None:
    assert read(page(story(FIRST, SECOND, THIRD))).canonical is None


def test_captions_stand_where_they_stand_on_the_page() -> None:
    lead, inner = "The ferry lies in the harbour of Port Lisk.", "Tomas Reik on his boat, the Norland Star."
    found = read(
        page(
            story(FIGURE.format(f"{lead} <span>(AP Photo/Jon Vey)</span>"), FIRST, FIGURE.format(inner), SECOND, THIRD)
        )
    )
    lines = found.text.split("\n")
    assert lines == ["Ferry row deepens", f"{lead} (AP Photo/Jon Vey)", FIRST, inner, SECOND, THIRD]
    assert [zone.kind for zone in found.zones] == ["headline", "caption", "credit", "body", "caption", "body", "body"]


def test_captions_of_other_stories_and_promises_are_left_out() -> None:
    other = "<aside>" + FIGURE.format("A picture that belongs to another story.") + "</aside>"
    linked = "<a href='/3'>" + FIGURE.format("A picture that leads to another story.") + "</a>"
    promise = FIGURE.format("Need more of this? Subscribe to our sister magazine today.")
    found = read(page(story(other, FIRST, linked, SECOND, promise, THIRD)))
    assert found.text.split("\n") == ["Ferry row deepens", FIRST, SECOND, THIRD]


def test_invitations_and_lists_of_other_stories_are_left_out() -> None:
    found = read(
        page(
            story(
                FIRST,
                "<p><a href='/4'>Minister refuses to say when the ferry will sail again</a></p>",
                "Sign up for our newsletter to get the news in your inbox.",
                "Read more: Why the ferry sank",
                SECOND,
                THIRD,
                "<h2>More from the Mail</h2><p><a href='/5'>Ten boats to see this summer</a></p>",
            )
        )
    )
    assert found.text.split("\n") == ["Ferry row deepens", FIRST, SECOND, THIRD]


def test_a_list_of_other_stories_in_the_middle_takes_nothing_of_the_story() -> None:
    inset = "<h3>Don't miss</h3><p><a href='/6'>Ten boats to see this summer in the port of Lisk</a></p>"
    found = read(page(story(FIRST, inset, SECOND, THIRD)))
    assert found.text.split("\n") == ["Ferry row deepens", FIRST, SECOND, THIRD]


def test_a_long_paragraph_ends_a_list_of_other_stories() -> None:
    inset = "<h3>Popular</h3><p><a href='/6'>Ten boats to see this summer in the port of Lisk</a></p>"
    long = f"{THIRD} The quay had been full of people since dawn, and most of them had come on foot. {SECOND}"
    end = "Nobody answered."
    found = read(page(story(FIRST, SECOND, inset, long, end)))
    assert found.text.split("\n") == ["Ferry row deepens", FIRST, SECOND, long, end]


def test_a_paragraph_with_links_within_the_story_is_kept() -> None:
    linked = "<div><span>{} was told of in the </span><a href='/8'>minutes of the council of the port{}</a></div>"
    whole, label = linked.format("All of that", "."), linked.format("More of it", "")
    found = read(page(story(FIRST, SECOND, whole, label, THIRD, f"{FIRST} Again.", f"{SECOND} Again.")))
    kept = "All of that was told of in the minutes of the council of the port."
    repeated = [f"{FIRST} Again.", f"{SECOND} Again."]
    assert found.text.split("\n") == ["Ferry row deepens", FIRST, SECOND, kept, THIRD, *repeated]


def test_dateline_byline_agency_and_credit_of_a_page() -> None:
    found = read(
        page(
            story(f"PORT LISK, Norland (AP) — {FIRST}", SECOND, f"{THIRD} (Reuters)"), scripts={**ARTICLE, "author": []}
        )
    )
    assert (found.dateline, found.agency) == (Dateline("PORT LISK, Norland", None), "Associated Press")


@pytest.mark.parametrize(
    "author", ["Associated Press", {"@type": "Organization", "name": "AP"}, ["Reuters Staff", "AP"]]
)
def test_an_agency_as_author_is_the_agency(author: object) -> None:
    found = read(page(story(FIRST, SECOND, THIRD), scripts={**ARTICLE, "author": author}))
    assert (found.authors, found.agency) == ((), "Associated Press")


def test_the_outlet_is_no_author() -> None:
    found = read(page(story(FIRST, SECOND, THIRD), scripts={**ARTICLE, "author": "Port Lisk"}))
    assert found.authors == ()


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-10-31T09:30:00+01:00">', "2024-10-31T09:30:00+01:00"),
        ('<meta name="pubdate" content="2024-10-31">', "2024-10-31"),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', None),
        ("", None),
    ],
)
def test_the_date_is_stated_or_unknown(head: str, published: str | None) -> None:
    assert read(page(story(FIRST, SECOND, THIRD), HEAD + head)).published == published


def test_the_date_that_a_page_shows_is_found() -> None:
    shown = "<time datetime='2024-10-31'>31 October 2024</time>"
    assert read(page(story(shown, FIRST, SECOND, THIRD))).published == "2024-10-31"


def test_the_byline_that_a_page_shows_is_found() -> None:
    found = read(page(story("<p class='byline'>By <a rel='author'>Mara Ellin</a></p>", FIRST, SECOND, THIRD)))
    assert found.authors == ("Mara Ellin",)


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        ("<title>Ferry row deepens | The Mail</title>", "<h1>Ferry row deepens</h1>", "Ferry row deepens"),
        (
            '<title>Ferry row – The Mail</title><meta property="og:site_name" content="The Mail">',
            "<h1>The Mail</h1><h1>Menu</h1>",
            "Ferry row",
        ),
        ('<meta property="og:title" content="Row over\u00a0ferry">', "", "Row over ferry"),
        ("", "<h1>Ferry <br>row</h1>", "Ferry row"),
        ("", "", None),
    ],
)
def test_the_title_is_the_headline_without_the_outlet(head: str, h1: str, title: str | None) -> None:
    body = f"<article>{h1}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    assert read(page(body, head)).title == title


def test_the_outlet_in_the_first_heading_is_no_headline() -> None:
    head = '<title>The Lisk Mail: Ferry row</title><meta property="og:site_name" content="The Lisk Mail">'
    found = read(page(f"<h1>The Lisk Mail</h1><article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>", head))
    assert found.title == "The Lisk Mail: Ferry row"


def test_html_in_json_ld_is_read() -> None:
    article = {**ARTICLE, "headline": "Ferry &amp; port: <em>row</em> deepens", "author": "Se&aacute;n O&#039;Reik"}
    body = f"<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    found = read(page(body, head="", scripts=article))
    assert (found.title, found.authors) == ("Ferry & port: row deepens", ("Seán O'Reik",))


def test_broken_json_ld_is_passed_over() -> None:
    scripts = "".join(f"<script type='application/ld+json'>{one}</script>" for one in ("{", "[" * 100_000, "7", '"x"'))
    good = f"<script type='application/ld+json'>//<![CDATA[\n{json.dumps({'@graph': [ARTICLE]})}\n//]]></script>"
    found = read(page(story(FIRST, SECOND, THIRD), HEAD + scripts + good))
    assert found.authors == ("Mara Ellin", "Jon Vey")


def test_other_articles_in_json_ld_are_not_this_one() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{**ARTICLE, "author": "Nobody Atall"}]}
    assert read(page(story(FIRST, SECOND, THIRD), scripts=[listed, ARTICLE])).authors == ("Mara Ellin", "Jon Vey")


def test_json_ld_refers_by_id() -> None:
    graph = [{**ARTICLE, "author": {"@id": "#mara"}}, {"@id": "#mara", "@type": "Person", "name": "Mara Ellin"}]
    assert read(page(story(FIRST, SECOND, THIRD), scripts={"@graph": graph})).authors == ("Mara Ellin",)


def test_xhtml_is_read() -> None:
    source = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Ferry row</title>'
        f'<script src="a.js"/></head><body><div><p/><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>'
    )
    found = read(source)
    assert found.text.split("\n") == ["Ferry row", FIRST, SECOND, THIRD]


def test_a_table_is_read_row_by_row() -> None:
    table = "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Lisk</td><td>40</td></tr></table>"
    assert "Port | Boats\nLisk | 40" in read(page(story(FIRST, SECOND, table, THIRD))).text


def test_a_page_in_another_language_is_read_with_a_warning() -> None:
    german = "Der Hafenminister sagte am Dienstag, dass die Fähre innerhalb einer Woche repariert werde, trotz allem."
    found = read(page(f"<article><h1>Streit um Fähre</h1><p>{german}</p><p>{german} Wirklich.</p></article>", head=""))
    assert found.language == "de"
    assert found.warnings == ("it is in German; the model is for English, so expect little",)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>Access denied.</p>",
        MENU,
        "<div id='root'></div><script>start()</script>",
        "<ul>"
        + "".join(f"<li><a href='/{n}'>Minister says no to plan number {n}</a></li>" for n in range(40))
        + "</ul>",
    ],
)
def test_a_page_without_a_story_is_refused(body: str) -> None:
    with pytest.raises(NoStory, match=r"^report\.html: has no story on it"):
        read(page(body))


def test_markup_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooLarge, match=r"HTML of one report.*as a \.txt file"):
        read("<html>" + " " * LONGEST_MARKUP)


@pytest.mark.parametrize(
    "broken", ["<html><body><div>" * 300, "<html>" + "<b>" * 100, "<html><p>&#0;&#xD800;&#x1;&#12;\x01\x0b\x0c"]
)
def test_broken_markup_around_a_story(broken: str) -> None:
    found = read(f"{broken}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>")
    assert SECOND in found.text and "\ud800" not in found.text


def test_reading_a_page_prints_and_logs_nothing(
    capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
) -> None:
    root = logging.getLogger()
    handlers, root.handlers = root.handlers, []
    try:
        with pytest.raises(NoStory):
            read("<html><head><meta name='date' content='11 Oct 2024 EST'></head><p>x")
        read(page(story(FIRST, SECOND, THIRD)))
    finally:
        root.handlers = handlers
    assert capfd.readouterr() == ("", "")
    assert not list(recwarn)
