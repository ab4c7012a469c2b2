"""CommitmentBank (de Marneffe et al. 2019): how far an author is committed to a clause that a verb governs.

The verb stands under a negation, a modal, a condition or a question. People were asked about the clause by itself, with
names for its pronouns; here their mean answer is placed at the clause's head verb in the sentence.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Final

from training.corpora.clause_verbs import BE, DO, HAVE, Forms, forms_of, head_of, words_of
from training.corpora.factuality import GROUP, Sentence, text_of
from training.corpora.marked import Marked, Split, Value, part_of

HELD_OUT = 5
"""One of so many items is held out here; the corpus's own held-out part is not among those that we read."""
_LEAST: Final = 3
"""So many words in a row, the verb among them, must be the same in clause and sentence."""
_APART: Final = re.compile(r" (?=['’](?:d|s|ll|ve|re|m)\b)", re.IGNORECASE)
_PRONOUNS: Final = frozenset(
    ["i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "myself"]
) | {
    *("my", "your", "his", "its", "our", "their", "mine", "yours", "hers", "ours", "theirs", "himself", "herself"),
    *("yourself", "itself", "ourselves", "yourselves", "themselves"),
}


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the sentences of one split in which the clause and its head are found without doubt, each on a line.

    Which words are verbs is told by the training part of English EWT (UD). Raises FileNotFoundError where either
    corpus is missing.
    """
    forms = forms_of(corpora / "ud_ewt" / "en_ewt-ud-train.conllu")
    with open(corpora / "commitmentbank" / "CommitmentBank-items.csv", encoding="utf8", newline="") as rows:
        items = [row for row in csv.DictReader(rows) if part_of(row["uID"], HELD_OUT) == split]
    found = (sentence_of(row["Target"], row["Prompt"], row["Verb"], float(row["Mean"]), forms) for row in items)
    sentences = [sentence for sentence in found if sentence is not None]
    for start in range(0, len(sentences), GROUP):
        yield text_of(f"commitment-{split}-{start // GROUP}", sentences[start : start + GROUP])


def sentence_of(target: str, prompt: str, verb: str, value: float, forms: Forms) -> Sentence | None:
    """The sentence with the value of its clause's head verb, None where that is not sure.

    Of a clause that denies its verb ("she did not come") the value is turned round: it is how sure it is that she came.
    """
    text = printed(target)
    words, clause = words_of(text), [word.form for word in words_of(printed(prompt))]
    head = head_of(clause, forms)
    if head is None:
        return None
    governing = [place for place, word in enumerate(words) if forms.lemmas.get(word.form, word.form) == verb]
    place = aligned([word.form for word in words], clause, head.place, min(governing, default=len(words)))
    if place is None:
        return None
    return Sentence(text, (Value(words[place].start, words[place].end, -value if head.negated else value),))


def printed(line: str) -> str:
    """A line of the corpus as it would be printed: its quotation marks straight, no blank within a contraction."""
    line = re.sub(r"``\s*", '"', line.strip())
    return _APART.sub("", re.sub(r"\s*''", '"', line))


def aligned(words: Sequence[str], clause: Sequence[str], head: int, after: int) -> int | None:
    """The one place after the governing verb, at `after`, at which the clause's head stands among the same words."""
    words, clause = [_same(word) for word in words], [_same(word) for word in clause]
    lengths = {p: _shared(words, p, clause, head) for p in range(after + 1, len(words)) if words[p] == clause[head]}
    longest = max(lengths.values(), default=0)
    best = [place for place, length in lengths.items() if length == longest]
    return best[0] if longest >= min(_LEAST, len(clause)) and len(best) == 1 else None


def _shared(words: Sequence[str], place: int, clause: Sequence[str], head: int) -> int:
    """How many words in a row are the same around two places that are the same."""
    after = zip(words[place:], clause[head:], strict=False)
    before = zip(reversed(words[:place]), reversed(clause[:head]), strict=False)
    return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], side)) for side in (after, before))


def _same(word: str) -> str:
    """What a word keeps where the person changes: "I am" is told as "he is", "they know" as "she knows"."""
    if word in _PRONOUNS:
        return "it"
    if word in BE - {"was", "were"}:
        return "is"
    if word in HAVE - {"had"} or word in DO - {"did"}:
        return word[:2] if word[0] != "'" else "ha"
    return word.removesuffix("s") if word != "was" else "were"
