"""The colours of the speakers, measured: against white and black paper, and as people see them who lack a colour."""

from itertools import combinations

import numpy as np
import pytest

from onrecord.exporting.symbols import INKS, OTHERS, Ink, symbol

LIGHT, DARK = "#ffffff", "#15171b"
# Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009):
# linear RGB as it is seen by all, without red, without green, without blue.
SIGHT = {
    "all": np.eye(3),
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
# CIE 1931 XYZ of linear sRGB, by the white D65.
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = XYZ.sum(axis=1)


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    return float(XYZ[1] @ linear(colour))


def lab(colour: str, sight: str) -> np.ndarray:
    """CIELAB of a colour as this sight sees it."""
    x, y, z = np.cbrt(XYZ @ np.clip(SIGHT[sight] @ linear(colour), 0, 1) / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", [*INKS, OTHERS], ids=lambda ink: ink.name)
@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_a_colour_stands_out_from_the_paper(ink: Ink, paper: str) -> None:
    assert contrast(ink.colour, paper) >= 3


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_are_told_apart(sight: str) -> None:
    seen = [lab(ink.colour, sight) for ink in (*INKS, OTHERS)]
    # A difference of 2.3 is the least that is noticed side by side (Mahy and others, 1994).
    assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) > 15


def test_no_two_speakers_have_the_same_colour_or_shape() -> None:
    assert len({ink.colour for ink in (*INKS, OTHERS)}) == len(INKS) + 1
    outlines = {tuple(sorted(symbol(ink.shape, 5).attrib.items())) for ink in INKS}
    assert len(outlines) == len(INKS)
