"""A name that speaks, as programs read it."""

from typing import TypedDict

from onrecord.ledger import Voice


class VoiceJson(TypedDict):
    """A name that speaks: of which kind of entity, in how many documents, with how many statements."""

    name: str
    kind: str
    statements: int
    documents: int


def voice_json(voice: Voice) -> VoiceJson:
    """Return a name as the pages' twins print it."""
    return {
        "name": voice.name,
        "kind": voice.kind,
        "statements": voice.statements,
        "documents": voice.documents,
    }
