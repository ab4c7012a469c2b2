"""ISO 3166-1 alpha-3 codes of countries by their usual English short names."""

from functools import cache
from typing import Final

from onrecord.tables import rows

# CLDR also knows codes that ISO has withdrawn; each country has a newer one.
_WITHDRAWN: Final = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
# Countries that are no more stand in the table under ISO 3166-3: their codes are those that they had.
_FORMER: Final = {"CSHH": "CSK", "DDDE": "DDR", "SUHH": "SUN", "YUCS": "YUG"}


def alpha_3(country: str) -> str | None:
    """Return the code of a country, such as `NOR` for Norway, or None for what is no country's usual name."""
    return _codes().get(country)


@cache
def _codes() -> dict[str, str]:
    from babel.core import get_global

    longer = {
        alpha_2[0]: alpha_3
        for alpha_3, alpha_2 in get_global("territory_aliases").items()
        if len(alpha_3) == 3 and alpha_3.isalpha() and len(alpha_2) == 1 and alpha_3 not in _WITHDRAWN
    } | _FORMER
    table = (fields for fields in rows("onrecord", "countries.tsv") if fields[0] != "-")
    return {fields[1]: longer[fields[0]] for fields in table if fields[0] in longer}
