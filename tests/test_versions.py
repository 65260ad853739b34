"""A step is stale when the code that can change its rows has changed, and only then."""

from __future__ import annotations

import ast

from variorum import plan, versions


def version(code: str) -> str:
    tree = ast.parse(code)
    versions._drop_docstrings(tree)
    return ast.dump(tree)


def test_docstrings_and_comments_change_nothing() -> None:
    assert version('def f():\n    """Old."""\n    return 1  # one') == version('def f():\n    """New."""\n    return 1')
    assert version("def f():\n    return 1") != version("def f():\n    return 2")


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
