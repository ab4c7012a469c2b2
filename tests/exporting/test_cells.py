"""Text that fits a field."""

from onrecord.exporting.cells import cell, joined


def test_what_ends_a_field_or_a_line_becomes_a_blank() -> None:
    assert cell("a\tb\r\n c\x85d\u2028e\x1b[31m\u202ef") == "a b c d e [31m f"
    assert cell("a;b|c", ";|") == "a b c"
    assert cell(" \t ") == ""


def test_joiners_within_words_stay() -> None:
    assert cell("می\u200cخواهد") == "می\u200cخواهد"


def test_a_list_has_each_text_once() -> None:
    assert joined(["b;c", "", "a", "b c"]) == "b c;a"
