"""Events labelled by hand: every label lies within its text, and becomes marks and pointers."""

import os
from pathlib import Path

import pytest

from training.corpora.labelled_events import Labelled, LabelledText, Party, labelled_texts, read

TEXT = "Norvanna met Quellin and Oresk."
MET = Labelled((9, 12), "CONSULT", (Party((0, 8), (0, 8)), Party((13, 20), (13, 20))), (), None, None, "happened")


def test_a_party_each_is_pointed_at_and_nobody_where_there_is_none() -> None:
    marked = LabelledText("one", TEXT, (MET,), None).marked()
    assert [(mark.start, mark.end, mark.kind) for mark in marked.layers["events"].marks] == [(9, 12, "CONSULT")]
    assert [(link.start, link.end) for link in marked.links["event_to_actor"]] == [(9, 0), (9, 13)]
    assert [(link.start, link.end) for link in marked.links["event_to_recipient"]] == [(9, None)]


@pytest.mark.skipif(not os.environ.get("ONRECORD_CORPORA"), reason="ONRECORD_CORPORA is not set")
def test_the_labels_lie_in_the_texts_of_the_corpora() -> None:
    corpora = Path(os.environ["ONRECORD_CORPORA"])
    texts = list(labelled_texts(corpora))
    assert len(texts) > 600
    for one in texts:
        for event in one.events:
            phrases = [party.phrase for party in (*event.actors, *event.recipients)]
            assert all(0 <= a < b <= len(one.text) for a, b in (event.trigger, *phrases))
            assert one.text[slice(*event.trigger)].strip() == one.text[slice(*event.trigger)]
    train, dev = ({marked.text for marked in read(corpora, split)} for split in ("train", "dev"))
    assert train and dev and not train & dev
