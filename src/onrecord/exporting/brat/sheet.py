"""The lines of an .ann file as they are written, each annotation under a number of its own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.exporting.brat.fragments import Extent
from onrecord.exporting.brat.names import EQUIV, NOTES
from onrecord.exporting.json_lines import json_line


class Sheet:
    """Collects the annotations of one text; every method but `text` adds a line and returns what it is named."""

    def __init__(self, document_text: str) -> None:
        self._document_text = document_text
        self._numbers: Counter[str] = Counter()
        self._lines: list[str] = []

    def text(self) -> str:
        """Return the lines, each with its end."""
        return "".join(f"{line}\n" for line in self._lines)

    def text_bound(self, type_: str, fragments: Sequence[Extent]) -> str:
        """Add an annotation of stretches of the text."""
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(self._document_text[start:end] for start, end in fragments)
        return self._add("T", f"{type_} {places}\t{words}")

    def event(self, type_: str, trigger: str, arguments: Iterable[tuple[str, str]]) -> str:
        """Add an event with its (role, id) arguments; a role's second and later ones are numbered."""
        roles: Counter[str] = Counter()
        linked = [f"{type_}:{trigger}"]
        for role, target in arguments:
            roles[role] += 1
            linked.append(f"{role}{roles[role] if roles[role] > 1 else ''}:{target}")
        return self._add("E", " ".join(linked))

    def relation(self, type_: str, first: str, second: str) -> str:
        """Add a relation of two annotations."""
        return self._add("R", f"{type_} Arg1:{first} Arg2:{second}")

    def attributes(self, target: str, values: Mapping[str, str | None]) -> None:
        """Add an attribute for each value that is known."""
        for name, value in values.items():
            if value is not None:
                self._add("A", f"{name} {target} {value}")

    def note(self, target: str, values: Mapping[str, object]) -> None:
        """Add a note that holds what is known of these values as JSON; none where nothing is."""
        known = {key: value for key, value in values.items() if value is not None and value != []}
        if known:
            self._add("#", f"{NOTES} {target}\t{json_line(known)}")

    def equiv(self, targets: Sequence[str]) -> None:
        """Say that annotations are of the same thing, where they are more than one."""
        if len(targets) > 1:
            self._lines.append(f"*\t{EQUIV} {' '.join(targets)}")

    def _add(self, prefix: str, rest: str) -> str:
        self._numbers[prefix] += 1
        name = f"{prefix}{self._numbers[prefix]}"
        self._lines.append(f"{name}\t{rest}")
        return name
