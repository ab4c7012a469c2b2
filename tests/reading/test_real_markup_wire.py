"""What the real items in XML and JSON beside the corpora must give; none of their text is here."""

import json
import os
from pathlib import Path

import pytest

from onrecord.reading import Ended, How, Keeper, read_all
from onrecord.reading.dates import iso
from onrecord.reading.kinds import kind_of
from onrecord.reading.opening import source_of
from onrecord.records import Document
from onrecord.settings import Settings

VARIABLE = "ONRECORD_CORPORA"
pytestmark = pytest.mark.skipif(
    not os.environ.get(VARIABLE), reason=f"{VARIABLE} is not set: the documents beside the corpora are not here"
)
KINDS = {
    "NewsML-G2": "aap-reuters_byline_startswith_by.xml aap-reuters_newsml.xml cp-07ac.xml cp-0b78.xml cp-16de.xml "
    "cp-202006097942547-en.newsml cp-tables.newsml dpa.xml iptcg2-LISTING_22_Sports_story_in_NewsML-G2NITF.xml "
    "iptcg2-LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml "
    "iptcg2-LISTING_27_Company_Financial_Information.xml iptcg2-ap_metadata_example.xml ntb-dpa_newsml_test.xml "
    "tag_reuters.com-0000_newsml_L4N1FL0N0_1132689232 tag_reuters.com-2018_newsml_MTZXEE13ZXCZES_2 "
    "tag_reuters.com_2014_newsml_KBN0FL0NM_version_10 tag_reuters.com_2014_newsml_KBN0FL0NN_version_5 "
    "tag_reuters.com_2014_newsml_KBN0FL0ZP_version_2 tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538 "
    "tag_reuters.com_2016_newsml_L1N14N0FF_version_978556838",
    "NewsML 1": "afp.xml afp20.xml belga-anp_belga.xml belga-efe_belga.xml belga-kyodo_newsml_1_2_belga.xml "
    "belga-tass_belga.xml cp-20210130005024r1.xml",
    "NITF": "aap-1.xml aap-cyber.xml aap-finance.xml ap_media_text_nitf.xml efe_nitf.xml nitf-fishing.xml nitf-ntb.xml "
    "ntb-nitf_test.xml pa1.xml pa2.xml",
    "ninjs": "ap_media_text_feed.json ap_media_text_item.json bbc-ninjs-text-test.json cp-ap-aps-mi-right-now.json "
    "cp-ap-broadcast.json cp-item.json iptc-dpa_text.json iptc-ninjsExMediumText1.json iptc-tt_text_image_2.json "
    "iptc-20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs ninjs2.json "
    "ninjs4.json x-iptc-dpa_text.json",
    "Ritzau's XML": "ritzau_feed.xml",
}
NAMES = " ".join(KINDS.values()).split()
# Items that hold no text, or are none.
WITHOUT_TEXT = {
    "ap_media_text_feed.json",
    "ap_media_text_item.json",
    "cp-ap-aps-mi-right-now.json",
    "iptcg2-LISTING_27_Company_Financial_Information.xml",
    "tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538",
}
PASSED = {"iptcg2-ap_metadata_example.xml", "tag_reuters.com_2014_newsml_KBN0FL0NM_version_10"}
# Where a companion gives the title of a picture, a headline in one of two forms, or a letter for one that was lost.
OTHER_TITLE = {"ninjs2.json", "ntb-nitf_test.xml", "iptc-dpa_text.json", "x-iptc-dpa_text.json"}
# Where it gives the day of the first version, or that of a picture's.
OTHER_DATE = {"iptcg2-LISTING_22_Sports_story_in_NewsML-G2NITF.xml"}
AGENCIES = {
    "aap-1.xml": "Australian Associated Press",
    "aap-finance.xml": "Agence France-Presse",
    "aap-reuters_newsml.xml": "Reuters",
    "aap-reuters_byline_startswith_by.xml": None,
    "afp.xml": "Agence France-Presse",
    "afp20.xml": "Agence France-Presse",
    "ap_media_text_nitf.xml": "Associated Press",
    "belga-anp_belga.xml": "ANP",
    "belga-efe_belga.xml": "EFE",
    "belga-kyodo_newsml_1_2_belga.xml": "Kyodo",
    "belga-tass_belga.xml": "TASS",
    "cp-07ac.xml": None,
    "cp-20210130005024r1.xml": None,
    "cp-item.json": "Associated Press",
    "dpa.xml": "dpa",
    "efe_nitf.xml": "EFE",
    "iptc-dpa_text.json": "dpa",
    "iptc-tt_text_image_2.json": "TT",
    "ninjs2.json": "Reuters",
    "nitf-ntb.xml": "NTB",
    "ntb-nitf_test.xml": "Ritzau",
    "pa1.xml": "PA Media",
    "tag_reuters.com_2014_newsml_KBN0FL0NN_version_5": "Reuters",
}


@pytest.fixture(scope="module")
def wires() -> Path:
    return Path(os.environ[VARIABLE]).resolve().parent / "documents" / "wire_formats"


@pytest.fixture(scope="module")
def ended(wires: Path) -> dict[str, list[Ended]]:
    with Keeper() as keeper:
        return {name: list(read_all(str(wires / name), How(settings=Settings(), keeper=keeper))) for name in NAMES}


@pytest.fixture(scope="module")
def read(ended: dict[str, list[Ended]]) -> dict[str, Document]:
    return {name: one.document for name, all_ in ended.items() for one in all_[:1] if one.document is not None}


def test_each_file_goes_to_the_reader_of_its_format(wires: Path) -> None:
    for path in sorted(path for path in wires.parent.rglob("*") if path.is_file()):
        with path.open("rb") as stream:
            kind = kind_of(source_of(stream, path.name, Settings()).head)
        expected = next((kind for kind, names in KINDS.items() if path.name in names.split()), None)
        if expected is not None or (kind is not None and kind.name in KINDS):
            assert kind is not None and kind.name == expected, path


def test_what_holds_no_text_says_so_and_all_else_is_read(ended: dict[str, list[Ended]]) -> None:
    failed = {name for name, all_ in ended.items() if any(one.error is not None for one in all_)}
    passed = {name for name, all_ in ended.items() if any(one.passed is not None for one in all_)}
    assert (failed, passed) == (WITHOUT_TEXT, PASSED)
    assert {name: len(all_) for name, all_ in ended.items() if len(all_) != 1} == {"ritzau_feed.xml": 2}
    assert all("holds no text" in str(one.error) for name in failed for one in ended[name])


def test_titles_and_days_are_those_of_the_companions(wires: Path, read: dict[str, Document]) -> None:
    for name, document in read.items():
        stated = json.loads((wires / f"{name}.json").read_text(encoding="utf8"))
        if stated["title"] and name not in OTHER_TITLE:
            assert document.title == " ".join(stated["title"].split()), name
        day = iso(stated["published"] or "")
        if day and name not in OTHER_DATE:
            assert (document.published or "")[:10] == day[:10], name
    assert {name for name, document in read.items() if document.published is None} == {
        "iptcg2-LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml"
    }


def test_agencies(read: dict[str, Document]) -> None:
    assert {name: read[name].agency for name in AGENCIES} == AGENCIES


def test_each_has_a_headline_and_a_body_and_no_markup(read: dict[str, Document]) -> None:
    for name, document in read.items():
        assert document.zones[0].kind == "headline" and any(zone.kind == "body" for zone in document.zones), name
        assert document.text.startswith(document.title or " "), name
        for sign in ("</", "<p", "<br", "&amp;", "&apos;", "&quot;", "&#", "xmlns", "CDATA", "\ufffd", "Ã©"):
            assert sign not in document.text, (name, sign)


def test_nothing_is_said_twice_at_the_head(read: dict[str, Document]) -> None:
    for name, document in read.items():
        head = [" ".join(line.split()).casefold() for line in document.text.split("\n")[:6]]
        assert len(head) == len(set(head)), name
