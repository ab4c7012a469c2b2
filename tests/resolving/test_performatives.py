import pytest

from onrecord.resolving.performatives import act_done


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("We condemn the shelling of the harbour.", "condemn"),
        ("“And we strongly condemn the shelling.”", "condemn"),
        ("that we reject the offer", "reject"),
        ("I urge both sides to hold their fire.", "demand"),
        ("we call on the crew to come home", "demand"),
        ("We want to thank the crew.", "support"),
        ("I warn them: the dam is old.", "warn"),
        ("Norland reaffirms its support for the treaty.", "reaffirm"),
        ("The Harbour Council of Vale welcomes the vote.", "support"),
        ("Look, we have reiterated that the strait is open.", "reaffirm"),
        ("We deny that a ship was sunk.", "deny"),
        ("Norland denies that a ship was sunk.", "deny"),
    ],
)
def test_the_verb_does_what_it_names(content: str, act: str) -> None:
    assert act_done(content) == act


@pytest.mark.parametrize(
    "content",
    [
        "We condemned the shelling last year.",
        "They condemn the shelling.",
        "We do not condemn them.",
        "We sail at dawn.",
        "the ferry that we welcome is late",
        "If we condemn them, they will leave.",
        "",
    ],
)
def test_what_is_told_is_not_done(content: str) -> None:
    assert act_done(content) is None
