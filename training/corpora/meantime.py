"""Names, references, times, quantities and who took part in events: MEANTIME (Minard et al. 2016), from Wikinews.

The first sentences of 120 articles on companies and markets, annotated within and across documents. Its phrases are
those of five types of entity only (person, organization, place, product, finance), named or not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from training.corpora.capitals import begins_sentence, doubtful, longest, name_within
from training.corpora.marked import Layer, Link, Mark, Marked, Split, part_of
from training.corpora.meantime_values import quantities_of
from training.corpora.meantime_xml import Article, Markable, read_article
from training.corpora.phrase_heads import head_of
from training.corpora.phrases import Flat, Phrase, antecedents, flatten, layer_of
from training.corpora.places import nations_in

_PARTS: Final = 5
_KINDS: Final = {"PER": "person", "ORG": "organization", "LOC": "place"}
_NAMES: Final = frozenset(("NAM", "PRE.NAM"))
_NOT_NAMES: Final = frozenset(("PRO", "NOM", "PRE.NOM", "PTV", "HLS", "ARC", "CONJ"))
_ACTORS: Final = frozenset(("Arg0",))
_RECIPIENTS: Final = ("Arg2", "Arg1")
_VAGUE: Final = frozenset(("recent", "latest", "current", "previous"))  # no times by the codebook
_AGENTS: Final = frozenset(("person", "organization", "place"))


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the articles of a split, their annotated sentences one a line: a fifth, by number, is dev.

    Layers `names`, `mentions`, `times`, `quantities`; links from mentions to antecedents and from events (of all
    kinds, not PLOVER's alone) to actors and recipients. Raises FileNotFoundError where the corpus is missing.
    """
    folder = corpora / "meantime" / "intra_cross-doc_annotation"
    paths = sorted(folder.glob("*/*.xml"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no articles")
    for path in paths:
        if part_of(path.name.partition("_")[0], _PARTS) == split:
            yield _marked(path.stem, read_article(path))


def _marked(name: str, article: Article) -> Marked:
    mentions = [m for m in article.markables if m.kind == "ENTITY_MENTION"]
    names = _names(article.text, mentions)
    flats = flatten(article.text, [_phrase(article.text, m, mentions, names.marks) for m in mentions])
    layers = {
        "names": names,
        "mentions": layer_of(flats, unseen=frozenset(("other",))),
        "times": _times(article),
        "quantities": quantities_of(article, flats),
    }
    links = {"mention_to_antecedent": antecedents(flats), **_events(article, mentions, flats)}
    return Marked(name, article.text, layers, links)


def _names(text: str, mentions: list[Markable]) -> Layer:
    """What is in capitals in the phrases that are named; nations' words; other capitals are unsure."""
    found = [(m, mark) for m in mentions if (mark := _name(text, m)) is not None and not _inner(m, mark, mentions)]
    sure = {text[mark.start : mark.end] for m, mark in found if m.syntax in _NAMES or not _first(text, mark)}
    marks = longest([*(mark for _, mark in found if text[mark.start : mark.end] in sure), *nations_in(text)])
    return Layer(marks, unsure=tuple(doubtful(text, marks)))


def _name(text: str, mention: Markable) -> Mark | None:
    if mention.syntax in _NOT_NAMES or not mention.type:
        return None
    start, end = mention.extent
    found = name_within(text[start:end], _KINDS.get(mention.type, "other"))
    return Mark(start + found.start, start + found.end, found.kind) if found is not None else None


def _inner(outer: Markable, mark: Mark, mentions: list[Markable]) -> bool:
    """Whether the name is that of another entity inside the phrase: "the chairman of Orlin Motors".

    No person's name holds another entity's either.
    """
    for m in mentions:
        if m.entity != outer.entity and _within(m, outer):
            if m.extent[0] <= mark.start and mark.end <= m.extent[1]:
                return True
            if mark.kind == "person" and mark.start <= m.extent[0] and m.extent[1] <= mark.end:
                return True
    return False


def _within(inner: Markable, outer: Markable) -> bool:
    return inner.extent != outer.extent and outer.extent[0] <= inner.extent[0] and inner.extent[1] <= outer.extent[1]


def _first(text: str, mark: Mark) -> bool:
    """Whether it is a single word that begins a sentence: its capital says nothing."""
    return begins_sentence(text, mark.start) and " " not in text[mark.start : mark.end]


def _phrase(text: str, mention: Markable, mentions: list[Markable], names: tuple[Mark, ...]) -> Phrase:
    inner = [m.extent for m in mentions if _within(m, mention)]
    name = _name(text, mention)
    whole = (
        (name.start, name.end) if name is not None and name in names and not _inner(mention, name, mentions) else None
    )
    head = head_of(text, mention.extent, inner)
    unknown = "place" if name is not None and name.kind == "country" else "other"
    kind = _KINDS.get(mention.type, unknown)
    return Phrase(*mention.extent, kind, mention.entity, (head,) if head is not None else (), whole)


def _times(article: Article) -> Layer:
    times = [m for m in article.markables if m.kind == "TIMEX3"]
    vague = [m.extent for m in times if article.text[slice(*m.extent)].casefold() in _VAGUE]
    marks = longest(Mark(*m.extent, m.type) for m in times if m.extent not in vague)
    return Layer(marks, unsure=tuple(vague))


def _events(article: Article, mentions: list[Markable], flats: tuple[Flat, ...]) -> dict[str, tuple[Link, ...]]:
    """Links from the first character of each event to the bases of who acts and of who is acted on."""
    bases = {(f.phrase.start, f.phrase.end): f for f in flats if f.base is not None}
    known = {m.id: bases[m.extent] for m in mentions if m.extent in bases}
    actors, recipients = list[Link](), list[Link]()
    for event in article.markables:
        if event.kind == "EVENT_MENTION":
            roles = {r.role: r.participant for r in article.roles if r.event == event.id}
            actors += _link(event, [roles[role] for role in _ACTORS if role in roles], known)
            recipients += _link(event, [roles[role] for role in _RECIPIENTS if role in roles], known)
    return {"event_to_actor": tuple(actors), "event_to_recipient": tuple(recipients)}


def _link(event: Markable, participants: list[str], known: dict[str, Flat]) -> Iterator[Link]:
    """The first that is an agent; none where there is none, and nothing where its phrase has no base."""
    for participant in participants:
        flat = known.get(participant)
        if flat is None:
            return
        if flat.base is not None and flat.phrase.kind in _AGENTS:
            yield Link(event.extent[0], flat.base[0])
            return
    yield Link(event.extent[0], None)
