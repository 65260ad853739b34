"""Which words are common in a language, and so hardly names: by the lists of the package wordfreq (Speer 2022)."""

from __future__ import annotations

from functools import cache

COMMON, DERIVED = 1e-6, 0.03
"""How often a common word stands among all words, and its plural or another form of it among its own."""
_FORMS = {
    "en": ("s", "es", "ed", "ing", "ly", "er"),
    "fr": ("s", "e", "es", "ment", "er"),
    "de": ("en", "e", "er", "es", "n"),
    "ru": (),
}


class Common:
    """Whether a word is common in a language.

    >>> common = Common("en")
    >>> common("retreat"), common("kolb"), common("darwin")
    (True, False, False)
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.frequencies = _frequencies(code)
        self.asked: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        known = self.asked.get(word)
        if known is None:
            known = self.asked[word] = self._is_common(word)
        return known

    def _is_common(self, word: str) -> bool:
        share = self.frequencies.get(word.replace("’", "'"), 0.0)
        if share < COMMON:
            return False
        forms = sum(self.frequencies.get(word + form, 0.0) for form in _FORMS[self.code])
        if word.endswith(("s", "e", "y")) and self.code == "en":
            base = word[:-1]
            forms += sum(self.frequencies.get(base + form, 0.0) for form in ("", "ing", "ed", "ies", "e"))
        return forms > DERIVED * share


@cache
def _frequencies(code: str) -> dict[str, float]:
    import wordfreq

    found: dict[str, float] = wordfreq.get_frequency_dict(code, wordlist="best")
    return found
