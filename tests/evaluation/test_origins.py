"""Pairs of near copies held against the lists."""

from pathlib import Path

from evaluation.origins import JUDGED, _f1, _scores, alike, grouped, judged

LEAD = "The ferry Anna sank off Port Vale on Monday after it had struck a reef in heavy fog, the harbour office said."
MORE = "All 40 passengers were brought ashore by fishing boats from the village of Oriel, where a school was opened."
OTHER = "Parliament will debate the budget of the railways next week, and members of both parties expect a long night."
TEXTS = {"long": f"{LEAD}\n{MORE}\n{OTHER}\n", "brief": f"{LEAD}\n", "other": f"{OTHER.lower()[30:]}\n"}


def test_texts_of_one_story_are_pairs() -> None:
    assert grouped({"long": f"{LEAD}\n{MORE}\n", "brief": f"{LEAD}\n", "other": f"{OTHER}\n"}) == {
        frozenset(("long", "brief"))
    }


def test_a_brief_is_not_alike_and_an_edited_copy_is() -> None:
    texts = {**TEXTS, "long": f"{LEAD}\n{MORE}\n{OTHER}\n{OTHER[:60]}\n", "edited": f"{LEAD}\n{MORE}\n"}
    pairs = {frozenset(("long", "brief")), frozenset(("long", "edited"))}
    assert alike(pairs, texts) == {frozenset(("long", "edited"))}


def test_a_pair_too_many_costs_precision_and_one_too_few_recall() -> None:
    a, b, c = (frozenset(pair) for pair in (("a", "b"), ("b", "c"), ("a", "c")))
    told = _scores("x", {a, b}, {a, c, frozenset(("a", "absent"))}, {"a": "", "b": "", "c": ""})
    assert (told["x.listed"], told["x.found"], told["x.precision"], told["x.recall"]) == (2, 2, 50, 50)
    assert _f1(set(), set()) == 0.0


def test_only_what_was_judged_to_be_copies_counts(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("# rule\na\tb\tcopies\none\ttwo\tyes\none\tthree\tno\n", encoding="utf8")
    assert judged(path) == {frozenset(("one", "two"))}


def test_the_judged_pairs_are_references_and_verdicts() -> None:
    lines = [line.split("\t") for line in JUDGED.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    assert lines[0] == ["a", "b", "copies"]
    assert all(a.endswith(".txt") and b.endswith(".txt") and verdict in ("yes", "no") for a, b, verdict in lines[1:])
    assert len({frozenset(row[:2]) for row in lines[1:]}) == len(lines) - 1
