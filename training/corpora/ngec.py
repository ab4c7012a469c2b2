"""NGEC's synthetic stories (Halterman et al. 2023): headlines filled into templates, and what a model wrote below them.

Never facts. Of a headline the template tells type, actor and recipient; of the story's first sentences, which follow
the headline loosely, only words are marked that name the headline's type by themselves.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

from training.corpora.marked import Extent, Mark, Marked, Relation, Split, part_of
from training.corpora.plv import Pair, as_plv, trigger_of
from training.corpora.trigger_words import Found, found_in, layer_of

HELD_OUT: Final = 5
"""One of so many templates is held out."""
_PER_TEMPLATE: Final = 10
_SENTENCES: Final = 2
_SLOT: Final = re.compile(r"\{(\w+)\}")
_SENTENCE_END: Final = re.compile(r"[a-z\d\"”)]{3}[.!?][\"”]?(?=\s|$)")
_UNDIRECTED: Final = re.compile(r"Threat from \{country_2\}")
"""What passes here is not from the first country to the second; in all other templates it is, passive ones too."""


class Story(TypedDict):
    """A row, so far as it is read; `title` is the template, `prompt` begins with the headline made of it."""

    title: str
    prompt: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A filled template: its text, and where the first and the second country stand, if it has them."""

    text: str
    actor: Extent | None
    recipient: Extent | None


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield up to ten stories of each template of one split. Raises FileNotFoundError where the corpus is missing."""
    made = Counter[str]()
    with gzip.open(corpora / "ngec_synthetic" / "train.jsonl.gz", "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            story: Story = json.loads(line)
            if part_of(story["title"], HELD_OUT) == split and made[story["title"]] < _PER_TEMPLATE:
                made[story["title"]] += 1
                headline = filled(story["title"], story["prompt"])
                if headline is not None:
                    yield _marked(f"ngec-{number}", headline, story)


def filled(template: str, prompt: str) -> Headline | None:
    """Return the headline that a prompt begins with, its countries placed, or None where the template is another."""
    text = " ".join(prompt.partition("\n\n(")[0].split())
    match = _pattern(template).fullmatch(text)
    if match is None:
        return None
    if not {"country_1", "country_2"} <= match.groupdict().keys() or _UNDIRECTED.search(template):
        return Headline(text, None, None)
    return Headline(text, match.span("country_1"), match.span("country_2"))


def _pattern(template: str) -> re.Pattern[str]:
    """A template as an expression with a group for each slot; a slot that comes again holds the same again."""
    seen: set[str] = set()
    pattern = ""
    for place, part in enumerate(_SLOT.split(" ".join(template.split()))):
        if place % 2 == 0:
            pattern += re.escape(part)
        else:
            pattern += f"(?P={part})" if part in seen else f"(?P<{part}>.+?)"
            seen.add(part)
    return re.compile(pattern)


def first_sentences(story: str) -> str:
    """The first sentences of a story on one line, without the end where it was cut short; none where links stand."""
    if "://" in story:
        return ""
    line = " ".join(story.split())
    ends = [end.end() for end in _SENTENCE_END.finditer(line)]
    return line[: ends[min(len(ends), _SENTENCES) - 1]] if ends else ""


def _marked(name: str, headline: Headline, story: Story) -> Marked:
    # Ceasefires are labelled CONCEDE in one template and RETREAT in another: the word tells.
    label = as_plv(story["label"])
    trigger, type_ = trigger_of(headline.text, Pair(headline.actor, headline.recipient, label))
    relations: tuple[Relation, ...] = ()
    if headline.actor and headline.recipient:
        relations = (Relation(headline.actor, headline.recipient, type_),)
    text = "\n".join(filter(None, (headline.text, first_sentences(story["text"]))))
    found = found_in(text)
    marks = {Mark(one.start, one.end, kind) for one in found if (kind := _named_by(one)) and as_plv(kind) == label}
    if trigger is not None:
        clear = {mark for mark in marks if trigger.clear_of([(mark.start, mark.end)])}
        marks = clear | {Mark(trigger.start, trigger.end, type_)}
    return Marked(name, text, {"events": layer_of(found, marks)}, relations=relations)


def _named_by(one: Found) -> str | None:
    """The only type that a word names by itself, if there is one."""
    return next(iter(one.certain)) if len(one.certain) == 1 else None
