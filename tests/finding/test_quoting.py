from onrecord.finding.quoting import Marks

TEXT = 'She urged them to "come back." "The strait is open," it read, "for now." And "so" on.'


def around(words: str, after: int = 0) -> str:
    start = TEXT.index(words, after)
    a, b = Marks.of(TEXT).around((start, start + len(words)))
    return TEXT[a:b]


def test_a_content_takes_the_marks_just_outside_it() -> None:
    assert around("come back.") == '"come back."'
    assert around("The strait is open,") == '"The strait is open,"'


def test_a_mark_of_the_quotation_before_or_after_is_left_to_that_one() -> None:
    assert around('" "The strait is open,"') == '"The strait is open,"'
    assert around('"come back." "') == '"come back."'


def test_a_quotation_that_is_all_there_is_stays_whole() -> None:
    assert around('"so"') == '"so"'
    assert around('"come back." "The strait is open,"') == '"come back." "The strait is open,"'
