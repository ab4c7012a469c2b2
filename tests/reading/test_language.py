import pytest

from onrecord.reading.language import foreign_warning, tell_language

ENGLISH = "The harbour minister said on Tuesday that the ferry would be repaired within a week."
FRENCH = "La ministre du port a déclaré mardi que le ferry serait réparé dans un délai d'une semaine."


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH.upper(), None, "en"),
        (FRENCH, None, "fr"),
        (FRENCH, "en", "fr"),
        (
            "大臣は火曜日、フェリーは一週間以内に修理されると述べた。漁師たちは誰もそれを信じていないと言っている。",
            None,
            "ja",
        ),
        ("It sank.", None, None),
        ("It sank.", "en-GB", "en"),
        ("It sank.", "de_AT", "de"),
        ("It sank.", "", None),
        ("It sank.", "x", None),
        ("It sank.", "zxx", None),
        ("1 2 3 4 5 6 7 8 9 " * 40, None, None),
        ("a@b.c " * 40, None, None),
    ],
)
def test_the_language_is_told_where_the_text_fixes_it(text: str, stated: str | None, language: str | None) -> None:
    assert tell_language(text, stated) == language


def test_a_long_text_is_told_from_samples() -> None:
    assert tell_language(FRENCH * 200_000) == "fr"


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "German"), ("xh", "Xhosa"), ("qqq", "the language qqq"), ("en", None), (None, None)],
)
def test_only_another_language_is_warned_of(language: str | None, said: str | None) -> None:
    warning = foreign_warning(language)
    assert (warning is None) if said is None else (warning is not None and f"it is in {said}; " in warning)
