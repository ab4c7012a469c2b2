"""The open recipe's data: trees and plain sentences to attributions. All texts are invented."""

import gzip
import json
from pathlib import Path

import pytest

from training.conllu import read_conllu
from training.open_data import read_open
from training.polnear import Annotated, Attribution
from training.silver import annotate_plain
from training.treebank import annotate

SAID = """
The the DET 2 det
minister minister NOUN 6 nsubj
of of ADP 4 case
ports port NOUN 2 nmod
has have AUX 6 aux
said say VERB 0 root
that that SCONJ 10 mark
the the DET 9 det
bridge bridge NOUN 10 nsubj
closed close VERB 6 ccomp
. . PUNCT 6 punct
"""
WANTS = """
Mara Mara PROPN 3 nsubj
also also ADV 3 advmod
wants want VERB 0 root
to to PART 5 mark
rebuild rebuild VERB 3 xcomp
it it PRON 5 obj
. . PUNCT 3 punct
"""
ASIDE = """
“ “ PUNCT 3 punct No
We we PRON 3 nsubj
wait wait VERB 0 root No
, , PUNCT 3 punct No
” ” PUNCT 3 punct
she she PRON 7 nsubj
said say VERB 3 parataxis No
. . PUNCT 3 punct
"""
GOES_ON = """
“ “ PUNCT 3 punct No
Nobody nobody PRON 3 nsubj
crosses cross VERB 0 root
the the DET 5 det
river river NOUN 3 obj No
. . PUNCT 3 punct No
” ” PUNCT 3 punct
"""
ACCORDING = """
According accord VERB 4 case
to to ADP 1 fixed
the the DET 4 det
survey survey NOUN 8 obl No
, , PUNCT 4 punct
prices price NOUN 8 nsubj
have have AUX 8 aux
risen rise VERB 0 root No
. . PUNCT 8 punct
"""
EXPECTED = """
Rain rain NOUN 3 nsubj:pass
is be AUX 3 aux:pass
expected expect VERB 0 root
to to PART 5 mark
stop stop VERB 3 xcomp
. . PUNCT 3 punct
"""
CLAIM = """
His he PRON 2 nmod:poss
claim claim NOUN 7 nsubj
that that SCONJ 5 mark
tolls toll NOUN 5 nsubj
fell fall VERB 2 acl
is be AUX 7 cop
false false ADJ 0 root
. . PUNCT 7 punct
"""
NESTED = """
Oren Oren PROPN 2 nsubj
says say VERB 0 root
he he PRON 4 nsubj
thinks think VERB 2 ccomp
it it PRON 6 nsubj
works work VERB 4 ccomp
. . PUNCT 2 punct
"""
PLAIN = """
The the DET 2 det
ferry ferry NOUN 3 nsubj
sank sink VERB 0 root
. . PUNCT 3 punct
"""
WRITTEN = """
Oren Oren PROPN 2 nsubj
observed observe VERB 0 root No
: : PUNCT 2 punct
"""


def conllu(*sentences: str, paragraphs: bool = False) -> str:
    blocks = []
    for i, sentence in enumerate(sentences):
        lines = ["# newpar"] if paragraphs or i == 0 else []
        for number, line in enumerate(sentence.strip().splitlines(), 1):
            form, lemma, upos, head, relation, *joined = line.split()
            misc = "SpaceAfter=No" if joined else "_"
            lines.append("\t".join((str(number), form, lemma, upos, "_", "_", head, relation, "_", misc)))
        blocks.append("\n".join(lines))
    return "# newdoc id = one\n" + "\n\n".join(blocks) + "\n"


def annotated(tmp_path: Path, *sentences: str, paragraphs: bool = False) -> Annotated:
    path = tmp_path / "one.conllu"
    path.write_text(conllu(*sentences, paragraphs=paragraphs), encoding="utf8")
    (document,) = read_conllu(path)
    return annotate(document)


def spoken(document: Annotated) -> list[tuple[str, str, list[str]]]:
    def words(extents: tuple[tuple[int, int], ...]) -> list[str]:
        return [document.text[a:b] for a, b in extents]

    return [(" ".join(words(a.source)), " ".join(words(a.cue)), words(a.content)) for a in document.readings[0]]


def test_text_is_rebuilt_with_its_spaces_and_paragraphs(tmp_path: Path) -> None:
    assert annotated(tmp_path, ASIDE, PLAIN).text == "“We wait,” she said. The ferry sank ."
    assert annotated(tmp_path, ASIDE, PLAIN, paragraphs=True).text == "“We wait,” she said.\nThe ferry sank ."


def test_contraction_shares_its_letters_out(tmp_path: Path) -> None:
    rows = ["1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_", "1\tdid\tdo\tAUX\t_\t_\t3\taux\t_\t_", "2\tn't\tnot\tPART\t_\t_\t3"]
    rows[2] += "\tadvmod\t_\t_"
    path = tmp_path / "two.conllu"
    path.write_text("\n".join([*rows, "3\tsay\tsay\tVERB\t_\t_\t0\troot\t_\t_"]) + "\n", encoding="utf8")
    (document,) = read_conllu(path)
    assert document.text == "didn't say"
    assert [document.text[w.start : w.end] for w in document.sentences[0].words] == ["did", "n't", "say"]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (SAID, "The minister of ports", "has said", ["that the bridge closed"]),
        (WANTS, "Mara", "also wants", ["to rebuild it"]),
        (ASIDE, "she", "said", ["“We wait,”"]),
        (ACCORDING, "the survey", "According to", ["prices have risen"]),
        (EXPECTED, "", "is expected", ["Rain", "to stop"]),
        (CLAIM, "His", "claim", ["that tolls fell"]),
        (NESTED, "Oren", "says", ["he thinks it works"]),
    ],
)
def test_tree_gives_spans_by_the_guidelines(
    tmp_path: Path, sentence: str, source: str, cue: str, content: list[str]
) -> None:
    assert spoken(annotated(tmp_path, sentence)) == [(source, cue, content)]


def test_sentence_without_a_cue_has_no_attribution(tmp_path: Path) -> None:
    assert spoken(annotated(tmp_path, PLAIN)) == []


def test_quotation_is_carried_on_in_its_paragraph_but_not_past_another_sentence(tmp_path: Path) -> None:
    assert spoken(annotated(tmp_path, ASIDE, GOES_ON)) == [
        ("she", "said", ["“We wait,”", "“Nobody crosses the river.”"])
    ]
    assert spoken(annotated(tmp_path, ASIDE, PLAIN, GOES_ON)) == [("she", "said", ["“We wait,”"])]


def test_quotation_after_a_colon_belongs_to_the_cue_before_it(tmp_path: Path) -> None:
    assert spoken(annotated(tmp_path, WRITTEN, GOES_ON, paragraphs=True)) == [
        ("Oren", "observed", ["“Nobody crosses the river.”"])
    ]


def test_rst_satellite_makes_a_cue_of_a_verb_that_no_list_has(tmp_path: Path) -> None:
    marked = conllu(SAID.replace("said say", "sang sing")).replace(
        "\t_\t_\n2\tm", "\t_\tDiscourse=attribution-positive:1->2:0:_\n2\tm"
    )
    path = tmp_path / "one.conllu"
    path.write_text(marked.replace("mark\t_\t_", "mark\t_\tDiscourse=ROOT:2:0"), encoding="utf8")
    (document,) = read_conllu(path)
    assert spoken(annotate(document)) == [("The minister of ports", "has sang", ["that the bridge closed"])]


def plain(text: str) -> list[tuple[str, str, list[str]]]:
    document = annotate_plain("one", text)
    return [] if document is None else spoken(document)


def test_plain_sentence_is_matched_from_end_to_end() -> None:
    assert plain("“The harbour is open now,” Mayor Lena Orsk said. “Ships may come in again.”") == [
        ("Mayor Lena Orsk", "said", ["“The harbour is open now,”", "“Ships may come in again.”"])
    ]
    assert plain("The Ministry of Ports also said that the harbour was open.") == [
        ("The Ministry of Ports", "also said", ["that the harbour was open"])
    ]


def test_what_is_not_plain_is_left_out_of_the_text() -> None:
    told = "Officials said that the harbour was open."
    unclear = "Having argued at length, the pilots would think again."
    document = annotate_plain("one", f"{told} {unclear}\n{unclear}\nThe gate is green. {told}")
    assert document is not None
    assert document.text == f"{told}\nThe gate is green. {told}"
    assert len(document.readings[0]) == 2
    assert annotate_plain("two", unclear) is None


def test_every_corpus_is_read(tmp_path: Path) -> None:
    gum = tmp_path / "gum" / "open" / "dep" / "train"
    for folder in (
        gum,
        tmp_path / "ud_ewt",
        tmp_path / "raw_wikinews",
        tmp_path / "raw_wcep_portal",
        tmp_path / "raw_whitehouse",
    ):
        folder.mkdir(parents=True)
    (gum / "GUM_a.conllu").write_text(conllu(SAID), encoding="utf8")
    (tmp_path / "ud_ewt" / "en_ewt-ud-train.conllu").write_text(conllu(WANTS, CLAIM), encoding="utf8")
    told = "Officials said that the harbour was open."
    with gzip.open(tmp_path / "raw_wikinews" / "wikinews_2019_2020.jsonl.gz", "wt", encoding="utf8") as f:
        f.write(json.dumps({"url": "http://example.org/wiki/Harbour", "text": told}) + "\n")
    with gzip.open(tmp_path / "raw_wcep_portal" / "wcep_daily.jsonl.gz", "wt", encoding="utf8") as f:
        f.write(json.dumps({"date": "2031-02-03", "items": [{"text": told}, {"text": "A bridge opens."}]}) + "\n")
    with gzip.open(tmp_path / "raw_whitehouse" / "whitehouse.jsonl.gz", "wt", encoding="utf8") as f:
        wrapped = told.replace(" the ", "\nthe ") + f"\n\n**{told}**\n\n-   {told}"
        for kind in ("statements-releases", "press-briefings"):
            f.write(json.dumps({"url": "http://example.org/a/harbour/", "kind": kind, "text": wrapped}) + "\n")
    documents = list(read_open(tmp_path))
    assert [len(d.readings[0]) for d in documents] == [1, 2, 1, 1, 1]
    assert documents[-1].text == told
    assert all(isinstance(a, Attribution) for d in documents for a in d.readings[0])
    assert [d.name for d in documents[2:]] == ["Harbour", "current-events-2031-02-03", "harbour"]


def test_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gum"):
        next(read_open(tmp_path))
