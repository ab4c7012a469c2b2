"""Money by its ISO 4217 code, from every form that reports write: signs, codes, names, "C $6", "US$", "Danish crowns".

Names come from CLDR through Babel; what news calls otherwise stands here. Names that several countries share ("pounds",
"pesos", "crowns") are no code.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_LISTED: Final = {
    "USD": "$ us$ u.s.$ $us dollar dollars american_dollar american_dollars u.s._dollar u.s._dollars greenbacks",
    "EUR": "€ euro euros",
    "GBP": "£ pound_sterling pounds_sterling sterling",
    "JPY": "¥ y= 円 yen",
    "KRW": "₩ won",
    "CNY": "rmb 元 yuan renminbi chinese_renminbi",
    "RUB": "₽ ruble rubles rouble roubles russian_rouble russian_roubles",
    "UAH": "₴ hryvnia hryvnias hryvnya hryvnyas",
    "INR": "₹",
    "ILS": "₪ shekel shekels israeli_shekel israeli_shekels",
    "AUD": "a$ au$ $a",
    "CAD": "c$ ca$ $c",
    "HKD": "hk$ $hk",
    "TWD": "nt$ taiwan_dollar taiwan_dollars taiwanese_dollars",
    "SGD": "s$ sg$ singaporean_dollar singaporean_dollars",
    "NZD": "nz$ $nz",
    "BRL": "r$ reais",
    "MXN": "mx$ mex$",
    "MYR": "rm ringgit ringgits",
    "DKK": "danish_crown danish_crowns danish_kronor",
    "SEK": "swedish_crown swedish_crowns swedish_kroner kronor",
    "NOK": "norwegian_crown norwegian_crowns",
    "ISK": "icelandic_crown icelandic_crowns",
    "CZK": "czech_crown czech_crowns koruna korunas",
    "AED": "uae_dirham uae_dirhams emirati_dirham emirati_dirhams",
    "TRY": "turkish_liras",
    "IRR": "iranian_rials",
    "PLN": "zł zloty zlotys",
    "THB": "฿ baht",
    "IDR": "rupiah rupiahs",
    "ZAR": "rand",
    "NGN": "₦ naira",
    "HUF": "forint forints",
    "PHP": "₱ philippine_pesos",
    "VND": "₫ dong",
    "GEL": "₾ lari",
    "KZT": "₸ tenge",
    "BDT": "taka",
    "ETB": "birr",
    "GHS": "₵ cedi cedis",
    "CRC": "₡",
    "LAK": "₭",
    "PYG": "₲ guarani guaranis",
    "MNT": "₮ tugrik tugriks",
    "KHR": "៛ riel riels",
    "MMK": "kyat kyats",
    "AFN": "afghani afghanis",
    "bitcoin": "₿ btc bitcoin bitcoins",
    "penny": "penny pence p",
}
_WORDS: Final = frozenset(("ALL", "COP", "CUP", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY"))
"""Codes that are words of a headline in capitals too."""
_CODE: Final = re.compile(r"[A-Z]{3}")
_CODE_AND_SIGN: Final = re.compile(r"(?P<code>[a-z]{3}) ?\$")


@cache
def _names() -> Mapping[str, str]:
    """Codes by name, in lower case, singular and plural."""
    from babel import Locale
    from babel.numbers import get_currency_name

    names: dict[str, str] = {}
    for code, name in Locale("en").currencies.items():
        forms = (name, *(get_currency_name(code, count, locale="en") for count in (1, 2)))
        names |= {form.casefold(): code for form in forms if "(" not in form}
    return names | {name.replace("_", " "): code for code, all_ in _LISTED.items() for name in all_.split()}


@cache
def _codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").currencies)


def is_code(unit: str) -> bool:
    """Whether a unit is a code of ISO 4217."""
    return _CODE.fullmatch(unit) is not None and unit in _codes()


def currency_of(text: str) -> str | None:
    """Return the code of the money that the words or the sign name, None where they name none, or several do.

    "US $" is USD, "Y=" JPY, "CAD$" CAD. A code counts in capitals only: "all" and "try" are words.
    """
    stated = " ".join(text.split())
    if is_code(stated):
        return None if stated in _WORDS else stated
    words = stated.casefold().replace("-", " ")
    signed = _CODE_AND_SIGN.fullmatch(words)
    if signed is not None and is_code(signed["code"].upper()):
        return signed["code"].upper()
    return _names().get(words) or _names().get(words.replace(" $", "$").replace("$ ", "$"))
