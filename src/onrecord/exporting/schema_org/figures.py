"""Figures in the terms of schema.org: a QuantitativeValue, or a MonetaryAmount where it is a sum of money."""

import re
from typing import Final

from onrecord.exporting.cells import cell
from onrecord.exporting.identifiers import record_urn
from onrecord.exporting.known import known
from onrecord.records import Document, Figure

# ISO 4217, as the codebook writes the unit of a sum of money.
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


def figure_node(document: Document, figure: Figure) -> dict[str, object]:
    """Return a figure under the report's words for it, with its number, its bounds, and what is counted."""
    told = figure.to_json()
    exact, unit = told["bound"] == "exact", told["unit"]
    money = unit is not None and _CURRENCY.fullmatch(unit) is not None
    counts = unit == "count"
    return known(
        {
            "@id": record_urn(document, figure.id),
            "@type": "MonetaryAmount" if money else "QuantitativeValue",
            "name": cell(figure.span.text),
            # What is "at least 300" is not 300: its number is a bound.
            "value": told["value"] if told["bound"] in ("exact", "about", None) else None,
            "minValue": None if exact else told["low"],
            "maxValue": None if exact else told["high"],
            "currency": unit if money else None,
            "unitText": told["counted"] if counts else None if money else unit,
            "description": None if counts else told["counted"],
        }
    )
