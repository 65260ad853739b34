"""Divisions: the books, chapters, scenes, letters and verses of a document, so that a place can be cited as people do.

Headings open them (`designations.py`, `outline.py`), and so do numbers that run through the text (`numbering.py`). A
citation stands only where no other division of the document has the same: a wrong one is worse than none. How many
paragraphs or lines into a division a place is (“ch. XI, ¶ 12”) is counted by whoever shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pyarrow as pa

from variorum.layers.citations import Division, Page, but_plain, extents
from variorum.layers.designations import scripture
from variorum.layers.languages import language_of
from variorum.layers.numbering import numbers, pairs
from variorum.layers.outline import Node, outline
from variorum.layers.paragraphs import RULE, paragraphs
from variorum.layers.verses import with_pairs, with_rows
from variorum.tables import DIVISIONS, TEXT

LEVELLED = ("html", "tei", "epub", "docx", "markdown")
"""The formats whose headings have levels of their own, and not such as were guessed from their form."""


def divisions(documents: pa.Table, blocks: pa.Table, *, verses: bool = True) -> pa.Table:
    r"""The divisions of one document, nested, each before those in it.

    `verses` is whether numbers that stand in the text are read as well as headings. Spans are in code points of
    `documents.text`.

    >>> parts = ["Book II", "Chapter 1", "The weir had broken.", "Chapter 2", "It was mended."]
    >>> starts = [0, 9, 20, 42, 53]
    >>> documents = pa.table({"doc": ["a"], "text": ["\n\n".join(parts)], "title": ["The Weir"], "format": ["text"],
    ...     "language": ["en"]})
    >>> kinds = ["heading" if part[-1].isdigit() or part[-1] == "I" else "paragraph" for part in parts]
    >>> blocks = pa.table({"start": starts, "end": [s + len(p) for s, p in zip(starts, parts)], "kind": kinds,
    ...     "level": [1] * 5, "label": pa.array([None] * 5, pa.string())})
    >>> [row["citation"] for row in divisions(documents, blocks).to_pylist()]
    ['bk. II', 'bk. II, ch. 1', 'bk. II, ch. 2']
    """
    if not documents.num_rows or not blocks.num_rows:
        return DIVISIONS.empty()
    row = documents.select(["doc", "text", "title", "format", "language"]).to_pylist()[0]
    leaves = paragraphs(row["text"], blocks)
    while leaves and leaves[-1].kind == RULE:
        leaves.pop()
    page = Page(row["text"], leaves, row["title"] or "", language_of(row["text"], row["language"]).code)
    found = _divided(page, outline(leaves, row["format"] in LEVELLED), verses)
    return _table(row["doc"], _certain(sorted(found, key=lambda one: (one.start, -one.end, one.level))))


def _divided(page: Page, nodes: Sequence[Node], verses: bool) -> list[Division]:
    """The divisions that headings open and, if `verses`, those that numbers in the text open."""
    places = extents(page.leaves, nodes, len(page.leaves))
    found = numbers(page.text, page.leaves) if verses else []
    if row := pairs(found):
        return list(with_pairs(page, but_plain(places), row, scripture(page.title)))
    return list(with_rows(page, places, found))


def _certain(rows: list[Division]) -> list[Division]:
    """The rows without the citations that two have, or that are made from such."""
    often = Counter(row.citation for row in rows)
    out: list[Division] = []
    doubtful: list[tuple[int, str]] = []
    for row in rows:
        doubtful = [(end, said) for end, said in doubtful if end > row.start]
        inherits = row.citation and any(row.citation.startswith(said) for _, said in doubtful)
        if row.citation and often[row.citation] > 1:
            doubtful.append((row.end, row.citation))
            inherits = True
        out.append(row._replace(citation=None) if inherits else row)
    return out


def _table(doc: str, rows: list[Division]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(Division._fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, list(DIVISIONS.schema)[1:], strict=True)]
    return pa.Table.from_arrays([pa.repeat(pa.scalar(doc, TEXT), len(rows)), *arrays], schema=DIVISIONS.schema)
