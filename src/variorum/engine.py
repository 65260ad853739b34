"""What a step may ask of an engine: to run a kernel over batches, and to answer SQL over tables.

An engine knows no text, and a kernel knows no engine. Where the work happens, in threads of this machine or on a
cluster, is the engine's affair; the rows that come back are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, TypeVar

import pyarrow as pa

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs kernels and queries."""

    def map(self, kernel: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """The kernel's answer for each item, in the order of the items, several at work at once."""

    def each(self, kernel: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """The same for a kernel that is Python all through, of which the interpreter runs only one at a time."""

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


class Before(NamedTuple):
    """What a step that made a table before may know when it makes it again."""

    rows: pa.Table
    """What it made."""
    touched: frozenset[str]
    """The documents that are new, changed or gone since."""
    tables: Mapping[str, pa.Table]
    """By the table's name, the rows that those documents had in the tables that it was made from."""


class Texts(Protocol):
    """The texts of a library, read when they are asked for: all of them together are too many to hold."""

    def __call__(self, docs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Some documents, each with its text, in whatever order they come by."""


Progress = Callable[[str, int, int], Any]
"""Called with what is being done, how much of it is done, and how much there is in all."""
