"""Score whom a pronoun or a title as a source is resolved to: `python -m evaluation.unnamed_sources [--model FILE]`.

On right attributions, so that only the resolving is scored:

- `gold`: sources of the gold ledger that hold no word of their speakers' names; right are the gold's speakers.
- `gum.SPLIT`: attributions that GUM's trees tell of, in its edited genres, whose source has names in its chain and
  holds no word of theirs; right is a speaker with one of the chain's names.
- `said.SPLIT`: the same of every subject of a speech verb in news, interviews, speeches and conversations, whether or
  not the trees tell of a content, and `news.SPLIT` those of news alone; without "I", "we" and "you", as whose turn it
  is GUM's text does not say.
- `subjects.SPLIT`: the same of every such subject of a verb, as if it were a source: many more, if less like sources.

`right` is the share of those sources that are resolved right, `answered` that of those with any answer, `precise` the
share of right ones among the answered; `pronouns` is what is right of the pronouns. With `--model`, names and mentions
are its; without, the rules work alone.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, Scores, parser_of, run
from evaluation.speakers import golden
from onrecord.records import Attribution, Document, Findings, Record, Span, Statement, document_id
from onrecord.resolving.pronouns import PRONOUNS
from training.conllu import Treebanked, Word, read_conllu
from training.corpora.gum_entities import Entity, entities_of, words_of
from training.corpora.gum_names import name_of
from training.corpora.marked import Split
from training.cue_words import SPEECH
from training.polnear import Attribution as Told
from training.treebank import annotate, nested
from training.ud_roles import speaker

EDITED: Final = ("academic", "bio", "news", "textbook", "voyage")
SPOKEN_OF: Final = ("conversation", "interview", "news", "speech")
Which = Literal["told", "said", "subjects"]
_IN_TURN: Final = frozenset(("i", "me", "we", "us", "you"))
_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = frozenset(("the", "a", "an"))
Findable = Callable[[Document], Findings]
Wanted = tuple[frozenset[str], ...]
"""For each who speaks, the names that are right."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its attributions, and of those that are scored (by their place) who speaks."""

    document: Document
    attributions: tuple[Attribution, ...]
    wanted: dict[int, Wanted]


def gold_cases(gold: Path) -> Iterator[Case]:
    """Yield the gold's documents; scored are the sources without a word of their speakers' names."""
    lines = (line for line in gold.read_text(encoding="utf8").splitlines() if line.strip())
    for line, (document, findings) in zip(lines, golden(gold), strict=True):
        row = json.loads(line)
        names = {e["id"]: frozenset(map(plain, (e["name"], *e["aliases"]))) for e in row["entities"]}
        wanted: dict[int, Wanted] = {}
        for place, statement in enumerate(row["statements"]):
            speakers = tuple(names[one] for one in statement["speakers"])
            source = statement["source"]
            called = " ".join(name for one in speakers for name in one)
            if source is not None and speakers and not _words(source["text"]) & _words(called):
                wanted[place] = speakers
        yield Case(document, findings.attributions, wanted)


def gum_cases(corpora: Path, split: Split, which: Which = "told", genres: Sequence[str] = EDITED) -> Iterator[Case]:
    """Yield the documents of some of GUM's genres with their attributions.

    Scored are sources that hold no word of the names that their chain has: of the attributions that the trees tell of,
    of speech verbs too, or of all verbs. Raises FileNotFoundError where the corpus is missing.
    """
    folder = corpora / "gum" / "open" / "dep" / split
    paths = sorted(path for genre in genres for path in folder.glob(f"GUM_{genre}_*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no treebank")
    for path in paths:
        yield from (_gum_case(treebanked, which) for treebanked in read_conllu(path))


def _gum_case(treebanked: Treebanked, which: Which) -> Case:
    text = treebanked.text
    if which == "subjects":
        attributions = list(_as_if_said(treebanked))
    else:
        told = [*annotate(treebanked).readings[0], *nested(treebanked)]
        attributions = [one for one in (_attribution(text, one) for one in told) if one is not None]
    if which == "said":
        known = {one.source.start for one in attributions if one.source is not None}
        attributions += [one for one in _bare(treebanked) if one.source is not None and one.source.start not in known]
    attributions.sort(key=lambda one: one.content)
    chains = _Chains(treebanked)
    wanted: dict[int, Wanted] = {}
    for place, attribution in enumerate(attributions):
        names = chains.names(attribution.source) if attribution.source is not None else frozenset()
        if names and not (which == "said" and attribution.source and attribution.source.text.casefold() in _IN_TURN):
            wanted[place] = (names,)
    if which == "subjects":
        # What is no source would crowd the scene with speakers.
        attributions = [attributions[place] for place in wanted]
        wanted = dict(enumerate(wanted.values()))
    return Case(Document(id=document_id(text), text=text), tuple(attributions), wanted)


def _as_if_said(treebanked: Treebanked) -> Iterator[Attribution]:
    """Every verb with a subject before it, which is the source."""
    for sentence in treebanked.sentences:
        for verb in sentence.words:
            subjects = sentence.children(verb.number, "nsubj") if verb.upos == "VERB" else ()
            if subjects and subjects[0].number < verb.number and verb.end - verb.start > 1:
                first = min(sentence.subtree(subjects[0].number))
                yield _one_said(treebanked.text, sentence.word(first).start, subjects[0].end, verb)


def _bare(treebanked: Treebanked) -> Iterator[Attribution]:
    """Every speech verb with a speaker, who is the source."""
    for sentence in treebanked.sentences:
        for verb in sentence.words:
            said = verb.upos == "VERB" and verb.lemma in SPEECH and verb.end - verb.start > 1
            inside = sorted(speaker(sentence, verb)) if said else []
            if inside:
                last = next((n for n in inside if n + 1 not in inside), inside[-1])
                yield _one_said(treebanked.text, sentence.word(inside[0]).start, sentence.word(last).end, verb)


def _one_said(text: str, start: int, end: int, verb: Word) -> Attribution:
    """Attribution to [start, end) whose content (nobody looks) is the verb's last letter."""
    source = Span.cut(text, start, end)
    cue, content = Span.cut(text, verb.start, verb.end - 1), Span.cut(text, verb.end - 1, verb.end)
    return Attribution(content=(content,), type="indirect", source=source, cue=cue)


class _Chains:
    """GUM's phrases, and the names of each chain."""

    def __init__(self, treebanked: Treebanked) -> None:
        self._words = words_of(treebanked)
        self._entities = entities_of(self._words)
        self._names: dict[str, set[str]] = {}
        for place, entity in enumerate(self._entities):
            found = name_of(self._words, self._entities, place)
            if found is not None:
                name = " ".join(word.form for word in self._words[found.first : found.end])
                self._names.setdefault(entity.group, set()).add(plain(name))

    def names(self, source: Span) -> frozenset[str]:
        """Return what a source is called elsewhere; nothing where it holds a word of that, or is no phrase of GUM's."""
        within = [entity for entity in self._entities if self._at(entity, source)]
        if not within:
            return frozenset()
        names = frozenset(self._names.get(max(within, key=lambda entity: entity.end).group, ()))
        return frozenset() if _words(" ".join(names)) & _words(source.text) else names

    def _at(self, entity: Entity, source: Span) -> bool:
        """Whether a phrase begins where the source does, and its head is in it."""
        head = self._words[entity.heads[0]]
        return self._words[entity.first].start == source.start and head.end <= source.end


def _attribution(text: str, told: Told) -> Attribution | None:
    """Of a source or cue in pieces the first counts, as in what is found."""
    if not told.content:
        return None
    source, cue = ([Span.cut(text, *extent) for extent in part[:1]] for part in (told.source, told.cue))
    return Attribution(
        content=tuple(Span.cut(text, *extent) for extent in told.content),
        type="indirect",
        source=source[0] if source else None,
        cue=cue[0] if cue else None,
        carried=not source and not cue,
    )


def plain(name: str) -> str:
    """A name in lower case, without punctuation and a leading article."""
    words = [word for word in _WORD.findall(name.casefold()) if word != "s"]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def tally(case: Case, record: Record) -> Counter[str]:
    """Count a case's scored sources: of, answered, right; and the pronouns among them."""
    counts: Counter[str] = Counter()
    statements = {(s.source, s.cue, s.content): s for s in record.statements}
    for place, wanted in case.wanted.items():
        one = case.attributions[place]
        found = names_of(record, statements[one.source, one.cue, one.content])
        right = agree(wanted, found)
        counts["of"] += 1
        counts["answered"] += bool(found)
        counts["right"] += right
        if one.source is not None and one.source.text.casefold() in PRONOUNS:
            counts["pronouns"] += 1
            counts["pronouns.right"] += right
    return counts


def names_of(record: Record, statement: Statement) -> list[frozenset[str]]:
    """The names of each speaker, the shorter ones among them."""
    by_id = {entity.id: entity for entity in record.entities}
    return [frozenset(map(plain, (by_id[one].name, *by_id[one].aliases))) for one in statement.speakers]


def agree(wanted: Wanted, found: list[frozenset[str]]) -> bool:
    """Whether as many are found as speak, each under a name of another of them."""
    left = list(wanted)
    for names in found:
        match = next((k for k, one in enumerate(left) if one & names), None)
        if match is None:
            return False
        left.pop(match)
    return not left


def measures(cases: Iterator[Case], findable: Findable) -> Scores:
    """Resolve each case's attributions, with what else is found in its text, and score them."""
    from onrecord.resolving import resolve

    counts: Counter[str] = Counter()
    for case in cases:
        findings = replace(findable(case.document), attributions=case.attributions)
        counts += tally(case, resolve(case.document, findings))
    of, answered = max(1, counts["of"]), max(1, counts["answered"])
    return {
        "right": 100 * counts["right"] / of,
        "answered": 100 * counts["answered"] / of,
        "precise": 100 * counts["right"] / answered,
        "sources": counts["of"],
        "pronouns": 100 * counts["pronouns.right"] / max(1, counts["pronouns"]),
        "pronouns.sources": counts["pronouns"],
    }


def score(where: Places, model: Path | None = None) -> Scores:
    """Score the gold, and GUM's two splits: percent, and the number of sources."""
    findable = _reading(model)
    cases = {
        "gold": gold_cases(where.gold),
        "gum.dev": gum_cases(where.corpora, "dev"),
        "gum.train": gum_cases(where.corpora, "train"),
        "news.dev": gum_cases(where.corpora, "dev", "said", ("news",)),
        "news.train": gum_cases(where.corpora, "train", "said", ("news",)),
        "said.dev": gum_cases(where.corpora, "dev", "said", SPOKEN_OF),
        "said.train": gum_cases(where.corpora, "train", "said", SPOKEN_OF),
        "subjects.dev": gum_cases(where.corpora, "dev", "subjects"),
        "subjects.train": gum_cases(where.corpora, "train", "subjects"),
    }
    return {f"{name}.{key}": value for name, of in cases.items() for key, value in measures(of, findable).items()}


def _reading(model: Path | None) -> Findable:
    if model is None:
        return lambda document: Findings()
    from onrecord.finding import find

    encoder = encoder_of(model)

    def read(document: Document) -> Findings:
        found = find(document, encoder.scores(document.text))
        return Findings(names=found.names, mentions=found.mentions)

    return read


def main() -> int:
    """Parse the command line, score and print."""
    parser: argparse.ArgumentParser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, help="weights whose names and mentions help")
    return run(parser, lambda where, given: score(where, given.model))


if __name__ == "__main__":
    sys.exit(main())
