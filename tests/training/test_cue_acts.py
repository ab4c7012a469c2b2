import pytest

from training.cue_acts import act_of, kind_of


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", None),
        ("according to", None),
        ("told reporters", None),
        ("warned", "warn"),
        ("has repeatedly denied", "deny"),
        ("called on", "demand"),
        ("calling for", "demand"),
        ("declined to comment", "decline"),
        ("did not say", "decline"),
        ("refused to endorse", "reject"),
        ("vowed to", "pledge"),
        ("went on to warn", "warn"),
        ("reiterated that", "reaffirm"),
        ("slammed", "condemn"),
        ("accusing", "accuse"),
        ("praised", "support"),
        ("acknowledged", "confirm"),
        ("does not believe", None),
        ("estimates", "assess"),
        ("predicted", "expect"),
        ("recalled", "assert"),
        ("wondered", "ask"),
        ("", None),
    ],
)
def test_a_cue_names_an_act_or_none(cue: str, act: str | None) -> None:
    assert act_of(cue) == act


@pytest.mark.parametrize(
    ("cue", "kind"), [("said", "said"), ("believes", "held"), ("wants", "held"), ("by", None), ("urged", "said")]
)
def test_a_cue_tells_whether_something_was_uttered(cue: str, kind: str | None) -> None:
    assert kind_of(cue) == kind
