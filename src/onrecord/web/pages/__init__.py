"""One module a page; each has a router of its own, named here in the order in which addresses are looked for."""

from typing import Final

from fastapi import APIRouter

from onrecord.web.pages import (
    adding,
    conflicts,
    correcting,
    entering,
    figures,
    home,
    origins,
    reading,
    revisions,
    routes,
)

PAGES: Final[tuple[APIRouter, ...]] = (
    home.pages,
    reading.pages,
    figures.pages,
    correcting.pages,
    conflicts.pages,
    origins.pages,
    revisions.pages,
    adding.pages,
    entering.pages,
    routes.pages,
)
