"""CoNLL-U: the conllu package parses it, and from its tokens the text can be put together again."""

import json
import re
from pathlib import Path

import conllu
from conllu.models import SentenceList
from hypothesis import assume, given

from onrecord.exporting.conllu import conllu_lines, escaped
from onrecord.records import Document, Record, document_id
from tests.exporting.any_records import records, sample_records
from tests.ledger.conftest import build

PLAIN = {"\\s": " ", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\p": "|", "\\\\": "\\"}


def unescaped(value: str) -> str:
    return re.sub(
        r"\\(?:u([0-9a-f]{4})|.)", lambda match: chr(int(match[1], 16)) if match[1] else PLAIN[match[0]], value
    )


def parsed(*given_: Record) -> SentenceList:
    return conllu.parse("".join(f"{line}\n" for line in conllu_lines(given_)))


def put_together(sentences: SentenceList) -> str:
    """The text, by UDPipe's rules: one blank after a token, unless MISC says otherwise."""
    pieces = []
    for token in (token for sentence in sentences for token in sentence):
        misc = token["misc"]
        after = "" if misc.get("SpaceAfter") == "No" else unescaped(misc.get("SpacesAfter", "\\s"))
        pieces += [unescaped(misc.get("SpacesBefore", "")), token["form"], after]
    return "".join(pieces)


@given(records())
def test_any_text_can_be_put_together_again(record: Record) -> None:
    assume(record.document.text.strip())
    sentences = parsed(record)
    assert put_together(sentences) == record.document.text
    for token in (token for sentence in sentences for token in sentence):
        start, end = map(int, token["misc"]["TokenRange"].split(":"))
        assert record.document.text[start:end] == token["form"]
    for sentence in sentences:
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
        # As the validator of Universal Dependencies compares it: blanks are where SpaceAfter does not say No.
        blanks = ["" if token["misc"].get("SpaceAfter") == "No" else " " for token in sentence]
        shown = "".join(token["form"] + blank for token, blank in zip(sentence, blanks, strict=True))
        assert sentence.metadata["text"] == shown.rstrip(" ")


@given(records())
def test_every_record_stands_in_a_comment(record: Record) -> None:
    assume(record.document.text.strip())
    comments: dict[str, str] = {}
    for sentence in parsed(record):
        comments |= sentence.metadata
    told = {key: json.loads(value) for key, value in comments.items() if value and value.startswith("{")}
    assert told.pop("document") == {k: v for k, v in record.document.to_json().items() if k != "text"}
    items = [*record.entities, *record.statements, *record.figures, *record.times, *record.events]
    assert sorted(one["id"] for one in told.values()) == sorted(item.id for item in items)
    assert all(item.to_json() in told.values() for item in items)


def test_the_labels_of_the_samples_say_the_spans(newsroom_ledger: Path) -> None:
    held = sample_records(newsroom_ledger)
    sentences = parsed(*held)
    covered: dict[tuple[str, str], list[str]] = {}
    for token in (token for sentence in sentences for token in sentence):
        for key in ("Source", "Cue", "Content", "Figure", "Timex", "Event"):
            for label in filter(None, (token["misc"].get(key) or "").split(",")):
                covered.setdefault((key, label.split(":")[1]), []).append(token["form"])
    for record in held:
        for one in record.statements:
            for key, spans in (("Source", (one.source,)), ("Cue", (one.cue,)), ("Content", one.content)):
                words = "".join(span.text for span in spans if span is not None)
                assert "".join(covered.get((key, one.id), [])) == "".join(words.split())
        for figure in record.figures:
            assert "".join(covered["Figure", figure.id]) == "".join(figure.span.text.split())
    assert len([sentence for sentence in sentences if "newdoc id" in sentence.metadata]) == len(held)
    ids = [sentence.metadata["sent_id"] for sentence in sentences]
    assert len(set(ids)) == len(ids) > 200


def test_what_stands_in_misc() -> None:
    record = build()
    sentences = parsed(record)
    tokens = {token["form"]: token["misc"] for sentence in sentences for token in sentence}
    assert tokens["Ada"] == {"Mention": "B-person:en-1", "Source": "I:st-1", "TokenRange": "60:63"}
    assert tokens["Orlin"]["Mention"] == "I-person:en-1"
    assert tokens["40"]["Figure"] == "I:fg-1,B:fg-2"
    assert tokens["Monday"]["Timex"] == "B-DATE:tx-1"
    assert tokens["sail"]["Event"] == "I-MOBILIZE:ev-1"
    assert "deepens" in tokens and tokens["deepens"]["SpacesAfter"] == "\\n\\n"
    assert ["newpar" in sentence.metadata for sentence in sentences] == [True, True, True, False]


def test_a_possessive_ending_and_marks_are_tokens() -> None:
    text = "Orlin's crew -- “wait...” 3.5"
    sentences = parsed(Record(Document(id=document_id(text), text=text)))
    assert [token["form"] for sentence in sentences for token in sentence] == [
        *("Orlin", "'s", "crew", "--", "“", "wait", "...", "”", "3", ".", "5")
    ]


def test_nothing_but_blanks_has_no_sentence() -> None:
    assert list(conllu_lines([Record(Document(id=document_id(" \n"), text=" \n"))])) == []


def test_every_line_is_one_line() -> None:
    text = "Orlin\u2028waits\x85here\x0b."
    lines = list(conllu_lines([Record(Document(id="a b|c=d", text=text, title="x\u2028y"))]))
    assert all(len(line.splitlines()) <= 1 for line in lines)
    assert lines[0] == "# newdoc id = a\\sb\\pc\\u003dd"
    assert unescaped(escaped("a b|c=d\\\u2028,")) == "a b|c=d\\\u2028,"
