"""The texts of documents: as the column of a table, or read when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pyarrow as pa

from variorum.engine import Texts

Texted = Callable[[Iterable[int]], Iterator[tuple[int, str]]]
"""Some documents by their rows in a table, each with its text, in whatever order they come by."""


def reading(documents: pa.Table, texts: Texts | None = None) -> Texts:
    """What reads the texts of documents: a table that has them, if there is nothing else.

    >>> documents = pa.table({"doc": ["a", "b"], "text": ["Eels.", "Salt."]})
    >>> list(reading(documents)(["b"]))
    [('b', 'Salt.')]
    """
    if texts is not None:
        return texts
    column, rows = documents["text"], {doc: row for row, doc in enumerate(documents["doc"].to_pylist())}
    return lambda docs: ((doc, column[rows[doc]].as_py()) for doc in docs)


def by_row(documents: pa.Table, texts: Texts | None = None) -> Texted:
    """The same by the rows of the documents.

    >>> documents = pa.table({"doc": ["a", "b"], "text": ["Eels.", "Salt."]})
    >>> list(by_row(documents)([1]))
    [(1, 'Salt.')]
    """
    docs, read = documents["doc"].to_pylist(), reading(documents, texts)
    rows = {doc: row for row, doc in enumerate(docs)}
    return lambda some: ((rows[doc], text) for doc, text in read([docs[row] for row in some]))


def one_after_another(first: Texted, count: int, second: Texted) -> Texted:
    """The texts of a table of so many rows, and of another below it.

    >>> eels, salt = (by_row(pa.table({"doc": ["a"], "text": [text]})) for text in ("Eels.", "Salt."))
    >>> list(one_after_another(eels, 1, salt)([0, 1]))
    [(0, 'Eels.'), (1, 'Salt.')]
    """

    def read(rows: Iterable[int]) -> Iterator[tuple[int, str]]:
        asked = list(rows)
        yield from first([row for row in asked if row < count])
        for row, text in second([row - count for row in asked if row >= count]):
            yield row + count, text

    return read
