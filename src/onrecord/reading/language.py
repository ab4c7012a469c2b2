"""Which language a text is in."""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Fewer letters say too little; more than these add nothing.
FEWEST_LETTERS: Final = 40
_SAMPLE: Final = 12_000
# The identifier's probability below which only what the document states counts.
_SURE: Final = 0.7
# ISO 639 for "no linguistic content" and "undetermined".
_NO_LANGUAGE: Final = frozenset({"zxx", "und"})


def tell_language(text: str, stated: str | None = None) -> str | None:
    """Return the ISO 639 code of the text's language, or None where neither text nor statement fixes it.

    Identified by a naive Bayes classifier over byte n-grams of 97 languages (Lui and Baldwin 2012, langid.py),
    on samples from the beginning, middle and end. `stated` (front matter, `lang` of a page) decides where the
    text is too short or the classifier is unsure.
    """
    stated_code = _code(stated)
    sample = _sample(text)
    if sum(character.isalpha() for character in sample) < FEWEST_LETTERS:
        return stated_code
    found, probability = _identifier().classify(sample)
    return str(found) if probability >= _SURE and found not in _NO_LANGUAGE else stated_code


def foreign_warning(language: str | None) -> str | None:
    """Return what to tell the user of a text that is not in English, or None."""
    if language is None or language == "en":
        return None
    return f"it is in {_name(language)}; the model is for English, so expect little"


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text[: 3 * _SAMPLE]
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _code(stated: str | None) -> str | None:
    code = (stated or "").strip().replace("_", "-").split("-")[0].lower()
    known = code.isascii() and code.isalpha() and 2 <= len(code) <= 3 and code not in _NO_LANGUAGE
    return code if known else None


def _name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, f"the language {code}"))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
