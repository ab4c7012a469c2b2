"""A statement as what it asserts and what it denies, each found when it is first asked for, and kept."""

from dataclasses import dataclass
from functools import cached_property

from onrecord.comparing.conflicts.assertions import Assertion, assertions_of, telling_words
from onrecord.comparing.conflicts.denials import denied_content, says_denial
from onrecord.comparing.conflicts.frames import words_in
from onrecord.comparing.conflicts.negation import is_negated
from onrecord.records import ToldStatement


@dataclass(frozen=True)
class Uttered:
    """A statement with whatever its words tell."""

    told: ToldStatement

    @cached_property
    def assertions(self) -> tuple[Assertion, ...]:
        """The sentences that it asserts."""
        return tuple(assertions_of(self.told))

    @cached_property
    def denied(self) -> frozenset[str]:
        """The telling words of what it denies; none where it is no denial, or denies that something is not so."""
        content = denied_content(self.told)
        return frozenset() if content is None or is_negated(words_in(content)) else telling_words(content)

    @cached_property
    def speaks_of_denial(self) -> bool:
        """Whether it speaks of a denial itself."""
        return says_denial(self.told.evidence.text)
