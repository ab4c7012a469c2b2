"""What is one and what is two: sets that are joined, and sets that may not be."""

from collections.abc import Hashable
from typing import Generic, TypeVar

_K = TypeVar("_K", bound=Hashable)


class Alliance(Generic[_K]):
    """Disjoint sets (Galler and Fischer 1964) of which some are kept apart.

    What is kept apart of one member is kept apart of all that it is joined with, before and afterwards.
    """

    def __init__(self) -> None:
        self._root: dict[_K, _K] = {}
        self._members: dict[_K, list[_K]] = {}
        self._apart: dict[_K, set[_K]] = {}

    def root(self, one: _K) -> _K:
        """Return what stands for the set that `one` is in; itself, where it was never named."""
        return self._root.get(one, one)

    def members(self, one: _K) -> list[_K]:
        """Return all that is one with `one`, itself among them, in the order of joining."""
        return self._members.get(self.root(one), [one])

    def may_join(self, one: _K, other: _K) -> bool:
        """Tell whether nothing keeps the two apart."""
        return self.root(other) not in self._apart.get(self.root(one), ())

    def join(self, one: _K, other: _K) -> bool:
        """Make one of two sets; tell whether that changed anything: not where they were one or are kept apart."""
        a, b = self.root(one), self.root(other)
        if a == b or not self.may_join(a, b):
            return False
        mine, theirs = self.members(a), self.members(b)
        if len(mine) < len(theirs):
            a, b, mine, theirs = b, a, theirs, mine
        self._members.setdefault(a, mine).extend(theirs)
        self._root.update(dict.fromkeys(theirs, a))
        self._members.pop(b, None)
        for enemy in self._apart.pop(b, set()):
            self._apart[enemy].discard(b)
            self._keep_apart(a, enemy)
        return True

    def part(self, one: _K, other: _K) -> bool:
        """Keep two sets apart from now on; tell whether that can be: not where they are one."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return False
        self._keep_apart(a, b)
        return True

    def _keep_apart(self, a: _K, b: _K) -> None:
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)
