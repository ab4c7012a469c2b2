"""Score the values of time expressions: `python -m evaluation.times_values [--model FILE] [--errors FILE] [--json]`.

`given`: the share of values that are right where the corpus gives the expressions; of those that have one, too
(`of_told`). `value`: TempEval-3's F1 of expressions found by the model that overlap the corpus's and have its value;
`relaxed` leaves the value out. HeidelTime's value F1 is 77.6 on TempEval-3's own test texts (UzZaman et al. 2013).
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, Scores, parser_of, run
from evaluation.spans import Span as Marked
from evaluation.spans import agreement, f1
from onrecord.encoder.model import WEIGHTS
from onrecord.records import Document, Span, Timex, document_id
from onrecord.resolving.page import Page
from onrecord.resolving.timex import Reading, read_all
from training.corpora.timex_values import Dated, read_meantime, read_tempeval, read_wikiwars


def score(where: Places, model: Path = WEIGHTS, errors: Path | None = None) -> Scores:
    """Score the values on the held-out fifth of TempEval-3 and on texts that no model need be held from.

    `errors` is where wrong values are written, but for those of the held-out texts. Raises FileNotFoundError where a
    corpus is missing.
    """
    held_out = list(read_tempeval(where.corpora, "dev"))
    open_to_all = {
        "tempeval.train": list(read_tempeval(where.corpora, "train")),
        "wikiwars": list(read_wikiwars(where.corpora)),
        "meantime": list(read_meantime(where.corpora)),
    }
    scores = given("tempeval.dev", held_out)
    for name, texts in open_to_all.items():
        scores |= given(name, texts)
    if errors is not None:
        lines = (line for texts in open_to_all.values() for text in texts for line in wrong(text))
        errors.write_text("\n".join(lines), encoding="utf8")
    return scores | found("tempeval.dev", held_out, model)


def given(name: str, texts: Iterable[Dated]) -> Scores:
    """Return the shares of right values and types, in percent, of expressions that the corpus gives."""
    counts: Counter[str] = Counter()
    for text in texts:
        for one, reading in zip(text.times, readings(text), strict=True):
            counts["all"] += 1
            counts["told"] += reading.value is not None
            counts["right"] += reading.value == one.value
            counts["type"] += reading.type == one.type
    return {
        f"{name}.given": _percent(counts["right"], counts["all"]),
        f"{name}.of_told": _percent(counts["right"], counts["told"]),
        f"{name}.type": _percent(counts["type"], counts["all"]),
    }


def readings(text: Dated) -> list[Reading]:
    """Read the expressions that a corpus gives of a text."""
    return read_all(_page(text), [Timex(one.type, Span.cut(text.text, one.start, one.end)) for one in text.times])


def wrong(text: Dated) -> list[str]:
    """Return one line for each value that is not the corpus's, in its sentence."""
    lines = []
    for one, reading in zip(text.times, readings(text), strict=True):
        if reading.value != one.value:
            before, after = text.text[max(0, one.start - 60) : one.start], text.text[one.end : one.end + 30]
            shown = f"{before}[{text.text[one.start : one.end]}]{after}".replace("\n", " / ")
            lines.append(f"{text.published}\t{one.type}\t{one.value}\t{reading.value}\t{shown}")
    return lines


def found(name: str, texts: Sequence[Dated], model: Path) -> Scores:
    """Return TempEval-3's relaxed F1 and value F1 of what the model finds and the rules read."""
    from onrecord.finding.layers import timexes_in
    from onrecord.finding.spans import tagged

    encoder = encoder_of(model)
    relaxed, valued = Counter[str](), Counter[str]()
    for text in texts:
        windows = tagged(list(encoder.scores(text.text)))
        timexes = [timex for window in windows for timex in timexes_in(window, text.text)]
        gold: list[Marked] = [(one.start, one.end, one.value) for one in text.times]
        pairs = zip(timexes, read_all(_page(text), timexes), strict=True)
        mine: list[Marked] = [(timex.span.start, timex.span.end, reading.value or "") for timex, reading in pairs]
        relaxed += agreement(gold, mine, relaxed=True, typed=False)
        valued += agreement(gold, mine, relaxed=True)
    return {f"{name}.relaxed": f1(relaxed), f"{name}.value": f1(valued)}


def _page(text: Dated) -> Page:
    return Page(Document(id=document_id(text.text), text=text.text, published=text.published))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--errors", type=Path, help="write the wrong values here")
    return run(parser, lambda where, given_: score(where, given_.model, given_.errors))


if __name__ == "__main__":
    sys.exit(main())
