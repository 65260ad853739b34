"""The day on which a letter was written, from a line at its head or foot that has little but a place and a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.layers.dates.anchors import Anchor, Anchors, stated
from variorum.layers.dates.expressions import Expression
from variorum.layers.dates.pages import Page
from variorum.layers.dates.resolving import understood
from variorum.layers.dates.styles import Setting

_HEAD, _FOOT = 1_500, 500
"""How many code points of a text are its head and its foot."""
_LONGEST = 50
"""How many of a dateline may be no date: a place, a house."""
_OTHER = re.compile(
    r"publi|print|edit|copyright|transcri|update|source|read|born|died|опубл|печат|издан|род|ум\.|gedruckt|veröffentl|geb"
    r"|imprim|né\b|—\s*\d{4}|№|No\.|vol",
    re.IGNORECASE,
)
"""What tells that a line speaks of another day than that of the writing."""
_TELLING = re.compile(
    r"(?<![\w’'])(?!(?:of|the|at|in|on|near|den|am|im|bei|an|der|le|à|de|du|la|г|года|гор|дня)\b)[^\W\d_A-ZÀ-ÞА-ЯЁ][^\W\d_]*"
)
"""A word in small letters that no place has: the line tells something."""


def dateline(text: str, found: Sequence[Expression], where: Setting) -> Anchor | None:
    r"""The day that a text gives itself, where all of it is named on a line of its own.

    >>> from variorum.layers.dates.expressions import expressions
    >>> from variorum.layers.dates.styles import setting
    >>> text = "Marlby, 3 May 1850.\n\nMy dear Anna, I came home yesterday."
    >>> dateline(text, expressions(text, "en"), setting(text, "en", None)).day
    Day(year=1850, month=5, day=3)
    """
    whole = [one for one in found if one.year and one.month and one.day and one.last_day is None]
    dated = [one for one in whole if _is_line(text, one)]
    lines = [one for one in dated if _at_edge(text, one)]
    if not lines or len({(one.year, one.month, one.day) for one in dated}) != 1:
        return None  # several letters, or articles of several days
    rows = understood(lines[:1], Page(text, where, Anchors(text, (), None)))
    known = [row.dated.first_day for row in rows if row.dated.edtf == row.dated.first_day]
    return stated(known[0], "the dateline") if known else None


def _at_edge(text: str, one: Expression) -> bool:
    return one.start < _HEAD or one.end > len(text) - _FOOT


def _is_line(text: str, one: Expression) -> bool:
    """Whether a date has a line to itself, but for a place."""
    start, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    line = text[start : one.start] + text[one.end : end if end >= 0 else len(text)]
    return len(line) <= _LONGEST and not _OTHER.search(line) and not _TELLING.search(line)
