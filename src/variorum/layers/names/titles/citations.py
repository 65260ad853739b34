"""Titles that stand without marks in references to the print: Author, Title, p. 5; “Title,” Paper, 3 May 1899."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.layers.languages import pattern
from variorum.layers.names.candidates import CAPITAL
from variorum.layers.names.mention import Page
from variorum.layers.names.titles.stretches import Stretch, titled
from variorum.layers.names.words.given import is_given
from variorum.layers.persons import by_code

_LONGEST = 130
_PLACE = re.compile(
    r",? _?\((?:[^()\n]{2,40}: [^()\n]{2,50}, |[^()\n:]{2,40}, )?(?:1[4-9]|20)\d\d\b"
    r"|_?,? (?:pp?\. ?\d|S\. ?\d|стр?\. ?\d|\d+(?:st|nd|rd|th) ed\b)|, (?:vol\. ?[\dIVX]|chap(?:ter|\.) ?[\dIVX])"
)
_OPENED = re.compile(r"[\[(”\"»;]|(?<![A-ZА-Я])(?<! [A-Z][a-z])\. |\n|\bsee |\bSee |\bcf\. |quoted (?:by|in) |, in ")
_WRITER = re.compile(rf"(?:[{CAPITAL}][\w.’'-]*\.?,? ?){{2,5}}|[{CAPITAL}]\w+")
_NO_TITLE = re.compile(r"(?:Op\.? ?[Cc]it|Ibid|Loc\.? ?[Cc]it|Vol|Volume|Part|Chapter|Book|Section|No)\b")


def cited(page: Page) -> Iterator[tuple[Stretch, tuple[str, float, str]]]:
    """What references to the print name without marks, each with what it is and what says so.

    >>> from variorum.layers.names.frequency import Common
    >>> text = "See Anna Kolb, The Salt Road, p. 12; “Tides,” Osna Review, June 3, 1899."
    >>> page = Page(text, VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [(one.name, kind[0]) for one, kind in cited(page)]
    [('The Salt Road', 'work'), ('Tides', 'work'), ('Osna Review', 'periodical')]
    """
    for match in _PLACE.finditer(page.text):
        if (one := _book(page, match.start())) is not None:
            yield one, ("work", 0.8, f"“{match.group().strip(' ,(')}” stands after it")
    for match in _quoted(page.vocabulary.code).finditer(page.text):
        for name, kind in (("title", "work"), ("paper", "periodical")):
            one = _stretch(page, *match.span(name))
            if one is not None:
                yield one, (kind, 0.85, "a title, its paper and the day")
    for match in _sourced(page.vocabulary.code).finditer(page.text):
        if (one := _stretch(page, *match.span("paper"))) is not None:
            yield one, ("periodical", 0.85, f"“{match.group('where').strip()}” stands before it")


def _book(page: Page, end: int) -> Stretch | None:
    """The title that ends here, after its author or a bracket."""
    text, first = page.text, max(0, end - _LONGEST)
    opened = None
    for opened in _OPENED.finditer(text, first, end):
        pass
    start = opened.end() if opened else first if not first else end
    pieces = text[start:end].split(", ")
    writer = next((at for at, one in enumerate(pieces[:-1]) if _writes(one)), None)
    follows = opened is not None and (opened.group() == "[" or (opened.group() in "”\"" and not pieces[0]))
    if writer is None and not follows:
        return None
    skipped = sum(len(one) + 2 for one in pieces[: writer + 1]) if writer is not None else 2 * (not pieces[0])
    return _stretch(page, start + skipped, end)


def _writes(name: str) -> bool:
    """Whether this may be an author: two names, the first of them a usual one, or initials."""
    words = name.split()
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
def _quoted(code: str) -> re.Pattern[str]:
    """A quoted title, and then the paper where it stands, with its day or number."""
    return re.compile(
        rf"[“\"](?P<title>[{CAPITAL}][^“”\"\n]{{2,90}}?),?[”\"],? _?(?:in )?(?:the )?(?P<paper>{_TITLE})_?,?"
        rf"(?= \(?(?:{_day(code)}|no\.|No\.|vol\.|\d+, no\.|\d+\.\d+))"
    )


@cache
def _sourced(code: str) -> re.Pattern[str]:
    """A line of the archive that says where a text was printed."""
    return re.compile(
        rf"^(?P<where>(?:First |Originally |Erst)?(?:[Pp]ublished|[Ss]ource|[Pp]rinted|[Vv]eröffentlicht\w*|Quelle|Источник"
        rf"|Опубликовано|Впервые опубликовано|Première publication|Publié)(?: in| dans| в)?:? ?)(?:in |In |from |From )?"
        rf"(?:the )?[_«„“]?(?P<paper>{_TITLE})[_»“”]?,?(?= \(?(?:{_day(code)}|[Nn]o\.? ?\d|Nos|[Vv]ol|Nr|№|n° ?\d|Issue))",
        re.MULTILINE,
    )


@cache
def _day(code: str) -> str:
    months = pattern(by_code(code).months)
    return rf"\d{{1,2}}(?:st|nd|rd|th)? (?i:{months})|(?i:{months})\.? \d|(?:Spring|Summer|Autumn|Fall|Winter) \d"



