"""The codebook's objects as OpenAPI describes them: made from the same TypedDicts that the records print."""

from functools import cache
from typing import Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic import BaseModel, ConfigDict, create_model

# A class for each TypedDict, made once: two of one name would be two schemas.


@cache
def model_of(typed: type) -> type[BaseModel]:
    """Return a pydantic model of the same name and fields as a TypedDict, those within it turned as well.

    The standard library's TypedDicts are not read by pydantic before Python 3.12, and records stand on nothing else.
    """
    hints = get_type_hints(typed, include_extras=True)
    optional: frozenset[str] = getattr(typed, "__optional_keys__", frozenset())
    fields: dict[str, Any] = {
        name: (_turned(hint), None) if name in optional or get_origin(hint) is NotRequired else (_turned(hint), ...)
        for name, hint in hints.items()
    }
    summary = (typed.__doc__ or "").strip() or None
    return create_model(typed.__name__, __config__=ConfigDict(extra="forbid"), __doc__=summary, **fields)


def _turned(hint: Any) -> Any:  # noqa: ANN401 - a type in any of its notations
    origin = get_origin(hint)
    if is_typeddict(hint):
        return model_of(hint)
    if origin in (NotRequired, Required):
        return _turned(get_args(hint)[0])
    if origin is None or origin is Literal:
        return hint
    arguments = tuple(_turned(one) for one in get_args(hint))
    if origin in (list, dict, tuple):
        return origin[arguments]
    return Union[arguments]  # noqa: UP007 - the members are known at run time only
