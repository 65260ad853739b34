"""Furniture that no form betrays: what stands at the edge of many of a folder's pages, word for word.

Repetition alone says nothing: refrains, titles, salutations and signatures are repeated as well. So a leaf must also
lead elsewhere, for the most part, on every such page (a link, or several), or stand on the outer side of what is
furniture by its form: where the text is over, or has not begun. Verse, headings and what names the work never count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from variorum.tables import BLOCKS

PAGES = 5
"""On how many pages of a folder a leaf must stand at least."""
SHARE = 0.3
"""On which part of a folder's pages: several sites may have been put into one folder."""
REPEATED = "repeated"

Marks = Mapping[str, tuple[int, ...]]
"""Of each document that has any, the numbers of the blocks that are furniture by repetition."""


def repeated(edges: pa.Table, documents: Collection[str]) -> Marks:
    """The blocks that are furniture because other pages have them too; `documents` are all of the library.

    >>> rows = [{"doc": f"letters/{n}.html", "block": 0, "side": "head", "kind": "paragraph", "outside": False,
    ...     "linked": True, "words": "home"} for n in range(5)]
    >>> repeated(pa.Table.from_pylist(rows), [row["doc"] for row in rows])["letters/3.html"]
    (0,)
    """
    pages = Counter(map(_folder, documents))
    docs = edges["doc"].unique()
    folders = pa.table({"doc": docs, "folder": pa.array(map(_folder, docs.to_pylist()), pa.string())})
    rows = edges.select(["doc", "block", "kind", "side", "words"]).join(folders, "doc")
    sure = edges.select(["doc", "block"]).append_column("sure", pc.or_(edges["outside"], edges["linked"]))
    rows = rows.join(sure, ["doc", "block"])
    found = _on_many(rows, pages)
    found = _on_many(_further_out(rows, found), pages)  # what stands outside of what was just found counts as well
    marks: dict[str, list[int]] = defaultdict(list)
    for doc, block in zip(*_lists(found, "doc", "block"), strict=True):
        marks[doc].append(block)
    return {doc: tuple(sorted(blocks)) for doc, blocks in marks.items()}


_PLACE = ["folder", "side", "words"]


def _on_many(rows: pa.Table, pages: Mapping[str, int]) -> pa.Table:
    """The rows that stand on many pages of their folder, and surely on each of them."""
    sure = rows.set_column(rows.schema.get_field_index("sure"), "sure", rows["sure"].cast(pa.int64()))
    by_page = sure.group_by([*_PLACE, "doc"]).aggregate([("sure", "max")])
    many = by_page.group_by(_PLACE).aggregate([("sure_max", "min"), ("doc", "count")])
    many = many.filter(pc.and_(pc.greater_equal(many["doc_count"], PAGES), pc.equal(many["sure_max_min"], 1)))
    enough = [
        count >= SHARE * pages[folder] for folder, count in zip(*_lists(many, "folder", "doc_count"), strict=True)
    ]
    settled = many.filter(pa.array(enough, pa.bool_())).select(_PLACE)
    mine = rows.filter(pc.and_(rows["sure"], pc.not_equal(rows["kind"], "furniture")))
    return mine.join(settled, _PLACE, join_type="left semi")


def _further_out(rows: pa.Table, found: pa.Table) -> pa.Table:
    """The rows, sure also where they stand further from the text than one that was found."""
    innermost = found.group_by(["doc", "side"]).aggregate([("block", "min"), ("block", "max")])
    rows = rows.join(innermost, ["doc", "side"])
    at_head = pc.and_(pc.equal(rows["side"], "head"), pc.less(rows["block"], rows["block_max"]))
    at_foot = pc.and_(pc.equal(rows["side"], "foot"), pc.greater(rows["block"], rows["block_min"]))
    outside = pc.fill_null(pc.or_(at_head, at_foot), False)
    sure = pc.or_(rows["sure"], outside)
    return rows.select(["doc", "block", "kind", *_PLACE]).append_column("sure", sure)


def _folder(doc: str) -> str:
    """The folder that a page stands in, in the library or in the file that holds it."""
    path, _, member = doc.partition("#")
    return f"{path}#{member.rpartition('/')[0]}" if member else path.rpartition("/")[0]


def _lists(table: pa.Table, *names: str) -> list[list[object]]:
    return [table[name].to_pylist() for name in names]


def marked(blocks: pa.Table, edges: pa.Table, marks: Collection[int]) -> pa.Table:
    """A document's blocks as they were read, but for those that are furniture by repetition."""
    places = edges["block"].to_pylist()
    read = zip(places, _names(edges), strict=True)
    called = [("furniture", REPEATED) if place in marks else name for place, name in read]
    if called == _names(blocks.take(edges["block"])):
        return blocks
    names = _names(blocks)
    for place, name in zip(places, called, strict=True):
        names[place] = name
    for column, values in zip(("kind", "label"), zip(*names, strict=True), strict=True):
        field = BLOCKS.schema.field(column)
        blocks = blocks.set_column(blocks.schema.get_field_index(column), field, pa.array(values, field.type))
    return blocks


def _names(rows: pa.Table) -> list[tuple[object, ...]]:
    return list(zip(*_lists(rows, "kind", "label"), strict=True))
