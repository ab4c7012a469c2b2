from pathlib import Path

from onrecord.encoder import Encoder
from training.conllu import read_conllu
from training.corpora.marked import Layer, Mark, Marked
from training.inner import nested_in, with_inner

TEXT = (
    "Mara Oduya said that Ilse Corrant said the strait would close again in winter.\n"
    "She added that the ships would come."
)


def test_what_is_said_within_a_content_is_found_by_reading_it_again() -> None:
    start = TEXT.index("that Ilse")
    end = TEXT.index(".\n")
    outer = (
        Mark(0, 10, "source"),
        Mark(11, 15, "cue"),
        Mark(start, end, "content"),
    )
    marked = with_inner(Marked("a", TEXT, {"attribution": Layer(outer)}), Encoder(threads=1))
    found = {(m.kind, TEXT[m.start : m.end]) for m in marked.layers["inner"].marks}
    assert ("source", "Ilse Corrant") in found
    assert any(kind == "cue" and "said" in words for kind, words in found)
    assert all(start <= m.start and m.end <= end for m in marked.layers["inner"].marks)
    (link,) = marked.links["inner_cue_to_source"]
    assert link.end is not None and TEXT[link.end :].startswith("Ilse Corrant")
    contents = {m.start for m in marked.layers["inner"].marks if m.kind == "content"}
    assert {link.start for link in marked.links["inner_content_to_cue"]} == contents


def test_trees_tell_of_attributions_within_others(tmp_path: Path) -> None:
    rows = [
        ("Oduya", "PROPN", 2, "nsubj"),
        ("said", "VERB", 0, "root"),
        ("that", "SCONJ", 6, "mark"),
        ("the", "DET", 5, "det"),
        ("guild", "NOUN", 6, "nsubj"),
        ("denied", "VERB", 2, "ccomp"),
        ("that", "SCONJ", 9, "mark"),
        ("ships", "NOUN", 9, "nsubj"),
        ("sank", "VERB", 6, "ccomp"),
    ]
    lemmas = {"said": "say", "denied": "deny", "sank": "sink", "ships": "ship"}
    lines = ["# newdoc id = own", "# sent_id = own-1", "# text = " + " ".join(r[0] for r in rows)]
    for i, (form, upos, head, relation) in enumerate(rows, 1):
        fields = (str(i), form, lemmas.get(form, form.lower()), upos, "_", "_", str(head), relation, "_", "_")
        lines.append("\t".join(fields))
    path = tmp_path / "own.conllu"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf8")
    (document,) = read_conllu(path)
    marked = nested_in(document)
    words = [(m.kind, marked.text[m.start : m.end]) for m in marked.layers["inner"].marks]
    assert words == [("source", "the guild"), ("cue", "denied"), ("content", "that ships sank")]
    assert len(marked.links["inner_content_to_cue"]) == 1
