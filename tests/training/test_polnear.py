from pathlib import Path

from training.corpora.marked import Link, Mark
from training.polnear import Annotated, Attribution, marked_of, read_folder

TEXT = "“We stay,” Oduya said, “for now.”\nIt was reported that Oduya denied it and blamed rain."


def extent(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


READING = (
    Attribution((extent("Oduya"),), (extent("said"),), (extent("“We stay,”"), extent("“for now.”"))),
    Attribution((), (extent("was reported"),), (extent("that Oduya"),)),
    Attribution((extent("Oduya", 40),), (extent("denied"),), (extent("it", 60),)),
    Attribution((extent("Oduya", 40),), (extent("blamed"),), (extent("rain"),)),
)


def test_of_two_roles_in_one_place_the_later_stands() -> None:
    (marked,) = marked_of(Annotated("a", TEXT, (READING,)))
    spans = [(TEXT[m.start : m.end], m.kind) for m in marked.layers["attribution"].marks]
    assert spans == [
        ("“We stay,”", "content"),
        ("Oduya", "source"),
        ("said", "cue"),
        ("“for now.”", "content"),
        ("was reported", "cue"),
        ("that ", "content"),
        ("Oduya", "source"),
        ("denied", "cue"),
        ("it", "content"),
        ("blamed", "cue"),
        ("rain", "content"),
    ]
    assert marked.layers["attribution"].marks[0] == Mark(0, 10, "content")


def test_content_points_at_its_cue_and_cues_at_their_shared_source_or_at_none() -> None:
    (marked,) = marked_of(Annotated("a", TEXT, (READING,)))

    def at(words: str, after: int = 0) -> int:
        return TEXT.index(words, after)

    assert marked.links["content_to_cue"][:2] == (Link(0, at("said")), Link(at("“for"), at("said")))
    second = at("Oduya", 40)
    assert marked.links["cue_to_source"] == (
        Link(at("said"), at("Oduya")),
        Link(at("was"), None),
        Link(at("denied"), second),
        Link(at("blamed"), second),
    )


def test_brat_files_are_read_with_each_annotator_apart(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a_b.txt").write_text("She said yes and no.", encoding="utf8")
    first = "T1\tSource 0 3\tShe\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;17 19\tyes no\nT4\tAttribution 4 8\tsaid\n"
    (tmp_path / "attributions" / "a_b_1.ann").write_text(
        first + "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n", encoding="utf8"
    )
    (tmp_path / "attributions" / "a_b_2.ann").write_text("T1\tCue 4 8\tsaid\n", encoding="utf8")
    (document,) = read_folder(tmp_path)
    assert document.name == "a_b"
    assert document.readings == ((Attribution(((0, 3),), ((4, 8),), ((9, 12), (17, 19))),), ())
