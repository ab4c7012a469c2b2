import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import tell_apart
from onrecord.reading.dateline import dateline_prefix
from onrecord.reading.zones import MOST_PARAGRAPHS
from onrecord.records import Dateline, Zone, ZoneKind

BODY = "The harbour minister said the ferry would be repaired within a week, and nobody in the room believed it."


def parts_of(text: str, kind: ZoneKind) -> list[str]:
    return [text[zone.start : zone.end] for zone in tell_apart(text).zones if zone.kind == kind]


def kinds(text: str) -> list[str]:
    return [zone.kind for zone in tell_apart(text).zones]


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("PORT LISK, Norland, Jan. 2 (Reuters) — ", "PORT LISK, Norland", "Jan. 2", "Reuters"),
        ("PORT LISK (AP) — ", "PORT LISK", None, "Associated Press"),
        ("PORT LISK, Aug. 20 (Yonhap) -- ", "PORT LISK", "Aug. 20", "Yonhap"),
        ("PORT LISK — ", "PORT LISK", None, None),
        ("PORT-LISK - ", "PORT-LISK", None, None),
        ("ST. MARA, Fla. (AP) - ", "ST. MARA, Fla.", None, "Associated Press"),
        ("McLISK, N.D. (AP) — ", "McLISK, N.D.", None, "Associated Press"),
        ("LISK/DUNMOR, Oct 31 (Reuters) - ", "LISK/DUNMOR", "Oct 31", "Reuters"),
        ("Port Lisk (AFP) – ", "Port Lisk", None, "Agence France-Presse"),
        ("Port Lisk, October 31 (KCNA) -- ", "Port Lisk", "October 31", "KCNA"),
        ("Port Lisk, 31 October 2024 – ", "Port Lisk", "31 October 2024", None),
        ("PORT LISK, October 31. /TASS/. ", "PORT LISK", "October 31", "TASS"),
        ("Port Lisk, Oct 31 (PTI) ", "Port Lisk", "Oct 31", "Press Trust of India"),
        ("Port Lisk [Norland], October 31 (ANI): ", "Port Lisk", "October 31", "ANI"),
        ("PORT LISK, Oct 31 AFP - ", "PORT LISK", "Oct 31", "Agence France-Presse"),
        ("Port Lisk, Oct 31 (EFE).- ", "Port Lisk", "Oct 31", "EFE"),
        ("Port Lisk (ANP) - ", "Port Lisk", None, "ANP"),
        ("(ANSA) - LISK, OCT 31 - ", "LISK", "OCT 31", "ANSA"),
        ("Feb. 3 (UPI) -- ", None, "Feb. 3", "United Press International"),
        ("PORT LISK, Norland (NorlandNow) - ", "PORT LISK, Norland", None, None),
    ],
)
def test_a_dateline_is_told_from_the_body(head: str, place: str | None, date: str | None, agency: str | None) -> None:
    text = head + BODY
    found = tell_apart(text)
    assert (found.dateline, found.agency) == (Dateline(place, date), agency)
    assert parts_of(text, "dateline") == [head.rstrip()]
    assert parts_of(text, "body") == [BODY]


@pytest.mark.parametrize(
    ("line", "dateline", "agency", "published"),
    [
        ("Port Lisk", Dateline("Port Lisk", None), None, None),
        ("Port Lisk, March 4, 2025", Dateline("Port Lisk", "March 4, 2025"), None, "2025-03-04"),
        ("Port Lisk, 4 mars 2025 (AFP)", Dateline("Port Lisk", "4 mars 2025"), "Agence France-Presse", None),
        ("March 4", Dateline(None, "March 4"), None, None),
    ],
)
def test_a_line_that_its_format_marks_is_a_dateline(
    line: str, dateline: Dateline, agency: str | None, published: str | None
) -> None:
    found = tell_apart(f"{line}\n{BODY}", [Zone("dateline", 0, len(line))])
    assert (found.dateline, found.agency, found.published) == (dateline, agency, published)
    assert [zone.kind for zone in found.zones] == ["dateline", "body"]


def test_an_agency_alone_is_a_dateline_zone_without_a_dateline() -> None:
    text = "(Reuters) - " + BODY
    assert tell_apart(text).dateline is None and tell_apart(text).agency == "Reuters"
    assert parts_of(text, "dateline") == ["(Reuters) -"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "On Tuesday, Jan. 2 - a day late - the ferry sailed.",
        "BREAKING - The ferry has sailed.",
        "NORFLEET - which owns the ferry - declined to comment.",
        "The minister — who resigned — said nothing.",
        "MS. ELLIN: Good morning.",
        "Q Is the ferry safe?",
        "RISK REMAINS: An official said so.",
        "“We will,” he said — twice.",
        "A - B",
        "Ferry crisis - what we know",
        "",
        "—",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(paragraph: str) -> None:
    assert dateline_prefix(paragraph) is None


def test_a_dateline_may_stand_below_a_summary() -> None:
    text = f"Ferry row deepens\n\nThe minister is under pressure.\n\nPORT LISK (AP) — {BODY}"
    assert tell_apart(text).agency == "Associated Press"


@pytest.mark.parametrize("line", ["Sunday, September 15, 2019", "September 15, 2019", "15 September 2019"])
def test_a_line_that_is_a_day_fixes_the_date(line: str) -> None:
    found = tell_apart(f"Ferry row deepens\n{line}\n{BODY}")
    assert (found.dateline, found.published) == (Dateline(None, line), "2019-09-15")
    assert kinds(f"Ferry row deepens\n{line}\n{BODY}") == ["headline", "dateline", "body"]


def test_a_dateline_with_its_year_fixes_the_date_and_one_without_does_not() -> None:
    assert tell_apart(f"PORT LISK, Jan. 2, 2024 (AP) — {BODY}").published == "2024-01-02"
    assert tell_apart(f"PORT LISK, Jan. 2 (AP) — {BODY}").published is None


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry row deepens",
        "Is the ferry safe?",
        "Minister: ‘We will sail’",
        "Ferry Row Deepens In Port Lisk.",
        "FERRY ROW DEEPENS <FRY>",
        "Ferry row deepens as minister refuses to go.",
        "Minister Calls Critics ‘Landlubbers.’",
    ],
)
def test_a_headline_is_told(headline: str) -> None:
    text = f"{headline}\n\n{BODY} So it was, all that week.\n\nThe ferry did not sail."
    assert tell_apart(text).headline == headline
    assert kinds(text) == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n{BODY}",
        "A ferry sank. Nobody was hurt.\n\nThe captain was drunk.",
        "The ferry did not sail, the minister said\nbecause the captain was ill.",
        "The ferry in the port of Lisk did not sail on Monday\nMorning as its captain was taken ill at sea on Sunday",
        "MS. ELLIN: Good morning\n\nQ Is the ferry safe?",
        "https://news.example/ferry-row\n" + BODY,
        "mara@news.example wrote this\n" + BODY,
        "“We will sail,” the minister said\n",
        "Ferry row deepens",
        "* Ferry row deepens\n* Minister resigns\n",
    ],
)
def test_a_first_line_that_is_no_headline(text: str) -> None:
    assert tell_apart(text).headline is None


def test_byline_date_and_dateline_under_a_headline() -> None:
    text = f"Ferry row deepens\nBy Mara Ellin and Tomas Reik\nOctober 31, 2024\nPORT LISK (AP) — {BODY}\n{BODY}"
    found = tell_apart(text)
    assert kinds(text) == ["headline", "byline", "dateline", "dateline", "body", "body"]
    assert (found.authors, found.agency) == (("Mara Ellin", "Tomas Reik"), "Associated Press")
    assert (found.dateline, found.published) == (Dateline("PORT LISK", None), "2024-10-31")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Minister Mara Ellin and Captain Tomas Reik attend a briefing in Port Lisk on Monday.", "(Yonhap) |"),
        ("The ferry lies in the harbour of Port Lisk.", "(AP Photo/Tomas Reik)"),
        ("The ferry lies in the harbour of Port Lisk.", "[Photo: Tomas Reik]"),
        ("The ferry lies in the harbour of Port Lisk.", "Photo: AFP"),
        ("The ferry lies in the harbour of Port Lisk.", "(Tomas Reik/Reuters)"),
        ("The ferry lies in the harbour of Port Lisk, in this file photo.", ""),
        ("Mara Ellin (left) with the captain of the ferry", ""),
    ],
)
def test_a_caption_above_the_story_is_told(caption: str, credit: str) -> None:
    text = f"{caption} {credit}".strip() + f"\n{BODY}\n{BODY}"
    assert parts_of(text, "caption") == [caption]
    assert parts_of(text, "credit") == ([credit] if credit else [])
    assert tell_apart(text).headline is None


def test_who_took_the_photograph_need_not_have_written_the_story() -> None:
    assert tell_apart(f"The ferry in the harbour of Port Lisk. (Yonhap) |\n{BODY}\n{BODY}").agency is None
    assert tell_apart(f"The ferry in the harbour of Port Lisk. (AFP) |\n{BODY}\n{BODY} (Yonhap)").agency == "Yonhap"


@pytest.mark.parametrize(
    ("line", "agency", "authors"),
    [
        ("(Yonhap)", "Yonhap", ()),
        ("Reuter", "Reuters", ()),
        ("-- AP --", "Associated Press", ()),
        ("Source: Xinhua", "Xinhua", ()),
        ("© 2024 AFP", "Agence France-Presse", ()),
        ("Copyright 2024 The Associated Press. All rights reserved.", "Associated Press", ()),
        ("Copyright 2024 Norland News. All rights reserved.", None, ()),
        ("(Reporting by Mara Ellin; Editing by Tomas Reik)", "Reuters", ("Mara Ellin",)),
        (
            "(Reporting by Mara Ellin in Port Lisk; Additional reporting by Jon Vey; Editing by Tomas Reik)",
            "Reuters",
            ("Mara Ellin", "Jon Vey"),
        ),
        ("Reporting by Mara Ellin", None, ("Mara Ellin",)),
        ("Mara Ellin contributed to this report.", None, ()),
        ("mara@news.example", None, ()),
        ("###", None, ()),
        ("(END)", None, ()),
        ("ends", None, ()),
        ("-30-", None, ()),
    ],
)
def test_a_credit_line_is_told(line: str, agency: str | None, authors: tuple[str, ...]) -> None:
    text = f"Ferry row deepens\n\n{BODY}\n\n{line}\n"
    found = tell_apart(text)
    assert parts_of(text, "credit") == [line]
    assert (found.agency, found.authors) == (agency, authors)


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("(Yonhap)", "Yonhap"),
        ("(Reporting by Mara Ellin; Editing by Jon Vey)", "Reuters"),
        ("— Reuters", "Reuters"),
        ("/TASS/", "TASS"),
    ],
)
def test_a_credit_at_the_end_of_the_last_paragraph_is_told(credit: str, agency: str) -> None:
    text = f"{BODY}\n{BODY} {credit}"
    assert parts_of(text, "credit") == [credit] and parts_of(text, "body") == [BODY, BODY]
    assert tell_apart(text).agency == agency


@pytest.mark.parametrize("end", ["(the minister)", "(SPA)", "(Norland)", "— twice", "and/or"])
def test_what_else_stands_at_the_end_is_body(end: str) -> None:
    text = f"{BODY}\n{BODY} {end}"
    assert kinds(text) == ["body", "body"] and tell_apart(text).agency is None


def test_the_dateline_goes_before_byline_and_credit() -> None:
    text = f"Ferry row deepens\nBy Mara Ellin, Associated Press\nPORT LISK (Reuters) — {BODY}\n{BODY}\n(Yonhap)"
    assert tell_apart(text).agency == "Reuters"
    assert tell_apart(text.replace("(Reuters) ", "")).agency == "Associated Press"
    assert tell_apart(text.replace("(Reuters) ", "").replace(", Associated Press", "")).agency == "Yonhap"


def test_marks_are_kept() -> None:
    text = f"{BODY}\nA picture of the ferry. (AP)\n{BODY}"
    second = text.index("A picture")
    found = tell_apart(text, [Zone("headline", 0, len(BODY)), Zone("caption", second, second + 28)])
    assert [zone.kind for zone in found.zones] == ["headline", "caption", "credit", "body"]
    assert found.headline == BODY


def test_a_text_of_very_many_paragraphs_gets_zones_at_its_ends_only() -> None:
    text = "Ferry row deepens\n\n" + "A word.\n" * MOST_PARAGRAPHS + "(Yonhap)"
    found = tell_apart(text)
    assert not found.complete and len(found.zones) < 30
    assert (found.headline, found.agency) == ("Ferry row deepens", "Yonhap")
    assert found.zones[-1] == Zone("credit", len(text) - 8, len(text))


PIECES = st.sampled_from(
    [
        "PORT LISK, Jan. 2 (Reuters) — ",
        "(Yonhap)",
        "(Yonhap) |",
        "By Mara Ellin",
        "Ferry row deepens",
        "(AP Photo/Tomas Reik)",
        "October 31, 2024",
        "(Reporting by Mara Ellin; Editing by Jon Vey)",
        "Photo: AFP",
        BODY,
        "\n",
        "\n\n",
        " ",
        "\r",
        "\u2028",
        "© AFP",
        "###",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join)


@given(TEXTS)
def test_zones_lie_within_paragraphs_and_cover_their_words(text: str) -> None:
    zones = tell_apart(text).zones
    paragraphs = [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    for zone in zones:
        assert any(start <= zone.start and zone.end <= end for start, end in paragraphs)
        assert text[zone.start : zone.end].strip() == text[zone.start : zone.end]
    assert all(before.end <= after.start for before, after in pairwise(zones))
    told = "".join(text[zone.start : zone.end] for zone in zones)
    assert "".join(told.split()) == "".join(text.split())
