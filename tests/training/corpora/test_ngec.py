import gzip
import json
from pathlib import Path

import pytest

from evaluation.scoring import places
from training.corpora.marked import Marked, Relation
from training.corpora.ngec import Headline, filled, first_sentences, read

CONDEMNS = "{country_1} condemns {country_2} over fishing"


def corpora(folder: Path, *stories: tuple[str, str, str, str]) -> Path:
    (folder / "ngec_synthetic").mkdir()
    rows = [
        {"title": title, "prompt": f"{headline}\n\n(AP) --", "text": text, "label": label}
        for title, headline, text, label in stories
    ]
    with gzip.open(folder / "ngec_synthetic" / "train.jsonl.gz", "wt", encoding="utf8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


def stories(folder: Path) -> list[Marked]:
    return [*read(folder, "train"), *read(folder, "dev")]


def marks_of(marked: Marked) -> list[tuple[str, str]]:
    return [(marked.text[mark.start : mark.end], mark.kind) for mark in marked.layers["events"].marks]


def test_a_template_tells_where_its_countries_stand() -> None:
    assert filled(CONDEMNS, "New Orland condemns Vesmar over fishing\n\n(AP) --") == Headline(
        "New Orland condemns Vesmar over fishing", (0, 10), (20, 26)
    )


def test_a_slot_that_comes_again_holds_the_same_again() -> None:
    template = "Rebels in {country_1} shun {country_1} talks"
    assert filled(template, "Rebels in Orland shun Orland talks\n\n(AP)") is not None
    assert filled(template, "Rebels in Orland shun Vesmar talks\n\n(AP)") is None


def test_one_country_is_no_relation() -> None:
    assert filled("{country_1} army mobilizes", "Orland army mobilizes") == Headline(
        "Orland army mobilizes", None, None
    )


def test_only_whole_sentences_are_taken_and_at_most_two() -> None:
    assert first_sentences("The U.S. envoy left.\n\nHe slept. He ate. He") == "The U.S. envoy left. He slept."
    assert first_sentences("The envoy sle") == ""
    assert first_sentences("See https://example.org now.") == ""


def test_headline_and_story_are_marked_with_what_the_label_says(tmp_path: Path) -> None:
    text = "Orland denounced Vesmar. Its army attacked."
    (marked,) = stories(corpora(tmp_path, (CONDEMNS, "Orland condemns Vesmar over fishing", text, "ACCUSE")))
    assert marked.text == f"Orland condemns Vesmar over fishing\n{text}"
    assert marked.relations == (Relation((0, 6), (16, 22), "ACCUSE"),)
    assert marks_of(marked) == [("condemns", "ACCUSE"), ("denounced", "ACCUSE")]
    assert [marked.text[start:end] for start, end in marked.layers["events"].unsure] == ["attacked"]


def test_the_word_tells_retreat_from_concession_whatever_the_label_is(tmp_path: Path) -> None:
    headline = "Orland declares ceasefire with Vesmar"
    template = "{country_1} declares ceasefire with {country_2}"
    (marked,) = stories(corpora(tmp_path, (template, headline, "", "CONCEDE")))
    assert marks_of(marked) == [("ceasefire", "RETREAT")]
    assert [relation.type for relation in marked.relations] == ["RETREAT"]


def test_a_template_is_in_one_split_only_and_gives_ten_stories_at_most(tmp_path: Path) -> None:
    corpora(tmp_path, *[(CONDEMNS, "Orland condemns Vesmar over fishing", "", "ACCUSE")] * 12)
    train, dev = list(read(tmp_path, "train")), list(read(tmp_path, "dev"))
    assert sorted((len(train), len(dev))) == [0, 10]


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        stories(tmp_path)


def test_every_headline_of_the_corpus_is_found_in_its_template() -> None:
    if (where := places()) is None:
        pytest.skip("ONRECORD_CORPORA is not set")
    found = stories(where.corpora)
    assert 2000 < len(found) <= 3000
    assert sum(bool(one.relations) for one in found) > 500
