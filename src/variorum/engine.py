"""What a step may ask of an engine: to run a kernel over batches, and to answer SQL over tables.

An engine knows no text, and a kernel knows no engine. Where the work happens, in threads of this machine or on a
cluster, is the engine's affair; the rows that come back are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

import pyarrow as pa

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs kernels and queries."""

    def map(self, kernel: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """The kernel's answer for each item, in the order of the items, several at work at once."""

    def sql(self, query: str, **tables: pa.Table) -> pa.Table:
        """The answer to a query in DuckDB's dialect over the tables, which it names as they are named here.

        >>> from variorum.engines.local import LocalEngine
        >>> import pyarrow as pa
        >>> LocalEngine().sql("select max(n) as n from t", t=pa.table({"n": [1, 2]})).to_pylist()
        [{'n': 2}]
        """

    @property
    def memory(self) -> int:
        """How many bytes a step may hold beside its tables."""


Progress = Callable[[str, int, int], Any]
"""Called with what is being done, how much of it is done, and how much there is in all."""
