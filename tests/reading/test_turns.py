import pytest

from onrecord.reading import tell_apart


def labels(text: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in tell_apart(text).zones if zone.kind == "label"]


def lines(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ("MS. ORLIN: Good morning.", "Q Will it sail?", "MS. ORLIN: It will.", "And soon."),
            ["MS. ORLIN:", "Q", "MS. ORLIN:"],
        ),
        (("Q: Why now?", "A: The tide.", "Q: And then?", "A: We wait."), ["Q:", "A:", "Q:", "A:"]),
        (("Q. Why now?", "A. The tide.", "Q. And then?"), ["Q.", "A.", "Q."]),
        (
            ("Ada Orlin: We sail.", "Ben Vane: We do not.", "Ada Orlin: Then I sail.", "Ben Vane: Alone."),
            ["Ada Orlin:", "Ben Vane:", "Ada Orlin:", "Ben Vane:"],
        ),
        (
            ("THE PRESIDENT: Sit down.", "SENIOR OFFICIAL #2: Thank you.", "THE PRESIDENT: Well?"),
            ["THE PRESIDENT:", "SENIOR OFFICIAL #2:", "THE PRESIDENT:"],
        ),
        (
            ("MR. McVANE (via telephone): Hello.", "Q — can you hear me?", "MR. McVANE: I can."),
            ["MR. McVANE (via telephone):", "Q", "MR. McVANE:"],
        ),
    ],
)
def test_labels_tell_whose_turn_it_is(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert labels(lines(*paragraphs)) == expected


def test_a_name_that_labels_once_is_no_label_beside_sure_ones() -> None:
    told = lines("MS. ORLIN: Good morning.", "Q Why?", "MS. ORLIN: One thing.", "Later: nobody came.")
    assert "Later:" not in labels(told)


@pytest.mark.parametrize(
    "paragraphs",
    [
        # The headings of a report, and the fields of an announcement.
        ("Transport: the ferry is late.", "Fishing: the nets are empty.", "Weather: the fog stays."),
        ("WHAT: A concert.", "WHEN: On Monday.", "WHAT: A reading.", "WHEN: On Friday."),
        # One quotation with its speaker before it.
        ("The council met.", "ORLIN: We sail at dawn.", "Then it went home."),
        # Sentences that begin with an article.
        ("A Norlander came.", "BREAKING: The dam held.", "A Sudlander left.", "A third stayed."),
    ],
)
def test_a_colon_alone_makes_no_transcript(paragraphs: tuple[str, ...]) -> None:
    assert labels(lines(*paragraphs)) == []


def test_the_headers_of_letters_are_no_labels() -> None:
    letter = ("From: Ada Orlin", "Sent: Monday", "To: Ben Vane", "Subject: The ferry", "We sail at dawn.")
    assert labels(lines(*letter, *letter)) == []
    assert (
        labels(lines(*(line.replace(line.partition(":")[0], line.partition(":")[0].upper()) for line in letter * 2)))
        == []
    )
