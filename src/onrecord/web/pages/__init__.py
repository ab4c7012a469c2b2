"""One module a page; each has a router of its own, named here in the order in which addresses are looked for."""

from typing import Final

from fastapi import APIRouter

from onrecord.web.pages import (
    adding,
    commitments,
    compare,
    conflicts,
    correcting,
    corrections,
    documents,
    entering,
    figures,
    home,
    judging,
    language,
    origins,
    reading,
    revisions,
    routes,
    search,
    speaker,
    speaker_parts,
    speakers,
)

PAGES: Final[tuple[APIRouter, ...]] = (
    home.pages,
    search.pages,
    documents.pages,
    speakers.pages,
    speaker.pages,
    speaker_parts.pages,
    judging.pages,
    corrections.pages,
    reading.pages,
    figures.pages,
    compare.pages,
    language.pages,
    commitments.pages,
    correcting.pages,
    conflicts.pages,
    origins.pages,
    revisions.pages,
    adding.pages,
    entering.pages,
    routes.pages,
)
