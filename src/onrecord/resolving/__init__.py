"""From spans to a record: who is spoken of in a document, and who speaks in each of its attributions.

All of it is rules, each with its reason beside it; where two answers stand none is given. In reading order:

- `page`, `phrases`, `words`: the text as words, sentences, headings and capitalised phrases.
- `casting`: fills the cast (`cast`) with all that is named, and asks the next four lines for it.
- `persons`, `people`, `offices`, `titles`, `appositions`: persons and their offices; `roster`: which names are one's.
- `bodies`, `organizations`, `assembly`: what is an organization, and which names are one's. `papers`: documents.
- `nations`, `countries`, `adjectives`: what is a country, and when its capital acts. `gazetteer`: known names.
- `naming`: the names that were found, which bring in whom no rule knows and deny what is firmly another; `places`:
  what else is named.
- `lists`: which names act together.
- `scene`: who can be meant at a place in the text. `nesting`: which statement is told inside which.
- `speakers`: whom each source means; `sources` takes its words apart, `descriptions` reads those that are no name.
- `turn_labels`: who speaks in a transcript, where its labels are no names; `exchange`: who speaks to whom there.
- `holders`, `parties`, `groups`, `authors`, `pronouns`: whom offices, governments, nouns and "they" mean.
- `antecedents`: whom the links between phrases lead back to, where they are surer than those.
- `answers`, `cues`, `entities`: how it was found, said or held, and which of the cast the record lists.
- `acts`: what was done by saying it, by the cue (`cue_acts`), by what is said (`performatives`) or as it was judged.
- `figures`: how many of what; `amounts`, `numbers`, `units` read the words, `no_figures` says which numbers are none,
  `counted` what is counted, `circumstances` where (`figure_places`) and as of when. `times`: when (`timex`).
- `moments`: when each statement was said.
- `events`: who (`event_parties`, by the grammar of a noun `event_grammar`) did what to whom, where (`event_places`) and
  when (`event_times`); `arguments`: whom a phrase means that says nothing itself, `joined`: which phrases are a list;
  `statuses`: what became of it; `surroundings`: what stands around a word.
- `confidence`: how sure each record is, from what was found and how it was resolved.
"""

from collections.abc import Sequence

from onrecord.records import (
    Attribution,
    Document,
    Event,
    Figure,
    Findings,
    Record,
    Statement,
    StatementKind,
    record_id,
)
from onrecord.resolving.acts import act_and_factuality
from onrecord.resolving.answers import Answer
from onrecord.resolving.antecedents import Antecedents
from onrecord.resolving.arguments import Arguments
from onrecord.resolving.casting import Casting
from onrecord.resolving.circumstances import Circumstances, circumstances_of
from onrecord.resolving.confidence import Scale, calibration_for, of_statement
from onrecord.resolving.cues import kind_of
from onrecord.resolving.entities import entities_of
from onrecord.resolving.event_parties import Parties, parties_of
from onrecord.resolving.event_places import EventPlaces, event_places
from onrecord.resolving.event_times import EventTimes, event_times
from onrecord.resolving.events import events_of
from onrecord.resolving.figures import figures_of
from onrecord.resolving.groups import Groups
from onrecord.resolving.holders import see_in_turns
from onrecord.resolving.moments import moments_of
from onrecord.resolving.nesting import innermost_of, outer_of
from onrecord.resolving.page import Page
from onrecord.resolving.scene import Scene
from onrecord.resolving.speakers import Speakers
from onrecord.resolving.surroundings import places_of
from onrecord.resolving.times import times_of

__all__ = ["resolve", "resolve_on"]


def resolve(document: Document, findings: Findings, *, weights: str | None = None) -> Record:
    """Return the document's record: its entities, and a statement, figure, time or event for each finding, in order.

    `findings` are those of the document's text; of two that are the same in every span the first is kept. `weights` is
    the digest of the encoder's weights that they come from: where nothing is known of these, no record says how sure it
    is. The time taken is linear in the length of the text. Raises SpanMismatch for findings of another text.
    """
    return resolve_on(calibration_for(weights), document, findings)


def resolve_on(scale: Scale, document: Document, findings: Findings) -> Record:
    """As `resolve`, with `scale` to say how sure each record is."""
    attributions = findings.attributions
    page = Page(document)
    casting = Casting(page, attributions, findings.names)
    casting.read()
    scene = Scene(page, casting.cast, attributions, casting.lists)
    see_in_turns(scene)
    antecedents = Antecedents(page, casting.cast, findings.mentions)
    groups = Groups(scene)
    answers = Speakers(scene, casting.roster, attributions, casting.naming, antecedents, groups).answers()
    antecedents.see_all()
    # Before the cast is written out, as whom an event concerns may be somebody whom nothing else tells of.
    arguments = Arguments(scene, attributions, answers, findings.mentions, groups, casting.lists)
    around = innermost_of(attributions, [trigger.span for trigger in findings.triggers])
    taking_part = [parties_of(page.text, *one, arguments) for one in zip(findings.triggers, around, strict=True)]
    entities = entities_of(page, casting.cast)
    ids = {number: entity.id for number, entity in entities.items()}
    outer = outer_of(attributions)
    times = times_of(page, findings.times, scale)
    moments = moments_of(page, attributions, answers, outer, times)
    told = [_statement(document, *one, ids, scale) for one in zip(attributions, answers, outer, moments, strict=True)]
    statements: dict[str, Statement] = {}
    for statement in told:
        statements.setdefault(statement.id, statement)
    listed = tuple(entities.values())
    places = places_of(listed)
    circumstances = circumstances_of(page, places, times, told)
    where = event_places(page.text, page.sentences, places, listed, findings.triggers)
    said = [(one, statement.time) for one, statement in zip(attributions, told, strict=True)]
    when = event_times(page.text, page.sentences, times, said, findings.triggers)
    record = Record(
        document,
        entities=listed,
        statements=tuple(statements.values()),
        figures=_figures(document, findings, told, scale, circumstances),
        times=times,
        events=_events(document, findings, taking_part, around, told, ids, scale, where, when),
    )
    record.check()
    return record


def _figures(
    document: Document, findings: Findings, told: Sequence[Statement], scale: Scale, circumstances: Circumstances
) -> tuple[Figure, ...]:
    within = innermost_of(findings.attributions, [quantity.span for quantity in findings.quantities])
    ids = [None if n is None else told[n].id for n in within]
    return figures_of(document, findings.quantities, ids, scale, circumstances)


def _events(
    document: Document,
    findings: Findings,
    taking_part: Sequence[Parties],
    around: Sequence[int | None],
    told: Sequence[Statement],
    ids: dict[int, str],
    scale: Scale,
    where: EventPlaces,
    when: EventTimes,
) -> tuple[Event, ...]:
    statements = [None if n is None else told[n].id for n in around]
    return events_of(document, findings.triggers, taking_part, statements, ids, scale, where, when)


def _statement(
    document: Document,
    attribution: Attribution,
    answer: Answer,
    outer: int | None,
    moment: str | None,
    ids: dict[int, str],
    scale: Scale,
) -> Statement:
    spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span is not None]
    act, factuality = act_and_factuality(attribution, asking=answer.asking)
    name = record_id(document.id, "statement", ((span.start, span.end) for span in spans))
    return Statement(
        id=name,
        type=attribution.type,
        kind=_kind(attribution),
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        speakers=tuple(ids[referent.number] for referent in answer.speakers),
        act=act,
        factuality=factuality,
        condition=attribution.condition,
        time=moment,
        how=answer.how,
        confidence=scale("statement", name, of_statement(attribution, answer, outer is not None)),
    )


def _kind(attribution: Attribution) -> StatementKind | None:
    """What the cue says by itself, else what is judged of the whole."""
    told = kind_of(attribution.cue, attribution.type == "direct")
    return told if told or attribution.judgement is None else attribution.judgement.kind
