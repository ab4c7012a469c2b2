"""CoNLL-U treebanks as running text: words with their offsets and heads, sentences, paragraphs.

Format: https://universaldependencies.org/format.html. The text is rebuilt from the words, one paragraph a line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. `number` counts from 1 in its sentence, `head` is another word's number or 0.

    `start`, `end`: code-point offsets into the document's text; the parts of a contraction share their letters out.
    """

    number: int
    form: str
    lemma: str
    upos: str
    features: str
    head: int
    relation: str
    misc: str
    start: int
    end: int

    @property
    def basic(self) -> str:
        """The relation without its subtype: `nsubj` for `nsubj:pass`."""
        return self.relation.split(":", 1)[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words in order, and who depends on whom. `opens` where the sentence begins a paragraph."""

    words: tuple[Word, ...]
    opens: bool
    _children: dict[int, tuple[Word, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: dict[int, tuple[Word, ...]] = {}
        for word in self.words:
            children[word.head] = (*children.get(word.head, ()), word)
        object.__setattr__(self, "_children", children)

    def word(self, number: int) -> Word:
        """Return the word with that number."""
        return self.words[number - 1]

    def children(self, number: int, *relations: str) -> tuple[Word, ...]:
        """Return the dependents of a word, only those with one of these basic relations where any are given."""
        found = self._children.get(number, ())
        return tuple(w for w in found if w.basic in relations) if relations else found

    def subtree(self, number: int) -> frozenset[int]:
        """Return the numbers of a word and of all that hang on it."""
        seen = {number}
        stack = [number]
        while stack:
            for child in self._children.get(stack.pop(), ()):
                if child.number not in seen:
                    seen.add(child.number)
                    stack.append(child.number)
        return frozenset(seen)


@dataclass(frozen=True, slots=True)
class Treebanked:
    """One document of a treebank."""

    name: str
    text: str
    sentences: tuple[Sentence, ...]


def read_conllu(path: Path) -> Iterator[Treebanked]:
    """Yield the documents of a file in order; each starts at its `# newdoc` comment."""
    name, blocks = path.stem, list[list[str]]()
    for block in _blocks(path):
        opened = [line for line in block if line.startswith("# newdoc")]
        if opened and blocks:
            yield _document(name, blocks)
            blocks = []
        if opened and "=" in opened[0]:
            name = opened[0].split("=", 1)[1].strip()
        blocks.append(block)
    if blocks:
        yield _document(name, blocks)


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def _document(name: str, blocks: Iterable[list[str]]) -> Treebanked:
    pieces: list[str] = []
    sentences: list[Sentence] = []
    at, gap = 0, ""
    for block in blocks:
        opens = not sentences or any(line.startswith("# newpar") for line in block)
        if sentences:
            gap = "\n" if opens else gap
            pieces.append(gap)
            at += len(gap)
        words, text, gap = _sentence([line.split("\t") for line in block if line[0] != "#"], at)
        pieces.append(text)
        at += len(text)
        sentences.append(Sentence(words, opens))
    return Treebanked(name, "".join(pieces), tuple(sentences))


def _sentence(rows: list[list[str]], at: int) -> tuple[tuple[Word, ...], str, str]:
    """Return the words, the sentence's text and what follows it in its paragraph: a space or nothing."""
    words: list[Word] = []
    text, gap, shared_to, cursor = "", "", 0, 0
    for row in rows:
        if "." in row[0]:
            continue  # an empty node of the enhanced graph
        if "-" in row[0] or int(row[0]) > shared_to:
            text += gap
            cursor = at + len(text)
            text += row[1]
            gap = "" if "SpaceAfter=No" in row[9].split("|") else " "
        if "-" in row[0]:
            shared_to = int(row[0].split("-")[1])
            continue
        last = int(row[0]) == shared_to
        end = at + len(text) if int(row[0]) >= shared_to or last else min(cursor + len(row[1]), at + len(text))
        words.append(_word(row, cursor, max(end, cursor)))
        cursor = end
    return tuple(words), text, gap


def _word(row: list[str], start: int, end: int) -> Word:
    return Word(int(row[0]), row[1], row[2].lower(), row[3], row[5], int(row[6]), row[7], row[9], start, end)
