"""An invented ferry row as a record: what forms must tell apart, of statements, figures, times and events."""

from dataclasses import replace

from onrecord.records import (
    Dateline,
    Document,
    Entity,
    Event,
    Figure,
    Record,
    Role,
    Span,
    Statement,
    Time,
    document_id,
)

TEXT = """Ferry row deepens

“We will sail at dawn,” Harbour Minister Ada Orlin said on Monday, “if the tide allows.”
The Valland navy denied that any mines 🜁 remained.
Orlin called the delay "an act of piracy" and urged Iceland
to lift it. Ships' pilots believe that prices will fall.
Some 40 boats lay still, at least 300 crew wait and insurance costs $2.5 million.
"""


def cut(words: str, *, last: bool = False) -> Span:
    """The span of the first place, or the last, where these words stand."""
    start = TEXT.rindex(words) if last else TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


DOCUMENT = Document(
    id=document_id(TEXT),
    text=TEXT,
    title="Ferry row deepens",
    url="https://www.lantern.example/ferry row?id=1",
    canonical="https://northwire.example/ferry",
    outlet="The Lantern",
    agency="Northwire",
    authors=("Béla Ruhn", "Ono K. Tal"),
    published="2031-04-03T08:15:00+02:00",
    dateline=Dateline("PORT VALE", "April 3"),
    language="en",
)
_ENTITIES = (
    Entity(
        id="en-1",
        kind="person",
        name="Ada Orlin",
        aliases=("Orlin",),
        roles=(Role("Harbour Minister", "Iceland"), Role("captain")),
        mentions=(cut("Harbour Minister Ada Orlin"), cut("Orlin", last=True)),
    ),
    Entity(id="en-2", kind="organization", name="Valland navy", mentions=(cut("The Valland navy"),)),
    Entity(id="en-3", kind="country", name="Iceland", mentions=(cut("Iceland"),)),
    Entity(id="en-4", kind="group", name="ships' pilots", mentions=(cut("Ships' pilots"),)),
)
_STATEMENTS = (
    Statement(
        id="st-1",
        type="direct",
        kind="said",
        source=cut("Harbour Minister Ada Orlin"),
        cue=cut("said"),
        content=(cut("“We will sail at dawn,”"), cut("“if the tide allows.”")),
        speakers=("en-1",),
        act="pledge",
        factuality="PR+",
        time="2031-03-31",
        how="name",
        confidence=0.75,
    ),
    Statement(
        id="st-2",
        type="indirect",
        kind="said",
        source=cut("The Valland navy"),
        cue=cut("denied"),
        content=(cut("that any mines 🜁 remained"),),
        speakers=("en-2",),
        act="deny",
        factuality="CT-",
    ),
    Statement(
        id="st-3",
        type="mixed",
        kind="said",
        source=cut("Orlin", last=True),
        cue=cut("called"),
        content=(cut('the delay "an act of piracy"'),),
        speakers=("en-1",),
        act="condemn",
        time="2031",
    ),
    Statement(
        id="st-4",
        type="indirect",
        kind="held",
        source=cut("Ships' pilots"),
        cue=cut("believe"),
        content=(cut("that prices will fall"),),
        speakers=("en-4",),
        act="expect",
    ),
    Statement(id="st-5", type="indirect", cue=cut("lay"), content=(cut("still"),)),
)
_FIGURES = (
    Figure(id="fg-1", span=cut("Some 40"), value=40, bound="about", unit="count", counted="boats"),
    Figure(
        id="fg-2",
        span=cut("at least 300"),
        value=300,
        low=300,
        bound="at_least",
        unit="count",
        counted="crew",
        statement="st-5",
    ),
    Figure(
        id="fg-3", span=cut("$2.5 million"), value=2500000.0, low=2500000.0, high=2500000.0, bound="exact", unit="USD"
    ),
    Figure(id="fg-4", span=cut("prices"), bound="vague"),
)
_TIMES = (
    Time(id="tx-1", span=cut("Monday"), type="DATE", value="2031-03-31"),
    Time(id="tx-2", span=cut("dawn"), type="TIME", value="FUTURE_REF"),
    Time(id="tx-3", span=cut("tide"), type="DATE", value="2031-04"),
)
_EVENTS = (
    Event(
        id="ev-1",
        trigger=cut("urged"),
        type="REQUEST",
        actors=("en-1",),
        recipients=("en-3", "en-4"),
        where="Iceland",
        time="2031-03-31",
        status="happened",
        statement="st-3",
        confidence=0.5,
    ),
    Event(id="ev-2", trigger=cut("sail"), type="MOBILIZE", time="2031-04", status="expected"),
    Event(id="ev-3", trigger=cut("mines"), type="ASSAULT", actors=("en-2",), status="denied"),
)


def ferry(**given: object) -> Record:
    """The report, its document changed as given."""
    document = replace(DOCUMENT, **given)  # type: ignore[arg-type]
    return Record(document, _ENTITIES, _STATEMENTS, _FIGURES, _TIMES, _EVENTS)
