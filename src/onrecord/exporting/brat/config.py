"""The settings by which brat opens an exported folder: what may be annotated there, and how it looks.

Format: https://brat.nlplab.org/configuration.html.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.exporting.brat import names

_COLOURS: Final = {
    names.SOURCE: "#f6c5a8",
    names.CUE: "#ffe08a",
    names.CONTENT: "#bfe3c5",
    names.CONDITION: "#d5d0f0",
    names.FIGURE: "#f3b8cf",
    names.TIMEX: "#c9e4f5",
    **dict.fromkeys(names.MENTIONS, "#e3e3dc"),
    **dict.fromkeys(names.ATTRIBUTIONS, "#ffd24d"),
    **dict.fromkeys(names.EVENTS, "#b9cdf2"),
}
# Shorter forms for where there is little room.
_LABELS: Final = {
    names.ATTRIBUTION: ("Attribution", "Attr"),
    names.NO_SOURCE: ("Attribution without a source", "Attr-0"),
    names.CONDITION: ("Condition", "Cond"),
    "Organization": ("Organization", "Org"),
    names.SPEAKER: ("Speaker", "Spk"),
    names.RECIPIENT: ("Recipient", "Rcp"),
    names.STATED_IN: ("Stated in", "in"),
}


def annotation_conf() -> str:
    """Return the text of annotation.conf: the types, and which may be linked to which."""
    parties = "|".join(names.MENTIONS)
    said = "|".join(names.ATTRIBUTIONS)
    parts = f"{names.CUE}?:{names.CUE}, {names.CONTENT}+:{names.CONTENT}, {names.CONDITION}?:{names.CONDITION}"
    speakers = f"{names.SPEAKER}*:{parties}"
    stated = "|".join((names.FIGURE, *names.EVENTS))
    return _sections(
        {
            "entities": (*names.PARTS, *names.MENTIONS, names.FIGURE, names.TIMEX),
            "relations": (
                f"{names.STATED_IN}\tArg1:{stated}, Arg2:{said}",
                *(f"{names.EQUIV}\tArg1:{one}, Arg2:{one}, <REL-TYPE>:symmetric-transitive" for one in names.MENTIONS),
                "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            ),
            "events": (
                f"{names.ATTRIBUTION}\t{names.SOURCE}:{names.SOURCE}, {parts}, {speakers}",
                f"{names.NO_SOURCE}\t{parts}, {speakers}",
                *(f"{event}\t{names.ACTOR}*:{parties}, {names.RECIPIENT}*:{parties}" for event in names.EVENTS),
            ),
            "attributes": [
                f"{name}\tArg:{'|'.join(types)}, Value:{'|'.join(values)}"
                for name, (types, values) in names.ATTRIBUTES.items()
            ],
        }
    )


def visual_conf() -> str:
    """Return the text of visual.conf: labels and colours."""
    return _sections(
        {
            "labels": [" | ".join((name, *shorter)) for name, shorter in _LABELS.items()],
            "drawing": (
                "SPAN_DEFAULT\tfgColor:black, bgColor:#e3e3dc, borderColor:darken",
                *(f"{name}\tbgColor:{colour}" for name, colour in _COLOURS.items()),
                "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
                "ATTRIBUTE_DEFAULT\tglyph:*",
            ),
        }
    )


def _sections(sections: Mapping[str, Iterable[str]]) -> str:
    return "\n".join(f"[{name}]\n\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())
