"""The colours of the speakers, measured: they stand out from white and from black paper."""

import pytest

from onrecord.exporting.symbols import INKS, OTHERS, Ink, symbol

LIGHT, DARK = "#ffffff", "#15171b"


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", [*INKS, OTHERS], ids=lambda ink: ink.name)
@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_a_colour_stands_out_from_the_paper(ink: Ink, paper: str) -> None:
    assert contrast(ink.colour, paper) >= 3


def test_no_two_speakers_have_the_same_colour_or_shape() -> None:
    assert len({ink.colour for ink in (*INKS, OTHERS)}) == len(INKS) + 1
    outlines = {tuple(sorted(symbol(ink.shape, 5).attrib.items())) for ink in INKS}
    assert len(outlines) == len(INKS)
