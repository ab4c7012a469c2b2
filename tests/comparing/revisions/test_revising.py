"""A new version told in claims, out of records and out of words that nobody read."""

import json
import time
from collections.abc import Sequence

import pytest

from onrecord.comparing import Revised, revised
from onrecord.records import Document, Entity, EntityKind, Figure, Record, Span, Statement, Time, document_id

STORY = (
    "Harbour Minister Ada Orlin said that 40 boats would sail on Monday. "
    "Fishermen of Port Vale cheered. The strait froze in 2031."
)


def cut(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def document(text: str) -> Document:
    return Document(id=document_id(text), text=text, url="https://lantern.example/ferry")


def bare(text: str) -> Record:
    """A text that nobody read anything in."""
    return Record(document(text))


def read(
    text: str,
    *,
    names: Sequence[tuple[str, EntityKind]] = (),
    figures: Sequence[tuple[str, float]] = (),
    times: Sequence[tuple[str, str]] = (),
    said: Sequence[tuple[str, str, str]] = (),
) -> Record:
    """A text with names, figures (words, number), times (words, value) and statements (source, cue, content)."""
    return Record(
        document(text),
        tuple(
            Entity(id=f"en-{n}", kind=kind, name=name, mentions=(cut(text, name),))
            for n, (name, kind) in enumerate(names)
        ),
        tuple(
            Statement(
                id=f"st-{n}", type="indirect", source=cut(text, who), cue=cut(text, cue), content=(cut(text, what),)
            )
            for n, (who, cue, what) in enumerate(said)
        ),
        tuple(
            Figure(id=f"fg-{n}", span=cut(text, words), value=v, low=v, high=v, bound="exact", unit="count")
            for n, (words, v) in enumerate(figures)
        ),
        tuple(
            Time(id=f"tx-{n}", span=cut(text, words), type="DATE", value=value)
            for n, (words, value) in enumerate(times)
        ),
    )


def told(found: Revised) -> list[tuple[str, str, str | None, str | None]]:
    return [(c.of, c.change, c.ours and c.ours.text, c.theirs and c.theirs.text) for c in found.claims]


def claims(before: str, after: str) -> list[tuple[str, str, str | None, str | None]]:
    return told(revised(bare(before), bare(after)))


def test_a_text_and_itself() -> None:
    assert revised(bare(STORY), bare(STORY)).changes == []


def test_a_changed_number_is_told_though_nobody_read_it() -> None:
    assert claims(STORY, STORY.replace("40", "41")) == [("figure", "altered", "40", "41")]


def test_a_changed_year_is_a_time() -> None:
    assert claims(STORY, STORY.replace("2031", "2041")) == [("time", "altered", "2031", "2041")]


def test_a_hedge_before_a_number_alters_the_figure() -> None:
    after = STORY.replace("40 boats", "some 40 boats")
    hedged = Figure(id="fg-0", span=cut(after, "some 40"), value=40.0, bound="about", unit="count")
    found = revised(read(STORY, figures=[("40", 40.0)]), Record(document(after), figures=(hedged,)))
    assert told(found) == [("figure", "altered", "40", "some 40")]


def test_the_same_number_in_another_notation_claims_the_same() -> None:
    before, after = STORY.replace("40", "4,000,000"), STORY.replace("40", "4 million")
    found = revised(read(before, figures=[("4,000,000", 4e6)]), read(after, figures=[("4 million", 4e6)]))
    assert (told(found), [change.cosmetic for change in found.changes]) == ([], [True])


def test_what_only_the_reader_read_otherwise_is_no_change() -> None:
    after = STORY.replace("cheered", "jeered")
    before = read(STORY, names=[("Ada Orlin", "person")], figures=[("40", 40.0)], times=[("2031", "2031")])
    assert told(revised(before, bare(after))) == [("wording", "altered", "cheered", "jeered")]
    assert told(revised(bare(after), before)) == [("wording", "altered", "jeered", "cheered")]


def test_names_come_go_and_change() -> None:
    before = read(STORY, names=[("Ada Orlin", "person"), ("Port Vale", "place")])
    other = STORY.replace("Ada Orlin", "Béla Ruhn")
    assert ("name", "altered", "Ada Orlin", "Béla Ruhn") in told(
        revised(before, read(other, names=[("Béla Ruhn", "person")]))
    )
    more = STORY.replace("Port Vale", "Port Vale and Oresk")
    found = told(revised(before, read(more, names=[("Port Vale", "place"), ("Oresk", "place")])))
    assert found == [("name", "added", None, "Oresk")]
    assert [one[:2] for one in told(revised(read(more, names=[("Oresk", "place")]), before))] == [("name", "removed")]


def test_another_source_is_another_attribution() -> None:
    what = "that 40 boats would sail on Monday"
    other = STORY.replace("Harbour Minister Ada Orlin", "An aide")
    found = revised(
        read(STORY, said=[("Harbour Minister Ada Orlin", "said", what)]), read(other, said=[("An aide", "said", what)])
    )
    assert ("attribution", "altered", "Harbour Minister Ada Orlin", "An aide") in told(found)


def test_an_attribution_that_is_gone_leaves_its_words() -> None:
    text = "The boats would sail on Monday, an aide to the board said. Ice was thin."
    found = revised(
        read(text, said=[("an aide to the board", "said", "The boats would sail on Monday")]),
        bare(text.replace(", an aide to the board said", "")),
    )
    assert [one[:2] for one in told(found)] == [("attribution", "removed")]


def test_a_word_of_commitment_hardens_or_softens() -> None:
    before, after = "The two boards condemn the levy on boats.", "The two boards regret the levy on boats."
    assert [one[:2] for one in claims(before, after)] == [("wording", "softened")]
    assert [one[:2] for one in claims(after, before)] == [("wording", "hardened")]


def test_a_sentence_goes_with_what_it_claims() -> None:
    sentence = " An aide said that 12 ferries sank near Oresk."
    before = read(
        STORY + sentence,
        names=[("Oresk", "place")],
        figures=[("12", 12.0)],
        said=[("An aide", "said that", "12 ferries sank near Oresk")],
    )
    found = told(revised(before, bare(STORY)))
    assert {one[:2] for one in found} == {("statement", "removed"), ("figure", "removed"), ("name", "removed")}


def test_within_a_statement_the_statement_was_altered() -> None:
    after = STORY.replace("would sail", "would return")
    said = ("Harbour Minister Ada Orlin", "said", "that 40 boats would sail on Monday")
    again = (said[0], said[1], said[2].replace("sail", "return"))
    found = revised(read(STORY, said=[said]), read(after, said=[again]))
    assert told(found) == [("statement", "altered", "sail", "return")]
    (line,) = found.to_json()
    assert line["a"] is not None and line["a"]["record"] == "st-0"
    assert line["a"]["text"].startswith("Harbour Minister Ada Orlin said")


@pytest.mark.parametrize(
    "after",
    [
        STORY.replace("strait", "strait  "),
        STORY.replace(". ", ".\n\n"),
        STORY.replace(" Ada", " Ada"),
        f"Skip to content\n\n{STORY}\n\nShare this story\n",
        STORY.replace("Fishermen of Port Vale cheered. ", "") + " Fishermen of Port Vale cheered.",
    ],
)
def test_layout_navigation_and_order_are_cosmetic(after: str) -> None:
    found = revised(bare(STORY), bare(after))
    assert told(found) == []


def test_words_that_were_put_into_quotation_marks() -> None:
    before = "Orlin said the boats would sail at dawn tomorrow. Ice was thin."
    after = 'Orlin said "the boats would sail at dawn tomorrow". Ice was thin.'
    assert [one[:2] for one in claims(before, after)] == [("wording", "altered")]
    assert claims(after, after.replace('"', "”").replace("”the", "“the")) == []


def test_a_bracket_corrects_the_number_before_it() -> None:
    before = "We have some 600 boats in the bay. They sail."
    found = revised(bare(before), bare(before.replace("600", "600 [6,000]")))
    assert told(found) == [("figure", "altered", "600", "6,000")]
    assert [change.declared is not None for change in found.changes] == [True]


def test_a_notice_names_the_number_that_it_corrects() -> None:
    before = "FERRY BOARD NET\n\nSales rose to 36 million. Crews fell to 50 people.\n"
    after = "CORRECTED-FERRY BOARD NET\n\nSales rose to 39 million. Crews fell to 52 people.\n    Corrects the sales.\n"
    found = revised(bare(before), bare(after))
    assert [change.theirs and change.theirs.text for change in found.corrected if not change.is_notice] == [
        "39 million"
    ]
    assert [notice.what for notice in found.notices] == ["", "the sales."]


def test_empty_texts() -> None:
    empty = bare("")
    assert revised(empty, empty).changes == []
    assert {change.change for change in revised(bare(STORY), empty).claims} == {"removed"}
    assert {change.change for change in revised(empty, bare(STORY)).claims} == {"added"}


def test_a_text_in_another_language_has_nothing_in_common() -> None:
    found = revised(bare(STORY), bare("Die Boote laufen am Montag aus. Das Eis ist dünn geworden."))
    assert {change.change for change in found.claims} <= {"added", "removed", "altered"}
    assert found.claims


def test_json_is_the_codebook_s() -> None:
    (line,) = revised(bare(STORY), bare(STORY.replace("40", "41"))).to_json()
    assert set(line) == {"url", "before", "after", "of", "change", "a", "b", "cosmetic"}
    assert line["a"] is not None and set(line["a"]) == {"document", "url", "record", "span", "text"}
    assert json.loads(json.dumps(line))["b"]["text"] == "41"


def test_long_texts_take_seconds() -> None:
    sentences = [f"Boat number {n} of the fleet sailed to harbour {n % 97} with {n % 13} men." for n in range(4000)]
    other = [one.replace("sailed", "steamed") if n % 400 == 0 else one for n, one in enumerate(sentences)]
    began = time.monotonic()
    found = revised(bare(" ".join(sentences)), bare(" ".join(other)))
    assert time.monotonic() - began < 60
    assert len(found.claims) == 10
