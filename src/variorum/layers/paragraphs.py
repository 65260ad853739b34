"""The paragraphs of a document in order: its innermost blocks, and which block quotation each stands in."""

from __future__ import annotations

from typing import Any, NamedTuple

import pyarrow as pa


class Paragraph(NamedTuple):
    """An innermost block; `within` is the span of the outermost block quotation that holds it, itself included."""

    start: int
    end: int
    kind: str
    level: int
    label: str | None
    text: str
    within: tuple[int, int] | None = None


FURNITURE = "furniture"
RULE = "rule"
"""The sort of furniture that parts what stands above it from what stands below."""


def paragraphs(text: str, blocks: pa.Table) -> list[Paragraph]:
    """The innermost blocks that are the document's own; of its furniture only the rules.

    >>> columns = {"start": [0, 0], "end": [5, 5], "kind": ["quote", "paragraph"], "level": [0, 1], "label": ["", ""]}
    >>> paragraphs("Alas!", pa.table(columns))
    [Paragraph(start=0, end=5, kind='paragraph', level=1, label='', text='Alas!', within=(0, 5))]
    """
    return [
        one._replace(kind=RULE) if one.kind == FURNITURE else one
        for one in innermost(text, blocks)
        if one.kind != FURNITURE or one.label == RULE
    ]


def innermost(text: str, blocks: pa.Table) -> list[Paragraph]:
    """The innermost blocks, furniture too."""
    columns = [blocks[name].to_pylist() for name in ("start", "end", "kind", "level", "label")]
    rows: list[tuple[Any, ...]] = list(zip(*columns, strict=True))
    found: list[Paragraph] = []
    within: tuple[int, int] | None = None
    for at, (start, end, kind, level, label) in enumerate(rows):
        if within and start >= within[1]:
            within = None
        if kind == "quote" and within is None:
            within = (start, end)
        holds = at + 1 < len(rows) and rows[at + 1][0] < end
        if not holds:
            found.append(Paragraph(start, end, kind, level, label, text[start:end], within))
    return found
