"""What a new version of a text changed, as the codebook tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from onrecord.comparing.revisions.claims import Of
from onrecord.comparing.revisions.notices import Notice
from onrecord.records import Page, Ref, RefJson, Span

Change = Literal["added", "removed", "altered", "hardened", "softened"]


class RevisionJson(TypedDict):
    """The codebook's line of `revisions`."""

    url: str | None
    before: str
    after: str
    of: Of
    change: Change
    a: RefJson | None
    b: RefJson | None
    cosmetic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One change: what was changed and how, where it stood before (`a`) and where it stands after (`b`).

    `a` is None of what was added, `b` of what was removed. `ours` and `theirs` are the words that differ, each in its
    text, None where there are none; `context` is the sentence that they stand in, of the later text where it has it.
    `cosmetic` says that nothing else is claimed now. `declared` is the notice in the
    later text that owns up to the change, if one does.
    """

    of: Of
    change: Change
    a: Ref | None
    b: Ref | None
    ours: Span | None
    theirs: Span | None
    cosmetic: bool = False
    declared: Notice | None = None
    context: Span | None = None

    @property
    def is_notice(self) -> bool:
        """Whether it is the declaration itself that was added."""
        return self.declared is not None and self.theirs == self.declared.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """Two texts of one story and what changed between them: claims in the order of the later text, then the cosmetic.

    `notices` are the corrections that the later text declares and the earlier does not. `url` is the address of the
    later one.
    """

    before: Page
    after: Page
    changes: Sequence[Revision]
    notices: Sequence[Notice]

    @property
    def url(self) -> str | None:
        """The address of the later text."""
        return self.after.url

    @property
    def claims(self) -> tuple[Revision, ...]:
        """The changes that are not cosmetic."""
        return tuple(change for change in self.changes if not change.cosmetic)

    @property
    def told(self) -> tuple[Revision, ...]:
        """The claims for eyes: without what is told with the sentence that came or went with it."""
        claims = self.claims
        return tuple(change for number, change in enumerate(claims) if not _is_within(change, claims[:number]))

    @property
    def cosmetic(self) -> tuple[Revision, ...]:
        """The changes by which nothing else is claimed."""
        return tuple(change for change in self.changes if change.cosmetic)

    @property
    def corrected(self) -> tuple[Revision, ...]:
        """The changes that a notice owns up to."""
        return tuple(change for change in self.changes if change.declared is not None)

    def to_json(self) -> list[RevisionJson]:
        """Return the codebook's lines: one a change, and one of a statement that was altered in several places."""
        lines: list[RevisionJson] = []
        for line in map(self._json, self.changes):
            if line not in lines:
                lines.append(line)
        return lines

    def _json(self, change: Revision) -> RevisionJson:
        return {
            "url": self.url,
            "before": self.before.document,
            "after": self.after.document,
            "of": change.of,
            "change": change.change,
            "a": None if change.a is None else change.a.to_json(),
            "b": None if change.b is None else change.b.to_json(),
            "cosmetic": change.cosmetic,
        }


def _is_within(change: Revision, before: Sequence[Revision]) -> bool:
    if change.of not in ("figure", "time", "name"):
        return False
    whole = (one for one in before if one.of in ("statement", "wording") and one.change == change.change)
    return any(_holds(one, change) for one in whole)


def _holds(whole: Revision, part: Revision) -> bool:
    pairs = ((whole.ours, part.ours), (whole.theirs, part.theirs))
    return all(
        (a is None) == (b is None) and (a is None or b is None or (a.start <= b.start and b.end <= a.end))
        for a, b in pairs
    )
