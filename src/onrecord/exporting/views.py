"""The questions that a database of the tables already answers, in SQL that SQLite and DuckDB read alike."""

from typing import Final

VIEWS: Final[dict[str, str]] = {
    "who_said_what": """
        SELECT statements.said, speakers.name AS speaker, statements.act, statements.words, statements.type,
               documents.outlet, documents.title, documents.url, statements.document, statements.id AS statement,
               statements.confidence
        FROM statements
        JOIN documents ON documents.id = statements.document
        LEFT JOIN speakers ON speakers.document = statements.document AND speakers.statement = statements.id
    """,
    "figures_said": """
        SELECT coalesce(figures.as_of, figures.said) AS moment, speakers.name AS speaker, figures.text, figures.value,
               figures.low, figures.high, figures.bound, figures.unit, figures.counted, figures.place,
               documents.outlet, documents.title, documents.url, figures.document, figures.statement,
               figures.id AS figure, figures.confidence
        FROM figures
        JOIN documents ON documents.id = figures.document
        LEFT JOIN speakers ON speakers.document = figures.document AND speakers.statement = figures.statement
    """,
    "who_did_what": """
        SELECT events.time, actors.name AS actor, events.type, events.trigger, recipients.name AS recipient,
               events.place, events.status, documents.outlet, documents.title, documents.url, events.document,
               events.statement, events.id AS event, events.confidence
        FROM events
        JOIN documents ON documents.id = events.document
        LEFT JOIN parties AS actors
               ON actors.document = events.document AND actors.event = events.id AND actors.role = 'actor'
        LEFT JOIN parties AS recipients
               ON recipients.document = events.document AND recipients.event = events.id
              AND recipients.role = 'recipient'
    """,
}
