"""AsiaNet's press releases: plain text that says whose it is."""

from collections.abc import Callable

from onrecord.reading import Ended

Read = Callable[[bytes], list[Ended]]
Example = Callable[[str], bytes]


def test_whose_release_it_is_and_of_which_day(read_item: Read, example: Example) -> None:
    (one,) = read_item(example("asianet.txt"))
    document = one.document
    assert document is not None
    assert document.title == "Pilots' Guild Welcomes the First Convoy and Promises Safe Passage to All Grain Ships"
    assert (document.outlet, document.published) == ("Sarrow Pilots' Guild", "2026-03-14")
    assert document.text.splitlines()[2].endswith("northern channel by two pilots.")


def test_a_report_that_names_its_source_first_is_no_release(read_item: Read) -> None:
    data = b"Source: Sarrow Pilots' Guild\r\n\r\nThe guild welcomed the first convoy of grain ships on Saturday.\r\n"
    (one,) = read_item(data)
    assert one.document is not None and one.document.text == data.decode().replace("\r\n", "\n")
