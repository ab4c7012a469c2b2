from pathlib import Path

import pytest

from evaluation.scoring import places
from training.corpora.marked import Mark, Relation
from training.corpora.petrarch import Coded, marked_of, named_once, plover_types, read, records_in

TABLE = (
    "# CAMEO to PLOVER\n04: CONSULT\n08: CONCEDE\n08: RETREAT\n0841: RETREAT, release, legal # Return\n190: ASSAULT, ,"
)
RECORD = """<Sentence category="NEWS" id="1" evaluate="true"/>
<EventCoding eventcode="190" sourcecode="{0}" targetcode="{1}" />
<Text>
{2}
</Text>
</Sentence>
<Sentence id="2"/><EventCoding noevents="True" /><Text>Nothing here.</Text></Sentence>"""
TYPES = {"190": "ASSAULT", "040": "CONSULT", "112": "ACCUSE"}


def test_codes_have_the_types_of_the_table_and_a_root_the_first_of_two() -> None:
    assert plover_types(TABLE) == {"04": "CONSULT", "08": "CONCEDE", "0841": "RETREAT", "190": "ASSAULT"}


def test_records_are_read_though_they_are_no_well_formed_xml() -> None:
    found = list(records_in(RECORD.format("PER", "CHL", "Peru shelled\nChile.")))
    assert found == [Coded("Peru shelled Chile.", (("PER", "190", "CHL"),))]


def test_a_country_counts_where_it_is_named_once_and_not_by_its_capital() -> None:
    assert named_once("Peru and Chilean guards met in Oslo; Peru left.") == {"Chile": (9, 16)}


def test_a_relation_leads_from_source_to_target_with_its_trigger() -> None:
    marked = marked_of("one", Coded("Chile was shelled by Peru.", (("PERMIL", "190", "CHLGOV"),)), TYPES)
    assert marked is not None
    assert marked.relations == (Relation((21, 25), (0, 5), "ASSAULT"),)
    assert marked.layers["events"].marks == (Mark(10, 17, "ASSAULT"),)


def test_what_is_mutual_is_one_relation() -> None:
    events = (("PER", "040", "CHL"), ("CHL", "040", "PER"))
    marked = marked_of("one", Coded("Peru and Chile met.", events), TYPES)
    assert marked is not None and marked.relations == (Relation((0, 4), (9, 14), "CONSULT"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peru sang of Chile.", "190"),
        ("Peru said that Chile attacked it.", "112"),
        ("Peru shelled a town.", "190"),
        ("Peru shelled Chile.", "010"),
    ],
)
def test_no_relation_without_a_word_that_can_name_it_both_countries_and_a_type(text: str, code: str) -> None:
    assert marked_of("one", Coded(text, (("PER", code, "CHL"),)), TYPES) is None


def test_corpora_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(tmp_path, "train"))


def test_the_records_give_relations() -> None:
    if (where := places()) is None:
        pytest.skip("ONRECORD_CORPORA is not set")
    found = [*read(where.corpora, "train"), *read(where.corpora, "dev")]
    assert len(found) >= 10 and all(one.relations and one.layers["events"].marks for one in found)
