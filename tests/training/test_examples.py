import random

import numpy as np

from onrecord.encoder.model import WEIGHTS, tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.tags import LAYERS, tags_of
from training.corpora.marked import Layer, Link, Mark, Marked, Relation
from training.examples import NONE, Example, Prepared, examples_of, merged

TEXT = "Mara Oduya met 40 envoys of Norland.\nShe thanked them in Port Vell."
TOKENIZER = tokenizer_at(WEIGHTS.with_name("tokenizer.json"))


def mark(words: str, kind: str) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind)


MARKED = Marked(
    "a",
    TEXT,
    {
        "names": Layer(
            (mark("Mara Oduya", "person"), mark("Norland", "country")), unsure=((TEXT.index("Port"), len(TEXT)),)
        ),
        "mentions": Layer((mark("Mara Oduya", "person"), mark("40 envoys", "person"), mark("She", "person"))),
    },
    {"mention_to_antecedent": (Link(0, None), Link(TEXT.index("40"), None), Link(TEXT.index("She"), 0))},
    (Relation((0, 10), (TEXT.index("40"), TEXT.index(" of")), "CONSULT"),),
)


def made(marked: Marked = MARKED) -> Example:
    (only,) = examples_of(Prepared(list(paragraphs_of(marked.text, TOKENIZER)), (marked,)))
    return only


def at(example: Example, words: str) -> int:
    return int((example.window.starts == TEXT.index(words)).argmax())


def test_pieces_are_tagged_in_each_layer_that_is_annotated_and_in_no_other() -> None:
    example = made()
    names = tags_of(LAYERS["names"])
    tag = {w: names[example.tags["names"][at(example, w)]] for w in ("Mara", "Oduya", "met", "Norland", "She")}
    assert tag == {"Mara": "B-person", "Oduya": "I-person", "met": "O", "Norland": "B-country", "She": "O"}
    assert set(example.tags) == {"names", "mentions"}


def test_nothing_is_learnt_where_a_corpus_is_in_doubt_nor_at_special_pieces() -> None:
    example = made()
    assert set(example.tags["names"][at(example, "Port") : -1]) == {NONE}
    assert example.tags["names"][0] == example.tags["names"][-1] == NONE
    assert example.tags["mentions"][at(example, "Port")] == 0


def test_links_lead_from_every_piece_of_a_mark_and_know_the_first() -> None:
    example = made()
    links = example.pointed["mention_to_antecedent"]
    she = links.places == at(example, "She")
    assert links.targets[she].tolist() == [at(example, "Mara")]
    assert links.targets[links.places == at(example, "40")].tolist() == [0]
    assert links.first.sum() == 3 and len(links.places) > 3


def test_a_link_out_of_the_window_is_none_for_a_mention_and_left_out_for_others() -> None:
    filler = "\n".join("The dam would hold in any flood of this size, they were told." for _ in range(40))
    text = f"Mara Oduya spoke.\n{filler}\nShe left."
    she = text.index("She left")
    layer = Layer((Mark(0, 10, "person"), Mark(she, she + 3, "person")))
    links = {"mention_to_antecedent": (Link(she, 0),), "event_to_actor": (Link(she + 4, 0),)}
    prepared = Prepared(list(paragraphs_of(text, TOKENIZER)), (Marked("b", text, {"mentions": layer}, links),))
    last = examples_of(prepared)[-1]
    assert last.pointed["mention_to_antecedent"].targets.tolist() == [0]
    assert not len(last.pointed["event_to_actor"].places)


def test_a_relation_knows_its_paragraph() -> None:
    example = made()
    (related,) = example.related
    assert (related.actor, related.recipient) == (at(example, "Mara"), at(example, "40"))
    assert related.start == 1 and related.end == at(example, "She") - 1


def test_lines_that_do_not_belong_together_stand_alone_or_in_a_drawn_company() -> None:
    text = "\n".join(f"Sentence {i} is alone." for i in range(30))
    prepared = Prepared(list(paragraphs_of(text, TOKENIZER)), (Marked("c", text, together=False),))
    assert len(examples_of(prepared)) == 30
    drawn = examples_of(prepared, random.Random(1))
    assert 8 <= len(drawn) < 30
    assert sum(int((e.window.starts >= 0).sum()) for e in drawn) == sum(map(len, prepared.paragraphs))


def test_drawing_the_first_window_moves_the_edges_but_not_the_words() -> None:
    text = "\n".join("Oduya said the dam would hold in any flood of this size." for _ in range(60))
    prepared = Prepared(list(paragraphs_of(text, TOKENIZER)), (Marked("d", text),))
    plain, drawn = examples_of(prepared), examples_of(prepared, random.Random(4))
    assert len(plain[0].window) != len(drawn[0].window)
    pieces = np.concatenate([e.window.ids[e.window.starts >= 0] for e in drawn])
    assert len(pieces) == sum(map(len, prepared.paragraphs))


def test_what_two_readers_say_of_one_text_is_joined() -> None:
    other = Marked("x", TEXT, {"times": Layer(())}, {"event_to_actor": ()})
    (joined,) = merged([MARKED, other])
    assert set(joined.layers) == {"names", "mentions", "times"} and joined.name == "a"
    assert set(joined.links) == {"mention_to_antecedent", "event_to_actor"}
