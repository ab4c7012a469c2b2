"""English verb and noun forms, enough to find the words of a list in running text."""

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "know": "knew known",
    "feel": "felt", "find": "found", "see": "saw seen", "hear": "heard", "hold": "held", "read": "read",
    "swear": "swore sworn", "speak": "spoke spoken", "mean": "meant", "seek": "sought", "foresee": "foresaw foreseen",
    "understand": "understood", "teach": "taught", "forget": "forgot forgotten", "choose": "chose chosen",
    "bet": "bet", "forecast": "forecast", "cast": "cast", "lie": "lied lying", "dream": "dreamt dreamed",
    "overhear": "overheard", "beg": "begged begging", "admit": "admitted admitting", "submit": "submitted submitting",
    "quip": "quipped quipping", "plan": "planned planning", "infer": "inferred inferring", "dub": "dubbed dubbing",
    "prefer": "preferred preferring", "refer": "referred referring", "slam": "slammed slamming", "brag": "bragged",
    "regret": "regretted regretting", "rebut": "rebutted", "label": "labelled labeled labelling labeling",
}  # fmt: skip


def forms(word: str) -> frozenset[str]:
    """Return the forms of a verb, or of a noun where they are the same: "say", "says", "said", "saying"."""
    stem = word[:-1] if word.endswith("e") else word
    found = {word, _with_s(word), stem + "ing"}
    if word in _IRREGULAR:
        return frozenset(found | set(_IRREGULAR[word].split()))
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return frozenset(found | {word[:-1] + "ied"})
    return frozenset(found | {stem + "ed"})


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
