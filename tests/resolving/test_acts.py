import pytest

from onrecord.records import Attribution, Judgement, Span
from onrecord.resolving.acts import act_and_factuality

TEXT = "Mara Oduya said the dam would hold. Corrant warned of rain, declined to comment and noted it. Vell asked why."


def attribution(cue: str | None, judged: tuple[str, str] | None) -> Attribution:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span.cut(TEXT, start, start + len(words))

    judgement = judged and Judgement(
        act=judged[0],  # type: ignore[arg-type]
        kind="said",
        factuality=judged[1],  # type: ignore[arg-type]
        act_sure=0.6,
        kind_sure=0.9,
        factuality_sure=0.8,
    )
    content = (span("the dam would hold"),)
    return Attribution(content=content, type="indirect", cue=cue and span(cue), judgement=judgement or None)


@pytest.mark.parametrize(
    ("cue", "judged", "expected"),
    [
        ("said", ("expect", "PR+"), ("expect", "PR+")),
        ("warned", ("assert", "CT+"), ("warn", "CT+")),
        ("noted", ("accuse", "CT+"), ("accuse", "CT+")),
        ("declined to comment", ("assert", "CT-"), ("decline", "Uu")),
        ("said", ("demand", "CT+"), ("demand", "Uu")),
        (None, ("pledge", "Uu"), ("pledge", "Uu")),
        ("warned", None, ("warn", None)),
        ("said", None, (None, None)),
        (None, None, (None, None)),
    ],
)
def test_the_cue_s_own_word_goes_before_what_is_judged(
    cue: str | None, judged: tuple[str, str] | None, expected: tuple[str | None, str | None]
) -> None:
    assert act_and_factuality(attribution(cue, judged), asking=False) == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [("Vell declined to comment on it.", "decline"), ("Vell refused to sell the ships.", "reject")],
)
def test_what_was_refused_the_content_tells(text: str, act: str) -> None:
    cue = Span.cut(text, 5, text.index(" to "))
    content = Span.cut(text, text.index("to "), len(text) - 1)
    judgement = Judgement(act="assert", kind="said", factuality="CT+", act_sure=0.5, kind_sure=0.9, factuality_sure=0.5)
    found = Attribution(content=(content,), type="indirect", cue=cue, judgement=judgement)
    assert act_and_factuality(found, asking=False)[0] == act
