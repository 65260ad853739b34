"""Where a document is printed, of what work it is a part, and when it was written, as its introduction says."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.layers.languages import Language, lexicon, pattern
from variorum.layers.owners import last
from variorum.layers.persons import bare, by_code, name_pattern

_TITLE_MARKS = re.compile(r"[“„«\"]([^“”„«»\"]{2,80})[”“»\"]")


@lru_cache(maxsize=16)
def _asked(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What asks for a place of printing, and for a work."""
    language = by_code(code)
    name = name_pattern(language.particles)
    article = r"(?:the|le|la|les|l[’']|der|die|das|dem|den)?\s*"
    return (
        re.compile(rf"\b(?:in|dans|à|im|в)\s+{article}_?({name})_?"),
        re.compile(rf"\b(?:his|her|their|son|sa|ses|sein\w*|ihr\w*|его|её|ее|их)\s+((?i:{pattern(language.works)}))"),
    )


def printed(text: str, language: Language) -> str | None:
    """Where a sentence says that a document is printed."""
    said = [match for match in _asked(language.code)[0].finditer(text) if _is_printed(text, match, language)]
    return bare(said[-1].group(1), language) if said else None


def _is_printed(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether it is a thing in which one prints: set in italics, or after a verb of printing."""
    if match.group(1).split()[0].casefold() in lexicon(language.months):
        return False
    before = text[max(0, match.start() - 60) : match.start()].casefold()
    printing = re.search(
        r"publish|print|appear|insert|publié|paru|imprimé|erschien|veröffentlich|gedruckt|напечатан|опубликован|появи",
        before,
    )
    if _PAPERS.match(text, match.end(1)):
        return False
    return (bool(printing) and not re.search(r"\b(?:not|never|nicht|nie|jamais|pas|не)\b", before)) or text[
        match.start(1) - 1
    ] == "_"


_PAPERS = re.compile(r"_?\s+(?:press|papers?|newspapers?|organs?)\b")


def work(text: str, language: Language) -> str | None:
    """The work that a sentence says a document belongs to."""
    named = _asked(language.code)[1].search(text)
    quoted = last(_TITLE_MARKS, text)
    if named:
        return named.group(1)
    return (
        quoted.group(1).strip(" ,.:")
        if quoted and len(quoted.group(1).split()) > 1 and _is_title(quoted.group(1))
        else None
    )


def _is_title(words: str) -> bool:
    """Whether words in marks may be a title: they say nothing, and the long ones have capitals."""
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    said = words.rstrip()[-1:] in ",;?!" or not words[:1].isupper()
    return not said and bool(long) and 2 * sum(word[0].isupper() for word in long) > len(long)


def edtf(written: str, language: Language) -> str:
    """A day with its year as EDTF, anything else as it is written; the calendar is not looked at.

    >>> from variorum.layers.languages import LANGUAGES
    >>> edtf("November 8th, 1917", LANGUAGES[0]), edtf("8 ноября", LANGUAGES[3])
    ('1917-11-08', '8 ноября')
    """
    low = written.casefold()
    year, day = re.search(r"\b\d{4}\b", low), re.search(r"\b\d{1,2}(?!\d)", low)
    months = language.months.split()
    names = months[: 12 if language.code != "de" else 13]
    word = next((word for word in re.findall(r"[^\W\d_]+", low) if word in names), None)
    if not (year and word):
        return written
    number = names.index(word) + 1
    number -= 1 if language.code == "de" and number > 1 else 0
    return f"{year.group()}-{number:02}" + (f"-{int(day.group()):02}" if day else "")
