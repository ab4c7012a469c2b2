"""Wire services: who writes what many outlets print."""

import re
from functools import cache
from typing import Final

from onrecord.lexicon import word_set

# Usual name: the other forms in which datelines, bylines and credit lines print it.
_SERVICES: Final[dict[str, tuple[str, ...]]] = {
    "Adnkronos": (),
    "Agence France-Presse": ("AFP", "Agence France Presse", "AFP News"),
    "Agenzia Giornalistica Italia": ("AGI",),
    "Agerpres": (),
    "Anadolu": ("AA", "Anadolu Agency", "Anadolu Ajansi", "Anadolu Ajansı"),
    "ANSA": (),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "Antara": ("Antara News",),
    "ANI": ("Asian News International",),
    "Associated Press": ("AP", "A.P.", "The Associated Press", "AP News"),
    "Australian Associated Press": ("AAP",),
    "APA": ("Austria Press Agency", "Austria Presse Agentur"),
    "Belga": ("Belga News Agency",),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "BTA": ("Bulgarian News Agency",),
    "Canadian Press": ("CP", "The Canadian Press"),
    "Central News Agency": ("CNA",),
    "CTK": ("ČTK", "Czech News Agency"),
    "dpa": ("Deutsche Presse-Agentur", "dpa-AFX", "dpa international"),
    "Dow Jones Newswires": ("Dow Jones", "DJ"),
    "EFE": ("Agencia EFE", "EFE News", "La Agencia EFE"),
    "Europa Press": (),
    "Fars": ("Fars News Agency", "FNA"),
    "IANS": ("Indo-Asian News Service",),
    "Interfax": (),
    "Interfax-Ukraine": (),
    "IRNA": ("Islamic Republic News Agency",),
    "Jiji Press": ("Jiji", "Jiji Press News"),
    "KCNA": ("Korean Central News Agency",),
    "Keystone-SDA": ("SDA", "ATS", "Keystone-ATS"),
    "KUNA": ("Kuwait News Agency",),
    "Kyodo": ("Kyodo News",),
    "Lusa": ("Lusa News Agency",),
    "MTI": (),
    "News Agency of Nigeria": ("NAN",),
    "Newsis": (),
    "NTB": (),
    "PA Media": ("PA", "Press Association", "The Press Association", "PA news agency"),
    "PAP": ("Polish Press Agency",),
    "Press Trust of India": ("PTI",),
    "Prensa Latina": (),
    "QNA": ("Qatar News Agency",),
    "Reuters": ("Thomson Reuters", "Reuters News", "Reuter"),
    "RIA Novosti": ("RIA",),
    "Ritzau": (),
    "SANA": ("Syrian Arab News Agency",),
    "Saudi Press Agency": ("SPA",),
    "STT": (),
    "Tanjug": (),
    "Tasnim": ("Tasnim News Agency",),
    "TASS": ("ITAR-TASS", "Itar-Tass"),
    "TT": ("TT News Agency",),
    "Ukrinform": (),
    "United Press International": ("UPI",),
    "United News of India": ("UNI",),
    "VNA": ("Vietnam News Agency",),
    "WAM": ("Emirates News Agency",),
    "Xinhua": ("Xinhua News Agency", "Xinhuanet"),
    "Yonhap": ("Yonhap News", "Yonhap News Agency"),
}
# Short forms that mean many other things: only a dateline or a byline fixes that a wire service is meant.
_AMBIGUOUS: Final = word_set(
    "aa agi ani apa ats bta cna cp dj efe fna lusa mti nan ntb pa pap qna ria sana sda spa stt tt uni wam vna"
)
_NOISE: Final = re.compile(r"[.\s]+")


def agency_named(stated: str, *, beyond_doubt: bool = False) -> str | None:
    """Return the usual name of the wire service that `stated` names and nothing else, or None.

    `beyond_doubt` refuses short forms that also mean other things, for places where anything may stand in
    brackets.
    """
    if len(stated) > 60:
        return None
    key = _key(stated.strip(" -–—/|()[]©"))
    if beyond_doubt and key in _AMBIGUOUS:
        return None
    return _by_form().get(key)


def _key(form: str) -> str:
    return _NOISE.sub(" ", form.replace(".", "")).strip().casefold()


@cache
def _by_form() -> dict[str, str]:
    return {_key(form): name for name, forms in _SERVICES.items() for form in (name, *forms)}
