"""What a paragraph is in a document that is printed inside another: its salutation, date-line, title or signature.

Each sign is told by form (length, capitals, marks, what it ends with) and by the small lists of `languages/`.

>>> from variorum.layers.languages import LANGUAGES
>>> english, french, german, russian = LANGUAGES
>>> salutes("_My dear Sir,_ I have had yours", english), salutes("Sir John came in.", english)
(True, False)
>>> dated("Vellin, 3 March 1881.", english), dated("In March we left the town for good.", english)
(True, False)
>>> signs_off("(Signed) A. LAKE, Secretary.", english), signs_off("He died.", english)
(True, False)
"""

from __future__ import annotations

import re

from variorum.layers.languages import Language, lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
EDGES = " \t\r\n_*“”„«»\"'‘’([{—–-."
_VOCATIVE_END = re.compile(r"[!,:;—–?\n]|--|[.]\s|[.]$|$")
_NUMBERED = re.compile(
    r"[\s_“„«\"(]*(?:§|art(?:icle|ikel)?\b|статья|[IVXLC]{1,6}[.)]|\d{1,3}[.)]|\(\d{1,3}\.?\)|[a-zа-я]\))",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[\s_“„«\"]*[\[(]?(?:signed|signé|gez\.|gezeichnet|подписал[иа]?|подпис[ьи]|подписано)\b", re.IGNORECASE
)
_YEAR_OR_DAY = re.compile(r"\b(?:1[0-9]\d\d|20\d\d|\d{1,2}(?:st|nd|rd|th|d|er|го|-го|\.)?)(?!\w)")
_INITIALS = re.compile(r"\b[^\W\d_a-zа-я]\.\s*(?:[^\W\d_a-zа-я]\.\s*)*[^\W\d_]{2,}")
_LONGEST_VOCATIVE = 90
_LONG = 16
"""How many words a signature, a date-line or a title has at most."""


def words_in(text: str) -> list[str]:
    """The words of a text as they are written."""
    return _WORD.findall(text)


def salutes(text: str, language: Language) -> bool:
    """Whether a paragraph opens by addressing somebody: “Dear Sir,”, “Citizens!”, «Милостивый государь!»."""
    opening = text[:_LONGEST_VOCATIVE].lstrip(EDGES)
    match = _VOCATIVE_END.search(opening)
    words = [word.casefold() for word in words_in(opening[: match.start()])] if match else []
    if not match or not 0 < len(words) <= 9:
        return False
    saluting, beside = lexicon(language.saluting), lexicon(language.beside)
    if not saluting.any(words) or not (words[0] in saluting or words[0] in beside):
        return False
    if sum(word not in saluting and word not in beside for word in words) > 2 or match.group() in ("?", ";"):
        return False
    rest = opening[match.start() :].strip(" _*")
    alone = len(rest) <= 1
    return match.group() in ("!", ":", "—", "–", "--") or ((alone or words[0] in _INTIMATE) and match.group() == ",")


_INTIMATE = lexicon(
    """
    dear dearest my sir madam gentlemen comrades monsieur madame messieurs cher chère citoyens sire lieber
    liebe liebster teurer hochgeehrter hochverehrter sehr meine дорогой дорогая милый милостивый товарищи
    господа граждане mon ma
    """
).whole


def dated(text: str, language: Language) -> bool:
    """Whether a paragraph is a date-line: a place, a day, and hardly anything else."""
    words = words_in(text)
    if len(words) > _LONG - 4 or not _YEAR_OR_DAY.search(text) or _TABLED.search(text):
        return False
    months = lexicon(language.months)
    return any(word.casefold() in months for word in words) and _headed(words)


_TABLED = re.compile(r"\d,\d{3}|(?:\d\D+){12}")
"""Numbers of a table."""


def _headed(words: list[str]) -> bool:
    """Whether most words of more than three letters begin with a capital."""
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def signs_off(text: str, language: Language) -> bool:
    """Whether a paragraph is a signature or a leave-taking."""
    if _SIGNED.match(text):
        return True
    words = words_in(text)
    if not words or len(words) > _LONG or text.rstrip(' _*\r\n”»"')[-1:] in "?!:;…":
        return False
    low = [word.casefold() for word in words]
    if lexicon(language.closing).any(low) and (len(words) <= 8 or _headed(words)):
        return True
    if not _headed(words) or _NUMBERED.match(text):
        return False
    name = text.strip(EDGES)
    office = lexicon(language.offices).any(low)
    return office or bool(_INITIALS.search(text)) or (len(words) <= 5 and name.isupper()) or _set_apart(text, words)


def _set_apart(text: str, words: list[str]) -> bool:
    """A short line wholly in italics, or of a name alone."""
    bare = text.strip()
    return len(words) <= 4 and (bare[:1] in "_*" or all(word[0].isupper() for word in words)) and bare[-1:] in '._*”"'


def titled(text: str, language: Language) -> bool:
    """Whether a paragraph is the title of a public paper: “TO THE CITIZENS OF RUSSIA!”, “Order No. 2”."""
    words = words_in(text)
    if not words or len(words) > _LONG + 4:
        return False
    bare = text.strip(EDGES)
    low = [word.casefold() for word in words]
    if text[len(text) - len(text.lstrip()) :].lstrip("_*")[len(words[0]) :][:1] == ":":
        return False
    first = low[0] in lexicon(language.titles)
    capitals = bare.upper() == bare and len(words) > 1
    return (first and (capitals or (_headed(words) and text.rstrip()[-1:] not in ",;"))) or (
        capitals and text.rstrip(' _*”»"')[-1:] in "!:"
    )


def numbered(text: str) -> bool:
    """Whether a paragraph opens with the number of an article or clause.

    >>> numbered("§ 4. Wer"), numbered("(2.) All lands"), numbered("In 1917")
    (True, True, False)
    """
    return bool(_NUMBERED.match(text))


def lean(words: list[str], weights: dict[str, int]) -> int:
    """How far common words speak for a document (above 0) or for a narrator (below 0), in tenths of a nat."""
    get = weights.get
    return sum(get(word, 0) for word in words)


def weights_of(language: Language) -> dict[str, int]:
    """The weight of each telling word of a language."""
    weights = dict.fromkeys(language.narrating.split(), -13)
    return weights | dict.fromkeys(language.declaring.split(), 6)
