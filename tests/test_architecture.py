"""The rules of the house: rooms meet only through tables, and only engines know an engine."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1] / "src" / "variorum"
ROOMS = ("sources", "layers", "passages", "traditions", "evidence", "archive")
GROUND = {
    "text": set(),
    "tables": set(),
    "engine": set(),
    "errors": set(),
    "differences": set(),
    "first_names": set(),
    "edtf": set(),
}
GRAB_BAGS = {"utils", "util", "misc", "helpers", "helper", "common"}
ENGINES = {"duckdb", "pyspark"}
COMPILER = {"numba", "llvmlite"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
LISTS = {"tables"}
"""Modules that only list what there is."""


class Module(NamedTuple):
    """A file of Python: its text, what it says, what it imports and whether that is when it is itself imported."""

    text: str
    tree: ast.Module
    imports: list[tuple[str, bool]]


def modules(root: Path) -> dict[str, Module]:
    """Every module below a package's folder, by its dotted name inside the package."""
    return dict(_module(path, path.relative_to(root).with_suffix("").parts) for path in sorted(root.rglob("*.py")))


def _module(path: Path, parts: tuple[str, ...]) -> tuple[str, Module]:
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    return name, Module(text, tree, list(_imports(name, tree, is_package)))


def _imports(name: str, tree: ast.Module, is_package: bool) -> Iterator[tuple[str, bool]]:
    """What a module imports, anywhere in it, and whether that happens when it is itself imported."""
    package = ".".join(("variorum", *name.split("."))[: None if is_package else -1]).rstrip(".")
    for statement in tree.body:
        at_top = not _defines(statement)
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                yield from ((alias.name, at_top) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
                yield from ((f"{base}.{alias.name}", at_top) for alias in node.names)


def _defines(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef) or (
        isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
    )


def graph(house: dict[str, Module]) -> dict[str, set[str]]:
    """Which modules of ours each module imports."""
    ours: dict[str, set[str]] = {}
    for name, module in house.items():
        wanted = {target for target, _ in module.imports if target.startswith("variorum")}
        inside = {target.removeprefix("variorum").lstrip(".") for target in wanted}
        known = {target if target in house else target.rpartition(".")[0] for target in inside}
        ours[name] = (known & house.keys()) - {name}
    return ours


def rings(arrows: dict[str, set[str]]) -> Iterator[str]:
    reach = {start: _reach(arrows, start) for start in arrows}
    yield from (f"{name} imports itself by way of others" for name, seen in reach.items() if name in seen)


def _reach(arrows: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for other in arrows[todo.pop()] - seen:
            seen.add(other)
            todo.append(other)
    return seen


def room_of(name: str) -> str | None:
    return next((room for room in ROOMS if name.split(".")[0] == room), None)


def violations(root: Path) -> list[str]:
    """Every rule that is broken, in words."""
    house = modules(root)
    arrows = graph(house)
    return [*_walls(arrows), *rings(arrows), *_names(house), *_engines(house), *_sizes(house)]


def _walls(arrows: dict[str, set[str]]) -> Iterator[str]:
    for name, others in arrows.items():
        room = room_of(name)
        for other in others:
            if room and room_of(other) != room and other.split(".")[0] not in GROUND:
                yield f"{name} reaches out of its room for {other}"
            if name.split(".")[0] in GROUND and other.split(".")[0] != name.split(".")[0]:
                yield f"{name} imports {other} of ours"


def _names(house: dict[str, Module]) -> Iterator[str]:
    yield from (f"{name} is a grab bag" for name in house if name.split(".")[-1].strip("_") in GRAB_BAGS)


def _engines(house: dict[str, Module]) -> Iterator[str]:
    for name, module in house.items():
        for target, at_top in module.imports:
            library = target.partition(".")[0]
            if library in ENGINES and name.split(".")[0] != "engines":
                yield f"{name} imports the engine {library}"
            if library in COMPILER and at_top and name.split(".")[-1] != "kernels":
                yield f"{name} imports the compiler before a kernel is needed"
        if name.split(".")[-1] != "kernels":
            yield from (
                f"{name} imports {target} before a kernel is needed"
                for target, at_top in module.imports
                if at_top and "kernels" in target.split(".") and target.startswith("variorum")
            )


def _sizes(house: dict[str, Module]) -> Iterator[str]:
    for name, module in house.items():
        if module.text.count("\n") > LONGEST_FILE and name not in LISTS:
            yield f"{name} is longer than {LONGEST_FILE} lines"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef) and _length(node) > LONGEST_FUNCTION:
                yield f"{name}: {node.name} is longer than {LONGEST_FUNCTION} lines"


def _length(node: ast.FunctionDef) -> int:
    doc = (node.body[0].end_lineno or 0) - node.body[0].lineno + 1 if ast.get_docstring(node) else 0
    return (node.end_lineno or 0) - node.lineno + 1 - doc


def test_the_house_keeps_its_rules() -> None:
    assert violations(ROOT) == []


PLANTED = {
    "a room in a room": ("layers/marks.py", "def f():\n    from variorum.sources import scan\n", "reaches out"),
    "a room in the plan": ("layers/marks.py", "import variorum.plan\n", "reaches out"),
    "ground that stands on ours": ("text.py", "from variorum.errors import VariorumError\n", "imports errors of ours"),
    "a ring": ("layers/a.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import b\n", "by way"),
    "a grab bag": ("layers/utils.py", "", "grab bag"),
    "an engine in a room": ("layers/marks.py", "def f():\n    import duckdb\n", "imports the engine"),
    "the compiler too early": ("layers/marks.py", "import numba\n", "before a kernel"),
    "a long file": ("layers/long.py", "\n" * (LONGEST_FILE + 1), "longer than"),
    "a long function": ("layers/long.py", "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION, "longer than"),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_violation_is_seen(planted: str, tmp_path: Path) -> None:
    place, code, said = PLANTED[planted]
    for name in ("errors.py", "sources/__init__.py", "plan.py", "layers/__init__.py", "__init__.py", "layers/b.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("from variorum.layers import a\n" if name == "layers/b.py" else "")
    if planted != "a ring":
        (tmp_path / "layers/b.py").unlink()
    assert violations(tmp_path) == []
    (tmp_path / place).write_text(code)
    assert any(said in violation for violation in violations(tmp_path))
