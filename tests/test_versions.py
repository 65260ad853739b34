"""A step is stale when the code that can change its rows has changed, and only then."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from importlib.util import resolve_name
from pathlib import Path
from typing import Any

import pytest

from variorum import plan, versions

CAPTURED: dict[str, Any] = {"capture_output": True, "text": True, "check": True}


def version(code: str) -> list[str]:
    return versions._instructions(code)


def test_docstrings_and_comments_change_nothing() -> None:
    assert version('def f():\n    """Old."""\n    return 1  # one') == version('def f():\n    """New."""\n    return 1')
    assert version("def f():\n    return 1") == version("\n\ndef f():\n\n    return 1")


@pytest.mark.parametrize(
    "other", ["return 2", "return 1.0", "return True", "return x", "yield 1", "return (1,)", "return 1 if x else 1"]
)
def test_another_instruction_changes_the_version(other: str) -> None:
    assert version("def f(x):\n    return 1") != version(f"def f(x):\n    {other}")
    assert version("def f(x):\n    return 1") != version("def f(x=None):\n    return 1")


def test_the_version_is_the_same_in_every_process() -> None:
    asked = (
        'from variorum.versions import _instructions; print(_instructions(\'def f(x): return x in {"a", "b", "c"}\'))'
    )
    told = {
        subprocess.run([sys.executable, "-c", asked], env={**os.environ, "PYTHONHASHSEED": seed}, **CAPTURED).stdout
        for seed in "12345"
    }
    assert len(told) == 1


def test_every_import_is_seen() -> None:
    for path in sorted(Path(versions.__file__).parent.rglob("*.py")):
        module = ".".join(["variorum", *path.relative_to(Path(versions.__file__).parent).with_suffix("").parts])
        source, module = path.read_text(encoding="utf-8"), module.removesuffix(".__init__")
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        wanted = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                wanted.add(resolve_name("." * node.level + (node.module or ""), package))
        found = set(versions._imports(source, module, path))
        assert wanted <= found, module
        assert all(versions._path(name) for name in found - wanted), module


def test_a_step_depends_on_what_it_imports_and_on_no_other_room() -> None:
    modules = {}
    for step in plan.STEPS:
        todo, seen = [step.make.__module__], set()
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += [other for other in versions._read(name)[1] if other.startswith("variorum.")]
        modules[step.name] = seen
    assert "variorum.passages.seeds.kernels" in modules["reuse"], "also what is imported inside functions"
    assert "variorum.text" in modules["reuse"]
    assert not any(name.startswith(("variorum.layers", "variorum.archive")) for name in modules["reuse"])


def test_libraries_count_by_their_version() -> None:
    assert versions._version("numpy")
    assert versions._version("no-such-library") == ""
