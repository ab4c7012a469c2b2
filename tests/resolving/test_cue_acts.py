import pytest

from onrecord.resolving.cue_acts import act_of, kind_of


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
        ("condemned the decision", "condemn"),
        ("denied reports", "deny"),
        ("rejected accusations", "reject"),
        ("criticized her for supporting", "condemn"),
        ("promised to oppose", "pledge"),
        ("reiterated his support", "reaffirm"),
        ("expressed support for", "support"),
        ("issued a warning", "warn"),
        ("said in a report", None),
        ("according to estimates", None),
        ("wrote an article urging", "demand"),
        ("released a statement condemning", "condemn"),
        ("concluded by warning", "warn"),
        ("not only condemned", "condemn"),
        ("made no promise", None),
        ("did not deny", None),
        ("cannot support", None),
        ("no comment", "decline"),
        ("refused to confirm", "decline"),
        ("declined", None),
        ("did not mention", None),
        ("asked", None),
        ("asked\nabout", "ask"),
        ("asking for", "demand"),
        ("called her", None),
        ("agreed with", None),
        ("pointed out that", "assert"),
        ("ruled out", "reject"),
        ("wrote back", None),
        ("backed", "support"),
        ("signed an executive order", None),
        ("in order to", None),
        ("pleaded guilty", None),
        ("was reportedly seen", None),
    ],
)
def test_a_cue_names_an_act_or_none(cue: str, act: str | None) -> None:
    assert act_of(cue) == act


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", "said"),
        ("believes", "held"),
        ("wants", "held"),
        ("by", None),
        ("urged", "said"),
        ("is not planning to", "held"),
        ("did not say", "said"),
        ("regarding", None),
        ("reportedly", "said"),
        ("feared", "held"),
    ],
)
def test_a_cue_tells_whether_something_was_uttered(cue: str, kind: str | None) -> None:
    assert kind_of(cue) == kind
