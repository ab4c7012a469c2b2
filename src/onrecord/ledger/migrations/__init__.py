"""The schema's history, one module a revision under `versions/`, run by Alembic without an ini file."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from onrecord.errors import SchemaTooNew


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration: the scripts beside this file, on a connection that is already open."""
    config = Config()
    # Alembic reads a percent sign as the beginning of a reference.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, where: str, current: str | None) -> None:
    """Bring the tables from revision `current` (`None`: there are none) to the newest one.

    All of it happens inside the transaction that `connection` has begun. Raises SchemaTooNew, naming `where`, for
    a revision that this version does not know.
    """
    config = configuration(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise SchemaTooNew(where)
    command.upgrade(config, "head")
