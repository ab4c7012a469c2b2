"""A report in which every field of every record holds something, and one in which as little as possible does."""

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
    Zone,
    document_id,
)

TEXT = (
    "=Lighthouse row, “deepens”\n\n"
    "“We will relight the 🜁 lamp,” Harbour Minister Una Quill said, “if the guild agrees.”\n"
    "+ It was reported that some 40 boats had left Port Vale\u2028on Monday.\n"
)
BARE = "Nothing was said.\n"


def cut(words: str) -> Span:
    """The first place of these words in the text."""
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


FULL = Record(
    Document(
        id=document_id(TEXT),
        text=TEXT,
        title="=Lighthouse row, “deepens”",
        url="https://lantern.example/2031/lamp?a=1&b=2",
        canonical="https://lantern.example/lamp",
        outlet="The Lantern",
        agency="Gull Wire",
        authors=("Béla Ruhn", "Ono Tal"),
        published="2031-04-03T09:30+02:00",
        dateline=Dateline("PORT VALE", "April 3"),
        language="en",
        zones=(Zone("headline", 0, 26), Zone("body", 28, len(TEXT) - 1)),
        warnings=("the first line is odd",),
    ),
    (
        Entity(
            id="en-1",
            kind="person",
            name="Una Quill",
            aliases=("Quill",),
            roles=(Role("Harbour Minister", "Valland"), Role("captain")),
            mentions=(cut("Harbour Minister Una Quill"), cut("Una Quill")),
        ),
        Entity(id="en-2", kind="organization", name="guild", mentions=(cut("guild"),)),
    ),
    (
        Statement(
            id="st-1",
            type="direct",
            kind="said",
            source=cut("Harbour Minister Una Quill"),
            cue=cut("said"),
            content=(cut("“We will relight the 🜁 lamp,”"), cut("“if the guild agrees.”")),
            speakers=("en-1", "en-2"),
            act="pledge",
            factuality="Uu",
            condition=cut("if the guild agrees"),
            time="2031-04-02",
            how="name",
            confidence=0.25,
        ),
        Statement(id="st-2", type="indirect", cue=cut("reported"), content=(cut("that some 40 boats had left"),)),
    ),
    (
        Figure(
            id="fg-1",
            span=cut("some 40"),
            value=40,
            bound="about",
            change="total",
            unit="count",
            counted="boats",
            where="Port Vale",
            as_of="2031-03-31",
            statement="st-2",
            confidence=0.75,
        ),
        Figure(id="fg-2", span=cut("40"), low=2.5, high=3),
    ),
    (Time(id="tx-1", span=cut("Monday"), type="DATE", value="2031-03-31", confidence=0.5),),
    (
        Event(
            id="ev-1",
            trigger=cut("relight"),
            type="AID",
            actors=("en-1",),
            recipients=("en-2", "en-1"),
            where="Port Vale",
            time="2031-04-04",
            status="expected",
            statement="st-1",
            confidence=0.125,
        ),
    ),
)
EMPTY = Record(Document(id=document_id(BARE), text=BARE))
