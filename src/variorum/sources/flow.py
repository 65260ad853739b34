"""The text of a page as it grows, run by run, and where each run stands in the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from operator import add
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.sources.markup import unescaped

_UNEVEN = re.compile(
    r"[ \t\r\n\f]*[\t\r\n\f][ \t\r\n\f]*|  +|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?|\ufffd"
)
"""What does not go into the text as it stands: white space to be collapsed, entities, what was replaced already."""
_ANY_UNEVEN = re.compile(r"[\t\r\n\f&\ufffd]|  ")
"""Whether there is any of it: quickly looked for, and mostly absent."""
SPACES = " \t\r\n\f"


class Pending(NamedTuple):
    """White space that goes into the text only if more text follows in the same block."""

    text: str
    start: int
    end: int


class Flow:
    """The text that was read, in parts, and its runs: text start and end, source start and end, exactness."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.runs = array("q")
        """Of each run five numbers, one after another: a list of tuples would take many times the memory."""
        self.pending: Pending | None = None
        self.block: int | None = None
        """Where the block that is being read starts."""
        self.separator = ""
        """What stands between this block and the one before."""

    def put(self, text: str, start: int, end: int, exact: bool) -> None:
        """Add text that came from a stretch of the source."""
        if not text:
            return
        if self.block is None:
            self.pending = None
            self._separate()
        elif self.pending:
            space, self.pending = self.pending, None
            if (
                exact
                and space.end == start
                and self.source[space.start] == " " == space.text
                and space.start + 1 == start
            ):
                text, start = " " + text, space.start
            else:
                self._append(space.text, space.start, space.end, self.source[space.start : space.end] == space.text)
        self._append(text, start, end, exact)

    def _separate(self) -> None:
        if self.length and self.separator:
            self.parts.append(self.separator)
            self.length += len(self.separator)
        self.block = self.length

    def _append(self, text: str, start: int, end: int, exact: bool) -> None:
        runs, at = self.runs, self.length
        self.parts.append(text)
        self.length += len(text)
        if exact and runs and runs[-1] and runs[-2] == start and runs[-4] == at:
            runs[-4], runs[-2] = self.length, end
        else:
            runs.extend((at, self.length, start, end, exact))

    def columns(self) -> NDArray[np.int64]:
        """Of all runs the text starts, text ends, source starts, source ends, and whether they are exact."""
        return np.frombuffer(self.runs, np.int64).reshape(-1, 5).T

    def whole(self, texts: Sequence[str], places: Sequence[int]) -> tuple[list[int], list[int]]:
        """Add blocks that are exactly these texts of the source; where they start and end."""
        if not texts:
            return [], []
        self._separate()
        lengths = list(map(len, texts))
        starts = list(accumulate(map(len("\n\n").__add__, lengths), initial=self.length))
        del starts[-1]
        ends = list(map(add, starts, lengths))
        self.parts.append("\n\n".join(texts))
        self.runs.extend(chain.from_iterable(zip(starts, ends, places, map(add, places, lengths), repeat(True))))
        self.length, self.block, self.pending, self.separator = ends[-1], None, None, "\n\n"
        return starts, ends

    def read(self, start: int, end: int) -> None:
        """Add a stretch of the source between two tags: white space collapsed, entities read."""
        if _ANY_UNEVEN.search(self.source, start, end):
            self._read_uneven(start, end)
        else:
            self._even(start, end)

    def _read_uneven(self, start: int, end: int) -> None:
        source, at = self.source, start
        if self.block is None and source[start:end].isspace():
            return
        for found in _UNEVEN.finditer(source, start, end):
            left, right = found.span()
            if at < left:
                self._even(at, left)
            at = right
            if source[left] not in SPACES:
                self.put(unescaped(source[left:right]), left, right, False)
            elif self.pending is None:
                self.pending = Pending(" ", left, right)
        if at < end:
            self._even(at, end)

    def _even(self, start: int, end: int) -> None:
        """Add a stretch that has no white space but single spaces."""
        source = self.source
        first, last = start + (source[start] == " "), end - (source[end - 1] == " ")
        if first < last:
            if self.block is None:
                self.pending = None
                self._separate()
                start = first
            if self.pending is not None:
                self.put(source[first:last], first, last, True)
            else:  # what `put` would do, at once: a tag or an entity ended the run before
                at = self.length
                self.length += last - start  # the space goes with what follows it
                self.parts.append(source[start:last])
                self.runs.extend((at, self.length, start, last, True))
        if self.pending is None and (last < end or last < first):
            self.pending = Pending(" ", end - 1, end)

    def read_preformatted(self, start: int, end: int) -> None:
        """Add a stretch of the source as it is set, entities read."""
        at = start
        for found in _UNEVEN.finditer(self.source, start, end):
            if found[0][0] not in SPACES:
                if at < found.start():
                    self.put(self.source[at : found.start()], at, found.start(), True)
                self.put(unescaped(found[0]), *found.span(), False)
                at = found.end()
        if at < end:
            self.put(self.source[at:end], at, end, True)

    def wait(self, text: str, start: int, end: int) -> None:
        """White space, or a new line, if more text follows; a line's end goes before a space."""
        if self.pending is None or (text == "\n" and self.pending.text == " "):
            self.pending = Pending(text, start, end)

    def finish(self, separator: str) -> tuple[int, int] | None:
        """The span of the block that was being read, if there was any; the next one begins after this separator."""
        if self.block is None:
            if len(separator) > len(self.separator):
                self.separator = separator
            return None
        span = self.block, self.length
        self.block, self.pending, self.separator = None, None, separator
        return span
