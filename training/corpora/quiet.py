"""News in which little passes between political actors: the layer `events` with no marks, to teach silence.

The reports are MEANTIME's (Minard et al. 2016), on companies and markets. Where a word of our table stands, something
may pass all the same, and neither it nor its absence is taught.
"""

from collections.abc import Iterator
from pathlib import Path

from training.corpora import meantime
from training.corpora.marked import Marked, Split
from training.corpora.trigger_words import found_in, layer_of


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield MEANTIME's articles of one split as quiet texts. Raises FileNotFoundError where the corpus is missing."""
    for article in meantime.read(corpora, split):
        yield quieted(article.name, article.text)


def quieted(name: str, text: str) -> Marked:
    """A text without events, but for the words of which it is not sure."""
    return Marked(f"quiet-{name}", text, {"events": layer_of(found_in(text), ())})
