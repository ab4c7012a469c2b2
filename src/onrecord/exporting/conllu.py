"""CoNLL-U (https://universaldependencies.org/format.html): tokens with their offsets and what they are part of."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from onrecord.exporting.conllu_words import Sentence, Word, parted
from onrecord.exporting.json_lines import json_line
from onrecord.records import Entity, Event, Figure, Record, Span, Statement, Time

# What MISC cannot hold as it is: the blanks of UDPipe's SpacesAfter, and what separates keys and values.
_ESCAPES: Final = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p"}
_PARTING: Final = re.compile(r"[\s\\|=,]")

Item: TypeAlias = Entity | Statement | Figure | Time | Event
# The fields of MISC that say what a token is part of, by key, each with its labels.
Labels = Mapping[str, Sequence[str]]


class Part(NamedTuple):
    """A span that tokens are labelled with: the key in MISC, what kind of it, and the id of the record it is of."""

    key: str
    kind: str
    id: str
    span: Span


def conllu_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of records in CoNLL-U, without their ends; a text of nothing but white space has none."""
    for record in records:
        yield from _document(record)


def _document(record: Record) -> Iterator[str]:
    text, id_ = record.document.text, escaped(record.document.id)
    sentences = list(parted(record.document))
    labels = _labels(record, [word for sentence in sentences for word in sentence.words])
    begun = _begun(record, sentences)
    number = 0
    for i, sentence in enumerate(sentences):
        if i == 0:
            yield f"# newdoc id = {id_}"
            yield from _about(record)
        if sentence.opens:
            yield "# newpar"
        yield f"# sent_id = {id_}-{i + 1}"
        yield f"# text = {_plain(text, sentence)}"
        yield from (_comment(layer, item) for layer, item in begun[i])
        for place, word in enumerate(sentence.words, start=1):
            before = text[: word.start] if number == 0 else ""
            yield "\t".join(
                (str(place), text[word.start : word.end], *"_______", _misc(text, word, labels[number], before))
            )
            number += 1
        yield ""


def _about(record: Record) -> Iterator[str]:
    known = {key: value for key, value in record.document.to_json().items() if key != "text"}
    yield f"# document = {json_line(known)}"
    yield from (_comment("entity", entity) for entity in record.entities)


def _comment(layer: str, item: Item) -> str:
    # The id stands in the key, too: readers keep one value for a key.
    return f"# {layer} {escaped(item.id)} = {json_line(item.to_json())}"


def _begun(record: Record, sentences: Sequence[Sentence]) -> Mapping[int, list[tuple[str, Item]]]:
    """The records that begin in each sentence, by its place; what begins before the first counts to the first."""
    starts = [sentence.words[0].start for sentence in sentences]
    begun: defaultdict[int, list[tuple[str, Item]]] = defaultdict(list)
    layers: tuple[tuple[str, Sequence[Item]], ...] = (
        ("statement", record.statements),
        ("figure", record.figures),
        ("time", record.times),
        ("event", record.events),
    )
    for layer, items in layers:
        for item in items:
            first = min(span.start for span in item.spans())
            begun[max(0, bisect_right(starts, first) - 1)].append((layer, item))
    return begun


def _labels(record: Record, words: Sequence[Word]) -> Mapping[int, Labels]:
    """What each token is part of, by its place: B where a span begins, I in the rest of it."""
    ends = [word.end for word in words]
    labels: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in _parts(record):
        place, mark, rest = bisect_right(ends, part.span.start), "B", f"{part.kind}:{escaped(part.id)}"
        while place < len(words) and words[place].start < part.span.end:
            labels[place][part.key].append(f"{mark}{rest}")
            place, mark = place + 1, "I"
    return labels


def _parts(record: Record) -> Iterator[Part]:
    for entity in record.entities:
        yield from (Part("Mention", f"-{entity.kind}", entity.id, mention) for mention in entity.mentions)
    for one in record.statements:
        spans = (("Source", one.source), ("Cue", one.cue), ("Condition", one.condition))
        yield from (Part(key, "", one.id, span) for key, span in spans if span is not None)
        yield from (Part("Content", f"-{one.type}", one.id, span) for span in one.content)
    yield from (Part("Figure", "", figure.id, figure.span) for figure in record.figures)
    yield from (Part("Timex", f"-{time.type}", time.id, time.span) for time in record.times)
    yield from (Part("Event", f"-{event.type}", event.id, event.trigger) for event in record.events)


def _misc(text: str, word: Word, labels: Labels, before: str) -> str:
    fields = {key: ",".join(values) for key, values in labels.items()}
    fields["TokenRange"] = f"{word.start}:{word.end}"
    after = text[word.end : word.next]
    if not after:
        fields["SpaceAfter"] = "No"
    elif after != " ":
        fields["SpacesAfter"] = escaped(after)
    if before:
        fields["SpacesBefore"] = escaped(before)
    return "|".join(f"{key}={value}" for key, value in sorted(fields.items()))


def _plain(text: str, sentence: Sentence) -> str:
    """The sentence on one line, as the format asks for it: one blank for whatever white space is between tokens."""
    return "".join(f"{text[word.start : word.end]}{' ' * (word.next > word.end)}" for word in sentence.words).rstrip(
        " "
    )


def escaped(words: str) -> str:
    r"""Return a text as MISC can hold it: a blank as \s, a | as \p, what else parts fields as \u and its number."""
    return _PARTING.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}", words)
