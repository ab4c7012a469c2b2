import xml.etree.ElementTree as ET

import numpy as np
import pytest

from evaluation.curves import SIDE, drawing
from evaluation.reliability import Curve, curve, table, wilson

SVG = "{http://www.w3.org/2000/svg}"


def made() -> Curve:
    probability = np.array([0.05, 0.15, 0.15, 0.95, 0.95, 0.95, 1.0])
    return curve("dikes & dams", probability, np.array([0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0]))


def test_bins_hold_the_records_of_which_about_as_much_is_expected() -> None:
    one = made()
    assert [bin_.n for bin_ in one.bins] == [1, 2, 4]
    assert [bin_.right for bin_ in one.bins] == [0.0, 0.5, 0.75]
    assert [bin_.confidence for bin_ in one.bins] == pytest.approx([0.05, 0.15, 0.9625])
    assert one.error == pytest.approx((0.05 + 0.7 + 0.85) / 7)
    assert all(bin_.low <= bin_.right <= bin_.high for bin_ in one.bins)


def test_wilsons_bounds() -> None:
    # Of 10 in 20, by hand: (0.5 + 0.096) / 1.192 -+ 0.2007.
    assert wilson(10, 20) == pytest.approx((0.299, 0.701), abs=0.001)
    assert wilson(0, 5)[0] == 0.0
    assert wilson(5, 5)[1] == 1.0
    assert wilson(5, 5)[0] < wilson(50, 50)[0]


def test_the_table_tells_every_bin() -> None:
    lines = list(table([made()]))
    assert lines[0].startswith("dikes & dams: 7 records, calibration error 0.229")
    assert lines[2:5] == [
        "        0.05    0.00  0.00 to 0.79     1",
        "        0.15    0.50  0.09 to 0.91     2",
        "        0.96    0.75  0.30 to 0.95     4",
    ]


def test_the_drawing_has_a_square_for_each_curve_and_a_dot_for_each_bin() -> None:
    root = ET.fromstring(drawing([made(), made(), made(), made()]))
    assert len(root.findall(f"{SVG}g")) == 4
    circles = root.findall(f".//{SVG}circle")
    assert len(circles) == 12
    across, down = ([float(circle.attrib[name]) for circle in circles[:3]] for name in ("cx", "cy"))
    assert across == pytest.approx([0.05 * SIDE, 0.15 * SIDE, 0.9625 * SIDE], abs=0.06)
    assert down == pytest.approx([SIDE, SIDE / 2, SIDE / 4], abs=0.06)
    assert root.findall(f".//{SVG}text")[0].text == "dikes & dams"


def test_nothing_is_drawn_of_nothing() -> None:
    assert ET.fromstring(drawing([])).findall(f"{SVG}g") == []
