"""Whatever the bytes are, reading ends in a Document or in one clear error."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ReadingError
from onrecord.reading import read_bytes
from onrecord.settings import Settings

NAMES = st.sampled_from(["a", "a.txt", "a.md", "a.html", "a.json", "standard input", "https://news.example/a?b=c.md"])
BEGINNINGS = st.sampled_from(
    [
        b"",
        b"<html><body>",
        b"<!DOCTYPE html><meta charset=shift_jis>",
        b"<?xml version='1.0'?><html>",
        b"---\n",
        b"+++\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xff\xfe\0\0",
        b"{",
        b"# ",
        b"PORT LISK (AP) - ",
    ]
)
PIECES = st.sampled_from(
    [
        b"<p>",
        b"</p>",
        b"<div class='caption'>",
        b"<figcaption>",
        b"<script type='application/ld+json'>",
        b'{"@type": "NewsArticle", "author": [{"name": [1]}, null], "publisher": 3, "headline": {}}',
        b"</script>",
        b"<!--",
        b"&#0;",
        b"&#xDFFF;",
        b"<table><tr><td>",
        b"<meta property='og:title' content='",
        b"<link rel=canonical href='http://[",
        b"title: [",
        b"date: 2024-99-99\n",
        b"\n---\n",
        b"[a](b)",
        b"![a b c d e f](g)",
        b"| a |\n|---|\n",
        b"```",
        b"\n\n",
        b"The harbour minister said on Tuesday that the ferry would be repaired within a week, again. ",
        b"(Yonhap) |\n",
        b"\xe2\x80\x9c",
        b"\x93",
    ]
)
MARKED_UP = st.builds(lambda first, rest: first + b"".join(rest), BEGINNINGS, st.lists(PIECES | st.binary(max_size=6)))


@settings(max_examples=300)
@given(st.binary(max_size=400) | MARKED_UP, NAMES)
def test_bytes_become_a_document_or_a_reading_error(data: bytes, name: str) -> None:
    try:
        found = read_bytes(data, name, settings=Settings())
    except ReadingError as error:
        assert error.subject == name and error.reason and error.advice
        assert "\n" not in str(error)
    else:
        json.dumps(found.to_json(), ensure_ascii=False).encode()
        assert found.text.strip() and "\0" not in found.text
        if found.title is not None:
            assert found.title.strip() == found.title != ""
        paragraphs = found.paragraphs()
        for zone in found.zones:
            assert any(start <= zone.start and zone.end <= end for start, end in paragraphs)


@given(st.lists(PIECES | st.text(max_size=9).map(str.encode), min_size=1, max_size=12).map(b"".join))
def test_pages_and_markdown_hold_one_paragraph_a_line(data: bytes) -> None:
    for start, name in ((b"<html><body>", "a.html"), (b"", "a.md")):
        try:
            text = read_bytes(start + data, name, settings=Settings()).text
        except ReadingError:
            continue
        assert all(line and line == " ".join(line.split()) for line in text.split("\n"))


@pytest.mark.parametrize("module", ["onrecord.reading", "onrecord.reading.documents"])
def test_importing_the_room_loads_nothing_heavy(module: str) -> None:
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "babel",
        "charset_normalizer",
        "htmldate",
        "httpx",
        "lxml",
        "markdown_it",
        "py3langid",
        "trafilatura",
        "yaml",
    }
    assert not heavy & set(json.loads(done.stdout))
