"""The packaged tables: what they hold is well formed, and CLDR knows every country in them."""

import pytest
from babel import Locale

from onrecord import tables
from onrecord.countries import country_at
from onrecord.organizations import organization_at
from onrecord.tables import listed
from onrecord.tokens import tokenise

COUNTRIES = [fields for fields in tables.rows("onrecord", "countries.tsv") if fields[0] != "-"]
# States that are gone have four letters (ISO 3166-3).
LIVING = [fields for fields in COUNTRIES if len(fields[0]) == 2]
# Where the usual English short name is not CLDR's.
OTHERWISE = {
    "AG": "Antigua and Barbuda",
    "BA": "Bosnia and Herzegovina",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "CZ": "Czech Republic",
    "HK": "Hong Kong",
    "KN": "Saint Kitts and Nevis",
    "LC": "Saint Lucia",
    "MM": "Myanmar",
    "PS": "Palestine",
    "ST": "Sao Tome and Principe",
    "TR": "Turkey",
    "TT": "Trinidad and Tobago",
    "VC": "Saint Vincent and the Grenadines",
}


def test_every_country_has_cldrs_name_or_a_known_other_one() -> None:
    cldr = Locale("en").territories
    assert {f[0]: f[1] for f in LIVING if cldr[f[0]] != f[1]} == OTHERWISE


def test_there_are_as_many_countries_as_there_are_states() -> None:
    assert len({fields[0] for fields in LIVING}) == len(LIVING) == 198


@pytest.mark.parametrize("fields", COUNTRIES, ids=lambda fields: fields[1])
def test_every_form_is_found_and_is_of_its_country(fields: list[str]) -> None:
    forms = [fields[1], *(form for place in (2, 3, 4, 5) for form in listed(fields, place))]
    for form in forms:
        match = country_at(tokenise(form), 0)
        assert match is not None and match.width == len(tokenise(form)), form
        assert match.value.country == fields[1], form


def test_cldrs_own_name_is_known_too() -> None:
    match = country_at(tokenise("Türkiye"), 0)
    assert match is not None and match.value.country == "Turkey"


def test_every_organization_is_found_under_all_its_names() -> None:
    for fields in tables.rows("onrecord", "organizations.tsv"):
        for name in (fields[0], *listed(fields, 1)):
            match = organization_at(tokenise(name), 0)
            assert match is not None and match.value.name == fields[0], name


def test_given_names_stand_once_in_order_and_know_two_genders() -> None:
    found = list(tables.rows("onrecord", "given_names.tsv"))
    names = [fields[0] for fields in found]
    assert names == sorted(set(names))
    assert {fields[1] for fields in found if len(fields) > 1} == {"m", "f"}
