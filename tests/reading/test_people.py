import pytest

from onrecord.agencies import agency_named
from onrecord.reading.people import Byline, byline, is_byline


@pytest.mark.parametrize(
    ("stated", "authors", "agency"),
    [
        ("By Mara Ellin", ("Mara Ellin",), None),
        ("BY MARA ELLIN", ("Mara Ellin",), None),
        ("by Mara Ellin and Tomas Reik", ("Mara Ellin", "Tomas Reik"), None),
        ("By Mara Ellin, Tomas Reik, Ana de la Cruz", ("Mara Ellin", "Tomas Reik", "Ana de la Cruz"), None),
        ("By Mara Ellin, Associated Press", ("Mara Ellin",), "Associated Press"),
        ("Mara Ellin | Reuters", ("Mara Ellin",), "Reuters"),
        ("Mara Ellin in Port Lisk and Tomas Reik in Dunmor", ("Mara Ellin", "Tomas Reik"), None),
        ("Mara Ellin, Port Lisk Bureau Chief", ("Mara Ellin",), None),
        ("Sam Reik, Jr.", ("Sam Reik Jr.",), None),
        ("Mara Ellin <mara@news.example>", ("Mara Ellin",), None),
        ("Mara Ellin (@maraellin)", ("Mara Ellin",), None),
        ("Mara Ellin, et al.", ("Mara Ellin",), None),
        ("Reporting by Mara Ellin", ("Mara Ellin",), None),
        ("Mara Lundby Ellin", ("Mara Lundby Ellin",), None),
        ("J.R. Ellin & Seán O’Reik", ("J.R. Ellin", "Seán O’Reik"), None),
        ("AFP", (), "Agence France-Presse"),
        ("The Associated Press", (), "Associated Press"),
        ("Staff Writer", (), None),
        ("Norland Daily News", (), None),
        ("", (), None),
        ("https://news.example/authors/mara-ellin", (), None),
    ],
)
def test_names_and_agency_are_told_apart(stated: str, authors: tuple[str, ...], agency: str | None) -> None:
    assert byline(stated) == Byline(authors, agency)


@pytest.mark.parametrize(
    "line",
    ["By Mara Ellin", "By Mara Ellin and Tomas Reik", "Mara Ellin, Associated Press", "By Mara Ellin for the Mail"],
)
def test_a_byline_is_told(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the ferry had sailed.",
        "By Mara Ellin's account the ferry never left the port, and nobody who saw it has said otherwise since.",
        "Mara Ellin and Tomas Reik",
        "Mara Ellin",
        "Associated Press",
        "By",
    ],
)
def test_what_only_looks_like_a_byline_is_none(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("AP", "Associated Press"),
        ("A.P.", "Associated Press"),
        ("(Reuters)", "Reuters"),
        ("reuters", "Reuters"),
        ("Xinhua News Agency", "Xinhua"),
        ("-- AFP --", "Agence France-Presse"),
        ("AP Photo", None),
        ("Reuters/AFP", None),
        ("The Norland Times", None),
        ("", None),
    ],
)
def test_an_agency_is_known_by_its_forms(stated: str, name: str | None) -> None:
    assert agency_named(stated) == name


def test_a_short_form_that_means_other_things_is_no_agency_where_doubt_is_left() -> None:
    assert agency_named("SPA") == "Saudi Press Agency"
    assert agency_named("SPA", beyond_doubt=True) is None
