from pathlib import Path

import pytest

from training.corpora.marked import Layer
from training.corpora.quiet import quieted, read


def test_nothing_is_marked_and_the_words_of_the_table_are_unsure() -> None:
    marked = quieted("one", "Orlin Motors sold nine vans and refused to comment.")
    text = marked.text
    assert marked.layers == {"events": Layer((), unsure=(extent(text, "sold"), extent(text, "refused")))}
    assert not marked.links and not marked.relations


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "train"))


def extent(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)
