"""Which item a correction corrects."""

from onrecord.comparing import earlier_item, story_terms
from onrecord.comparing.revisions.items import kinship
from onrecord.records import Dateline, Document, Record, Zone, document_id

ITEM = (
    "FERRY BOARD PROFIT UP\n\nPORT VALE, May 4 - The ferry board of Port Vale said its profit rose to 36 million "
    "crowns in the year that ended in April. The board said fares would stay as they are until the winter.\n"
)
CORRECTION = ITEM.replace("FERRY BOARD PROFIT UP", "CORRECTED - FERRY BOARD PROFIT").replace("36", "39")
OTHER = "GRAIN PRICES FALL\n\nORESK, May 4 - Grain prices fell for the third week in a row, traders in Oresk said.\n"


def item(text: str, published: str | None = None, dateline: str | None = None) -> Record:
    head = text.index("\n")
    line = None if dateline is None else Dateline("PORT VALE", dateline)
    return Record(
        Document(
            id=document_id(text), text=text, published=published, dateline=line, zones=(Zone("headline", 0, head),)
        )
    )


def test_the_item_in_the_same_words_is_found() -> None:
    found = earlier_item(item(CORRECTION), [item(OTHER), item(ITEM)])
    assert found is not None and found.document.text == ITEM


def test_a_text_that_declares_nothing_corrects_nothing() -> None:
    assert earlier_item(item(ITEM), [item(ITEM.replace("36", "37"))]) is None


def test_another_story_is_not_corrected() -> None:
    assert earlier_item(item(CORRECTION), [item(OTHER)]) is None


def test_what_came_later_or_long_before_is_not_corrected() -> None:
    correction = item(CORRECTION, "2031-05-05")
    assert earlier_item(correction, [item(ITEM, "2031-05-06")]) is None
    assert earlier_item(correction, [item(ITEM, "2030-05-04")]) is None
    assert earlier_item(correction, [item(ITEM, "2031-05-04T10:00:00Z")]) is not None


def test_datelines_tell_where_nothing_was_published() -> None:
    assert earlier_item(item(CORRECTION, dateline="Jan. 2"), [item(ITEM, dateline="Dec. 31")]) is not None
    assert earlier_item(item(CORRECTION, dateline="May 4"), [item(ITEM, dateline="May 6")]) is None


def test_the_same_correction_again_is_no_earlier_item() -> None:
    again = CORRECTION.replace("fares", "all fares")
    assert earlier_item(item(CORRECTION), [item(again)]) is None


def test_terms_are_those_of_the_headline_without_the_slug() -> None:
    assert story_terms(item(CORRECTION))[:3] == ("ferry", "board", "profit")


def test_kinship_of_empty_texts_is_none() -> None:
    assert kinship(item(ITEM).document, Document(id=document_id(""), text="")).share == 0
    assert kinship(item(ITEM).document, item(ITEM).document).share == 1
