"""What says the same, and what never does."""

import pytest

from onrecord.comparing.revisions.cosmetic import is_furniture, same_word, says_the_same
from onrecord.comparing.revisions.edits import edits_between
from onrecord.comparing.revisions.wording import Wording


def cosmetic(before: str, after: str) -> bool:
    a, b = Wording(before), Wording(after)
    (edit,) = edits_between(a, b).within
    return says_the_same(a, (edit.a, edit.a_end), b, (edit.b, edit.b_end))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They organise a fleet.", "They organize a fleet."),
        ("The harbour is deep.", "The harbor is deep."),
        ("They occured at dawn.", "They occurred at dawn."),
        ("They recieved it.", "They received it."),
        ("The Boats sail.", "Boats sail."),
        ("Gulls over near over the pier.", "Gulls over near the pier."),
        ("It accrues under theAgreement now.", "It accrues under the Agreement now."),
        ("The Ferry Board (FB) met.", "The Ferry Board met."),
    ],
)
def test_these_claim_the_same(before: str, after: str) -> None:
    assert cosmetic(before, after)
    assert cosmetic(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They imposed a levy.", "They proposed a levy."),
        ("It rose by 40 boats.", "It rose by 41 boats."),
        ("It cost 7,35 a ton.", "It cost 7.35 a ton."),
        ("Six boats sank.", "Eight boats sank."),
        ("The boats will sail.", "The boats may sail."),
        ("They do not sail.", "They do sail."),
        ("The trail begins.", "The trial begins."),
        ("An official spoke.", "An officials spoke."),
    ],
)
def test_these_do_not(before: str, after: str) -> None:
    assert not cosmetic(before, after)
    assert not cosmetic(after, before)


def test_a_name_is_no_other_name_by_one_letter() -> None:
    assert not same_word("orlin", "orlun")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filed", "filled"),
        ("filing", "filling"),
        ("polling", "poling"),
        ("tiled", "tilled"),
        ("staled", "stalled"),
        ("planning", "planing"),
        ("later", "latter"),
        ("prise", "prize"),
        ("prised", "prized"),
        ("trial", "trail"),
    ],
)
def test_one_letter_tells_two_words_apart(one: str, other: str) -> None:
    assert not same_word(one, other)
    assert not same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("travelled", "traveled"),
        ("counsellors", "counselors"),
        ("relabelling", "relabeling"),
        ("surprised", "surprized"),
        ("defenceless", "defenseless"),
        ("offences", "offenses"),
        ("licenced", "licensed"),
    ],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert same_word(one, other)


@pytest.mark.parametrize("line", ["Share this story", "Click here to watch", "SIGN UP", "Read more: the ferry row"])
def test_controls_of_a_page(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Share prices fell.", "Home was far.", "Comments (23)", "Search parties left at dawn"]
)
def test_sentences_of_a_story(line: str) -> None:
    assert not is_furniture(line)
