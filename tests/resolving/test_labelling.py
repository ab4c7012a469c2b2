import pytest

from onrecord.records import Act
from onrecord.resolving.labelling import act_by_form


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("had called", 'the seizure "an act of theft on the high seas", a crime', "accuse"),
        ("branded", "the vote a fraud", "accuse"),
        ("called", 'the mayor "a careful woman"', None),
        ("called for", "an inquiry into the crime", None),
        ("said", "that the raid was a crime", None),
        ("said", "“Should these ships leave port, they would become targets,”", "warn"),
        ("added", '"If they cross the river, they will pay a heavy price"', "warn"),
        (None, "If Corrant attacks, there will be consequences", "warn"),
        ("said", "if the dam breaks, the town will be flooded", None),
        ("said", "if they stay at home, they will not become targets", None),
        ("said", "the raid will have consequences", None),
    ],
)
def test_names_and_threats(cue: str | None, content: str, act: Act | None) -> None:
    assert act_by_form(cue, content) == act
