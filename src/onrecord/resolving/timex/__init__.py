"""What day, span or beat a time expression means: TIMEX3 values (TimeML 1.2.1; ISO 24617-1), by rules.

- `reader`: the expressions of a text in order, each against the day of publication, its verb and those before it.
- `wording`, `numerals`: an expression in one plain form, number words in digits. `lexicon`: what it is made of.
- `absolute`: dates that are written out. `deictic`: "last month", "that year". `distances`: "two years ago".
- `periods`: quarters, seasons, decades, centuries. `holidays`. `clock`: times of day. `references`: now, soon, once.
- `durations`: how long. `sets`: how often.
- `points`: stretches of the calendar. `nearest`: which of many is meant. `tense`: where the verb points.
- `context`: what an expression is read against, and what comes out.
"""

from onrecord.resolving.timex.context import Context, Reading
from onrecord.resolving.timex.reader import read_all, read_one

__all__ = ["Context", "Reading", "read_all", "read_one"]
