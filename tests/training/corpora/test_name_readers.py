"""Readers of names and references: small files of each corpus's shape, and the corpora themselves where they are."""

import json
import os
from pathlib import Path

import pytest

from training.corpora import gum, meantime, re3d, uner, worldwide
from training.corpora.marked import Marked, part_of

IOB = """\
# sent_id = answers-1-0001
# text = Orlin left Chile for Tarnow.
1	Orlin	B-PER
2	left	O
3	Chile	B-LOC
4	for	O
5	Tarnow	B-LOC
6	.	O

# sent_id = answers-2-0001
# text = No one.
1	No	O
2	one	O
3	.	O
"""
TSV = """\
https://example.org/news/1	O

The	O
Chilean	B-NORP
Orlin	B-Organization	B-Person
Fund	I-Organization
’	O
s	O
Sunni	B-NORP
members	O
paid	O
$	B-Money
5	I-Money

In	O
May	B-Date
flu	B-Misc
"""
CONLLU = """\
# newdoc id = GUM_news_example
# sent_id = GUM_news_example-1
1	President	President	PROPN	NNP	Number=Sing	2	nmod:desc	_	Entity=(1-person-new-nnnnn-cf1-1,2,3-coref-Ada_Orlin
2	Ada	Ada	PROPN	NNP	Number=Sing	4	nsubj	_	_
3	Orlin	Orlin	PROPN	NNP	Number=Sing	2	flat	_	Entity=1)
4	sold	sell	VERB	VBD	_	0	root	_	_
5	her	her	PRON	PRP$	_	7	nmod:poss	_	Entity=(2-object-new-nnnnn-cf2-3-sgl(1-person-giv:act-nnnnn-cf1-1-ana-Ada_Orlin)
6	Chilean	Chilean	ADJ	JJ	_	7	amod	_	_
7	boat	boat	NOUN	NN	_	4	obj	_	Entity=2)|SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

"""  # noqa: E501
XML = """\
<?xml version="1.0"?><Document doc_id="1">
<token number="0" sentence="0" t_id="1">Orlin</token><token number="1" sentence="0" t_id="2">Motors</token>
<token number="2" sentence="0" t_id="3">sold</token><token number="3" sentence="0" t_id="4">its</token>
<token number="4" sentence="0" t_id="5">plant</token><token number="5" sentence="0" t_id="6">for</token>
<token number="6" sentence="0" t_id="7">$</token><token number="7" sentence="0" t_id="8">3</token>
<token number="8" sentence="0" t_id="9">billion</token><token number="9" sentence="0" t_id="10">Friday</token>
<token number="0" sentence="6" t_id="11">Later</token>
<Markables>
<ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/><token_anchor t_id="2"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" syntactic_type="PRO"><token_anchor t_id="4"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3" syntactic_type="NOM"><token_anchor t_id="4"/><token_anchor t_id="5"/></ENTITY_MENTION>
<EVENT_MENTION m_id="4"><token_anchor t_id="3"/></EVENT_MENTION>
<VALUE m_id="5" type="MONEY"><token_anchor t_id="7"/><token_anchor t_id="8"/><token_anchor t_id="9"/></VALUE>
<TIMEX3 m_id="6" type="DATE"><token_anchor t_id="10"/></TIMEX3>
<TIMEX3 m_id="7" type="DATE"><token_anchor t_id="11"/></TIMEX3>
<ENTITY m_id="8" ent_type="ORG"/><ENTITY m_id="9" ent_type="PRO"/>
</Markables>
<Relations>
<REFERS_TO><source m_id="1"/><source m_id="2"/><target m_id="8"/></REFERS_TO>
<REFERS_TO><source m_id="3"/><target m_id="9"/></REFERS_TO>
<HAS_PARTICIPANT sem_role="Arg0"><source m_id="4"/><target m_id="1"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT sem_role="Arg1"><source m_id="4"/><target m_id="3"/></HAS_PARTICIPANT>
</Relations></Document>
"""


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def _marks(marked: Marked, layer: str) -> list[tuple[str, str]]:
    return [(marked.text[mark.start : mark.end], mark.kind) for mark in marked.layers[layer].marks]


def test_uner(tmp_path: Path) -> None:
    _put(tmp_path / "uner_ewt" / "en_ewt-ud-dev.iob2", IOB)
    first, second = uner.read(tmp_path, "dev")
    assert _marks(first, "names") == [("Orlin", "person"), ("Chile", "country"), ("Tarnow", "place")]
    assert first.layers["names"].unseen == {"other", "nationality"}
    assert (second.name, second.text) == ("answers-2", "No one.")


def test_worldwide(tmp_path: Path) -> None:
    _put(tmp_path / "worldwide_news_ner" / "tsv" / "a.txt.tsv", TSV)
    (found,) = worldwide.read(tmp_path, part_of("a.txt.tsv", 10))
    assert found.text == "The Chilean Orlin Fund’s Sunni members paid $5\nIn May flu"
    assert _marks(found, "names") == [("Chilean", "nationality"), ("Orlin Fund", "organization"), ("Sunni", "other")]
    assert [found.text[slice(*extent)] for extent in found.layers["names"].unsure] == ["flu"]


def test_gum(tmp_path: Path) -> None:
    _put(tmp_path / "gum" / "open" / "dep" / "dev" / "GUM_news_example.conllu", CONLLU)
    (found,) = gum.read(tmp_path, "dev")
    assert _marks(found, "names") == [("Ada Orlin", "person"), ("Chilean", "nationality")]
    mentions = [("President Ada Orlin", "person"), ("her", "person"), ("Chilean boat", "other")]
    assert _marks(found, "mentions") == mentions
    assert [(link.start, link.end) for link in found.links["mention_to_antecedent"]] == [(0, None), (25, 0), (29, None)]
    assert not list(gum.read(tmp_path, "dev", genres={"bio"}))


def test_meantime(tmp_path: Path) -> None:
    _put(tmp_path / "meantime" / "intra_cross-doc_annotation" / "corpus" / "1_orlin.xml", XML)
    (found,) = meantime.read(tmp_path, part_of("1", 5))
    assert found.text == "Orlin Motors sold its plant for $3 billion Friday"
    assert _marks(found, "names") == [("Orlin Motors", "organization")]
    assert _marks(found, "mentions") == [("Orlin Motors", "organization"), ("its", "organization"), ("plant", "other")]
    assert _marks(found, "quantities") == [("$", "unit"), ("3 billion", "number")]
    assert _marks(found, "times") == [("Friday", "DATE")]
    assert [(link.start, link.end) for link in found.links["mention_to_antecedent"]] == [(0, None), (18, 0), (22, None)]
    assert [(link.start, link.end) for link in found.links["event_to_actor"]] == [(13, 0)]
    assert [(link.start, link.end) for link in found.links["event_to_recipient"]] == [(13, None)]


def test_re3d(tmp_path: Path) -> None:
    text = "The minister, Ada Orlin, thanked mourners of the Tarnow Guard near Elba."
    folder = tmp_path / "re3d" / "government"
    _put(folder / "documents.jsonl", json.dumps({"_id": "d", "text": text}) + "\n")
    kinds = [("Ada Orlin", "Person", 1), ("mourners", "Organisation", 1), ("the Tarnow Guard", "Organisation", 0.9)]
    rows = [
        {"begin": text.index(words), "end": text.index(words) + len(words), "type": kind, "documentId": "d",
         "confidence": agreed}
        for words, kind, agreed in [*kinds, ("Elba", "Location", 0)]
    ]  # fmt: skip
    (folder / "entities.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (found,) = re3d.read(tmp_path, part_of("d", 5))
    assert _marks(found, "names") == [("Ada Orlin", "person"), ("Tarnow Guard", "organization")]
    assert [found.text[slice(*extent)] for extent in found.layers["names"].unsure] == ["Elba"]


@pytest.mark.parametrize("reader", [uner, worldwide, gum, meantime, re3d])
def test_a_missing_corpus_is_told(reader: object, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(reader.read(tmp_path, "train"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("reader", [uner, gum, meantime, re3d])
def test_the_corpora(reader: object) -> None:
    if "ONRECORD_CORPORA" not in os.environ:
        pytest.skip("ONRECORD_CORPORA does not say where the corpora are")
    found: list[Marked] = list(reader.read(Path(os.environ["ONRECORD_CORPORA"]), "dev"))  # type: ignore[attr-defined]
    for marked in found:
        starts = {mark.start for mark in marked.layers.get("mentions", marked.layers["names"]).marks}
        for link in marked.links.get("mention_to_antecedent", ()):
            assert link.start in starts and (link.end is None or (link.end in starts and link.end < link.start))
    assert sum(len(marked.layers["names"].marks) for marked in found) > 100
