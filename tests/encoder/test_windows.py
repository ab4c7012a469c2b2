import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import MARKS, SHAPES, paragraphs_of
from onrecord.encoder.windows import CLS, LIMIT, SEP, windows_of

TOKENIZER = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))


def test_pieces_know_their_place_shape_and_marks() -> None:
    text = 'Mr. Oda of the UN said "Go on" 12 times.'
    (pieces,) = paragraphs_of(text, TOKENIZER)
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert "".join(words) == text.replace(" ", "")
    at = {word: i for i, word in enumerate(words)}
    shape = {word: SHAPES[pieces.shapes[i]] for word, i in at.items()}
    assert (shape["Mr"], shape["UN"], shape["said"], shape["12"], shape["."]) == (
        "capitalised",
        "upper",
        "lower",
        "digit",
        "punctuation",
    )
    marks = [MARKS[m] for m in pieces.marks]
    assert marks[at["Go"]] == "inside" and marks[at["on"]] == "inside" and marks[at["said"]] == "outside"
    assert marks.count("mark") == 2


def test_offsets_survive_accents_and_emoji() -> None:
    text = "Zoë Ångström 😀 said: naïve coöperation"
    (pieces,) = paragraphs_of(text, TOKENIZER)
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert "😀" in words and "".join(words) == text.replace(" ", "")


def test_a_window_holds_whole_paragraphs_between_separators() -> None:
    text = "\n".join(f"Paragraph {i} says one short thing." for i in range(100))
    windows = list(windows_of(paragraphs_of(text, TOKENIZER)))
    assert all(len(w) <= LIMIT and w.ids[0] == CLS and w.ids[-1] == SEP for w in windows)
    for window in windows:
        first, last = window.starts[1], window.ends[-2]
        assert (first == 0 or text[first - 1] == "\n") and (last == len(text) or text[last] == "\n")


def test_a_paragraph_longer_than_a_window_is_cut_at_the_end_of_a_sentence() -> None:
    text = "One sentence follows another here. " * 200
    windows = list(windows_of(paragraphs_of(text.strip(), TOKENIZER)))
    assert len(windows) > 1
    assert all(text[w.ends[-2] - 1] == "." for w in windows)


@settings(max_examples=60)
@given(st.text(min_size=0, max_size=3000))
def test_every_piece_stands_in_one_window_in_order(text: str) -> None:
    paragraphs = list(paragraphs_of(text, TOKENIZER))
    windows = list(windows_of(iter(paragraphs), limit=40))
    starts = np.concatenate([np.zeros(0, dtype=np.int64), *(w.starts[w.starts >= 0] for w in windows)])
    expected = np.concatenate([np.zeros(0, dtype=np.int64), *(p.starts for p in paragraphs)])
    assert starts.tolist() == expected.tolist()
    assert all(len(w) <= 40 for w in windows)
