"""Stretches that may be titles: in italic, in quotation marks, or between low lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa

from variorum.layers.languages import lexicon
from variorum.layers.names.mention import Page

_LINED = re.compile(r"_(?<![^\W_]_)([^_\n]{2,90})_(?![^\W_])")
_MARKED = re.compile(
    r"“([^“”\n]{2,90})[”“]|„([^„“”\n]{2,90})[“”]|«([^«»\n]{2,90})»|»([^«»\n]{2,90})«"
    r"|\"([^\"\n]{2,90})\""
    r"|‘(?<!\w‘)((?:[^‘’\n]|’(?=s )|(?<=s)’(?= [A-Z][^‘’\n]{1,60}’)){2,90})’(?!\w)"
    r"|'(?<!\w')([^'\n]{2,90})'(?!\w)"
)
_SENTENCE = re.compile(r"[.;!…]\s|[,;!…]$|\?\s(?!:)|--|—")


_ARTICLE = re.compile(r"(?:l[ae] |les |l[’'])(?=[A-ZÀ-Þ])")
"""An article in small letters that French marks have before a title: « le Temps »."""


class Stretch(NamedTuple):
    """What is set apart as titles are, without its marks."""

    start: int
    end: int
    name: str
    italic: bool
    outer: tuple[int, int]
    """With its marks."""


def stretches(page: Page, styles: pa.Table) -> list[Stretch]:
    """What may be a title by its form: short, with capitals, and no sentence.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> text = "in _The Osna Packet_, “Tides and Bells” and “go,”"
    >>> page = Page(text, VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [stretch.name for stretch in stretches(page, pa.table({}))]
    ['The Osna Packet', 'Tides and Bells']
    """
    found: dict[int, Stretch] = {}
    for start, end, italic, outer in _all(page.text, styles):
        name = page.text[start:end]
        left, right = len(name) - len(name.lstrip(" _*")), len(name.rstrip(" _*,.;:"))
        if page.vocabulary.code == "fr" and (article := _ARTICLE.match(name, left)):
            left = article.end()
        one = Stretch(start + left, start + right, name[left:right], italic, outer)
        if one.start < one.end and titled(one.name, page.vocabulary.code, italic):
            found.setdefault(one.start, one)
    return [found[start] for start in sorted(found)]


def _all(text: str, styles: pa.Table) -> Iterator[tuple[int, int, bool, tuple[int, int]]]:
    if styles.num_rows:
        columns = (styles[name].to_pylist() for name in ("start", "end", "style"))
        for start, end, style in zip(*columns, strict=True):
            if style == "italic" and 2 <= end - start < 120 and "\n" not in text[start:end]:
                yield start, end, True, (start, end)
    if "_" in text:
        for match in _LINED.finditer(text):
            yield (*match.span(1), True, match.span())
    for match in _MARKED.finditer(text):
        group = match.lastindex or 0
        yield (*match.span(group), False, match.span())


_SMALL = lexicon(
    """
    a an the of and or in on to for from by with at as de du des la le les et l d en à au aux sur pour und der die das
    dem den von vom zu zur im am für и в во на о об с к по из у не
    """
).whole


def titled(name: str, code: str, italic: bool = False) -> bool:
    """Whether words set apart look like a title."""
    if not name[:1].isupper() or _SENTENCE.search(name) or name[-1:] in ",;!-" or (name[-1:] == "?" and not italic):
        return False
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", name)
    if not words or len(words) > 12:
        return False
    if code in ("fr", "ru", "de"):
        return True
    long = [word for word in words if word.casefold() not in _SMALL]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)
