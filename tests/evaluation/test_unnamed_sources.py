"""Which sources without a name are scored, and what counts as right."""

import json
from pathlib import Path

import pytest

from evaluation.unnamed_sources import Case, Wanted, Which, agree, gold_cases, gum_cases, measures, plain
from onrecord.records import Findings

# "Maria Orlin left. She said that it rained."
TREES = """# newdoc id = GUM_news_tide
1\tMaria\tMaria\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1,2-coref
2\tOrlin\tOrlin\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tthat\tthat\tSCONJ\tIN\t_\t5\tmark\t_\t_
4\tit\tit\tPRON\tPRP\t_\t5\texpl\t_\t_
5\trained\train\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "gum" / "open" / "dep" / "dev"
    folder.mkdir(parents=True)
    (folder / "GUM_news_tide.conllu").write_text(TREES, encoding="utf8")
    return tmp_path


def scored(case: Case) -> list[tuple[str, Wanted]]:
    sources = [(case.attributions[place].source, wanted) for place, wanted in case.wanted.items()]
    return [(source.text, wanted) for source, wanted in sources if source is not None]


@pytest.mark.parametrize("which", ["told", "said", "subjects"])
def test_a_pronoun_is_called_by_the_names_of_its_chain(corpora: Path, which: Which) -> None:
    (case,) = gum_cases(corpora, "dev", which)
    assert scored(case) == [("She", (frozenset(("maria orlin",)),))]


def test_a_missing_corpus_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no treebank"):
        list(gum_cases(tmp_path, "dev"))


def test_the_rules_are_scored_on_it(corpora: Path) -> None:
    found = measures(gum_cases(corpora, "dev"), lambda document: Findings())
    shares = {"right": 100.0, "answered": 100.0, "precise": 100.0, "pronouns": 100.0}
    assert found == {**shares, "sources": 1, "pronouns.sources": 1}


def test_of_the_gold_only_sources_without_a_word_of_the_name_count(tmp_path: Path) -> None:
    text = "Maria Orlin said no. She added yes."

    def span(words: str) -> dict[str, object]:
        return {"span": [text.index(words), text.index(words) + len(words)], "text": words}

    def told(source: str, cue: str, content: str) -> dict[str, object]:
        parts = {"source": span(source), "cue": span(cue), "content": [span(content)]}
        return {"type": "indirect", "speakers": ["e1"], **parts}

    row = {
        "document": {"id": "rain", "text": text, "published": None},
        "entities": [{"id": "e1", "kind": "person", "name": "Maria Orlin", "aliases": ["Orlin"]}],
        "statements": [told("Maria Orlin", "said", "no"), told("She", "added", "yes")],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf8")
    (case,) = gold_cases(path)
    assert scored(case) == [("She", (frozenset(("maria orlin", "orlin")),))]


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ([{"orlin"}], [{"maria orlin", "orlin"}], True),
        ([{"orlin"}, {"vane"}], [{"vane"}, {"orlin"}], True),
        ([{"orlin"}, {"vane"}], [{"orlin"}], False),
        ([{"orlin"}], [{"orlin"}, {"vane"}], False),
        ([{"orlin"}], [], False),
    ],
)
def test_all_who_speak_are_right_and_nobody_else(wanted: list[set[str]], found: list[set[str]], right: bool) -> None:
    assert agree(tuple(map(frozenset, wanted)), list(map(frozenset, found))) is right


def test_a_name_is_compared_by_its_words() -> None:
    assert plain("The Orlin-Vane Trust's") == plain("orlin vane trust") == "orlin vane trust"
