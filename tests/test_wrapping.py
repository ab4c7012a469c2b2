from onrecord.wrapping import goes_on, unwrapped

LINE = "The harbour minister of Valland said on Monday that the"


def paragraphs(text: str) -> list[str]:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            lines.append((start, at + len(line.rstrip())))
        at += len(line) + 1
    return [text[start:end] for start, end in unwrapped(text, lines)]


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    text = f"{LINE}\nlanterns would be lit again.\n    The boats need them, she told everybody at the pier\nof Oresk."
    assert paragraphs(text) == [text[:84], text[89:]]


def test_a_sentence_that_ends_a_blank_line_and_an_indent_part_paragraphs() -> None:
    assert paragraphs(f"{LINE} boats sail.\nThey sailed.") == [f"{LINE} boats sail.", "They sailed."]
    assert paragraphs(f"{LINE}\n\nlanterns") == [LINE, "lanterns"]
    assert paragraphs(f"{LINE}\n   lanterns") == [LINE, "lanterns"]


def test_a_short_line_and_one_that_was_never_wrapped_go_on_nowhere() -> None:
    assert not goes_on("Shr 15 cts", 1)
    assert not goes_on(LINE * 3, 1)
    assert paragraphs("") == []
