"""Which words are common in a language, and so hardly names: by the lists of the package wordfreq (Speer 2022)."""

from __future__ import annotations

from collections.abc import Callable

from variorum.layers.names.listed import listed

COMMON, DERIVED, SEEN, SELDOM = 1e-6, 0.03, 3e-7, 6e-6
"""How often a common word stands among all words, another form of it among its own; and any word that is known."""
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
        self.share: Callable[[str], float] = listed(code).share
        """Which part of all words a word is; 0 if it is in no list."""
        self.asked: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        known = self.asked.get(word)
        if known is None:
            known = self.asked[word] = self._is_common(word)
        return known

    def frequent(self, word: str) -> bool:
        """Whether a word is so frequent that its capital at the head of a sentence tells nothing."""
        return self.share(word.replace("’", "'")) >= SEEN

    def seldom(self, word: str) -> bool:
        """Whether a word is seldom in its language: rather a name than a word of its own."""
        return self.share(word.replace("’", "'")) < SELDOM

    def named(self, word: str) -> bool:
        """Whether a German word is seldom, and seldomer still with an s: rather a name than a word."""
        low = word.casefold()
        share = self.share(low)
        return 0 < share < SELDOM and self.share(f"{low}s") < share

    def compound(self, word: str) -> bool:
        """Whether a word may be made of two that are frequent, as German nouns are."""
        ends = range(4, len(word) - 3)
        return any(self.frequent(word[:at]) and self.frequent(word[at:]) for at in ends) or any(
            self.frequent(word[:at]) and word[at] == "s" and self.frequent(word[at + 1 :]) for at in ends
        )

    def _is_common(self, word: str) -> bool:
        share = self.share(word.replace("’", "'"))
        if share < COMMON:
            return False
        forms = sum(self.share(form) for form in self._forms(word))
        return forms > DERIVED * share

    def _forms(self, word: str) -> list[str]:
        """Other forms that a common word would have."""
        forms = [word + ending for ending in _FORMS[self.code]]
        if self.code == "en" and word.endswith("e"):
            return [f"{word}s", f"{word}d", f"{word}r", f"{word[:-1]}ing", f"{word}ly"]
        if self.code == "en" and word.endswith("ies"):
            return [*forms, f"{word[:-3]}y"]
        if self.code == "en" and word.endswith(("s", "y")):
            return [*forms, word[:-1], f"{word[:-1]}ies", f"{word[:-1]}ied"]
        return forms
