"""The version of a step's code: what it was made by changes when the code that can change its rows does."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from variorum.stamps import digest

OURS = __name__.partition(".")[0]


def code_version(function: Callable[..., Any]) -> str:
    """A hash of a function's module and of all it imports: our own code without docstrings, libraries by version.

    >>> code_version(digest) == code_version(digest)
    True
    """
    modules, libraries, todo = {}, set(), [function.__module__]
    while todo:
        name = todo.pop()
        if name in modules:
            continue
        modules[name], imported = _read(name)
        todo += [other for other in imported if other.partition(".")[0] == OURS]
        libraries |= {other.partition(".")[0] for other in imported} - {OURS} - set(sys.stdlib_module_names)
    return digest(sorted(modules.items()), sorted((name, _version(name)) for name in libraries), sys.version_info[:2])


@cache
def _read(module: str) -> tuple[str, tuple[str, ...]]:
    """A hash of a module's code, and of the data that lie in its package; and the modules that it imports."""
    path = _path(module)
    if path is None:
        return "", ()
    tree = ast.parse(path.read_bytes())
    imported = tuple(dict.fromkeys(_imports(tree, module, path)))
    _drop_docstrings(tree)
    return digest(ast.dump(tree), *_data(path)), imported


def _path(module: str) -> Path | None:
    """The file of a module of ours, found without importing any."""
    place = Path(__file__).parent.joinpath(*module.split(".")[1:])
    return next((path for path in (place / "__init__.py", place.with_suffix(".py")) if path.is_file()), None)


def _data(path: Path) -> Iterator[tuple[str, str]]:
    """The files beside a package's code that it reads, such as templates."""
    if path.name == "__init__.py":
        for file in sorted(path.parent.rglob("*")):
            if file.is_file() and file.suffix not in (".py", ".pyc", ".nbi", ".nbc", ".typed"):
                yield file.relative_to(path.parent).as_posix(), file.read_bytes().hex()


def _imports(tree: ast.AST, module: str, path: Path) -> Iterator[str]:
    """Every module that is imported, also inside functions; of a name taken from a package, both are tried."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
            yield base
            if base.partition(".")[0] == OURS:
                yield from (f"{base}.{alias.name}" for alias in node.names if _path(f"{base}.{alias.name}"))


def _drop_docstrings(tree: ast.AST) -> None:
    for node in [tree, *_statements(tree)]:
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False):
            node.body = node.body[1:]


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements below a node; expressions hold no import and no docstring."""
    for field in ("body", "orelse", "handlers", "finalbody", "cases"):
        for statement in getattr(node, field, ()):
            yield statement
            yield from _statements(statement)


@cache
def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
