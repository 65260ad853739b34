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
    r"""The lines of a text, by blank lines between them; a form feed is one too.

    >>> [[line.text for line in group] for group in groups("one\n  two\n\nthree")]
    [['one', 'two'], ['three']]
    """
    found: list[list[Line]] = []
    group: list[Line] = []
    at, has_feeds = 0, "\f" in text
    for whole in text.splitlines(keepends=True):
        bare = whole.strip()
        if bare:
            left = 0 if whole.startswith(bare) else whole.index(bare[0])
            indent = left if not left or "\t" not in whole[:left] else len(whole[:left].expandtabs())
            group.append(Line(at + left, at + left + len(bare), indent, bare))
        if group and (not bare or (has_feeds and whole[-1] == "\f")):
            found.append(group)
            group = []
        at += len(whole)
    return [*found, group] if group else found


def layout_of(found: Sequence[Sequence[Line]]) -> Layout:
    """How a text with these groups of lines is set."""
    lengths = sorted(len(line.text) for group in found for line in group) or [0]
    margin = Counter(line.indent for group in found for line in group).most_common(1)[0][0] if found else 0
    in_long = sum(length for length in lengths if length > LONGEST_WRAPPED)
    wrapped = in_long < 0.2 * sum(lengths)
    several = [len(line.text) for group in found if len(group) > 2 for line in group[:-1]]
    width = int(quantiles(several, n=20)[-2]) if len(several) > 1 else lengths[-1]
    return Layout(wrapped, width, margin)


def pieces(group: Sequence[Line], layout: Layout) -> list[Piece]:
    """The paragraphs and verses of one group of lines."""
    if len(group) == 1:
        return [Piece(group, "prose", group[0].indent >= layout.margin + SET_IN)]
    if ":" in group[0].text and all(_HEADED.match(line.text) for line in group):
        return [Piece(group, "lines")]
    if not layout.wrapped or any(len(line.text) > LONGEST_WRAPPED for line in group):
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
    if _is_full(lines, layout.width):
        return "prose"
    if len(lines) < 3:
        return "lines"
    many = 0.4 * len(lines)
    ends = [line.text[-1] for line in lines]
    bare = "".join(ends).isalnum()
    if bare or ends.count(".") + ends.count(":") >= 2 * many or sum(map(str.isdigit, ends)) >= many:
        return "lines"
    if not ends.count(",") and not any(map(str.isalnum, ends)):
        return "lines"
    texts = [line.text for line in lines]
    if sum(map(str.isupper, texts)) >= 0.5 * len(lines):
        return "lines"
    if sum(map(_starts_high, texts)) < 0.5 * len(lines) or len([1 for text in texts if MARKER.match(text)]) >= many:
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
    if text[0].isalpha():
        return not text[0].islower()
    return next((not char.islower() for char in text if char.isalpha()), False)


def _is_full(lines: Sequence[Line], width: int) -> bool:
    """Whether lines were broken for want of room: nearly all are long, the next word had no place, few begin high.

    No one sign suffices: transcribers break by hand, verse can be even, and not every script has capitals. Lines that
    are set in have less room than the layout's width, so their own longest counts, if there are enough to know it.
    """
    if len(lines) == 1:
        return True
    right = [line.indent + len(line.text) for line in lines]
    room = max(right) if len(lines) > 3 else max(*right, int(0.8 * width))
    signs = 0
    for end, line in zip(right, lines[1:], strict=False):
        text = line.text
        word = text.find(" ") if " " in text else len(text)
        signs += (end + 1 + word > room) + (end >= 0.8 * room) + (not _starts_high(text))
    return signs >= FULL * (len(lines) - 1)
