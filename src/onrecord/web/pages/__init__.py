"""One module a page; each has a router of its own, named here in the order in which addresses are looked for."""

from typing import Final

from fastapi import APIRouter

from onrecord.web.pages import adding, compare, correcting, entering, figures, home, reading, routes

PAGES: Final[tuple[APIRouter, ...]] = (
    home.pages,
    reading.pages,
    figures.pages,
    compare.pages,
    correcting.pages,
    adding.pages,
    entering.pages,
    routes.pages,
)
