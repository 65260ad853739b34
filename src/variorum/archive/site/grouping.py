"""The rows of a table in groups: those of each document, of each tradition, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray


class Rows(NamedTuple):
    """The rows of a table, of one group after another: those of group n are `bounds[n]` to `bounds[n + 1]`."""

    columns: tuple[pa.ChunkedArray, ...]
    bounds: NDArray[np.int64]

    def of(self, number: int) -> Iterator[tuple[Any, ...]]:
        """The rows of a group."""
        start, end = int(self.bounds[number]), int(self.bounds[number + 1])
        columns = self.columns if start < end else ()  # cutting nothing out of many columns takes its time too
        return zip(*(column.slice(start, end - start).to_pylist() for column in columns), strict=True)


def codes_of(table: pa.Table, column: str, keys: Iterable[str]) -> NDArray[np.int64]:
    """For each row the place of its value among the keys, -1 where it is not among them."""
    found = pc.index_in(table.column(column), value_set=pa.array(list(keys), pa.string()))
    return np.asarray(pc.fill_null(found, -1).to_numpy(), np.int64)


def grouped(table: pa.Table, codes: NDArray[np.int64], groups: int, columns: Sequence[str]) -> Rows:
    """Some columns of a table, by the number of the group that each row belongs to; -1 for none."""
    order = np.argsort(codes, kind="stable")
    bounds = np.searchsorted(codes[order], np.arange(groups + 1))
    table = table.select(columns).take(pa.array(order)).combine_chunks()
    return Rows(tuple(table.column(column) for column in columns), bounds)
