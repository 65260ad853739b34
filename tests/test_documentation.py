"""What the documentation says is true: its commands and its Python are run, and their output compared."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import variorum
from variorum.cli import cli

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def sessions(page: Path) -> Iterator[tuple[str, str]]:
    """The commands of a page's console sessions, and what each is said to print."""
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for session in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = session.partition("\n")
            if command.startswith("variorum ") and " serve " not in command:
                yield command, output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_print_what_the_page_says(
    page: Path, archive: variorum.Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "example-archive").symlink_to(archive.folder)
    monkeypatch.chdir(tmp_path)
    for command, expected in sessions(page):
        result = CliRunner().invoke(cli, shlex.split(command)[1:])
        printed = result.output.replace(str(archive.folder), "example-archive")
        same = doctest.OutputChecker().check_output(expected, printed, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        assert same, f"{command}\nis said to print\n{expected}\nand prints\n{printed}"


def test_the_readme_shows_commands() -> None:
    assert len(list(sessions(ROOT / "README.md"))) >= 2


def modules() -> list[str]:
    return [
        name
        for _, name, _ in pkgutil.walk_packages(variorum.__path__, "variorum.")
        if name != "variorum.sources.worker"
    ]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_the_code_run(name: str) -> None:
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.testmod(importlib.import_module(name), optionflags=options).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if not target.startswith(("http", "mailto"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(("writer", "page"), [("write_tables.py", "tables.md"), ("write_slips.py", "slips.md")])
def test_pages_that_are_written_from_the_code_say_what_it_says(writer: str, page: str) -> None:
    names: dict[str, object] = {"__name__": "written"}
    exec((ROOT / "docs" / writer).read_text(encoding="utf-8"), names)
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == names["page"]()  # type: ignore[operator]
