"""A statement in words: by what act, how surely, on what condition, when, and what was said exactly."""

from collections.abc import Mapping
from typing import Final

from onrecord.records import Factuality, Record, Statement
from onrecord.telling.clean import counted, one_line
from onrecord.telling.speakers import UNKNOWN
from onrecord.telling.values import in_words

# How far the source commits; what is certain goes without saying.
COMMITMENTS: Final[Mapping[Factuality, str]] = {
    "CT-": "not so",
    "PR+": "probable",
    "PR-": "probably not so",
    "PS+": "possible",
    "PS-": "possibly not so",
    "Uu": "open",
}


def act_words(statement: Statement) -> str:
    """Return the act of saying: the cue's own words, then what is known of act, belief, factuality and time.

    "vowed [pledge, probable, on a condition, 2031-04-03]".
    """
    if statement.cue is not None:
        words = one_line(statement.cue.text)
    else:
        words = "continued" if statement.how == "carried" else ""
    known = ", ".join(act_notes(statement))
    return " ".join(filter(None, (words, f"[{known}]" if known else "")))


def act_notes(statement: Statement) -> list[str]:
    """Return what is known of act, belief, factuality, condition and time, each in a word or two."""
    held = "held, not said" if statement.kind == "held" else None
    committed = COMMITMENTS.get(statement.factuality) if statement.factuality is not None else None
    condition = "on a condition" if statement.condition else None
    time = statement.time and in_words(statement.time)
    return [note for note in (statement.act, held, committed, condition, time) if note]


def exact_words(statement: Statement) -> str:
    """Return what was said with its marks, on one line, parts that stand apart joined by " … "."""
    return " … ".join(one_line(span.text) for span in statement.content)


def closing(record: Record) -> str:
    """Sum up the statements in one line: how many, how many speakers, what is not known."""
    statements = record.statements
    if not statements:
        return "No statements."
    speakers = {speaker for statement in statements for speaker in statement.speakers}
    parts = [counted(len(statements), "statement"), counted(len(speakers), "speaker")]
    unknown = sum(not statement.speakers for statement in statements)
    if unknown:
        parts.append(f"{unknown} with an {UNKNOWN}")
    return ", ".join(parts) + "."
