"""The sample report is what the README says it is."""

from onrecord import samples

TEXT = samples.sample_report().decode("utf-8")


def test_it_is_a_wire_report_of_a_few_hundred_words() -> None:
    assert 300 <= len(TEXT.split()) <= 500
    assert TEXT.rstrip().endswith("(Pallister Wire)")


def test_it_lies_in_the_package_as_it_was_written() -> None:
    assert "\r" not in TEXT
    assert TEXT.endswith("\n")
