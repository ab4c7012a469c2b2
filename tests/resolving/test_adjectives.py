import pytest

from onrecord.records import Document, document_id
from onrecord.resolving.adjectives import place_of
from onrecord.resolving.page import Page


@pytest.mark.parametrize(
    ("adjective", "text", "place"),
    [
        ("Norvannan", "Norvanna and Quellin agreed. The Norvannan minister left.", "Norvanna"),
        ("Quellish", "Norvanna and Quellin agreed. The Quellish minister left.", "Quellin"),
        ("Belvari", "Belvar fell silent. The Belvari envoy left.", "Belvar"),
        ("Norvannan", "The Norvannan minister left.", None),
        ("Orlian", "Orlia and Orlin both claim the Orlian hills.", None),
        ("Orchard", "Orchardton hired an Orchard director.", None),
    ],
)
def test_an_adjective_is_of_the_one_place_that_the_text_names(adjective: str, text: str, place: str | None) -> None:
    assert place_of(Page(Document(id=document_id(text), text=text)), adjective) == place
