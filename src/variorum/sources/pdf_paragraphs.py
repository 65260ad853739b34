"""From the lines of a PDF's pages to paragraphs: by size, indent, gap and the length of the line before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from variorum.sources.headings import mark_of
from variorum.sources.nesting import is_verse
from variorum.sources.pdf_lines import Layout, Line

HYPHEN = "\ufffe"
"""How pdfium gives a hyphen at a line's end: with no other sign that the line ends there."""
_NOTE = re.compile(r"(\d{1,3}|[*†‡§])[.)]?\s*(?=\w)")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


class Paragraph(NamedTuple):
    """Lines that are read as one, and what they are."""

    lines: Sequence[Line]
    kind: str
    label: str | None = None
    set_in: bool = False


def paragraphs(lines: Sequence[Line], layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs of a document whose furniture was taken out."""
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group, layout):
            yield from _named(group, layout)
            group = []
        group.append(line)
    if group:
        yield from _named(group, layout)


def at_foot(lines: Sequence[Line], layout: Layout) -> list[int]:
    """The places of the lines at the feet of pages that are notes, which would else divide what goes on overleaf."""
    found: list[int] = []
    pages: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        pages.setdefault(line.page, []).append(place)
    for places in pages.values():
        small = list(takewhile(lambda place: _is_note(lines[place], layout), reversed(places)))[::-1]
        first = next((nth for nth, place in enumerate(small) if _NOTE.match(lines[place].text)), len(small))
        found += small[first:]
    return found


def _begins(line: Line, group: Sequence[Line], layout: Layout) -> bool:
    """Whether a line begins a new group of lines after these."""
    before = group[-1]
    if abs(line.size - before.size) > 0.12 * layout.size or (_is_note(line, layout) and _NOTE.match(line.text)):
        return True
    ended = before.text.rstrip()[-1:] in '.!?:”"»’…' and _is_short(before, layout)
    indent, indent_before = _indent(line, layout), _indent(before, layout)
    if line.page != before.page or line.bottom > before.bottom:
        return ended or (indent > 0.8 and indent_before < 0.5) or _is_heading(line, layout)
    if before.bottom - line.bottom > 1.4 * layout.leading * max(1.0, line.size / layout.size):
        return True
    if _is_verse_line(line, layout) and _is_verse_line(before, layout):
        return False
    if ended or (mark_of(line.text) and mark_of(group[0].text) and _is_short(before, layout)):
        return True
    if indent - indent_before > 0.8:
        return True
    return indent_before - indent > 0.8 and len(group) > 1


def _indent(line: Line, layout: Layout) -> float:
    """How far a line is set in, in sizes of its type."""
    return (line.left - layout.edges.get(line.page, (line.left, 0.0))[0]) / layout.size


def _is_short(line: Line, layout: Layout) -> bool:
    left, right = layout.edges.get(line.page, (line.left, line.right))
    return line.right < right - 0.12 * (right - left)


def _is_verse_line(line: Line, layout: Layout) -> bool:
    return _is_short(line, layout) and line.text[:1].isupper()


def _is_heading(line: Line, layout: Layout) -> bool:
    return line.size > 1.12 * layout.size


def _is_note(line: Line, layout: Layout) -> bool:
    return line.size < 0.92 * layout.size


def _named(lines: Sequence[Line], layout: Layout) -> Iterator[Paragraph]:
    """What a group of lines is; lines of verse, and lines that merely stand below one another, are taken apart."""
    text = " ".join(line.text for line in lines)
    set_in = _is_set_in(lines, layout)
    if _is_heading(lines[0], layout) and len(lines) < 5 and len(text) < 200:
        yield Paragraph(lines, "heading")
    elif _is_note(lines[0], layout) and (note := _NOTE.match(text)):
        yield Paragraph([lines[0]._replace(text=lines[0].text[note.end() :], marks=()), *lines[1:]], "note", note[1])
    elif all(_is_short(line, layout) for line in lines) and len(lines) > 1:
        kind = "verse" if is_verse("\n".join(line.text for line in lines)) else "paragraph"
        yield from (Paragraph([line], kind, None, set_in) for line in lines)
    elif mark := mark_of(text):
        yield Paragraph(lines, mark.kind, mark.label)
    else:
        yield Paragraph(lines, "paragraph", None, set_in)


def _is_set_in(lines: Sequence[Line], layout: Layout) -> bool:
    """Whether lines are set in as a quotation is; a single one by more than a paragraph's first; none is centred."""
    most = 1.2 if len(lines) > 1 else 3
    return all(_indent(line, layout) > most for line in lines) and not all(_is_centred(line, layout) for line in lines)


def _is_centred(line: Line, layout: Layout) -> bool:
    left, right = layout.edges.get(line.page, (line.left, line.right))
    return abs((line.left - left) - (right - line.right)) < 0.1 * (right - left)


def compounds(lines: Sequence[Line]) -> set[str]:
    """The words of a document that have a hyphen within a line, and so of themselves."""
    return {word.lower() for line in lines for word in _COMPOUND.findall(line.text[:-1])}


def joint(before: str, after: str, known: set[str]) -> tuple[str, str]:
    """The text before a line's end as it is read on, and what stands between it and the text after.

    >>> joint("the light-", "house stood", set()), joint("strike-", "breakers", {"strike-breakers"})
    (('the light', ''), ('strike-', ''))
    """
    bare = before.rstrip()
    if bare.endswith("\u00ad"):
        return bare[:-1], ""
    if not (bare.endswith(("-", "‐")) and bare[-2:-1].isalpha() and after[:1].isalpha()):
        return bare, " "
    if not after[:1].islower():
        return bare, ""
    word = re.findall(r"[^\W\d_]+-$", bare)
    whole = (word[0] if word else "") + re.split(r"[^\w]", after, maxsplit=1)[0]
    return (bare if whole.lower() in known else bare[:-1]), ""
