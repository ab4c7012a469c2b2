"""One module a page; each has a router of its own, named here in the order in which addresses are looked for."""

from typing import Final

from fastapi import APIRouter

from onrecord.web.pages import correcting, figures, home, reading

PAGES: Final[tuple[APIRouter, ...]] = (home.pages, reading.pages, figures.pages, correcting.pages)
