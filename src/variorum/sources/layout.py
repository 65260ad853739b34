"""What the lengths and indents of the lines of plain texts say: paragraphs, verse, set-in matter.

Nothing is read here but form, so that it holds for every language that is written in lines. Lines are columns, looked
at all at once; one by one only where a paragraph is told from verse.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.sources.lines import Flags, Lines, Numbers, bounds, each_line, one_group, over, pairs

LONGEST_WRAPPED = 120
"""No hard-wrapped line is longer: in a text with such lines, each line is a paragraph."""
LONGEST_VERSE = 80
"""No line of verse is longer, in a text in which each line is a paragraph."""
FULL = 1.75
"""Of three signs at each line's end that it was broken for want of room, how many a paragraph has on average."""
SET_IN = 2
"""Spaces more than the body's, from which a whole paragraph is set in."""

LONGEST_LINE = (1 << 32) - 1
"""No line is longer, in code points."""

PROSE, VERSE, LINES = range(3)
"""The shapes of lines that belong together: a paragraph, verse, or lines that stand for themselves."""


class Layout(NamedTuple):
    """How some texts are set, each as a whole: columns of equal length."""

    wrapped: Flags
    """Whether long paragraphs go over several lines."""
    width: Numbers
    """The length of a full line."""
    margin: Numbers
    """Columns before most lines."""


class Pieces(NamedTuple):
    """Lines that belong together: of each piece the first line, the one behind its last, its shape, whether set in."""

    first: Sequence[int]
    last: Sequence[int]
    shape: Sequence[int]
    set_in: Sequence[int]


def layout_of(lines: Lines, count: int) -> Layout:
    """How so many texts with these lines are set."""
    length, of, first = lines.length, lines.of, np.flatnonzero(lines.opens)
    long = length > LONGEST_WRAPPED
    wrapped = np.bincount(of[long], length[long], count) < 0.2 * np.bincount(of, length, count)
    sizes = np.diff(first, append=len(length))
    inner = np.repeat(sizes > 2, sizes)
    inner[first + sizes - 1] = False
    width = np.zeros(count, np.int64)
    np.maximum.at(width, of, length)
    _widths(of[inner], length[inner], width)
    margin = np.zeros(count, np.int64)
    for text in np.unique(of[lines.indent > 0]).tolist():
        begin, end = np.searchsorted(of, (text, text + 1))
        margin[text] = Counter(lines.indent[begin:end].tolist()).most_common(1)[0][0]
    return Layout(wrapped, width, margin)


def _widths(of: Numbers, length: Numbers, width: Numbers) -> None:
    """Of each text the length that nine of ten lines do not surpass, by the method of `statistics.quantiles`."""
    ordered = np.sort(of * (LONGEST_LINE + 1) + length)
    text, first, count = np.unique(ordered // (LONGEST_LINE + 1), return_index=True, return_counts=True)
    text, first, count = text[count > 1], first[count > 1], count[count > 1]
    place = np.clip(18 * (count + 1) // 20, 1, count - 1)
    part = 18 * (count + 1) - 20 * place
    below, above = ordered[first + place - 1] & LONGEST_LINE, ordered[first + place] & LONGEST_LINE
    width[text] = (below * (20 - part) + above * part) / 20


def pieces(lines: Lines, layout: Layout) -> Pieces:
    r"""The paragraphs and verses of some texts, in order; every line belongs to one.

    >>> from variorum.sources.lines import lines_of
    >>> lines = lines_of("The rain came over the hill,\nIt went to the sea,\nAnd nobody knew,\n\nNobody at all.")
    >>> list(map(list, pieces(lines, layout_of(lines, 1))))
    [[0, 3], [3, 4], [1, 0], [0, 0]]
    """
    first, last, shape, set_in = array("q"), array("q"), bytearray(), bytearray()
    for at, part in _parts(lines):
        own = _pieces(part, layout)
        first.frombytes((own[0] + at).tobytes())
        last.frombytes((own[1] + at).tobytes())
        shape += own[2].astype(np.uint8).tobytes()
        set_in += own[3].tobytes()
    return Pieces(first, last, shape, set_in)


AT_ONCE = 1 << 15
"""Lines, about, that are put together at once: what that takes is many times what it gives."""


def _parts(lines: Lines) -> Iterator[tuple[int, Lines]]:
    """Lines in parts that end with a group, and the number of the first line of each."""
    opens, at = np.append(np.flatnonzero(lines.opens), len(lines.texts)), 0
    while at < len(lines.texts):
        end = int(opens[np.searchsorted(opens, min(at + AT_ONCE, len(lines.texts)))])
        yield at, lines.part(at, end)
        at = end


def _pieces(lines: Lines, layout: Layout) -> tuple[Numbers, Numbers, Numbers, Flags]:
    """The same as columns, of lines that are looked at together."""
    first, last = bounds(lines.opens)
    sizes, text = last - first, lines.of[first]
    several = np.flatnonzero(sizes > 1)
    headed = np.zeros(len(first), bool)
    headed[several] = [_is_headed(lines.texts[a:b]) for a, b in pairs(first[several], last[several])]
    loose = (sizes > 1) & ~headed
    wrapped = loose.copy()
    loose &= (over(np.maximum, lines.length, first, last) > LONGEST_WRAPPED) | ~layout.wrapped[text]
    wrapped, apart, headed = wrapped & ~loose, np.repeat(loose, sizes), np.repeat(headed, sizes)
    opens = lines.opens.copy()
    opens[_at_indents(lines, first[wrapped], last[wrapped], layout.width)] = True
    long = apart & (lines.length > LONGEST_VERSE)
    opens |= long
    opens[1:] |= long[:-1]  # several short lines together may be verse
    first, last = bounds(opens)
    shape = np.repeat(shapes(lines, first, last, layout.width), last - first)
    shape[headed] = LINES
    apart &= shape != VERSE  # where each line is a paragraph
    shape[apart] = PROSE
    first, last = bounds(opens | apart)
    set_in = over(np.minimum, lines.indent, first, last) >= layout.margin[lines.of[first]] + SET_IN
    set_in &= ~(apart | headed)[first]
    return first, last, shape[first], set_in


def held(numbers: Numbers) -> Sequence[int]:
    """Numbers that are looked at one by one, none of them an object before that."""
    return array("q", numbers.tobytes())


_HEADED = re.compile(r"\w[\w /-]{2,30}:\s")
"""A line that says what it tells, as in the head of an archive's page."""


def _is_headed(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and ":" in texts[0] and all(map(_HEADED.match, texts))


def _at_indents(lines: Lines, first: Numbers, last: Numbers, width: Numbers) -> list[int]:
    """The lines at which paragraphs start without a blank line before them, if each of a group would be a full one."""
    varied = over(np.maximum, lines.indent, first, last) > over(np.minimum, lines.indent, first, last)
    if not varied.any():
        return []
    starts = {
        (a, b): [a + start for start in _set_apart(lines.indent[a:b].tolist(), lines.texts[a:b])]
        for a, b in pairs(first[varied], last[varied])
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


def shapes(lines: Lines, first: Numbers, last: Numbers, width: Numbers) -> Numbers:
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
    count = np.array([len(texts)])
    return bool(shapes(one_group(texts), count - count, count, np.array([90])) == VERSE)


def _are_broken(lines: Lines, first: Numbers, last: Numbers, width: Numbers) -> Flags:
    """Whether lines were broken for want of room: nearly all are long, the next word had no place, few begin high.

    No one sign suffices: transcribers break by hand, verse can be even, and not every script has capitals. Lines that
    are set in have less room than the layout's width, so their own longest counts, if there are enough to know it.
    """
    ends, right = last - first - 1, lines.indent + lines.length
    longest = over(np.maximum, right, first, last)
    room = np.where(ends > 2, longest, np.maximum(longest, (0.8 * width[lines.of[first]]).astype(np.int64)))
    run, line = each_line(first, last - 1)
    following = [lines.texts[place] for place in (line + 1).tolist()]
    word = np.array([text.find(" ") for text in following], np.int64)
    word = np.where(word < 0, lines.length[line + 1], word)
    end, room = right[line], room[run]
    signs = ~np.array(_high(following), bool) + (end >= 0.8 * room).astype(int) + (end + 1 + word > room)
    full: Flags = np.bincount(run, signs, len(first)) >= FULL * ends
    return full


def _are_verse(lines: Lines, first: Numbers, last: Numbers) -> Flags:
    """Whether runs of three lines or more are verse that were not broken for want of room."""
    sizes = last - first
    run, line = each_line(first, last)
    texts = [lines.texts[place] for place in line.tolist()]
    ends = [text[-1] for text in texts]

    def count(test: Callable[[str], bool], of: Sequence[str]) -> NDArray[np.int64]:
        return np.bincount(run[np.fromiter(map(test, of), bool, len(run))], minlength=len(first))

    letters, stops, digits = (count(test, ends) for test in (str.isalnum, ".:".__contains__, str.isdigit))
    deep = over(np.minimum, lines.indent, first, last) > 4
    deep[deep] = [len(set(lines.indent[a:b].tolist())) > 0.7 * (b - a) for a, b in pairs(first[deep], last[deep])]
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
