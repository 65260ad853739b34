"""What every test of a reader asks: the documents of some bytes, and whether a document is whole."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

from variorum.sources.document import Block, Document, Reader

FORMATS = Path(__file__).parent / "cases" / "formats"

MARKUP = r"\s|[#>|*_=~:+`\\-]|\d+[.)]|\[\^[^\]]*\]:"
"""What of Markdown stands outside the words of its blocks."""


def read(reader: Reader, data: bytes) -> tuple[list[Document], list[str]]:
    """The documents of a file, and what is said of it."""
    warnings: list[str] = []
    return list(reader.read(io.BufferedReader(io.BytesIO(data)), warnings.append)), warnings


def packed(members: dict[str, bytes | str], **how: int) -> bytes:
    """A ZIP file of these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", **how) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return held.getvalue()


def leaves(document: Document) -> list[Block]:
    """The innermost blocks, in order."""
    blocks = document.blocks
    return [
        block
        for place, block in enumerate(blocks)
        if not any(other.start < block.end and other.end <= block.end for other in blocks[place + 1 : place + 2])
    ]


def told(document: Document, kind: str | None = None) -> list[str]:
    """The texts of the leaves, or of those of one kind."""
    return [document.text[leaf.start : leaf.end] for leaf in leaves(document) if kind in (None, leaf.kind)]


def check(document: Document, source: bytes | None = None, markup: str = r"\s") -> None:
    """Assert what holds of every document; `markup` is what may stand outside all leaves."""
    text, found = document.text, leaves(document)
    assert list(document.blocks) == sorted(document.blocks, key=lambda block: (block.start, -block.end))
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
    outside, at = "", 0
    for leaf in found:
        assert at <= leaf.start, f"{leaf} overlaps with the one before"
        outside, at = f"{outside}{text[at : leaf.start]}\n", leaf.end
    assert re.sub(markup, "", outside + text[at:]).strip() == ""
    for style in document.styles:
        assert 0 <= style.start <= style.end <= len(text)
    for milestone in document.milestones:
        assert 0 <= milestone.at <= len(text)
    _check_origins(document, source)


def _check_origins(document: Document, source: bytes | None) -> None:
    runs = list(zip(*map(list, document.origins), strict=True))
    assert all(one[1] <= two[0] for one, two in pairwise(runs))
    assert all(start < end <= len(document.text) and first <= last for start, end, first, last, _ in runs)
    if source is not None:
        for start, end, first, last, exact in runs:
            if exact:
                assert source[first:last].decode(document.charset) == document.text[start:end]
