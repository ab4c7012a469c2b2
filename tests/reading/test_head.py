import pytest

from onrecord.reading.head import Head, Root


def head(data: bytes) -> Head:
    return Head(data=data, whole=True, name="a")


@pytest.mark.parametrize(
    ("data", "root"),
    [
        (b"<nitf/>", Root("nitf", None)),
        (b"<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<nitf version='3'>", Root("nitf", None)),
        (b"<!DOCTYPE nitf SYSTEM 'a.dtd' [<!ELEMENT a (b)>]><nitf>", Root("nitf", None)),
        (b'<newsItem xmlns="urn:x" guid="1">', Root("newsItem", "urn:x")),
        (b"<a:newsItem b='1' xmlns:b='urn:y' xmlns:a='urn:x'>", Root("newsItem", "urn:x")),
        ("<?xml version='1.0'?><feed/>".encode("utf-16"), Root("feed", None)),
        (b"no markup <here>", None),
        (b"<", None),
        (b"", None),
        (b"<!-- never closed", None),
    ],
)
def test_the_root_of_xml(data: bytes, root: Root | None) -> None:
    assert head(data).root == root


def test_a_long_run_of_comments_costs_no_time() -> None:
    assert head(b"<!-- a -->" * 6000 + b"word").root is None


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b' {"a": 1}', {"a": 1}),
        (b'\xef\xbb\xbf{"a": 1}\n{"b": 2}', {"a": 1}),
        (b'[ {"a": 1}, {"b": 2}]', {"a": 1}),
        (b'{"a": ', None),
        (b"[1, 2]", None),
        (b'{"a": 1' + b"[" * 5000, None),
        (b"", None),
    ],
)
def test_the_first_object_of_json(data: bytes, found: object) -> None:
    assert head(data).first_object == found
