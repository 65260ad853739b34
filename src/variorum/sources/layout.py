"""The lines of a plain text, and what their lengths and indents say: paragraphs, verse, set-in matter.

Nothing is read here but form, so that it holds for every language that is written in lines. Lines are columns, looked
at all at once; one by one only where a paragraph is told from verse.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LONGEST_WRAPPED = 120
"""No hard-wrapped line is longer: in a text with such lines, each line is a paragraph."""
LONGEST_VERSE = 80
"""No line of verse is longer, in a text in which each line is a paragraph."""
FULL = 1.75
"""Of three signs at each line's end that it was broken for want of room, how many a paragraph has on average."""
SET_IN = 2
"""Spaces more than the body's, from which a whole paragraph is set in."""

PROSE, VERSE, LINES = range(3)
"""The shapes of lines that belong together: a paragraph, verse, or lines that stand for themselves."""

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Lines(NamedTuple):
    """The lines of a text that are not blank, without the white space at their ends: columns of equal length."""

    texts: list[str]
    start: Numbers
    length: Numbers
    indent: Numbers
    """How many columns from the margin each starts."""
    opens: Flags
    """Whether it stands first in its group: behind a blank line, a form feed or a rule, or as a rule."""


class Layout(NamedTuple):
    """How a whole text is set."""

    wrapped: bool
    """Whether long paragraphs go over several lines."""
    width: int
    """The length of a full line."""
    margin: int
    """Columns before most lines."""


class Pieces(NamedTuple):
    """Lines that belong together: of each piece the first line, the one behind its last, its shape, whether set in."""

    first: list[int]
    last: list[int]
    shape: list[int]
    set_in: list[bool]


def lines_of(text: str) -> Lines:
    r"""The lines of a text.

    >>> lines_of("one\n  two\n\nthree").texts
    ['one', 'two', 'three']
    >>> lines_of("one\n  two\n\nthree").opens.tolist()
    [True, False, True]
    """
    wholes = text.splitlines(keepends=True)
    bares = list(map(str.strip, wholes))
    width, length = _lengths(wholes), _lengths(bares)
    indent = width - _lengths(map(str.lstrip, wholes))
    start = np.cumsum(width) - width + indent
    filled = length > 0
    if "\t" in text:
        for place in np.flatnonzero(filled & (indent > 0)).tolist():
            indent[place] = len(wholes[place][: indent[place]].expandtabs())
    rule = np.array([len(bare) > 4 and bare[0] in _RULED and not bare.strip(bare[0]) for bare in bares], bool)
    ends = ~filled | rule
    if "\f" in text:
        ends |= np.array([whole[-1] == "\f" for whole in wholes], bool)
    opens = rule
    opens[1:] |= ends[:-1]
    opens[:1] = True
    return Lines(list(filter(None, bares)), start[filled], length[filled], indent[filled], opens[filled])


_RULED = frozenset("-=_~#—")
"""Signs of which a line is a rule, that parts what stands above it from what stands below."""


def _lengths(texts: Iterable[str]) -> Numbers:
    return np.fromiter(map(len, texts), np.int64)


def layout_of(lines: Lines) -> Layout:
    """How a text with these lines is set."""
    length, first = lines.length, np.flatnonzero(lines.opens)
    if not len(length):
        return Layout(wrapped=False, width=0, margin=0)
    wrapped = bool(length[length > LONGEST_WRAPPED].sum() < 0.2 * length.sum())
    sizes = np.diff(first, append=len(length))
    inner = np.repeat(sizes > 2, sizes)
    inner[first + sizes - 1] = False
    several = length[inner]
    width = _length_of_most(several) if len(several) > 1 else int(length.max())
    margin = Counter(lines.indent.tolist()).most_common(1)[0][0] if lines.indent.any() else 0
    return Layout(wrapped, width, margin)


def _length_of_most(lengths: Numbers) -> int:
    """The length that nine of ten lines do not surpass, by the method of `statistics.quantiles`."""
    place = min(max(18 * (len(lengths) + 1) // 20, 1), len(lengths) - 1)
    part = 18 * (len(lengths) + 1) - 20 * place
    below, above = np.partition(lengths, (place - 1, place))[place - 1 : place + 1].tolist()
    return int((below * (20 - part) + above * part) / 20)


def pieces(lines: Lines, layout: Layout) -> Pieces:
    r"""The paragraphs and verses of a text, in order; every line belongs to one.

    >>> lines = lines_of("The rain came over the hill,\nIt went to the sea,\nAnd nobody knew,\n\nNobody at all.")
    >>> pieces(lines, layout_of(lines))
    Pieces(first=[0, 3], last=[3, 4], shape=[1, 0], set_in=[False, False])
    """
    first, last = _bounds(lines.opens)
    sizes = last - first
    headed = np.array([_is_headed(lines.texts[a:b]) for a, b in _pairs(first, last)], bool)
    several = (sizes > 1) & ~headed
    loose = several & ((_over(np.maximum, lines.length, first, last) > LONGEST_WRAPPED) | (not layout.wrapped))
    wrapped, apart, headed = several & ~loose, np.repeat(loose, sizes), np.repeat(headed, sizes)
    opens = lines.opens.copy()
    opens[_at_indents(lines, first[wrapped], last[wrapped], layout.width)] = True
    long = apart & (lines.length > LONGEST_VERSE)
    opens |= long
    opens[1:] |= long[:-1]  # several short lines together may be verse
    first, last = _bounds(opens)
    shape = np.repeat(shapes(lines, first, last, layout.width), last - first)
    shape[headed] = LINES
    apart &= shape != VERSE  # where each line is a paragraph
    shape[apart] = PROSE
    first, last = _bounds(opens | apart)
    set_in = (_over(np.minimum, lines.indent, first, last) >= layout.margin + SET_IN) & ~(apart | headed)[first]
    return Pieces(first.tolist(), last.tolist(), shape[first].tolist(), set_in.tolist())


def _bounds(opens: Flags) -> tuple[Numbers, Numbers]:
    """Where each run of lines starts and ends, of which these lines are the first."""
    first = np.flatnonzero(opens)
    return first, np.append(first[1:], len(opens)) if len(first) else first


def _pairs(first: Numbers, last: Numbers) -> Iterator[tuple[int, int]]:
    return zip(first.tolist(), last.tolist(), strict=True)


def _over(reduction: np.ufunc, column: Numbers, first: Numbers, last: Numbers) -> Numbers:
    """What a column amounts to over each of some runs of lines."""
    edges = np.stack([first, last], axis=1).ravel()
    found: Numbers = reduction.reduceat(column, edges[edges < len(column)])[::2]
    return found


_HEADED = re.compile(r"\w[\w /-]{2,30}:\s")
"""A line that says what it tells, as in the head of an archive's page."""


def _is_headed(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and ":" in texts[0] and all(map(_HEADED.match, texts))


def _at_indents(lines: Lines, first: Numbers, last: Numbers, width: int) -> list[int]:
    """The lines at which paragraphs start without a blank line before them, if each of a group would be a full one."""
    varied = _over(np.maximum, lines.indent, first, last) > _over(np.minimum, lines.indent, first, last)
    if not varied.any():
        return []
    starts = {
        (a, b): [a + start for start in _set_apart(lines.indent[a:b].tolist(), lines.texts[a:b])]
        for a, b in _pairs(first[varied], last[varied])
    }
    parts = np.array([part for (a, b), inner in starts.items() for part in pairwise([a, *inner, b])], np.int64)
    first, last = parts.reshape(-1, 2).T
    unfilled = set(first[~_are_broken(lines, first, last, width)].tolist())
    return [start for (a, _), inner in starts.items() if unfilled.isdisjoint([a, *inner]) for start in inner]


def _set_apart(indents: Sequence[int], texts: Sequence[str]) -> list[int]:
    """The lines of a group that would start paragraphs, told by their indent, or by a hanging one.

    Nothing if the group is one paragraph, or verse whose indents mean something else.
    """
    least = min(indents)
    indented = len(indents) - indents.count(least)
    hanging = indents[0] == least and 0.5 * len(indents) <= indented < len(indents) - 1
    if not hanging and (indented > 0.4 * len(indents) or max(indents) > least + 8):
        return []
    starting = [(indent == least) is hanging for indent in indents]
    inner = [text for text, starts in zip(texts[1:], starting[1:], strict=True) if not starts]
    if sum(_high(inner)) > 0.5 * len(inner):
        return []  # verse, or a script without capitals
    return [place for place, starts in enumerate(starting) if starts and place]


def shapes(lines: Lines, first: Numbers, last: Numbers, width: int) -> Numbers:
    """Whether runs of lines are paragraphs that were wrapped, verse, or lines that stand for themselves."""
    shape = np.full(len(first), PROSE)
    several = np.flatnonzero(last - first > 1)
    unbroken = several[~_are_broken(lines, first[several], last[several], width)]
    shape[unbroken] = LINES
    long = unbroken[last[unbroken] - first[unbroken] > 2]
    shape[long[_are_verse(lines, first[long], last[long])]] = VERSE
    return shape


def are_verse(texts: list[str]) -> bool:
    """Whether lines whose author broke them are verse, by their form alone."""
    none, count = np.zeros(len(texts), np.int64), np.array([len(texts)])
    lines = Lines(texts, none, _lengths(texts), none, none > 0)
    return bool(shapes(lines, count - count, count, width=90) == VERSE)


def _are_broken(lines: Lines, first: Numbers, last: Numbers, width: int) -> Flags:
    """Whether lines were broken for want of room: nearly all are long, the next word had no place, few begin high.

    No one sign suffices: transcribers break by hand, verse can be even, and not every script has capitals. Lines that
    are set in have less room than the layout's width, so their own longest counts, if there are enough to know it.
    """
    ends, right = last - first - 1, lines.indent + lines.length
    longest = _over(np.maximum, right, first, last)
    room = np.where(ends > 2, longest, np.maximum(longest, int(0.8 * width)))
    run, line = _each(first, last - 1)
    following = [lines.texts[place] for place in (line + 1).tolist()]
    word = np.array([text.find(" ") for text in following], np.int64)
    word = np.where(word < 0, lines.length[line + 1], word)
    end, room = right[line], room[run]
    signs = ~np.array(_high(following), bool) + (end >= 0.8 * room).astype(int) + (end + 1 + word > room)
    full: Flags = np.bincount(run, signs, len(first)) >= FULL * ends
    return full


def _each(first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    """The lines of some runs one after another: the run that each is of, and its own number."""
    sizes = last - first
    run = np.repeat(np.arange(len(first)), sizes)
    return run, np.arange(len(run)) + (first - np.cumsum(sizes) + sizes)[run]


def _are_verse(lines: Lines, first: Numbers, last: Numbers) -> Flags:
    """Whether runs of three lines or more are verse that were not broken for want of room."""
    sizes = last - first
    run, line = _each(first, last)
    texts = [lines.texts[place] for place in line.tolist()]
    ends = [text[-1] for text in texts]

    def count(test: Callable[[str], bool], of: Sequence[str]) -> NDArray[np.int64]:
        return np.bincount(run[np.fromiter(map(test, of), bool, len(run))], minlength=len(first))

    letters, stops, digits = (count(test, ends) for test in (str.isalnum, ".:".__contains__, str.isdigit))
    deep = _over(np.minimum, lines.indent, first, last) > 4
    deep[deep] = [len(set(lines.indent[a:b].tolist())) > 0.7 * (b - a) for a, b in _pairs(first[deep], last[deep])]
    other = (letters == sizes) | (stops >= 2 * (0.4 * sizes)) | (digits >= 0.4 * sizes) | deep
    other |= (letters == 0) & (count(",".__eq__, ends) == 0)
    other |= count(str.isupper, texts) >= 0.5 * sizes
    other |= np.bincount(run[_high(texts)], minlength=len(first)) < 0.5 * sizes
    verse: Flags = ~(other | (count(_is_marked, texts) >= 0.4 * sizes))
    return verse


def _is_marked(text: str) -> bool:
    return text[0] not in _NAMING and bool(MARKER.match(text))


MARKER = re.compile(
    r"(?:[-*•–—·]|\(?(?:\d{1,3}|[a-zа-я]|[ivxlc]{1,6}|I|[IVXLC]{2,6})[.)]|[VX][.)](?=.{50}))\s+(?=\S)(?!\w\.)"
)
"""What an item of a list begins with; V. and X. may begin a name as well."""
_NAMING = frozenset(ascii_uppercase) - frozenset("IVXLC")
"""Letters that begin many lines, and no such mark."""


def _high(texts: Sequence[str]) -> list[bool]:
    """Which lines begin high."""
    return [not first.islower() if (first := text[0]).isalpha() else _starts_high(text) for text in texts]


def _starts_high(text: str) -> bool:
    return next((not char.islower() for char in text if char.isalpha()), False)
