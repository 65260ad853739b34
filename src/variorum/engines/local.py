"""This machine: kernels in threads, SQL in DuckDB."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

In = TypeVar("In")
Out = TypeVar("Out")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """No search for rings of objects in the meantime."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def giving_back() -> Iterator[None]:
    """What Arrow frees goes back to the system in the meantime: its own pools keep as much as a table takes.

    It is faster, too: large arrays come and go, and few are of the size of another.
    """
    pool = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(pool)


@dataclass(frozen=True)
class LocalEngine:
    """Runs kernels in threads of this process, and queries in DuckDB.

    >>> list(LocalEngine().map(str.upper, ["a", "b"]))
    ['A', 'B']
    """

    threads: int = field(default_factory=processors)
    memory: int = 2 * 2**30
    """How many bytes a step may hold beside its tables."""
    spill: Path | None = None
    """Where a query that needs more memory may write."""

    def map(self, kernel: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """The kernel's answer for each item, in order; never more than twice as many at work as there are threads."""
        if self.threads == 1:
            yield from map(kernel, items)
            return
        waiting: deque[Future[Out]] = deque()
        pool = ThreadPoolExecutor(self.threads)
        try:
            for item in items:
                waiting.append(pool.submit(kernel, item))
                if len(waiting) >= 2 * self.threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def each(self, kernel: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """The kernel's answer for each item, in order, in this thread: others would only wait for the interpreter.

        A document's rows are a great many small things without a ring among them, so nothing looks for rings meanwhile.
        """
        with _collecting_nothing():
            yield from map(kernel, items)

    def sql(self, query: str, **tables: pa.Table) -> pa.Table:
        """The answer to a query over the tables, as one Arrow table."""
        import duckdb

        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": self.threads,
            "memory_limit": f"{self.memory // 2**20}MiB",
        }
        if self.spill:
            settings["temp_directory"] = str(self.spill)
        with duckdb.connect(config=settings) as connection:
            for name, table in tables.items():
                connection.register(name, table)
            return connection.sql(query).to_arrow_table()
