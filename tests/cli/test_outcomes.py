"""What was skipped is told with its own reason, many of one reason on one line."""

from onrecord.cli.outcomes import skipped_lines
from onrecord.pipeline import Outcome


def told(*skipped: tuple[str, str]) -> list[str]:
    return list(skipped_lines([Outcome(source=source, skipped=reason) for source, reason in skipped]))


def test_unlike_reasons_are_not_told_as_one() -> None:
    given = [("a.txt", "is a PDF file"), ("b.txt", "is hidden"), ("c.txt", "is given twice"), ("d.txt", "is no file")]
    assert told(*given) == [f"{source}: skipped: {reason}" for source, reason in given]


def test_many_of_one_reason_are_one_line_and_a_few_are_not() -> None:
    pictures = [(f"{number}.jpg", "is in a format that is not read (.jpg)") for number in range(1200)]
    assert told(*pictures) == ["skipped 1,200 .jpg files; the first, 0.jpg, is in a format that is not read (.jpg)"]
    assert told(*pictures[:3]) == [f"{source}: skipped: {reason}" for source, reason in pictures[:3]]


def test_companions_are_one_kind_whatever_they_belong_to() -> None:
    companions = [(f"{number}.html.json", f"belongs to {number}.html") for number in range(5)]
    assert told(*companions) == ["skipped 5 .json files; the first, 0.html.json, belongs to 0.html"]
