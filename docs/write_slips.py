#!/usr/bin/env python3
"""Write docs/slips.md, the manual of proof-reading, from the rules: .venv/bin/python docs/write_slips.py"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

from variorum.layers.findings import RULES
from variorum.layers.findings.witnesses import RULE, witnesses

HEAD = """# Slips: the rules of proof-reading

Each rule proposes what it suspects in one document, after the habits of that document; the library settles what it is
worth. A confidence is meant as a share: of a hundred findings at .8 about eighty are slips. Which ones a person
accepted or refused is kept in `decisions.jsonl`, and what was decided is not shown again. This page is written from the
rules (`src/variorum/layers/findings/`) by `docs/write_slips.py`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *sections()])


def sections() -> Iterator[str]:
    """A section a rule: the docstring of its module."""
    rules = [(rule.name, rule.find.__module__) for rule in RULES]
    for name, module in [*rules, (RULE, witnesses.__module__)]:
        told = inspect.getdoc(importlib.import_module(module)) or ""
        yield f"## {name}\n\n{told}\n"


if __name__ == "__main__":
    (Path(__file__).parent / "slips.md").write_text(page(), encoding="utf-8")
