"""Who signs a document, and what of that may be a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from variorum.layers.languages import Language, lexicon
from variorum.layers.persons import is_name

LINES = 5
"""How many lines at the end of a document may say who signs it."""
LONGEST = 12
"""How many words the name and office of one who signs have at most."""
_SMALL = lexicon(
    """
    of the and for to in at on a de la le les des du et von der des und für zu am im van по и на при
    """
).whole
_NO_PART = lexicon("to care per via an à к через").whole
"""Small words that a line has which says more than who signs."""


def signature(text: str, there: Callable[[str], bool], language: Language) -> str | None:
    r"""Who signs by the last lines of a document: a name, else an office or body, without the words of leave-taking.

    >>> from variorum.layers.languages import LANGUAGES
    >>> signature("Yours truly,\nANN LAKE,\nSecretary of the Guild.", lambda words: False, LANGUAGES[0])
    'ANN LAKE'
    >>> signature("Wind, N.N.W.", " wind ".__contains__, LANGUAGES[0])
    """
    lines = [
        " ".join(line.split()) for line in _BROKEN.sub(r"\1 ", text.replace("_", "")).splitlines() if line.strip()
    ][-LINES:]
    told = [name for line in lines if (name := _without_leave(line, language)) and _may_sign(name, there, language)]
    offices = lexicon(language.offices)
    alone = [name for name in told if not offices.any(word.strip(",.").casefold() for word in name.split())]
    return next((_without_office(name, language) for name in alone[-1:] or told), None)


_BROKEN = re.compile(r"(?m)^([^\n]{45,}[^\W\d_])[ \t\r]*\n(?=[ \t]*[^\W\d_])")
"""A line that goes on in the next for want of room."""


def _without_office(name: str, language: Language) -> str:
    """The name before a comma after which an office stands: ANN LAKE, General Secretary."""
    person, _, office = name.partition(", ")
    offices = lexicon(language.offices)
    held = offices.any(word.strip(".,").casefold() for word in office.split())
    bare = len(person.split()) > 1 and not offices.any(word.casefold() for word in person.split())
    return person if held and bare else name


def _without_leave(line: str, language: Language) -> str | None:
    closing = lexicon(language.closing)
    line = _BYLINE.sub("", line)
    words = [word for word in line.split() if word.strip("()[].,:").casefold() not in closing]
    return " ".join(words).strip(' .,“”"()[]*—–-') or None


_BYLINE = re.compile(r"^\W*(?:by|par)\s+(?=[A-ZÀ-Ý])", re.IGNORECASE)


def _may_sign(name: str, there: Callable[[str], bool], language: Language) -> bool:
    words = name.split()
    small = [word.casefold() for word in words if word[:1].islower()]
    if (
        len(words) > LONGEST
        or _PART.match(name)
        or _NUMBER.search(name)
        or any(word not in _SMALL and not word.endswith(".") for word in small)
    ):
        return False
    if words[0].casefold() in ("the", "a", "an") and not lexicon(language.offices).any(map(str.casefold, words)):
        return False
    return _NO_PART.isdisjoint(small) and is_named(name, there, language)


_PART = re.compile(
    r"(?:appendix|chapter|part|book|finis|the\s+end|end|contents|documents|(?:foot)?notes)\b", re.IGNORECASE
)
"""How a heading begins that stands where a signature may stand."""
_NUMBER = re.compile(r"\d")
"""A line with a number is a place and a day, or an entry of an index."""


def is_named(name: str, there: Callable[[str], bool], language: Language) -> bool:
    """Whether what stands for an author may be one: an office or body, or words that are nowhere written small."""
    words = [word.strip("_.,;:()") for word in name.split() if word[:1].isupper()]
    telling = lexicon(f"{language.offices} {language.honorifics}")
    if telling.any(word.casefold() for word in name.split()) and len(name.split()) > 1:
        return True
    long = [word for word in words if len(word) > 2 and "." not in word]
    return any(is_name(word, there) for word in long or words)
