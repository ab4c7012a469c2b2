"""Texts to compare, with meanings made of their words: near for those that share many, as an encoder's are."""

from collections.abc import Callable
from zlib import crc32

import numpy as np
import pytest

from onrecord.comparing.redline import Text
from onrecord.comparing.word_families import roots_of
from onrecord.records import MEANING_WIDTH, Document, Meaning, document_id
from onrecord.sentences import sentences_of

MakeText = Callable[..., Text]


def vector_of(sentence: str) -> bytes:
    total = np.zeros(MEANING_WIDTH)
    for root in roots_of(sentence):
        total += np.random.default_rng(crc32(root.encode())).normal(size=MEANING_WIDTH)
    return np.rint(total * (127 / max(float(np.abs(total).max()), 1e-9))).astype(np.int8).tobytes()


def build(text: str, *, language: str | None = "en", published: str | None = None, url: str | None = None) -> Text:
    document = Document(id=document_id(text), text=text, language=language, published=published, url=url)
    extents = sentences_of(text)
    return Text(
        document, tuple(Meaning(a, b, vector_of(text[a:b])) for a, b in extents if a < b and roots_of(text[a:b]))
    )


@pytest.fixture
def text() -> MakeText:
    return build
