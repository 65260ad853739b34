"""The paragraphs of Markdown: what each is, told by its lines, and where it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.sources.document import Block
from variorum.sources.markdown_lines import Lines
from variorum.sources.nesting import is_verse

NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
DEFINED = re.compile(
    r"\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:[ \t]*<?([^\s>]+)>?(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?(?:\{[^{}]*\})?")
_DIVISION = re.compile(r":{3,}.*")
_ATTRIBUTES = re.compile(r"(?<!\s)\s*\{[^{}]*\}$")


class Row(NamedTuple):
    """A line of a paragraph without what surrounds it: quotation signs, indents, white space."""

    start: int
    end: int
    text: str
    broken: bool
    """Whether its author broke it: two spaces or a backslash are at its end."""


def rows_of(lines: Lines, content: str, first: int) -> list[Row]:
    """The lines of a paragraph whose content begins on this line."""
    return [row for number, piece in enumerate(content.split("\n"), first) if (row := _row(lines, number, piece))]


def _row(lines: Lines, number: int, piece: str) -> Row | None:
    whole, words = lines.line(number), piece.strip()
    bare = whole.rstrip()
    if not words or not bare.endswith(words):
        return None
    end = lines.starts[number] + len(bare)
    return Row(end - len(words), end, words, whole.endswith("  ") or words.endswith("\\"))


def paragraphs(rows: Sequence[Row]) -> Iterator[Block]:
    r"""The blocks that a paragraph's lines make: notes and definitions need no blank line between them.

    >>> lines = Lines("[^1]: See p. 4.\n[^2]: Lost.", [0, 16, 28])
    >>> [(block.kind, block.start, block.label) for block in paragraphs(rows_of(lines, lines.text, 0))]
    [('note', 6, '1'), ('note', 22, '2')]
    """
    group: list[Row] = []
    for row in rows:
        if group and (NOTE.match(row.text) or DEFINED.fullmatch(row.text)):
            yield from _blocks(group)
            group = []
        group.append(row)
    if group:
        yield from _blocks(group)


def _blocks(rows: Sequence[Row]) -> Iterator[Block]:
    start, end = rows[0].start, rows[-1].end
    if found := NOTE.match(rows[0].text):
        first = start + found.end() if found.end() < len(rows[0].text) else rows[1].start if rows[1:] else end
        yield Block(first, end, "note", 0, found[1])
    elif all(DEFINED.fullmatch(row.text) or _DIVISION.fullmatch(row.text) for row in rows):
        yield Block(start, end, "furniture", 0, "metadata")
    elif len(rows) == 1 and _IMAGE.fullmatch(rows[0].text):
        yield Block(start, end, "furniture", 0, "illustration")
    elif all(row.text.startswith("|") for row in rows):
        yield from (Block(row.end - len(line), row.end, "verse") for row in rows if (line := row.text[1:].lstrip()))
    elif all(row.broken for row in rows[:-1]) and is_verse("\n".join(row.text.rstrip("\\") for row in rows)):
        yield from (Block(row.start, row.start + len(row.text.rstrip("\\").rstrip()), "verse") for row in rows)
    else:
        yield Block(start, end, "paragraph")


def heading(lines: Lines, content: str, first: int, written: str) -> tuple[int, int] | None:
    """The span of a heading's words, whether signs stand before it or a line below it; without Pandoc's attributes."""
    if not written.startswith("#"):
        rows = rows_of(lines, content, first)
        return (rows[0].start, rows[-1].end) if rows else None
    words, line = _ATTRIBUTES.sub("", content), lines.line(first)
    at = line.find(content, line.find("#"))
    return (lines.starts[first] + at, lines.starts[first] + at + len(words)) if words and at >= 0 else None


def cell(lines: Lines, content: str, number: int, after: int) -> tuple[int, int] | None:
    """The span of a cell's words, on this line and after this place."""
    for words in (content, content.replace("|", "\\|")):
        at = lines.text.find(words, max(after, lines.starts[number]), lines.starts[number + 1])
        if words and at >= 0:
            return at, at + len(words)
    return None


def code(lines: Lines, numbers: tuple[int, int], fenced: bool) -> tuple[int, int] | None:
    """The span of code on these lines, without the fences round it."""
    first, end = numbers
    if fenced:
        first += 1
        closed = end > first and re.fullmatch(r"[\s>]*(?:`{3,}|~{3,})\s*", lines.line(end - 1))
        end -= bool(closed)
    words = lines.text[lines.starts[first] : lines.starts[max(first, end)]]
    start = lines.starts[first] + len(words) - len(words.lstrip())
    return (start, lines.starts[first] + len(words.rstrip())) if words.strip() else None
