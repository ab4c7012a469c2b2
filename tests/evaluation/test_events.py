"""Events held against labels: pairs by trigger, parties by overlap."""

from evaluation.events import Told, agreement

MEETING = Told((10, 13), "CONSULT", ((0, 9), (19, 24)), ())
ATTACK = Told((40, 48), "ASSAULT", ((30, 39),), ((52, 60),))


def test_the_same_events_agree_in_all() -> None:
    assert set(agreement([[MEETING, ATTACK]], [[ATTACK, MEETING]]).values()) == {100.0}


def test_a_party_too_few_is_not_whole_and_its_type_is_right() -> None:
    scores = agreement([[MEETING]], [[MEETING._replace(actors=((0, 9),))]])
    assert (scores["trigger"], scores["type"], scores["whole"], scores["actors"]) == (100.0, 100.0, 0.0, 0.0)
    assert scores["recipients"] == 100.0


def test_another_type_is_a_trigger_found_and_no_more() -> None:
    scores = agreement([[ATTACK]], [[ATTACK._replace(type="THREATEN")]])
    assert (scores["trigger"], scores["type"], scores["whole"]) == (100.0, 0.0, 0.0)


def test_what_is_missed_and_what_is_invented_both_count() -> None:
    scores = agreement([[MEETING, ATTACK], []], [[MEETING], [ATTACK]])
    assert scores["trigger"] == 50.0


def test_nothing_found_and_nothing_there_scores_nothing() -> None:
    assert set(agreement([[]], [[]]).values()) == {0.0}
