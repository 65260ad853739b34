"""The version of a step's code: what it was made by changes when the code that can change its rows does."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import CodeType
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
    source = path.read_text(encoding="utf-8")
    imported = tuple(dict.fromkeys(_imports(source, module, path)))
    return digest(_instructions(source), *_data(path)), imported


def _instructions(source: str) -> list[str]:
    """What a module's code does, as plain values: comments, docstrings and lines are not in it."""
    code, told = compile(source, "", "exec", dont_inherit=True, optimize=2), []
    todo = [code]
    while todo:
        code = todo.pop()
        todo += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
        shape = code.co_name, code.co_flags, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
        names = code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars
        constants = [_constant(constant) for constant in code.co_consts]
        told.append(f"{shape} {names} {constants} {code.co_code.hex()} {code.co_exceptiontable.hex()}")
    return told


def _constant(value: object) -> str:
    """A constant as it is written, the same in every process: a set has no order."""
    if isinstance(value, frozenset):
        return f"{{{sorted(map(_constant, value))}}}"
    return "" if isinstance(value, CodeType) else repr(value)


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


_IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]*))", re.M)


def _imports(source: str, module: str, path: Path) -> Iterator[str]:
    """Every module that is imported, also inside functions; of a name taken from a package, both are tried."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for origin, names, modules in _IMPORT.findall(source):
        yield from (imported.split()[0] for imported in modules.split(",") if modules)
        if origin:
            base = importlib.util.resolve_name(origin, package)
            yield base
            if base.partition(".")[0] == OURS:
                taken = [name.split()[0] for name in names.strip("() \n").split(",") if name.strip()]
                yield from (f"{base}.{name}" for name in taken if _path(f"{base}.{name}"))


@cache
def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
