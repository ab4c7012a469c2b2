"""Nested phrases made flat, and who they refer back to."""

from training.corpora.phrases import Flat, Phrase, antecedents, flatten, layer_of

TEXT = "The secretary of the council and his deputy met Ada Orlin, the mayor. She thanked him."


def _phrase(words: str, head: str, entity: str, kind: str = "person", whole: str = "") -> Phrase:
    start = TEXT.index(words)
    at = TEXT.index(head, start)
    name = (TEXT.index(whole, start), TEXT.index(whole, start) + len(whole)) if whole else None
    return Phrase(start, start + len(words), kind, entity, ((at, at + len(head)),), name)


PHRASES = (
    _phrase("The secretary of the council", "secretary", "1"),
    _phrase("the council", "council", "2", "organization"),
    _phrase("his deputy", "deputy", "3"),
    _phrase("his", "his", "1"),
    _phrase("Ada Orlin, the mayor", "Ada Orlin", "4", whole="Ada Orlin"),
    _phrase("the mayor", "mayor", "4"),
    _phrase("She", "She", "4"),
    _phrase("him", "him", "1"),
)


def _bases(flats: tuple[Flat, ...]) -> list[str]:
    return [TEXT[slice(*flat.base)] for flat in flats if flat.base is not None]


def test_bases_do_not_overlap() -> None:
    flats = flatten(TEXT, PHRASES)
    expected = ["The secretary", "the council", "his", "deputy", "Ada Orlin", "the mayor", "She", "him"]
    assert _bases(flats) == expected
    assert [mark.kind for mark in layer_of(flats).marks].count("organization") == 1


def test_the_nearest_earlier_base_is_the_antecedent() -> None:
    links = {TEXT[link.start :].split()[0]: link.end for link in antecedents(flatten(TEXT, PHRASES))}
    assert links["The"] is None
    assert links["his"] == 0
    assert links["She"] == TEXT.index("the mayor")
    assert links["him."] == TEXT.index("his")


def test_phrases_joined_have_no_base_and_what_refers_to_them_no_link() -> None:
    text = "Orlin and Tarn said they left."
    both = Phrase(0, 14, "person", "3", ((0, 5), (10, 14)))
    one, other = Phrase(0, 5, "person", "1", ((0, 5),)), Phrase(10, 14, "person", "2", ((10, 14),))
    flats = flatten(text, (both, one, other, Phrase(20, 24, "person", "3", ((20, 24),))))
    assert [flat.base for flat in flats if flat.phrase is both] == [None]
    assert 20 not in [link.start for link in antecedents(flats)]


def test_a_name_stays_whole() -> None:
    text = "the Army of the Republic"
    outer = Phrase(0, 24, "organization", "1", ((4, 8),), (4, 24))
    inner = Phrase(12, 24, "place", "2", ((16, 24),), (16, 24))
    assert [flat.base for flat in flatten(text, (outer, inner))] == [(0, 24), None]
