"""A statement in its sentence."""

from onrecord.ledger import Hit, Shown
from onrecord.records import Page, Ref, Span, Statement
from onrecord.web.placing import in_place


def shown(text: str, content: str, *found: str, around: str | None = None) -> Shown:
    """A statement in a paragraph that begins at 100 of its document."""

    def cut(words: str) -> Span:
        start = text.index(words)
        return Span(start + 100, start + 100 + len(words), words)

    statement = Statement(id="st-1", type="indirect", content=(cut(content),))
    page = Page(document="sha256:a")
    hit = Hit(Ref("sha256:a", None, "st-1", cut(around or content)), statement, (), None, 1, page)
    marks = tuple((span.start, span.end) for span in map(cut, found))
    return Shown(hit, Span(100, 100 + len(text), text), marks)


def test_what_was_said_and_what_was_found_are_told_apart() -> None:
    text = "Ada Orlin said\nthat the ferry would sail. It did."
    pieces = in_place(shown(text, "that the ferry would sail", "ferry"))
    assert [(one.text, one.said, one.found) for one in pieces] == [
        ("Ada Orlin said ", False, False),
        ("that the ", True, False),
        ("ferry", True, True),
        (" would sail", True, False),
        (". It did.", False, False),
    ]


def test_a_long_paragraph_is_cut_between_words_around_the_statement() -> None:
    text = "word " * 200 + "that it sails" + " word" * 200
    pieces = in_place(shown(text, "that it sails"), 60)
    assert pieces[0].text == "… " and pieces[-1].text == " …"
    whole = "".join(one.text for one in pieces)
    assert "that it sails" in whole and len(whole) < 90
    assert set(whole.split()) == {"…", "word", "that", "it", "sails"}


def test_of_a_long_statement_the_place_is_shown_where_it_was_found() -> None:
    said = "they sail " * 100 + "the zeppelin lands " + "they sail " * 100
    (found,) = (one for one in in_place(shown(said, said.strip(), "zeppelin"), 80) if one.found)
    assert found.text == "zeppelin"
    begun = "".join(one.text for one in in_place(shown(said, said.strip()), 80))
    assert begun.startswith("they sail") and begun.endswith("…")


def test_a_headline_before_a_line_that_no_width_broke_is_left_out() -> None:
    line = "Ada Orlin said that the ferry would sail, as it has done each day at dawn since the harbour opened."
    text = f"Ferry row deepens as the tide turns at Port Vale\n{line}"
    assert "".join(one.text for one in in_place(shown(text, "that the ferry would sail"))) == line
