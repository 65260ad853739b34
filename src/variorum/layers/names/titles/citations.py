"""Titles that stand without marks in references to the print: Author, Title, p. 5; “Title,” Paper, 3 May 1899."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from variorum.layers.languages import lexicon
from variorum.layers.names.capitals import CAPITAL
from variorum.layers.names.mention import Page
from variorum.layers.names.titles.cues import day
from variorum.layers.names.titles.stretches import Stretch, titled
from variorum.layers.names.words.given import is_given

_LONGEST = 130
_YEAR = re.compile(r"\((?:[^()\n]{2,40}: [^()\n]{2,50}, |[^()\n:]{2,40}, )?(?:1[4-9]|20)\d\d\b(?!\s?[-–—])")
_PAGE = re.compile(
    r", ((?:pp?\. ?\d|S\. \d|стр?\. ?\d|\d+(?:st|nd|rd|th) ed\b|[Vv]ol\. ?[\dIVX]|[Cc]hap(?:ter|\.) [\dIVX]))"
)
_OPENED = re.compile(r"[\[(”\"»;]|(?<![A-ZА-Я])(?<! [A-Z][a-z])\. |\n|\bsee |\bSee |\bcf\. |quoted (?:by|in) |, in ")
_WRITER = re.compile(rf"(?:[{CAPITAL}][\w.’'-]*\.?,? ?){{2,5}}|[{CAPITAL}]\w+")
_NO_TITLE = re.compile(r"(?:Op\.? ?[Cc]it|Ibid|Loc\.? ?[Cc]it|Vol|Volume|Part|Chapter|Book|Section|No)\b")


def cited(page: Page, found: Sequence[Stretch]) -> Iterator[tuple[Stretch, tuple[str, float, str]]]:
    """What references to the print name without marks, each with what it is and what says so.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> text = "See Anna Kolb, The Salt Road, p. 12; “Tides,” Osna Review, June 3, 1899."
    >>> page = Page(text, VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [(one.name, kind[0]) for one, kind in cited(page, [Stretch(38, 43, "Tides", False, (37, 45))])]
    [('The Salt Road', 'work'), ('Tides', 'work'), ('Osna Review', 'periodical')]
    """
    for start, said in _printed(page.text):
        if (one := _book(page, start)) is not None:
            yield one, ("work", 0.8, f"“{said}” stands after it")
    for one in found:
        paper = None if one.italic else _paper(page.vocabulary.code).match(page.text, one.outer[1])
        named = _stretch(page, *paper.span("paper")) if paper else None
        if named is not None:
            yield one, ("work", 0.85, "its paper stands after it, with the day")
            if named.name.split()[0].casefold() in lexicon(page.vocabulary.bodies):
                continue
            yield named, ("periodical", 0.85, "something that stood in it stands before it, and the day after it")
    if any(word in page.text for word in _SOURCES):
        for match in _sources(page):
            if (source := _stretch(page, *match.span("paper"))) is not None:
                yield source, ("periodical", 0.85, f"“{match.group('where').strip()}” stands before it")


def _printed(text: str) -> Iterator[tuple[int, str]]:
    """Where titles may end before a year in brackets or the number of a page, and what stands there."""
    for match in _YEAR.finditer(text):
        start = match.start() - (text[match.start() - 1 : match.start()] == " ")
        yield start - text.endswith(",", 0, start), match.group().strip("(")
    for match in _PAGE.finditer(text):
        yield match.start(), match.group(1)


def _book(page: Page, end: int) -> Stretch | None:
    """The title that ends here, after its author or a bracket."""
    text, first = page.text, max(0, end - _LONGEST)
    opened = [*_OPENED.finditer(text, first, end), None][-2:][0]
    start = opened.end() if opened else first if not first else end
    pieces = text[start:end].split(", ")
    writer = next((at for at, one in enumerate(pieces[:-1]) if _writes(page, one)), None)
    follows = opened is not None and (opened.group() == "[" or (opened.group() in '”"' and not pieces[0]))
    if writer is None and not follows:
        return None
    skipped = sum(len(one) + 2 for one in pieces[: writer + 1]) if writer is not None else 2 * (not pieces[0])
    return _stretch(page, start + skipped, end)


def _writes(page: Page, name: str) -> bool:
    """Whether this may be an author: two names, the first a usual one or initials, or neither a common word; or one."""
    words = name.split()
    if words and name[0].isupper() and not any(page.common(word.casefold()) for word in words):
        return len(words) < 4 and not any(word in page.small or word.islower() for word in words)
    return len(words) > 1 and _WRITER.fullmatch(name) is not None and (is_given(words[0]) or words[0].endswith("."))


def _stretch(page: Page, start: int, end: int) -> Stretch | None:
    name = page.text[start:end]
    left, right = len(name) - len(name.lstrip(' _“"')), len(name.rstrip(' _,.”"'))
    bare = name[left:right]
    if not titled(bare, "en") or _NO_TITLE.match(bare) or len(bare) < 4:
        return None
    return Stretch(start + left, start + right, bare, False, (start, end))


_TITLE = rf"(?:[{CAPITAL}][\w’'-]*)(?: (?:of|the|and|in|for|de|la|le|der|und|du|des|[{CAPITAL}][\w’'-]*)){{0,6}}"


@cache
def _paper(code: str) -> re.Pattern[str]:
    """The paper where what stands in quotation marks was printed, before its day or number."""
    numbered = r"[Nn]o\.|[Vv]ol\.|\d+, no\.|\d+\.\d+"
    return re.compile(rf",? _?(?:in )?(?:the )?(?P<paper>{_TITLE})_?,?(?= (?:{day(code)}|\(?(?:{numbered})))")


_SOURCES = ("ublished", "ource:", "rinted", "eröffentlicht", "Quelle", "Источник", "публикова", "ublication", "Publié")


def _sources(page: Page) -> Iterator[re.Match[str]]:
    """Where a line or a sentence begins that says where a text was printed."""
    sourced, end = _sourced(page.vocabulary.code), 0
    for begun in chain((0,), (found.end() for found in _BEGUN.finditer(page.text))):
        if begun >= end and (match := sourced.match(page.text, begun)):
            end = match.end()
            yield match


_BEGUN = re.compile(r"(?:\. |; |\n)(?=[FOEPpSsVvQИОВ])")


@cache
def _sourced(code: str) -> re.Pattern[str]:
    """A line of the archive that says where a text was printed."""
    said = (
        r"(?:First |Originally |Erst)?(?:[Pp]ublished|[Ss]ource|[Pp]rinted|[Vv]eröffentlicht\w*)|Quelle|Источник"
        r"|Опубликовано|Впервые опубликовано|Première publication|Publié"
    )
    numbered = r"\(?(?:[Nn]o\.? ?\d|Nos|[Vv]ol|Nr|№|n° ?\d|Issue)"
    return re.compile(
        rf"(?P<where>(?:{said})(?: in| dans| в)?:? ?)(?:[Ii]n |[Ff]rom )?(?:the )?[_«„“]?"
        rf"(?P<paper>{_TITLE})[_»“”]?,?(?= (?:{day(code)}|{numbered}))"
    )
