"""Whether something is called so: a name that somebody asks for, and the names that reports give."""

from onrecord.comparing.identity.body_names import body_name, same_words
from onrecord.comparing.identity.name_likeness import likeness
from onrecord.folding import fold
from onrecord.records import Entity


def is_called(entity: Entity, name: str) -> bool:
    """Tell whether an entity goes by a name or a part of one, in another spelling, order or language form too."""
    return any(_fits(entity, called, name) for called in (entity.name, *entity.aliases))


def _fits(entity: Entity, called: str, name: str) -> bool:
    asked = fold(name).split()
    if asked and set(asked) <= set(fold(called).split()):
        return True
    if entity.kind != "person":
        return same_words(body_name(called), body_name(name))
    # "Kim" answers to "Kim Jong Un" only where that is asked for by its full name elsewhere in the group.
    return len(called.split()) > 1 and likeness(called, name) not in ("apart", "given")
