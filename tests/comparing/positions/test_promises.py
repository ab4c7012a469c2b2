"""Commitments over documents: chosen, each once, in order; and what was said of one later."""

import json

import pytest

from onrecord.comparing.positions.aftermath import Said, later_about, sought_words
from onrecord.comparing.positions.commitments import Commitment, commitments_of
from onrecord.comparing.positions.promises import about, chosen, once_each
from onrecord.comparing.positions.voices import voice_of
from onrecord.records import Act, Factuality, Ref, Seen, Span

from .promising import entity, record, time

TEXT = "Valland will rebuild the stone bridge over the northern strait by May 2032."


def made(text: str = TEXT, *, published: str | None = "2031-04-03", url: str = "a.txt") -> Commitment:
    times = (time(text, "May 2032", "2032-05"),) if "May 2032" in text else ()
    parties = [entity(text, name) for name in ("Valland", "Oresk") if name in text]
    document = record(text, *parties, title="Joint Declaration", published=published, times=times, url=url)
    (one,) = commitments_of(document)
    return one


def said(
    text: str,
    *,
    act: Act = "assert",
    factuality: Factuality | None = "CT+",
    by: str = "Valland",
    on: str | None = "2033-01-01",
    promises: bool = False,
) -> Said:
    ref = Ref("b", "b.txt", "st-1", Span(0, len(text), text))
    return Said(ref, text, None, act, factuality, (by,), on, promises)


def fates(*candidates: Said) -> list[str]:
    return [one.fate for one in later_about(made(), candidates)]


def test_the_same_words_stand_once_in_the_order_of_when_they_were_promised() -> None:
    late, early = made("Oresk will pay the toll.", published="2031-06-01"), made(published="2031-05-01")
    again, undated = made(f"{TEXT} ", published="2031-07-01"), made("Valland will pay up.", published=None)
    line = once_each([undated, late, again, early])
    assert [one.commitment for one in line] == [early, late, undated]
    assert (line[0].documents, line[0].also) == (2, (again,))
    assert json.loads(json.dumps(line[0].to_json()))["reports"] == 2


def test_they_are_chosen_by_who_to_whom_when_and_what() -> None:
    gift = made("Valland will give boats to Oresk.")
    every = [made(), gift]
    valland = voice_of("valland", [Seen(who, one.page) for one in every for who in one.by])
    oresk = voice_of("Oresk", [Seen(who, one.page) for one in every for who in one.to])
    assert chosen(every, by=valland) == every
    assert chosen(every, to=oresk) == [gift]
    assert chosen(every, before="2032-06-01") == [made()]
    assert chosen(every, before="2032-05-31") == []
    assert about(every, ["stone", "bri*"]) == [made()]
    assert about(every, ["bri"]) == []


def test_what_takes_up_its_words_later_renews_denies_keeps_or_drops_it() -> None:
    words = "the stone bridge over the northern strait"
    assert fates(said(f"to rebuild {words}", act="reaffirm", factuality="Uu")) == ["reaffirmed"]
    assert fates(said(f"{words} will be rebuilt", promises=True)) == ["reaffirmed"]
    assert fates(said(f"that it promised {words}", act="deny")) == ["denied"]
    assert fates(said(f"{words} is no longer planned")) == ["dropped"]
    assert fates(said(f"we rebuilt {words}")) == ["said_done"]


def test_nothing_else_is_about_it() -> None:
    words = "the stone bridge over the northern strait"
    assert fates(said(f"to rebuild {words}", act="reaffirm", by="Oresk")) == []
    assert fates(said(f"we rebuilt {words}", on="2031-04-03")) == []
    assert fates(said(f"we rebuilt {words}", on=None)) == []
    assert fates(said("we rebuilt the harbour")) == []
    assert fates(said(f"{words} is old")) == []
    assert later_about(made(published=None), [said(f"we rebuilt {words}")]) == []


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        ("send nine boats to the northern islands", "that they have sent nine boats to the northern islands"),
        ("reset the tolls of the northern islands", "it has already reset the tolls of the northern islands"),
        ("carry nine boats to the northern islands", "Valland carried nine boats to the northern islands"),
        ("strengthen the sea walls of the northern islands", "we strengthened the sea walls of the northern islands"),
        ("withdraw nine boats from the northern islands", "nine boats were withdrawn by the northern islands"),
    ],
)
def test_what_is_told_as_past_was_done(promise: str, later: str) -> None:
    found = later_about(made(f"Valland will {promise}."), [said(later)])
    assert [one.fate for one in found] == ["said_done"]


@pytest.mark.parametrize("verb", ["support", "protect", "strengthen", "invest in", "hold", "reset"])
def test_what_is_told_as_present_was_not(verb: str) -> None:
    words = "the fishing villages of the northern islands"
    assert later_about(made(f"Valland will {verb} {words}."), [said(f"We {verb} {words}.")]) == []


def test_it_is_looked_for_by_its_longest_words() -> None:
    assert sought_words(made()) == "northern* rebuild* bridge*"
    assert sought_words(made("Valland will pay up.")) is None
    assert sought_words(made("Valland will send aid to coastal countries.")) == "coastal* countr* send*"
