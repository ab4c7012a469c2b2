"""Fragments of HTML into paragraphs."""

from time import process_time

import pytest

from onrecord.reading.fragments import lines_in_html, lines_in_text

FULL = "The harbour minister said on Tuesday that the ferry would be repaired"
REST = "within a week, and that nobody had been hurt."


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One.<p>Two.</p>Three.</div>", ["One.", "Two.", "Three."]),
        ("<p>An <b>in</b>ner w<i>or</i>d</p>", ["An inner word"]),
        ("<p>One.<br/><br>Two.</p>", ["One.", "Two."]),
        ("<p>Mara Ellin<br>Port Lisk<br>555 01</p>", ["Mara Ellin", "Port Lisk", "555 01"]),
        (f"<p>{FULL} <br>\n{REST}</p>", [f"{FULL} {REST}"]),
        ("<p>One\n   line\n   in\n   all</p>", ["One line in all"]),
        ("<p>    First one\ngoes on.\n    Second one\ngoes on.</p>", ["First one goes on.", "Second one goes on."]),
        ("<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul>", ["One", "Two", "Three"]),
        ("<dl><dt>Who</dt><dd>Mara</dd></dl>", ["Who", "Mara"]),
        ("<table><tr><th>A</th><th></th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", ["A | B", "1 | 2"]),
        ("<table><caption>Ships</caption><tr><td>1</td><td>2</td></tr></table>", ["Ships", "1 | 2"]),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", ["One.", "Two."]),
        ("<table><tr><td>A</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>", ["A | 1 | 2"]),
        ("<pre>Ardent 3\nQuell 1</pre>", ["Ardent 3", "Quell 1"]),
        ("<script>x()</script><style>p {}</style><p>One.</p><!-- two -->", ["One."]),
        ("<p>&lt;div class='embed'&gt;&lt;/div&gt;</p><p>One.</p>", ["One."]),
        ("<p>It&amp;apos;s &amp;quot;here&amp;quot; &amp;amp; now</p>", ['It\'s "here" & now']),
        ("<p>3 &lt; 4 &amp; 5</p>", ["3 < 4 & 5"]),
        ('<p><span class="a">Harbour</span><span class="b">LNA</span></p>', ["Harbour LNA"]),
        ("<p>&#0;One&#xD800;</p>", ["One"]),
        ("<p></p>", []),
        ("", []),
        ("No tags, &amp; no paragraphs", ["No tags, & no paragraphs"]),
    ],
)
def test_paragraphs_of_a_fragment(markup: str, lines: list[str]) -> None:
    assert [words for _, words in lines_in_html(markup)] == lines


def test_captions_and_credits_of_figures_are_told() -> None:
    markup = (
        "<h1>Ferry</h1><h2>New hull</h2><figure><div>Ola Brandt</div><figcaption>Ship</figcaption></figure><h2>Why</h2>"
    )
    assert lines_in_html(markup) == [
        ("headline", "Ferry"),
        ("headline", "New hull"),
        ("credit", "Ola Brandt"),
        ("caption", "Ship"),
        (None, "Why"),
    ]


def test_a_table_that_only_sets_things_side_by_side_is_none() -> None:
    long = "word " * 100
    markup = f"<table><tr><td><p>{long}</p><p>Second.</p></td><td>Third.</td></tr></table>"
    assert [words for _, words in lines_in_html(markup)] == [long.strip(), "Second.", "Third."]


def test_plain_text() -> None:
    assert lines_in_text(f"{FULL}\n{REST}\n\nSecond.\r\nThird.") == [
        (None, f"{FULL} {REST}"),
        (None, "Second."),
        (None, "Third."),
    ]


def test_markup_that_is_nested_without_end_is_no_error() -> None:
    deep = "<div>" * 5000 + "Words." + "</div>" * 5000
    assert [words for _, words in lines_in_html(deep)] in ([], ["Words."])


def test_tables_in_tables_take_no_time() -> None:
    deep = "<table><tr><td>A</td><td>" * 60 + "B" + "</td></tr></table>" * 60
    assert lines_in_html(deep) == [(None, "A | " * 60 + "B")]
    alone = "<table><tr><td>" * 60 + "<p>One.</p><p>Two.</p>" + "</td></tr></table>" * 60
    assert [words for _, words in lines_in_html(alone)] == ["One.", "Two."]


def test_many_paragraphs_take_no_time_each() -> None:
    started = process_time()
    assert len(lines_in_html("<p>Words.</p>" * 40_000)) == 40_000
    # Looking back at all of them for each took a hundred times as long.
    assert process_time() - started < 20
