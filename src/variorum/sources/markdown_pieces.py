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
    count, size = len(lines.starts) - 1, PIECE
    while first < count:
        end = _edge(lines, first + size)
        piece = lines.text[lines.starts[first] : lines.starts[end]]
        if end - first > MOST + len(piece) // USUAL:
            warn(f"line {first + 1}: {end - first} lines with no paragraph that ends: they are read as they stand")
            first, size = end, PIECE
            continue
        tokens = _parser().parse(piece)
        if end < count and _goes_on(tokens, end - first):
            yield first, tokens[:-1]
            first += tokens[-1].map[0]
            size = 2 * (end - first)
        else:
            yield first, tokens
            first, size = end, PIECE


def _edge(lines: Lines, after: int) -> int:
    """The first line from this one on before which a piece may end."""
    if after >= len(lines.starts) - 1:
        return len(lines.starts) - 1
    found = _EDGE.search(lines.text, max(lines.starts[after] - 1, 0))
    return bisect_left(lines.starts, found.end()) if found else len(lines.starts) - 1


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether the last block of a piece was not closed."""
    return bool(tokens) and tokens[-1].type in ("fence", "html_block") and tokens[-1].map[1] >= end
