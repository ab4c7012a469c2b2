"""A map of two documents."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.redline.redline import Pair
from onrecord.records import Span
from onrecord.web.passage_map import HEIGHT, WIDTH, map_of

KINDS = st.sampled_from(["kept", "reworded", "moved", "dropped", "added"])


def span(number: int) -> Span:
    return Span(number * 10, number * 10 + 9, "word word")


def pair(number: int, kind: str) -> Pair:
    a, b = (None if kind == gone else span(number) for gone in ("added", "dropped"))
    return Pair(kind, a, b)  # type: ignore[arg-type]


@given(st.lists(KINDS, max_size=30))
def test_each_passage_has_a_bar_in_the_lane_of_its_document(kinds: list[str]) -> None:
    pairs = [(number, pair(number, kind)) for number, kind in enumerate(kinds)]
    drawn = map_of(pairs, 400, 300)
    assert drawn.ends == (WIDTH, WIDTH * 3 / 4)
    assert len(drawn.bars) == sum((one.a is not None) + (one.b is not None) for _, one in pairs)
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.y >= 0
        assert bar.y + bar.height <= HEIGHT
        assert bar.width > 0
    upper = {bar.number for bar in drawn.bars if bar.y + bar.height < HEIGHT / 2}
    lower = {bar.number for bar in drawn.bars if bar.y > HEIGHT / 2}
    assert upper == {number for number, one in pairs if one.a is not None}
    assert lower == {number for number, one in pairs if one.b is not None}


def test_passages_that_were_kept_one_after_the_other_share_a_band() -> None:
    kinds = ["kept", "kept", "reworded", "kept", "dropped", "moved", "added"]
    drawn = map_of([(number, pair(number, kind)) for number, kind in enumerate(kinds)], 100, 100)
    assert [(band.number, band.kind) for band in drawn.bands] == [
        (0, "kept"),
        (2, "reworded"),
        (3, "kept"),
        (5, "moved"),
    ]
