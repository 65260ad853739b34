"""The blocks of Markdown as the parser finds them, in pieces: it holds many times what it reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from variorum.sources.document import Warn
from variorum.sources.markdown_lines import Lines

DEEPEST = 60
"""How many quotations and lists may contain one another; what is deeper is read as it stands."""
PIECE = 500
"""Lines after which a piece ends, where it can."""
MOST, USUAL = 8000, 40
"""How many lines a piece may have, and one more for so many code points."""
_EDGE = re.compile(r"(?:\n|\r(?!\n))[ \t]*(?:\r\n?|\n)(?=\S)")
"""A blank line before one that is not indented: only a fence, or markup that needs an end, goes on behind it."""

Tokens = Sequence[Any]


@cache
def _parser() -> Any:
    """Finds blocks only; definitions of links are left in, so that they are not lost."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.disable(["reference"])
    return parser


def parsed(lines: Lines, first: int, warn: Warn) -> Iterator[tuple[int, Tokens]]:
    r"""The parser's tokens of some whole blocks, and the line from which on it counts theirs; and so on.

    >>> text = "one\n\n" * 600
    >>> from variorum.sources.markdown_lines import lines_of
    >>> [(first, len(tokens)) for first, tokens in parsed(lines_of(text), 0, print)]
    [(0, 753), (502, 753), (1004, 294)]
    """
    count, size, edge, is_open = len(lines.starts) - 1, PIECE, _Edge(lines), False
    while first < count:
        end = edge.after(first + size)
        if end - first > MOST + (lines.starts[end] - lines.starts[first]) // USUAL:
            if size > 1 and not is_open and edge.after(first + 1) < end:
                size = 1
                continue
            warn(f"line {first + 1}: {end - first} lines with no paragraph that ends: they are read as they stand")
            first, size, is_open = end, PIECE, False
            continue
        tokens = _parser().parse(lines.text[lines.starts[first] : lines.starts[end]])
        is_open = end < count and _goes_on(tokens, end - first)
        yield first, tokens[:-1] if is_open else tokens
        if is_open:
            first += tokens[-1].map[0]
            size = 2 * (end - first)
        else:
            first, size = end, PIECE


class _Edge:
    """Where a piece may end: the last place that was found is kept, since it may be far away."""

    def __init__(self, lines: Lines) -> None:
        self.lines, self._from, self._end = lines, 0, -1

    def after(self, line: int) -> int:
        """The first line from this one on before which a piece may end."""
        starts = self.lines.starts
        if line >= len(starts) - 1:
            return len(starts) - 1
        if self._from <= line <= self._end:
            return self._end
        found = _EDGE.search(self.lines.text, max(starts[line] - 1, 0))
        end = bisect_left(starts, found.end()) if found else len(starts) - 1
        if end > self._end:
            self._from, self._end = line, end
        return end


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether the last block of a piece was not closed."""
    return bool(tokens) and tokens[-1].type in ("fence", "html_block") and tokens[-1].map[1] >= end
