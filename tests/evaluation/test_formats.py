"""What is read of a file is held against what it was judged to hold."""

import os
from pathlib import Path

import pytest

from evaluation.digests import digest, words_of
from evaluation.formats import FIELDS, Judged, data_of, floored, held_against, judged, measure, shares
from evaluation.scoring import Places
from onrecord.errors import EmptyDocument
from onrecord.reading import Ended
from onrecord.records import Document, Zone, document_id

TITLE, BYLINE, STORY = "Ferry row deepens", "By Ono Tal", "The ferry of Port Vale sails at dawn."
TEXT = f"{TITLE}\n\n{BYLINE}\n\n{STORY}\n"
ZONES = tuple(
    Zone(kind, TEXT.index(part), TEXT.index(part) + len(part))
    for kind, part in (("headline", TITLE), ("byline", BYLINE), ("body", STORY))
)
FERRY = Document(
    id=document_id(TEXT), text=TEXT, title=TITLE, published="2031-05-05T08:00:00Z", agency="Gull Wire", zones=ZONES
)
RIGHT = Ended(name="ferry.xml", document=FERRY)


def of(text: str) -> str:
    return digest(words_of(text))


def due(outcome: str = "read", title: str = TITLE, day: str = "2031-05-05", agency: str = "gull wire") -> Judged:
    told = frozenset((of(title),)), frozenset((day,)), frozenset((agency,))
    return Judged("ferry.xml", "NITF", outcome, *told, (of(STORY),), frozenset())


def test_all_of_a_document_is_right() -> None:
    found = measure(due(), RIGHT)
    assert found.outcome and found.words == 1
    assert found.right == dict.fromkeys(FIELDS, True)


@pytest.mark.parametrize(
    ("field", "judgement"),
    [
        ("title", due(title="Ferry row ends")),
        ("day", due(day="2031-05-06")),
        ("agency", due(agency="-")),
        (
            "body",
            Judged(
                "f",
                "NITF",
                "read",
                *(frozenset((x,)) for x in (of(TITLE), "2031-05-05", "gull wire")),
                (of(STORY), of("Nobody waits.")),
                frozenset(),
            ),
        ),
    ],
)
def test_each_field_is_wrong_by_itself(field: str, judgement: Judged) -> None:
    assert [name for name, right in measure(judgement, RIGHT).right.items() if not right] == [field]


def test_what_was_to_be_read_and_is_not_has_nothing_right() -> None:
    for end in (None, Ended(name="f", error=EmptyDocument("f", "is empty")), Ended(name="f", passed="is a video")):
        found = measure(due(), end)
        assert not found.outcome and found.words == 0 and not any(found.right.values())
    assert "is a video" in measure(due(), Ended(name="f", passed="is a video")).said


@pytest.mark.parametrize(
    ("outcome", "end", "right"),
    [
        ("refused", RIGHT, False),
        ("refused", Ended(name="f", passed="is a video"), True),
        ("refused", None, False),
        ("either", RIGHT, True),
        ("either", Ended(name="f", error=EmptyDocument("f", "is empty")), True),
        ("either", None, False),
    ],
)
def test_what_holds_no_report_has_an_outcome_alone(outcome: str, end: Ended | None, right: bool) -> None:
    found = measure(due(outcome), end)
    assert (found.outcome, found.right, found.words) == (right, {}, None)


def test_documents_are_compared_in_their_order_and_lacking_ones_count() -> None:
    found = held_against([due(), due()], [RIGHT])
    scores = shares(found)
    assert scores["documents"] == 2
    assert {scores[name] for name in ("outcome", "whole", "words", *FIELDS)} == {50}
    assert "documents" not in floored({**scores, "NITF.title": 50.0})


def test_every_judgement_of_what_is_to_be_read_says_what_is_due() -> None:
    rows = judged()
    assert {one.outcome for one in rows} == {"read", "refused", "either"}
    assert all(one.title and one.day and one.agency for one in rows if one.outcome == "read")


@pytest.mark.skipif("ONRECORD_CORPORA" not in os.environ, reason="ONRECORD_CORPORA is not set: no real files")
def test_the_files_are_there() -> None:
    names = [name for name, _ in data_of(Places(Path(os.environ["ONRECORD_CORPORA"])))]
    assert len(names) == len(set(names)) > 70
