"""The lines of a plain text, and what their lengths and indents say: paragraphs, verse, set-in matter.

Nothing is read here but form, so that it holds for every language that is written in lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import Literal, NamedTuple

import numpy as np

LONGEST_WRAPPED = 120
"""No hard-wrapped line is longer: in a text with such lines, each line is a paragraph."""
FULL = 1.75
"""Of three signs at each line's end that it was broken for want of room, how many a paragraph has on average."""
SET_IN = 2
"""Spaces more than the body's, from which a whole paragraph is set in."""

Shape = Literal["prose", "verse", "lines"]


class Line(NamedTuple):
    """A line without the white space at its ends; it starts `indent` columns from the margin."""

    start: int
    end: int
    indent: int
    text: str


class Layout(NamedTuple):
    """How a whole text is set."""

    wrapped: bool
    """Whether long paragraphs go over several lines."""
    width: int
    """The length of a full line."""
    margin: int
    """Columns before most lines."""


class Piece(NamedTuple):
    """Lines that belong together."""

    lines: Sequence[Line]
    shape: Shape
    set_in: bool = False

    @property
    def text(self) -> str:
        return self.lines[0].text if len(self.lines) == 1 else " ".join([line.text for line in self.lines])

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


def groups(text: str) -> list[list[Line]]:
    r"""The lines of a text, by blank lines between them; a form feed is one too, and a rule stands alone.

    >>> [[line.text for line in group] for group in groups("one\n  two\n\nthree")]
    [['one', 'two'], ['three']]
    """
    found: list[list[Line]] = []
    group: list[Line] = []
    has_feeds, wholes = "\f" in text, text.splitlines(keepends=True)
    at = 0
    for whole, bare in zip(wholes, map(str.strip, wholes), strict=True):
        if bare:
            if bare[0] in _RULED and len(bare) > 4 and not bare.strip(bare[0]):
                found += [group, [_set_in(at, whole, bare)]] if group else [[_set_in(at, whole, bare)]]
                group = []
            elif whole[0] == bare[0]:
                group.append(_line((at, at + len(bare), 0, bare)))
            else:
                group.append(_set_in(at, whole, bare))
        if group and (not bare or (has_feeds and whole[-1] == "\f")):
            found.append(group)
            group = []
        at += len(whole)
    return [*found, group] if group else found


_RULED = frozenset("-=_~#—")
"""Signs of which a line is a rule, that parts what stands above it from what stands below."""
_line = Line._make
"""Twice as fast as Line itself, of which a library has millions."""


def _set_in(at: int, whole: str, bare: str) -> Line:
    left = whole.index(bare[0])
    indent = left if "\t" not in whole[:left] else len(whole[:left].expandtabs())
    return Line(at + left, at + left + len(bare), indent, bare)


def layout_of(found: Sequence[Sequence[Line]]) -> Layout:
    """How a text with these groups of lines is set."""
    lengths = np.array([end - start for group in found for start, end, _, _ in group] or [0])
    margin = Counter([indent for group in found for _, _, indent, _ in group]).most_common(1)[0][0] if found else 0
    wrapped = bool(lengths[lengths > LONGEST_WRAPPED].sum() < 0.2 * lengths.sum())
    several = [end - start for group in found if len(group) > 2 for start, end, _, _ in group[:-1]]
    width = int(quantiles(several, n=20)[-2]) if len(several) > 1 else int(lengths.max())
    return Layout(wrapped, width, margin)


def pieces(group: Sequence[Line], layout: Layout) -> list[Piece]:
    """The paragraphs and verses of one group of lines."""
    if len(group) == 1:
        return [Piece(group, "prose", group[0].indent >= layout.margin + SET_IN)]
    if ":" in group[0].text and all(_HEADED.match(line.text) for line in group):
        return [Piece(group, "lines")]
    if not layout.wrapped or max([len(text) for _, _, _, text in group]) > LONGEST_WRAPPED:
        return list(_unwrapped(group, layout))
    parts = list(_at_indents(group, layout)) or [group]
    return [_piece(part, layout) for part in parts]


def _piece(lines: Sequence[Line], layout: Layout) -> Piece:
    set_in = min(line.indent for line in lines) >= layout.margin + SET_IN
    return Piece(lines, shape_of(lines, layout), set_in)


def _unwrapped(group: Sequence[Line], layout: Layout) -> Iterator[Piece]:
    """Each line a paragraph, but several short ones together are verse."""
    run: list[Line] = []
    for line in [*group, None]:
        if line is not None and len(line.text) <= 80:
            run.append(line)
            continue
        if len(run) > 2 and shape_of(run, layout) == "verse":
            yield Piece(run, "verse", min(each.indent for each in run) >= layout.margin + SET_IN)
        else:
            yield from (Piece([each], "prose") for each in run)
        run = []
        if line is not None:
            yield Piece([line], "prose")


def _at_indents(group: Sequence[Line], layout: Layout) -> Iterator[Sequence[Line]]:
    """Paragraphs that follow without a blank line, told by their first line's indent, or by a hanging one.

    Nothing if the group is one paragraph, or verse whose indents mean something else.
    """
    indents = [line.indent for line in group]
    least = min(indents)
    indented = len(group) - indents.count(least)
    if not indented:
        return
    hanging = group[0].indent == least and 0.5 * len(group) <= indented < len(group) - 1
    starts = [
        index
        for index, line in enumerate(group)
        if index and (line.indent == least if hanging else line.indent > least)
    ]
    of_starts = set(starts)
    inner = [line for index, line in enumerate(group) if index and index not in of_starts]
    if sum(_starts_high(line.text) for line in inner) > 0.5 * len(inner):
        return  # verse, or a script without capitals
    if not starts or (not hanging and (indented > 0.4 * len(group) or max(indents) > least + 8)):
        return
    parts = [group[start:end] for start, end in pairwise([0, *starts, len(group)])]
    if all(_is_full(part, layout.width) for part in parts):
        yield from parts


def shape_of(lines: Sequence[Line], layout: Layout) -> Shape:
    """Whether lines are a paragraph that was wrapped, verse, or lines that stand for themselves."""
    if len(lines) == 1:
        return "prose"
    texts = [text for _, _, _, text in lines]
    high = _high(texts)
    if _is_broken(lines, high, layout.width):
        return "prose"
    if len(lines) < 3:
        return "lines"
    many = 0.4 * len(lines)
    last = "".join([text[-1] for text in texts])
    if last.isalnum() or last.count(".") + last.count(":") >= 2 * many or sum(map(str.isdigit, last)) >= many:
        return "lines"
    if "," not in last and not any(map(str.isalnum, last)):
        return "lines"
    if sum(map(str.isupper, texts)) >= 0.5 * len(lines):
        return "lines"
    if sum(high) < 0.5 * len(lines) or len([1 for text in texts if MARKER.match(text)]) >= many:
        return "lines"
    indents = {line.indent for line in lines}
    return "lines" if len(indents) > 0.7 * len(lines) and min(indents) > 4 else "verse"


_HEADED = re.compile(r"\w[\w /-]{2,30}:\s")
"""A line that says what it tells, as in the head of an archive's page."""
MARKER = re.compile(
    r"(?:[-*•–—·]|\(?(?:\d{1,3}|[a-zа-я]|[ivxlc]{1,6}|I|[IVXLC]{2,6})[.)]|[VX][.)](?=.{50}))\s+(?=\S)(?!\w\.)"
)
"""What an item of a list begins with; V. and X. may begin a name as well."""


def _starts_high(text: str) -> bool:
    first = text[0]
    if first.isalpha():
        return not first.islower()
    return next((not char.islower() for char in text if char.isalpha()), False)


def _high(texts: Sequence[str]) -> list[bool]:
    """Which lines begin high."""
    return [not first.islower() if (first := text[0]).isalpha() else _starts_high(text) for text in texts]


def _is_full(lines: Sequence[Line], width: int) -> bool:
    return len(lines) == 1 or _is_broken(lines, _high([text for _, _, _, text in lines]), width)


def _is_broken(lines: Sequence[Line], high: Sequence[bool], width: int) -> bool:
    """Whether lines were broken for want of room: nearly all are long, the next word had no place, few begin high.

    No one sign suffices: transcribers break by hand, verse can be even, and not every script has capitals. Lines that
    are set in have less room than the layout's width, so their own longest counts, if there are enough to know it.
    """
    right = [indent + len(text) for _, _, indent, text in lines]
    room = max(right) if len(lines) > 3 else max(*right, int(0.8 * width))
    ends, nearly = len(lines) - 1, 0.8 * room
    signs = ends - sum(high[1:]) + sum([end >= nearly for end in right[:-1]])
    if signs + ends < FULL * ends:
        return False
    for end, (_, _, _, text) in zip(right, lines[1:], strict=False):
        word = text.find(" ")
        signs += end + 1 + (word if word >= 0 else len(text)) > room
    return signs >= FULL * ends
