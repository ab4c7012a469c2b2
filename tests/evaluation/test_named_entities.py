"""Which entities of a record count as right, and which of the marked names as found."""

from evaluation.named_entities import measures, tally
from onrecord.records import Document, Findings, Name, Span, document_id
from onrecord.resolving import resolve
from training.corpora.marked import Layer, Mark, Marked

TEXT = "Maria Orlin came to Tidewell. Qorv fell."
PERSON, PLACE = Mark(0, 11, "person"), Mark(20, 28, "place")


def names(*words: str) -> Findings:
    spans = [Span.cut(TEXT, TEXT.index(word), TEXT.index(word) + len(word)) for word in words]
    return Findings(names=tuple(Name("place", span) for span in spans))


def scored(layer: Layer, findings: Findings) -> dict[str, float]:
    document = Document(id=document_id(TEXT), text=TEXT)
    return measures(tally(Marked("tide", TEXT, {"names": layer}), resolve(document, findings)))


def test_a_kind_is_right_by_its_names() -> None:
    found = scored(Layer((PERSON, PLACE)), names("Tidewell", "Qorv"))
    assert (found["person.precision"], found["person.recall"]) == (100, 100)
    assert (found["place.precision"], found["place.recall"]) == (50, 100)


def test_a_name_that_is_not_found_and_one_of_another_kind() -> None:
    found = scored(Layer((Mark(0, 11, "organization"), PLACE)), Findings())
    assert (found["person.precision"], found["organization.recall"], found["place.recall"]) == (0, 0, 0)


def test_doubt_and_kinds_that_are_never_marked_do_not_count() -> None:
    layer = Layer((PLACE,), unseen=frozenset(("person",)), unsure=((30, 34),))
    found = scored(layer, names("Tidewell", "Qorv"))
    assert (found["place.precision"], found["person.recall"]) == (100, 0)
