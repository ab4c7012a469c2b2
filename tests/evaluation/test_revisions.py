"""The evaluation of revisions: its judged files, its layouts, and what counts as found."""

from dataclasses import replace

from evaluation.revisions import PARTS, Label, _meets, laid_out_anew, pairs_of
from onrecord.comparing import Revision, revised
from onrecord.records import Document, Record, Span, document_id


def record(text: str) -> Record:
    return Record(Document(id=document_id(text), text=text))


def test_every_part_has_changes_and_there_are_pairs_without() -> None:
    pairs = [pair for part in PARTS for pair in pairs_of(part)]
    assert all(any(pair.labels for pair in pairs_of(part)) for part in PARTS)
    assert sum(not pair.labels for pair in pairs) >= 5


def test_no_page_is_in_two_parts() -> None:
    pages = [{pair.before.split(".v")[0] for pair in pairs_of(part)} for part in PARTS]
    assert not (pages[0] & pages[1] or pages[0] & pages[2] or pages[1] & pages[2])


def test_another_layout_has_the_same_claims() -> None:
    text = "“Forty boats sail — today,” Ada Orlin said.\nThe strait’s ice held for 12 days, from 3–9 May."
    assert laid_out_anew(text) != text
    assert revised(record(text), record(laid_out_anew(text))).claims == ()


def test_a_label_is_met_at_its_place_by_its_kind_and_direction() -> None:
    label = Label(frozenset({"figure"}), frozenset({"altered"}), (4, 6), (4, 6), False)
    span = Span(4, 6, "40")
    change = Revision(of="figure", change="altered", a=None, b=None, ours=span, theirs=None)
    assert _meets(label, change)
    assert not _meets(label, replace(change, of="time"))
    assert not _meets(label, replace(change, change="removed"))
    assert not _meets(label, replace(change, ours=Span(7, 9, "41")))
