"""The record as a whole: what is passed on, ids that stay, and texts that no rule was written for."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.tags import PLOVER
from onrecord.lexicon import word_set
from onrecord.records import (
    Attribution,
    Document,
    Findings,
    Mention,
    Quantity,
    Record,
    Span,
    StatementType,
    Timex,
    Trigger,
    document_id,
)
from onrecord.resolving import resolve

Tell = Callable[[str], Record]

TEXT = "<s1>Maria Orlin</> <u1>said</> <c1>no</>. <c2>“Yes,”</> <s2>she</> <u2>added</>."


def test_spans_and_type_are_passed_on(tell: Tell) -> None:
    first, second = tell(TEXT).statements
    assert (first.type, second.type) == ("indirect", "direct")
    assert [span.text for span in second.spans()] == ["she", "added", "“Yes,”"]
    assert (first.act, first.factuality, first.time, first.condition) == (None, None, None, None)


def test_reading_again_gives_the_same_record(tell: Tell) -> None:
    assert tell(TEXT) == tell(TEXT)


def test_entities_stand_in_the_order_of_the_text(tell: Tell) -> None:
    names = [entity.name for entity in tell("NATO met Maria Orlin of Norway and Peter Vane.").entities]
    assert names == ["NATO", "Maria Orlin", "Norway", "Peter Vane"]


def test_of_two_attributions_with_the_same_spans_one_is_kept() -> None:
    text = "It rained."
    one = Attribution(content=(Span.cut(text, 0, 9),), type="indirect")
    record = resolve(Document(id=document_id(text), text=text), Findings((one, one)))
    record.check()
    assert len(record.statements) == 1


def test_two_who_report_the_same_words_are_told_inside_nobody(tell: Tell) -> None:
    text = "<c1><c2>“Yes,”</> <s2>Maria Orlin</> <u2>said</></> <u1>according to</> <s1>Reuters</>."
    record = tell(text)
    assert [record.speaker_names(s) for s in record.statements] == [("Reuters",), ("Maria Orlin",)]


@pytest.mark.parametrize("text", ["", " \n ", "…", "A", "'s", "(", "\u200b", "Иван сказал.", "他說。", "A. B. C. D."])
def test_odd_texts_have_a_record(text: str) -> None:
    record = resolve(Document(id=document_id(text), text=text), Findings())
    record.check()
    assert record.statements == ()


def test_a_source_that_begins_inside_the_last_word_is_nobody(tell: Tell) -> None:
    record = tell("<c1>Rain</>, said t<s1>he</>")
    assert [statement.speakers for statement in record.statements] == [()]


WORDS = sorted(
    word_set(
        """
        the The a of and who he they it we its U.S. Oslo North Norway Norwegian Norwegians Minister minister President
        Secretary State Maria Peter Orlin Vane Kim Mr. Gen. NATO Council Institute (NCG) two both countries leaders
        governments officials spokesman said told agreed adding including such as statement 's , . “ ” - ; A
        """
    )
)
PIECES = st.lists(st.sampled_from([*WORDS, "\n"]), min_size=1, max_size=40)


@given(pieces=PIECES, data=st.data())
def test_any_words_in_any_spans_make_a_valid_record(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(
        lambda at: Span.cut(text, at[0], min(len(text), at[0] + at[1]))
    )
    types: st.SearchStrategy[StatementType] = st.sampled_from(("direct", "indirect", "mixed"))
    attributions = st.builds(
        Attribution,
        content=spans.map(lambda span: (span,)),
        type=types,
        source=st.none() | spans,
        cue=st.none() | spans,
        carried=st.booleans(),
        confidence=st.none(),
    )
    found = data.draw(st.lists(attributions, max_size=8))
    some = st.lists(spans, max_size=2).map(tuple)
    triggers = st.builds(Trigger, type=st.sampled_from(PLOVER), span=spans, actors=some, recipients=some)
    quantities = spans.map(lambda span: Quantity(number=span, span=span, counted=span, hedge=span))
    mentioned = data.draw(st.lists(spans, max_size=6))
    mentions = tuple(Mention("other", span, antecedent=n - 1 if n else None) for n, span in enumerate(mentioned))
    findings = Findings(
        tuple(found),
        mentions=mentions,
        times=tuple(Timex("DATE", span) for span in mentioned),
        quantities=tuple(data.draw(st.lists(quantities, max_size=4))),
        triggers=tuple(data.draw(st.lists(triggers, max_size=6))),
    )
    record = resolve(Document(id=document_id(text), text=text), findings)
    record.check()
    assert len(record.statements) <= len(found)
    for statement in record.statements:
        assert (statement.how is None) == (statement.speakers == ())
