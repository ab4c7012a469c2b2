"""Which attribution is told inside which, "Orlin wrote that both guilds swore to …", and what else is."""

from collections.abc import Sequence

from onrecord.records import Attribution, Span


def outer_of(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the innermost other one whose content its source (or cue, or content) lies in.

    Two that lie in each other's content are told inside nobody's. Linear in the attributions but for sorting, as
    only the contents that are open at a place are looked at.
    """
    extents = sorted((s.start, -s.end, n) for n, a in enumerate(attributions) for s in a.content)
    places = sorted((_place(a), n) for n, a in enumerate(attributions))
    outer: list[int | None] = [None] * len(attributions)
    open_: list[tuple[int, int, int]] = []
    opened = 0
    for place, n in places:
        while opened < len(extents) and extents[opened][0] <= place:
            open_.append(extents[opened])
            opened += 1
        open_ = [extent for extent in open_ if -extent[1] > place]
        reach = _reach(attributions[n])
        around = [e for e in open_ if e[2] != n and -e[1] >= reach and not _same(attributions, n, e)]
        outer[n] = max(around)[2] if around else None
    return [None if o is None or outer[o] == n else o for n, o in enumerate(outer)]


def innermost_of(attributions: Sequence[Attribution], spans: Sequence[Span]) -> list[int | None]:
    """Return for each span the innermost attribution of whose content one part holds all of it, or nothing.

    Linear in both but for sorting, as `outer_of` is.
    """
    extents = sorted((s.start, -s.end, n) for n, a in enumerate(attributions) for s in a.content)
    innermost: list[int | None] = [None] * len(spans)
    open_: list[tuple[int, int, int]] = []
    opened = 0
    for n in sorted(range(len(spans)), key=lambda n: spans[n].start):
        while opened < len(extents) and extents[opened][0] <= spans[n].start:
            open_.append(extents[opened])
            opened += 1
        open_ = [extent for extent in open_ if -extent[1] > spans[n].start]
        innermost[n] = max((extent for extent in open_ if -extent[1] >= spans[n].end), default=(0, 0, None))[2]
    return innermost


def _place(attribution: Attribution) -> int:
    return (attribution.source or attribution.cue or attribution.content[0]).start


def _reach(attribution: Attribution) -> int:
    """How far a content must go to hold an attribution: where nothing else places it, to the end of what it tells.

    A paragraph of a transcript is not told inside the words with which it begins ("The dam will hold, he said").
    """
    placed = attribution.source is not None or attribution.cue is not None
    return _place(attribution) if placed else attribution.content[0].end


def _same(attributions: Sequence[Attribution], n: int, extent: tuple[int, int, int]) -> bool:
    """Whether a content is that of attribution `n` too: two that report the same words hold none in each other."""
    start, end = extent[0], -extent[1]
    return any((s.start, s.end) == (start, end) for s in attributions[n].content)
