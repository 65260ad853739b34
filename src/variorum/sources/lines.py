"""The lines of plain texts as columns, looked at all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

AT_ONCE = 1 << 18
"""Code points, about, that are looked at together: what that takes is many times what it gives."""
BETWEEN = "\n\n\n"
"""What stands between two texts whose lines are read together: it ends the last line of the one, and a group."""


class Lines(NamedTuple):
    """The lines of some texts that are not blank, without the white space at their ends: columns of equal length."""

    texts: list[str]
    start: Numbers
    """In its own text."""
    length: Numbers
    indent: Numbers
    """How many columns from the margin each starts."""
    opens: Flags
    """Whether it stands first in its group: behind a blank line, a form feed or a rule, or as a rule."""
    of: Numbers
    """The number of its text."""

    def part(self, first: int, last: int) -> Lines:
        """Some lines that follow one another."""
        return Lines(self.texts[first:last], *(column[first:last] for column in self[1:]))  # type: ignore[arg-type]


def lines_of(*texts: str) -> Lines:
    r"""The lines of some texts.

    >>> lines_of("one\n  two\n\nthree").texts
    ['one', 'two', 'three']
    >>> lines_of("one\n  two\n\nthree", "four").opens.tolist(), lines_of("one\n  two", "four").of.tolist()
    ([True, False, True, True], [0, 0, 1])
    """
    begins = np.cumsum([0, *(len(text) + len(BETWEEN) for text in texts)])[:-1]
    bares: list[str] = []
    parts, is_apart = [_NOTHING], True
    for at, part in whole_lines(BETWEEN.join(texts)):
        columns, is_apart = _columns(part, at, is_apart, bares)
        parts.append(columns)
    start, indent, opens = map(np.concatenate, zip(*parts, strict=True))
    of = np.searchsorted(begins, start, "right") - 1
    return Lines(bares, start - begins[of], lengths(bares), indent, opens, of)


_NOTHING = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, bool)


def whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """A text in parts that end with a line, and where each begins."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + AT_ONCE) + 1 or len(text)
        yield at, text[at:end]
        at = end


def _columns(part: str, at: int, is_apart: bool, bares: list[str]) -> tuple[tuple[Numbers, Numbers, Flags], bool]:
    """Of each line that is not blank its start, its indent, and whether it stands first in its group.

    What is written in them is added to `bares`. `is_apart` says of the line before, as the answer does of the last,
    whether a group ends there.
    """
    wholes = part.splitlines(keepends=True)
    own = list(map(str.strip, wholes))
    width = lengths(wholes)
    indent = width - lengths(map(str.lstrip, wholes))
    filled = lengths(own) > 0
    start = at + np.cumsum(width) - width + indent
    if "\t" in part:
        for place in np.flatnonzero(filled & (indent > 0)).tolist():
            indent[place] = len(wholes[place][: indent[place]].expandtabs())
    opens = np.fromiter((len(bare) > 4 and _is_rule(bare) for bare in own), bool, len(own))
    ends = ~filled | opens
    if "\f" in part:
        ends |= np.fromiter((whole[-1] == "\f" for whole in wholes), bool, len(wholes))
    opens[1:] |= ends[:-1]
    opens[0] |= is_apart
    bares.extend(compress(own, filled))
    return (start[filled], indent[filled], opens[filled]), bool(ends[-1])


_RULED = frozenset("-=_~#—")
"""Signs of which a line is a rule, that parts what stands above it from what stands below."""


def _is_rule(bare: str) -> bool:
    return bare[0] in _RULED and not bare.strip(bare[0])


def lengths(texts: Iterable[str]) -> Numbers:
    """How long each of some texts is."""
    return np.fromiter(map(len, texts), np.int64)


def each_line(first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    """The lines of some runs one after another: the run that each is of, and its own number."""
    sizes = last - first
    run = np.repeat(np.arange(len(first)), sizes)
    return run, np.arange(len(run)) + (first - np.cumsum(sizes) + sizes)[run]


def over(reduction: np.ufunc, column: Numbers, first: Numbers, last: Numbers) -> Numbers:
    """What a column amounts to over each of some runs of lines."""
    edges = np.stack([first, last], axis=1).ravel()
    found: Numbers = reduction.reduceat(column, edges[edges < len(column)])[::2]
    return found


def bounds(opens: Flags) -> tuple[Numbers, Numbers]:
    """Where each run of lines starts and ends, of which these lines are the first."""
    first = np.flatnonzero(opens)
    return first, np.append(first[1:], len(opens)) if len(first) else first


def pairs(first: Numbers, last: Numbers) -> Iterator[tuple[int, int]]:
    """The same, one run after another."""
    return zip(first.tolist(), last.tolist(), strict=True)


def one_group(lines: Sequence[str]) -> Lines:
    """Lines that are of one text and one group."""
    none = np.zeros(len(lines), np.int64)
    return Lines(list(lines), none, lengths(lines), none, none > 0, none)
