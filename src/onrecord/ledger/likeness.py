"""One statement or figure by its id, and what is near it: where to look for others that say the same."""

from sqlalchemy import Connection, select

from onrecord.ledger.tables import documents, figure_keys, figures, meanings, statements


def document_of(connection: Connection, record: str) -> str | None:
    """Return the id of the document that holds the statement or figure with this id."""
    for table in (statements, figures):
        query = select(documents.c.id).join(table, table.c.document == documents.c.number).where(table.c.id == record)
        found = connection.scalar(query.limit(1))
        if found is not None:
            return str(found)
    return None


def meaning_of_statement(connection: Connection, statement: str) -> bytes | None:
    """Return what the statement with this id means; None where it was read without."""
    query = select(meanings.c.vector).join(statements, statements.c.number == meanings.c.statement)
    return connection.scalar(query.where(statements.c.id == statement).limit(1))


def keys_of_figure(connection: Connection, figure: str) -> list[str]:
    """Return the keys (`Traces`) of the figure with this id."""
    query = select(figure_keys.c.key).join(figures, figures.c.number == figure_keys.c.figure)
    return list(connection.scalars(query.where(figures.c.id == figure)))
