"""The audit of editions: what each lacks that another has, what it has cut, what it alone has, what it prints twice.

An edition is what variorum.toml calls one; else a folder of documents, or a document by itself, that shares much with
another. Two editions are held against each other only where they share a good part, so that they carry one work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from variorum.tables import AUDITS
from variorum.text import words
from variorum.traditions.pairs import Pair, joined

SHARED, PART = 300, 0.3
"""How many words two editions share at least, and which part of the shorter one."""
SOME = 0.1
"""Which part of a document an edition has at least, if it is not to lack the whole."""
Span = tuple[int, int]
Names = tuple[str, str]


class Document(NamedTuple):
    """A document: its number, the edition that it belongs to, who wrote it, and where its words begin and end."""

    doc: str
    edition: str
    declared: bool
    author: str
    starts: Any
    ends: Any


def audits(
    documents: pa.Table,
    blocks: pa.Table,
    passages: pa.Table,
    omissions: pa.Table,
    *,
    least_words: int = 25,
    least_twice: int = 100,
) -> pa.Table:
    """What the editions of a library lack, have cut, have alone, and print twice.

    `least_words` is how many words a stretch has at least to be told of as lacking, `least_twice` as printed twice.
    What is lacking was not found in that edition, which may be the program's failure. A document by an author of an
    edition of which the edition has nothing is lacking as a whole. What is not in any of several other editions is
    told once, of the edition that has it alone, and not as lacking in each of them.
    """
    held = _documents(documents, blocks)
    pairs = _pairs(passages, held)
    found = [*_twice(held, pairs, least_twice), *_lacking(held, pairs, least_words), *_cut(held, omissions)]
    found += _whole(held, pairs)
    order = AUDITS.order
    unique = {tuple(str(row[name]) for name in AUDITS.schema.names): row for row in found}
    return AUDITS.rows(sorted(unique.values(), key=lambda row: [(row[name] is None, row[name]) for name in order]))


def _documents(documents: pa.Table, blocks: pa.Table) -> list[Document]:
    furniture: defaultdict[str, list[Span]] = defaultdict(list)
    mine = blocks.filter(pc.equal(blocks["kind"], "furniture"))
    for doc, start, end in zip(*(mine[name].to_pylist() for name in ("doc", "start", "end")), strict=True):
        furniture[doc].append((start, end))
    out = []
    units = _units(documents["doc"].to_pylist())
    columns = (documents[name].to_pylist() for name in ("doc", "edition", "author"))
    for at, (doc, edition, author) in enumerate(zip(*columns, strict=True)):
        found = words(documents["text"][at].as_py())
        own = np.ones(len(found.starts), bool)
        for start, end in furniture[doc]:
            own[np.searchsorted(found.starts, start) : np.searchsorted(found.starts, end)] = False
        out.append(
            Document(doc, edition or units[doc], bool(edition), author or "", found.starts[own], found.ends[own])
        )
    return out


def _units(docs: list[str]) -> dict[str, str]:
    """What stands for an edition where none is declared: the file of many documents, a folder of numbered parts.

    >>> _units(["reed/chapter-1.xhtml", "reed/chapter-2.xhtml", "book.epub#1", "letters/to-a.txt"])
    {'reed/chapter-1.xhtml': 'reed', 'reed/chapter-2.xhtml': 'reed', 'book.epub#1': 'book.epub', \
'letters/to-a.txt': 'letters/to-a.txt'}
    """
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for doc in docs:
        folders[doc.rpartition("/")[0]].append(doc.rpartition("/")[2])
    numbered = {
        folder
        for folder, names in folders.items()
        if folder and len(names) > 1 and sum(any(map(str.isdigit, name)) for name in names) * 2 >= len(names)
    }
    return {doc: _unit(doc, numbered) for doc in docs}


def _unit(doc: str, numbered: set[str]) -> str:
    file, folder = doc.rpartition("#")[0], doc.rpartition("/")[0]
    return file or (folder if folder in numbered else doc)


def _pairs(passages: pa.Table, held: list[Document]) -> list[Pair]:
    numbers = {one.doc: at for at, one in enumerate(held)}
    same = passages.filter(pc.not_equal(passages["kind"], "translation"))
    names = ("doc_a", "doc_b", "start_a", "end_a", "start_b", "end_b", "words")
    rows = zip(*(same[name].to_pylist() for name in names), strict=True)
    return [Pair(numbers[a], numbers[b], *rest) for a, b, *rest in rows if a in numbers and b in numbers]


def _twice(held: list[Document], pairs: list[Pair], least: int) -> Iterator[dict[str, Any]]:
    """What stands twice in one edition."""
    for pair in joined([pair for pair in pairs if held[pair.doc_a].edition == held[pair.doc_b].edition]):
        a, b = held[pair.doc_a], held[pair.doc_b]
        own = int(np.diff(np.searchsorted(a.starts, [pair.start_a, pair.end_a]))[0])
        if min(own, pair.words) >= least and (a.doc != b.doc or pair.end_a <= pair.start_b):
            spans = (a.doc, pair.start_a, pair.end_a, b.doc, pair.start_b, pair.end_b)
            told = f"{a.edition} prints these {pair.words:,} words twice, or nearly so"
            yield _row(a.edition, "twice", *spans, pair.words, told)


def _lacking(held: list[Document], pairs: list[Pair], least: int) -> Iterator[dict[str, Any]]:
    """What one edition of a work has and others lack, each said once."""
    covered = _covered(held, pairs)
    sizes: defaultdict[str, int] = defaultdict(int)
    shared: defaultdict[Names, int] = defaultdict(int)
    for one in held:
        sizes[one.edition] += len(one.starts)
    for (nth, there), marks in covered.items():
        shared[held[nth].edition, there] += int(marks.sum())
    others: defaultdict[str, list[str]] = defaultdict(list)
    for mine, other in sorted(shared):
        if shared[mine, other] >= max(SHARED, PART * min(sizes[mine], sizes[other])):
            others[mine].append(other)
    for nth, one in enumerate(held):
        if one.edition in others:
            none = np.zeros(len(one.starts), bool)
            marks = {other: covered.get((nth, other), none) for other in others[one.edition]}
            yield from _not_found(one, marks, least)


def _not_found(one: Document, marks: dict[str, Any], least: int) -> Iterator[dict[str, Any]]:
    """The stretches of a document that other editions lack; what several lack and none has, it has alone."""
    alone = ~np.any(list(marks.values()), axis=0) & (len(marks) > 1)
    nobody = [(first, last) for first, last in _runs(alone) if last - first >= least]
    said = np.zeros(len(alone), bool)
    for first, last in nobody:
        said[first:last] = True
        yield _stretch(one, one.edition, "alone", first, last, ", ".join(marks))
    for other, found in marks.items():
        for first, last in _runs(~found & ~said):
            if last - first >= least:
                yield _stretch(one, other, "lacks", first, last, other)


def _stretch(one: Document, edition: str, finding: str, first: int, last: int, where: str) -> dict[str, Any]:
    span = int(one.starts[first]), int(one.ends[last - 1])
    whole = " (the whole document)" if last - first == len(one.starts) else ""
    told = f"{one.edition} has {last - first:,} words here that were not found in {where}{whole}"
    return _row(edition, finding, one.doc, *span, None, None, None, last - first, told)


def _covered(held: Sequence[Document], pairs: list[Pair]) -> dict[tuple[int, str], Any]:
    """Which words of a document stand in another edition too, by the document's number and that edition."""
    out: dict[tuple[int, str], Any] = {}
    for pair in pairs:
        a, b = held[pair.doc_a], held[pair.doc_b]
        if a.edition != b.edition:
            sides = (
                (pair.doc_a, b.edition, pair.start_a, pair.end_a),
                (pair.doc_b, a.edition, pair.start_b, pair.end_b),
            )
            for nth, edition, start, end in sides:
                starts = held[nth].starts
                marks = out.setdefault((nth, edition), np.zeros(len(starts), bool))
                marks[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = True
    return out


def _runs(marks: Any) -> Iterator[Span]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marks.astype(np.int8), [0]])))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _cut(held: list[Document], omissions: pa.Table) -> Iterator[dict[str, Any]]:
    """What an edition has in a shorter form than a document outside it."""
    units = {one.doc: one for one in held}
    columns = ("doc", "at", "other_doc", "other_start", "other_end", "words", "level", "marked")
    for doc, at, other, start, end, count, level, marked in zip(
        *(omissions[name].to_pylist() for name in columns), strict=True
    ):
        if level == "sentence" and units[doc].edition != units[other].edition:
            how = "with a mark" if marked else "silently"
            told = f"{units[doc].edition} is shorter here by {count:,} words than {other}, {how}"
            yield _row(units[doc].edition, "shortened", doc, at, at, other, start, end, count, told)


def _whole(held: Sequence[Document], pairs: list[Pair]) -> Iterator[dict[str, Any]]:
    """Documents by an author of a declared edition of which it has nothing."""
    has: defaultdict[str, set[str]] = defaultdict(set)
    for one in held:
        if one.declared and one.author:
            has[one.edition].add(one.author)
    met = {key for key, marks in _covered(held, pairs).items() if len(marks) and marks.mean() >= SOME}
    for edition, authors in has.items():
        for nth, one in enumerate(held):
            if one.edition != edition and one.author in authors and (nth, edition) not in met and len(one.starts):
                told = f"{one.doc} is by {one.author}, of whom {edition} has other texts; nothing of it was found there"
                span = int(one.starts[0]), int(one.ends[-1])
                yield _row(edition, "lacks", one.doc, *span, None, None, None, len(one.starts), told)


def _row(edition: str, finding: str, doc: str, start: int, end: int, *rest: Any) -> dict[str, Any]:
    other, other_start, other_end, count, reason = rest
    spans = {"doc": doc, "start": start, "end": end}
    there = {"other_doc": other, "other_start": other_start, "other_end": other_end}
    return {"edition": edition, "finding": finding, **spans, **there, "words": count, "reason": reason}
