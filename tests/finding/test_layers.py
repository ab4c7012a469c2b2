from collections.abc import Callable

import numpy as np

from onrecord.finding.assembly import Draft
from onrecord.finding.layers import mentions_in, names_in, timexes_in
from onrecord.finding.nested import within
from onrecord.finding.spans import Tagged, tagged
from onrecord.finding.triggers import triggers_in

Layered = Callable[..., list[Tagged]]
TEXT = "Mara Oduya met envoys of Norland on Monday.\nShe thanked the Norlanders."


def test_names_are_whole_words_of_one_kind(layered: Layered) -> None:
    (scores,) = layered(
        TEXT, {"names": [("Mara Oduya", "person"), ("Norland", "country"), ("Norlanders", "nationality")]}
    )
    found = [(name.span.text, name.kind) for name in names_in(scores, TEXT)]
    assert found == [("Mara Oduya", "person"), ("Norland", "country"), ("Norlanders", "nationality")]
    assert all(name.confidence and name.confidence > 0.9 for name in names_in(scores, TEXT))


def test_a_word_is_tagged_as_its_first_piece_is(layered: Layered) -> None:
    (window,) = layered(TEXT, {"names": [("Norlanders", "nationality")]})
    scores = window.scores
    pieces = np.flatnonzero(scores.window.starts >= TEXT.index("Norlanders"))[:-1]
    assert len(pieces) > 1
    scores.layers["names"][pieces[-1]] = scores.layers["names"][0]
    (again,) = tagged([scores])
    assert [name.span.text for name in names_in(again, TEXT)] == ["Norlanders"]


def test_times_have_their_type(layered: Layered) -> None:
    (scores,) = layered(TEXT, {"times": [("Monday", "DATE")]})
    assert [(time.span.text, time.type) for time in timexes_in(scores, TEXT)] == [("Monday", "DATE")]


def test_a_mention_goes_back_to_the_one_it_points_at_or_to_none(layered: Layered) -> None:
    mentions = [("Mara Oduya", "person"), ("envoys", "person"), ("She", "person")]
    (scores,) = layered(TEXT, {"mentions": mentions}, {"mention_to_antecedent": {"She": "Mara"}})
    found = list(mentions_in(scores, TEXT, before=4))
    assert [m.antecedent for m in found] == [None, None, 4]
    assert all(m.sure and m.sure > 0.9 for m in found)


def test_no_mention_goes_back_to_a_later_one(layered: Layered) -> None:
    mentions = [("Mara Oduya", "person"), ("She", "person")]
    (scores,) = layered(TEXT, {"mentions": mentions}, {"mention_to_antecedent": {"Mara": "She"}})
    assert [m.antecedent for m in mentions_in(scores, TEXT, before=0)] == [None, None]


def test_a_trigger_points_at_mentions_of_its_own_paragraph(layered: Layered) -> None:
    marks = {
        "events": [("met", "CONSULT"), ("thanked", "SUPPORT")],
        "mentions": [("Mara Oduya", "person"), ("envoys", "person"), ("She", "person")],
    }
    links = {
        "event_to_actor": {"met": "Mara", "thanked": "Mara"},
        "event_to_recipient": {"met": "envoys"},
    }
    (scores,) = layered(TEXT, marks, links)
    met, thanked = triggers_in(scores, TEXT)
    assert (met.type, met.span.text) == ("CONSULT", "met")
    assert [one.text for one in met.actors] == ["Mara Oduya"] and [one.text for one in met.recipients] == ["envoys"]
    assert not thanked.actors and not thanked.recipients


def test_nobody_acts_on_himself(layered: Layered) -> None:
    marks = {"events": [("met", "CONSULT")], "mentions": [("Mara Oduya", "person")]}
    (scores,) = layered(TEXT, marks, {name: {"met": "Mara"} for name in ("event_to_actor", "event_to_recipient")})
    (met,) = triggers_in(scores, TEXT)
    assert met.actors and not met.recipients


def test_an_inner_attribution_lies_wholly_in_the_content_of_another() -> None:
    outer = Draft(source=(0, 5), cue=(6, 10), content=((11, 60),), evidence=())
    inside = Draft(source=(11, 15), cue=(16, 20), content=((21, 60),), evidence=())
    across = Draft(source=(0, 5), cue=(16, 20), content=((21, 60),), evidence=())
    bare = Draft(source=None, cue=None, content=((21, 60),), evidence=())
    cut = Draft(source=(11, 15), cue=(16, 20), content=((21, 30),), evidence=())
    text = "Vell1 said Orli said that the dam would hold through the winter."
    assert within([outer], [inside, across, bare, cut], text) == [inside]
