"""The inside of a paragraph: its text cut wherever something begins or ends, and each piece set as it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from variorum.archive.plain import marked

LINK, NAME, QUOTED, SHARED, CUT, STYLE = range(6)
"""What is set outermost first: a link is cut as little as can be."""


class Setting(NamedTuple):
    """A stretch and the tags that set it."""

    start: int
    end: int
    rank: int
    open: str
    close: str


class Point(NamedTuple):
    """HTML that stands before a code point: a page number, an anchor, the sign of a note."""

    at: int
    html: str


def inline(text: str, start: int, end: int, settings: Iterable[Setting], points: Iterable[Point]) -> str:
    """A stretch of text as HTML, with whatever is set in it, properly nested however the settings overlap.

    >>> inline("one two", 0, 7, [Setting(0, 5, STYLE, "<i>", "</i>"), Setting(4, 7, SHARED, "<u>", "</u>")], [])
    '<i>one </i><u><i>t</i>wo</u>'
    """
    inside = sorted(setting for setting in settings if setting.start < end and start < setting.end)
    signs: dict[int, str] = {}
    for point in points:
        signs[point.at] = signs.get(point.at, "") + point.html
    edges = {edge for setting in inside for edge in setting[:2]} | signs.keys()
    cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
    found: list[str] = []
    opened: list[Setting] = []
    for at, until, now in zip(cuts, [*cuts[1:], end], _active(inside, cuts), strict=True):
        if at in signs:
            found += [*_turn(opened, []), signs[at]]
        found += [*_turn(opened, now if at < until else []), marked(text[at:until])]
    return "".join(found)


def _active(settings: Sequence[Setting], cuts: Sequence[int]) -> Iterator[list[Setting]]:
    """What is set at each cut, outermost first."""
    active: list[Setting] = []
    following = 0
    for at in cuts:
        active = [setting for setting in active if setting.end > at]
        while following < len(settings) and settings[following].start <= at:
            active += [settings[following]] if settings[following].end > at else []
            following += 1
        yield sorted(active, key=lambda setting: (setting.rank, setting.start, -setting.end, setting.open))


def _turn(opened: list[Setting], wanted: Sequence[Setting]) -> Iterator[str]:
    """Closes what is no longer wanted, and what stands inside it; opens what is wanted and not open."""
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] == wanted[same]:
        same += 1
    yield from (setting.close for setting in reversed(opened[same:]))
    yield from (setting.open for setting in wanted[same:])
    opened[same:] = wanted[same:]
