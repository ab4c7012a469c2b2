"""Who of a name the ledger knows, for eyes: offices over time, names, reports, and why all that is one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.records import EntityKey, Seen
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.speakers import held_line, period

if TYPE_CHECKING:
    from onrecord.comparing import Group

_INDENT: Final = 5
_HANG: Final = 7
# Reports that are listed of one where not all are asked for.
_LISTED: Final = 5


def biographies(
    groups: Sequence["Group"], said: Mapping[EntityKey, int], width: int, *, every: bool = False
) -> Iterator[Text]:
    """Yield the lines of who the ledger knows; `said` counts statements. Without `every` only some reports are listed.

    `width` is in cells of the terminal.
    """
    for number, group in enumerate(groups, 1):
        yield from _biography(number, group, said, width, every)
        yield Text()
    yield Text(f"{len(groups):,} of that name." if groups else "Nobody of that name.", style="dim")


def _biography(number: int, group: "Group", said: Mapping[EntityKey, int], width: int, every: bool) -> Iterator[Text]:
    from onrecord.comparing.identity.biography import in_order, names_of, offices_over_time

    first = group.members[0].entity
    head = Text(one_line(group.name), style="bold").append(f" — {first.kind} [{first.id}]", style="dim not bold")
    begun, *others = indented(head, width, _INDENT)
    yield Text(f"{number:>3}. ", style="dim") + begun[_INDENT:]
    yield from others
    for held in offices_over_time(group):
        yield from indented(Text(held_line(held.role, held.since, held.until, held.documents)), width, _INDENT, _HANG)
    called = [f"{one_line(name)} ({times})" for name, times in names_of(group) if name != group.name]
    if called:
        yield from indented(Text("also " + " · ".join(called)), width, _INDENT, _HANG)
    yield from indented(Text(_extent(group, said), style="dim"), width, _INDENT, _HANG)
    shown = in_order(group)
    listed = shown if every else shown[:_LISTED]
    yield from _reports(group, listed, said, width)
    if len(listed) < len(shown):
        yield Text(" " * _INDENT + f"and {counted(len(shown) - len(listed), 'report')} more: --all", style="dim")


def _extent(group: "Group", said: Mapping[EntityKey, int]) -> str:
    from onrecord.comparing.identity.biography import days_of

    days = days_of(group)
    when = "no report is dated" if days is None else period(*days)
    spoke = sum(said.get(member.key, 0) for member in group.members)
    documents = len({member.page.document for member in group.members})
    return f"in {counted(documents, 'document')}, {when}; {counted(spoke, 'statement')}"


def _reports(group: "Group", listed: Sequence[Seen], said: Mapping[EntityKey, int], width: int) -> Iterator[Text]:
    from onrecord.comparing.identity.biography import day, reasons

    why = reasons(group)
    for one in listed:
        row = Text(f"{day(one) or 'date unknown'} — {flat(one.page.url or one.page.document)}")
        spoke = said.get(one.key, 0)
        row.append(f" — {one_line(one.entity.name)}" + (f", {counted(spoke, 'statement')}" if spoke else ""))
        yield from indented(row, width, _INDENT, _HANG)
        join = why.get(one.key)
        if join is not None:
            told = f"{'; '.join(join.sameness.why)} [{join.sameness.probability:.2f}]"
            yield from indented(Text(one_line(told), style="dim"), width, _HANG)
