from training.acts import SILVER, with_acts
from training.corpora.marked import Judged, Marked
from training.polnear import Attribution

TEXT = "Oduya warned the dam could break. Corrant said it would hold. Vell denied it."


def attribution(source: str, cue: str, content: str) -> Attribution:
    def extent(words: str) -> tuple[tuple[int, int], ...]:
        start = TEXT.index(words)
        return ((start, start + len(words)),)

    return Attribution(extent(source), extent(cue), extent(content))


READING = (
    attribution("Oduya", "warned", "the dam could break"),
    attribution("Corrant", "said", "it would hold"),
    attribution("Vell", "denied", "denied it"),
)


def test_cues_that_tell_give_silver_labels_and_neutral_ones_only_a_kind() -> None:
    found = with_acts(Marked("a", TEXT), READING, ()).judged
    assert [(one.act, one.kind, one.factuality, one.sure) for one in found] == [
        ("warn", "said", None, SILVER),
        (None, "said", None, SILVER),
        ("deny", "said", None, SILVER),
    ]


def test_a_label_given_by_hand_stands_in_place_of_the_cues() -> None:
    by_hand = Judged(READING[0].cue, READING[0].content, "expect", "held", "PS+")
    found = with_acts(Marked("a", TEXT), READING, (by_hand,)).judged
    assert found[0] == by_hand
    assert [one.act for one in found[1:]] == [None, "deny"]
