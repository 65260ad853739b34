"""What a quotation is for: somebody's words, a term, a title, or marks that keep a word at arm's length.

>>> from variorum.layers.languages import LANGUAGES
>>> use("I shall not come back.", "he said, ", False, LANGUAGES[0])
'speech'
>>> use("help", "We know their ", False, LANGUAGES[0]), use("help", "what she called ", False, LANGUAGES[0])
('scare', 'term')
>>> use("A Winter in Vellin", "in her book ", False, LANGUAGES[0])
'title'
"""

from __future__ import annotations

import re
from functools import cache

from variorum.layers.clauses import meant
from variorum.layers.languages import Language, pattern
from variorum.layers.persons import by_code

LONG = 8
"""From how many words on a quotation is somebody's words, whatever stands beside it."""
SHORT = 4
"""Up to how many words it may be a word that is only mentioned."""
TELLING = 160
"""How many code points of a quotation tell what it is for."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[^\W\d_][’']s?\s+_?$")
_TERMED = re.compile(
    r"\b(?:word|words|term|expression|phrase|name|letter|title|mot|terme|nom|wort|begriff|ausdruck|name|слово|слова|слове|"
    r"термин|понятие|название)\s+(?:of\s+|de\s+)?$",
    re.IGNORECASE,
)


@cache
def _titled(code: str) -> re.Pattern[str]:
    language = by_code(code)
    listed = f"{language.periodicals} {' '.join(language.kinds.values())}"
    return re.compile(rf"(?i:{pattern(listed)})[\s,:_]+(?:(?:by|von|de|of)\s+)?$")


@cache
def _so_called(listed: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern(listed)}\s+$")


def use(inner: str, before: str, told: bool, language: Language) -> str:
    """The use of a quotation, by its words, by what stands before it, and by whether it is told who speaks them."""
    words = _WORD.findall(inner[:TELLING])
    near = before[-60:]
    if len(words) <= SHORT and _so_called(language.so_called).search(near.casefold()):
        return "term"
    if (
        _capitals(words)
        and len(words) <= 12
        and inner.rstrip()[-1:] not in "!?…"
        and _is_title(inner, words, near, language)
    ):
        return "title"
    if len(words) >= LONG:
        return "speech"
    pointed = near.rstrip(" _")[-1:] == ":" or inner.rstrip()[-1:] in "!?…"
    short = len(words) <= SHORT
    if (meant(near, language) and (short or not pointed)) or (short and _TERMED.search(near)):
        return "term"
    if told or _sentence(inner, words, near):
        return "speech"
    return "scare" if short else "speech"


def _capitals(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3] or words
    return bool(words) and words[0][0].isupper() and sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def _is_title(inner: str, words: list[str], near: str, language: Language) -> bool:
    """A title stands after a noun or verb that announces one, or is several words in capitals that say nothing."""
    if _titled(language.code).search(near):
        return near.rstrip(" _")[-1:] != ":" or inner.rstrip()[-1:] not in ".!?"
    if language.code == "ru":
        return (
            len(words) <= 3 and near[-1:] != ":" and near.rstrip()[-1:] not in ":,." and inner.rstrip()[-1:] not in ".,"
        )
    several = sum(word[0].isupper() for word in words) >= 4 or (len(words) > 1 and _POSSESSIVE.search(near) is not None)
    return several and inner.rstrip()[-1:] != "." and near.rstrip()[-1:] not in (":", ",", "") and language.code != "de"


def _sentence(inner: str, words: list[str], near: str) -> bool:
    """Whether it begins and ends as a sentence does, or stands after a colon or comma as speech."""
    opens = bool(words) and words[0][0].isupper()
    ends = inner.rstrip()[-1:] in (".", "!", "?", "…", "—")
    return (
        (opens and ends)
        or (opens and near.rstrip(" _")[-1:] in (":", ","))
        or (ends and inner.rstrip()[-1] in "!?" and len(words) > 1)
    )
