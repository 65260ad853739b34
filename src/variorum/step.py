"""A step of the plan: a function that makes a table, and what its signature says of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_type_hints

import pyarrow as pa

from variorum.tables import BY_NAME


class Step(NamedTuple):
    """A function that makes a table, of one document's rows (`each`) or of the library's."""

    make: Callable[..., pa.Table]
    each: bool
    renew: Callable[..., pa.Table] | None = None
    """Makes the same from what it made before, where few documents have changed since (`engine.Before`)."""

    @property
    def name(self) -> str:
        """The table that it makes."""
        return self.make.__name__

    @property
    def reads(self) -> tuple[str, ...]:
        """The tables that it is made from."""
        return tuple(
            name for name in _parameters(self.make, inspect.Parameter.POSITIONAL_OR_KEYWORD) if name in BY_NAME
        )

    @property
    def takes_engine(self) -> bool:
        """Whether it hands work to the engine."""
        return "engine" in inspect.signature(self.make).parameters

    @property
    def takes_texts(self) -> bool:
        """Whether it reads the texts of documents as it goes along, and not as a column."""
        return "texts" in inspect.signature(self.make).parameters

    @property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that it reads of each of its tables: those that it names (`Annotated`), or all."""
        hints = get_type_hints(self.make, include_extras=True)
        return {name: getattr(hints[name], "__metadata__", tuple(BY_NAME[name].schema.names)) for name in self.reads}

    @property
    def settings(self) -> dict[str, Any]:
        """Its settings with their defaults."""
        return _parameters(self.make, inspect.Parameter.KEYWORD_ONLY)


def _parameters(function: Callable[..., Any], kind: Any) -> dict[str, Any]:
    return {name: p.default for name, p in inspect.signature(function).parameters.items() if p.kind is kind}


def each(make: Callable[..., pa.Table]) -> Step:
    """A step that sees one document and nothing else."""
    return Step(make, each=True)


def whole(make: Callable[..., pa.Table], renew: Callable[..., pa.Table] | None = None) -> Step:
    """A step that sees tables of the library."""
    return Step(make, each=False, renew=renew)
