import random

import pytest

from onrecord.errors import BinaryDocument, UnknownEncoding
from onrecord.reading import read_bytes
from onrecord.reading.decode import decode
from onrecord.settings import Settings

ENGLISH = "“The ferry’s café is closed,” said Zoë Márton — twice. "
RUSSIAN = "Министр сказал во вторник, что паром починят до конца недели. Рыбаки не верят этому.\n" * 5
GREEK = "Ο υπουργός δήλωσε την Τρίτη ότι το πλοίο θα επισκευαστεί μέσα στην εβδομάδα.\n" * 5
JAPANESE = "大臣は火曜日、フェリーは一週間以内に修理されると述べた。漁師たちは信じていない。\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_warning(encoding: str) -> None:
    found = decode(ENGLISH.encode(encoding), "a.txt", page=False)
    assert (found.text, found.warnings) == (ENGLISH, ())


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_of_either_order(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + ENGLISH.encode(order), "a.txt", page=False).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (JAPANESE, "shift_jis", "cp932"),
    ],
)
def test_another_encoding_is_told_and_named(text: str, encoding: str, named: str) -> None:
    found = decode(text.encode(encoding), "a.txt", page=False)
    assert found.text == text
    assert len(found.warnings) == 1 and named in found.warnings[0] and "UTF-8" in found.warnings[0]


def test_the_warning_comes_with_the_document(settings: Settings) -> None:
    found = read_bytes(ENGLISH.encode("cp1252"), "a.txt", settings=settings)
    assert found.text == ENGLISH and "windows-1252" in found.warnings[0]


def test_what_the_server_states_is_believed_of_bytes_that_are_not_utf_8() -> None:
    found = decode(GREEK.encode("iso8859-7"), "a.txt", page=False, charset="ISO-8859-7")
    assert (found.text, found.warnings) == (GREEK, ())


def test_utf_8_is_believed_over_a_statement() -> None:
    assert decode(ENGLISH.encode(), "a.txt", page=False, charset="iso-8859-1").text == ENGLISH


def test_a_page_states_its_encoding() -> None:
    page = f"<html><head><meta charset='windows-1251'></head><p>{RUSSIAN}"
    assert decode(page.encode("cp1251"), "a.html", page=True).text == page
    old = f'<html><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{RUSSIAN}'
    assert decode(old.encode("koi8-r"), "a.html", page=True).text == old
    xhtml = f'<?xml version="1.0" encoding="Shift_JIS"?><html><p>{JAPANESE}'
    assert decode(xhtml.encode("shift_jis"), "a.html", page=True).text == xhtml
    seven_bit = f'<html><meta charset="iso-2022-jp"><p>{JAPANESE}'
    assert decode(seven_bit.encode("iso-2022-jp"), "a.html", page=True).text == seven_bit


def test_latin_1_on_the_web_is_windows_1252() -> None:
    page = f"<html><meta charset=iso-8859-1><p>{ENGLISH}"
    assert decode(page.encode("cp1252"), "a.html", page=True).text == page


@pytest.mark.parametrize("label", ["utf-7", "rot13", "unicode_escape", "idna", "no-such", "", "utf-16"])
def test_a_label_that_is_no_encoding_of_the_web_is_passed_over(label: str) -> None:
    data = ENGLISH.encode("cp1252")
    assert decode(data, "a.txt", page=False, charset=label).text == ENGLISH


def test_mixed_encodings_are_refused_and_the_place_is_named() -> None:
    data = "“One”\n“two”\n“three” ".encode() + b"\x93four\x94"
    with pytest.raises(
        UnknownEncoding, match=r"a\.txt: is UTF-8 but for 2 bytes, the first on line 3; save it as UTF-8"
    ):
        decode(data, "a.txt", page=False)


def test_half_of_each_is_mixed() -> None:
    with pytest.raises(UnknownEncoding, match="is UTF-8 but for"):
        decode(RUSSIAN.encode() + RUSSIAN.encode("cp1251"), "a.txt", page=False)


def test_a_page_with_a_broken_byte_is_read_as_a_browser_would() -> None:
    found = decode("<html><p>“One” “two”".encode() + b"\x93", "a.html", page=True)
    assert found.text.endswith("“two”\ufffd") and "U+FFFD" in found.warnings[0]


def test_a_broken_byte_order_is_refused() -> None:
    with pytest.raises(UnknownEncoding, match="UTF-16"):
        decode(b"\xff\xfeA\0B", "a.txt", page=False)


def test_bytes_with_many_controls_are_binary() -> None:
    with pytest.raises(BinaryDocument):
        decode(bytes(range(1, 32)) * 20 + b"\xff\xfe\x81", "a.bin", page=False)


def test_bytes_that_fit_nothing_are_refused(settings: Settings) -> None:
    letters = [*range(32, 127), *range(128, 256)]
    noise = bytes(random.Random(3).choices(letters, k=500))
    with pytest.raises(UnknownEncoding, match="save it as UTF-8"):
        read_bytes(noise, "a.txt", settings=settings)
