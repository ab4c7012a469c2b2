"""Names that were found in the text: whom they bring in that no rule finds, and whom of the rules' they deny."""

from collections.abc import Callable

import pytest

from onrecord.records import Entity

Cast = Callable[[str], dict[str, Entity]]
Told = Callable[[str], list[str]]


def kinds(cast: Cast, text: str) -> dict[str, str]:
    return {name: entity.kind for name, entity in cast(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met <p9>Qorv Vane</> again.", {"Qorv Vane": "person"}),
        ("We met <p9>Vane</> again, and <p9>Vane</> left.", {"Vane": "person"}),
        ("We saw <o9>Tidewell</> again.", {"Tidewell": "organization"}),
        ("We saw <l9>Tidewell</> again. The <l9>Tidewell</> pier fell.", {"Tidewell": "place"}),
        ("We saw <l9>the Tidewell region</> and <l9>Tidewell</> again.", {"Tidewell region": "place"}),
        ("We saw <x9>Tidewell</> again.", {"Tidewell": "other"}),
        # Which countries there are, a table tells.
        ("We saw <k9>Orlinia</> again.", {"Orlinia": "place"}),
        # A place may have a country in its name.
        (
            "We saw <l9>the Norway Bay</> and Oman. Norway came.",
            {"Norway Bay": "place", "Oman": "country", "Norway": "country"},
        ),
        ("The Tide Union (TIU) met. <o9>TIU</> met again.", {"Tide Union": "organization"}),
        ("A man of the U.S. <o9>Tidecom</> came.", {"U.S. Tidecom": "organization"}),
        ("<o9>The Alliance</> met.", {}),
        ("We went to <l9>Oslo</> again.", {"Oslo": "place"}),
        # Known countries are the rules' own.
        ("We saw <l9>Norway</> again.", {"Norway": "country"}),
        ("We saw <o9>Norway</> again.", {"Norway": "country"}),
        # Nobody is brought in by a doubtful name, nor by one word that may be no person's; what comes often is surer.
        ("We met <p5>Qorv Vane</> again.", {}),
        ("We met <p8>Qorv</> again.", {}),
        ("We saw <l7>Tidewell</> again.", {}),
        ("We saw <l7>Tidewell</>, <l8>Tidewell</> and <l7>Tidewell</>.", {"Tidewell": "place"}),
        ("We saw <l9>Tidewell</>, but <o9>Tidewell</> fell.", {}),
        # Another spelling of somebody's name is his.
        ("Maria Sarvane left. We met <p9>Sarvene</> again.", {"Maria Sarvane": "person"}),
    ],
)
def test_what_names_bring_in(cast: Cast, text: str, expected: dict[str, str]) -> None:
    assert kinds(cast, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We saw <l10>Maria Orlin</> again.", {"Maria Orlin": "place"}),
        ("We saw <x10>the Orlin Institute</> again.", {"Orlin Institute": "other"}),
        ("Maria Orlin left. We saw <l10>Orlin</> again.", {"Maria Orlin": "person", "Orlin": "place"}),
        # More or less of a name is a name than the rules would take.
        ("We saw <o10>the Tide Union of Bakers and Smiths</>.", {"Tide Union of Bakers and Smiths": "organization"}),
        (
            "We saw <o10>the Tide Institute at Orlin University</>.",
            {"Tide Institute": "organization", "Orlin University": "organization"},
        ),
        ("<s1>Sailor <p10>Qorv Vane</></> <u1>said</> <c1>no</>.", {"Qorv Vane": "person"}),
        # The rules stand where it is not firm.
        ("We saw <l5>Maria Orlin</> again.", {"Maria Orlin": "person"}),
    ],
)
def test_whom_names_deny(cast: Cast, text: str, expected: dict[str, str]) -> None:
    assert kinds(cast, text) == expected


def test_who_is_named_speaks_and_is_meant_by_pronouns(told: Told) -> None:
    text = "Then <p9>Vane</> left. <s1>He</> <u1>said</> <c1>no</>. <s2>Vane</> <u2>added</> <c2>yes</>."
    assert told(text) == ["Vane: pronoun", "Vane: name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<s1><o6>Tidewell</></> <u1>said</> <c1>no</>.", {"Tidewell": "organization"}),
        ("<s1><o4>Tidewell</></> <u1>said</> <c1>no</>.", {"Tidewell": "person"}),
        ("<s1><p6>Tidewell</></> <u1>reported</> <c1>no</>.", {"Tidewell": "organization"}),
    ],
)
def test_what_a_speaker_is_whom_only_the_source_names(cast: Cast, text: str, expected: dict[str, str]) -> None:
    assert kinds(cast, text) == expected


def test_aliases_and_mentions_of_a_place(cast: Cast) -> None:
    place = cast("We saw <l9>the Tidewell region</> and <l9>Tidewell</> again.")["Tidewell region"]
    assert place.aliases == ("Tidewell",)
    assert [mention.text for mention in place.mentions] == ["Tidewell region", "Tidewell"]


def test_who_asks_is_a_reporter_though_the_letter_was_taken_for_a_name(told: Told) -> None:
    text = "<s1><x9>Q</></>  <c1>Has the dam been mended?</>\n<s2>MS. ORLIN</>:  <c2>It has.</>"
    assert told(text)[0] == "reporters: name"
