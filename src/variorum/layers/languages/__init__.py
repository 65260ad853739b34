"""The languages that voices, embedded documents and references are read in: one file each, one line here.

>>> language_of("Er sagte nicht, was mit dem Brief ist und wer ihn hat.", None).code
'de'
>>> language_of("", "fr-CA").code
'fr'
"""

from __future__ import annotations

import re
from collections import Counter

from variorum.layers.languages.english import ENGLISH
from variorum.layers.languages.french import FRENCH
from variorum.layers.languages.german import GERMAN
from variorum.layers.languages.language import Language, Lexicon, lexicon, pattern
from variorum.layers.languages.russian import RUSSIAN

__all__ = ["LANGUAGES", "Language", "Lexicon", "language_of", "lexicon", "pattern"]

LANGUAGES = (ENGLISH, FRENCH, GERMAN, RUSSIAN)
SAMPLE = 20_000
"""How many code points from the middle of a text are enough to tell its language."""


def language_of(text: str, declared: str | None) -> Language:
    """The language whose words are to be looked for: the one declared, else the one with most common words."""
    for language in LANGUAGES:
        if declared and declared.casefold().split("-")[0] == language.code:
            return language
    middle = max(0, (len(text) - SAMPLE) // 2)
    counts = Counter(re.findall(r"[^\W\d_]+", text[middle : middle + SAMPLE].casefold()))
    return max(LANGUAGES, key=lambda language: sum(counts[word] for word in language.common.split()))
