"""Read case tables with our own normalisers: `python -m evaluation.case_tables [--errors FILE] [--json]`.

`specs`: Microsoft's specifications of Recognizers-Text (MIT) for English numbers, percents, ranges, money, dimensions,
temperatures, dates and times (`evaluation.number_cases`, `evaluation.time_cases`). `quantulum3`: its own tests (MIT),
value alone and with the unit. The span of each expression is given; the share that is right is printed by group.

Left out, with their number, is what the codebook has no place for:
- `no_number`, `powers`: "dollars" alone; "1.1^23", a calculator's notation.
- `ordinals`, `two_conditions`: "the tenth"; "more than 10 and less than 40", which is two figures.
- `bounded`: "before 4pm": the codebook's times end before the preposition.
- `two_ends`: "from May 3 to May 8" in one expression: two times in the codebook.
- `from_the_hour`: "in 20 minutes": a report has a day of publication, not an hour.
- `business_days`, `fiscal_and_school_years`, `weeks_of_a_month`, `ends_of_days`: TIMEX3 has no value for them.
- `vague_numbers`: "a few days" is three for them, and X in TIMEX3.
- `left_open`: "summer", "the same year": the table gives no answer.
Not read at all: ages and ordinals (no figures); time zones alone; the extractors (no values); variants of the models
for calendars, tasks, experiments and alternatives, which answer otherwise to the same sentences.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation import number_cases, time_cases
from evaluation.cases import failures, shares
from evaluation.scoring import Places, Scores, parser_of, run


def score(where: Places, errors: Path | None = None) -> Scores:
    """Return the shares by group; `errors` is where the failures are written, one a line.

    Raises FileNotFoundError where a corpus is missing.
    """
    specifications = [
        *number_cases.read_specifications(where.corpora),
        *time_cases.read_specifications(where.corpora),
    ]
    quantulum = list(number_cases.read_quantulum(where.corpora))
    if errors is not None:
        errors.write_text("\n".join(failures([*specifications, *quantulum])), encoding="utf8")
    return shares("specs", specifications) | shares("quantulum3", quantulum)


def shares_of(scores: Scores) -> Scores:
    """Return the shares alone, without the numbers of cases and of what is left out."""
    return {name: value for name, value in scores.items() if not name.endswith(".cases") and ".left_out." not in name}


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield the tables, by folder and name. Raises FileNotFoundError where a corpus is missing."""
    tables = sorted((where.corpora / number_cases.SPECIFICATIONS).glob("*.jsonl"))
    for path in (*tables, where.corpora / number_cases.QUANTULUM):
        yield f"{path.parent.name}/{path.name}", path.read_bytes()


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--errors", type=Path, help="write the failures here")

    def measure(where: Places, given: argparse.Namespace) -> Scores:
        return score(where, given.errors)

    return run(parser, measure)


if __name__ == "__main__":
    sys.exit(main())
