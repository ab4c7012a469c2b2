"""Where sentences begin and end, with the marks that stand around them."""

import pytest

from onrecord.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. Nothing moved.", ["It rained.", "Nothing moved."]),
        ("\n It rained.\n\nNothing moved \n", ["It rained.", "Nothing moved"]),
        ('"We sail," Quill said. "We must. Now."\n“So we do.”', [
            '"We sail," Quill said.', '"We must.', 'Now."', "“So we do.”"
        ]),
        ("It fell (a lot). (Nobody knew why.) He left.", ["It fell (a lot).", "(Nobody knew why.)", "He left."]),
        ("", []),
        (" — \n", []),
    ],
)  # fmt: skip
def test_sentences_stand_with_their_own_marks(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(text)] == sentences
