"""Rows held as columns: of a million small rows, the numbers take eight bytes each and not an object."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, Generic, TypeVar, get_type_hints, overload

import numpy as np
from numpy.typing import NDArray

Row = TypeVar("Row", bound=tuple[Any, ...])
AT_ONCE = 1 << 10
"""Rows that are put into columns together."""


@cache
def _numbers(kind: type[Any]) -> tuple[bool, ...]:
    """Which columns of a kind of rows are numbers."""
    return tuple(told is int for told in get_type_hints(kind).values())


class Columns(Sequence[Row], Generic[Row]):
    """Rows of one named tuple; they can be added to, and read in order.

    >>> from variorum.sources.document import Block
    >>> blocks = Columns(Block, [Block(0, 4, "heading", 1), Block(6, 20, "paragraph")])
    >>> blocks[1].kind, [block.start for block in blocks], blocks.columns[3]
    ('paragraph', [0, 6], array('q', [1, 0]))
    """

    def __init__(self, kind: type[Row], rows: Iterable[Row] = ()) -> None:
        self._make = kind._make  # type: ignore[attr-defined]
        self.columns: list[Any] = [array("q") if each else [] for each in _numbers(kind)]
        left = iter(rows)
        while some := tuple(islice(left, AT_ONCE)):  # all of them at once would be held twice
            for column, values in zip(self.columns, zip(*some, strict=True), strict=True):
                column.extend(values)

    def append(self, *row: Any) -> None:
        """Add a row, of which this is each column."""
        for column, value in zip(self.columns, row, strict=True):
            column.append(value)

    def extend(self, rows: Iterable[Row]) -> None:
        """Add some rows."""
        for row in rows:
            self.append(*row)

    def __setitem__(self, place: int, row: Row) -> None:
        for column, value in zip(self.columns, row, strict=True):
            column[place] = value

    def insert(self, place: int, row: Row) -> None:
        """Put a row before the one at a place."""
        for column, value in zip(self.columns, row, strict=True):
            column.insert(place, value)

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return list(map(self._make, zip(*(column[place] for column in self.columns), strict=True)))
        row: Row = self._make(column[place] for column in self.columns)
        return row

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, zip(*self.columns, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def in_order(self, keys: Sequence[NDArray[np.int64]]) -> Columns[Row]:
        """The same rows by these keys, the first before the second; themselves where they are so already."""
        order = np.lexsort(keys[::-1])
        if (order == np.arange(len(order))).all():
            return self
        for place, each in enumerate(self.columns):
            if isinstance(each, array):
                self.columns[place] = array("q", np.frombuffer(each, np.int64)[order].tobytes())
            else:
                self.columns[place] = list(map(each.__getitem__, array("q", order.tobytes())))
        return self

    def key(self, place: int) -> NDArray[np.int64]:
        """A column as numbers that are in the order of what is in it; nothing is like an empty string."""
        told = self.columns[place]
        if isinstance(told, array):
            return np.frombuffer(told, np.int64)
        ranks = {value: rank for rank, value in enumerate(sorted({value or "" for value in told}))}
        return np.fromiter((ranks[value or ""] for value in told), np.int64, len(told))

    __hash__ = None  # type: ignore[assignment]


def column(rows: Sequence[Row], place: int) -> Iterable[Any]:
    """A column of some rows, however they are held."""
    return rows.columns[place] if isinstance(rows, Columns) else list(map(itemgetter(place), rows))
