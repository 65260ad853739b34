"""What the repository may not hold: addresses of package indexes, locks that name them, paths of one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INDEXES = (
    "pypi" + r"\.org",
    "pythonhosted" + r"\.org",
    "registry" + r"\.npmjs",
    "deb" + r"\.debian\.org",
    "--index-" + "url http",
)
PATHS = (r"/" + "work/", r"/" + r"root/\.", r"file:///" + "opt")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_index_and_no_machine_is_named() -> None:
    forbidden = re.compile("|".join(INDEXES + PATHS).encode())
    assert [path.name for path in tracked() if forbidden.search(path.read_bytes())] == []


def test_no_lock_that_names_an_index_is_kept() -> None:
    assert not [path.name for path in tracked() if path.name in ("uv.lock", "poetry.lock", "Pipfile.lock")]


def test_every_requirement_is_pinned_by_hash() -> None:
    entries = re.split(r"(?<!\\)\n", (ROOT / "requirements.txt").read_text(encoding="utf-8").strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries if not entry.startswith("#"))
