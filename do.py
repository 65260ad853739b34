#!/usr/bin/env python3
"""Set everything up and do one thing: `python3 do.py example` or `python3 do.py test`.

It needs Python 3.11 or later with pip, and touches nothing outside this folder: what it installs goes to `.venv`, from
`requirements.txt`, in which every file is pinned by its hash.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")


def run(*command: str | Path) -> None:
    """Run a command, and end with its exit code if it fails."""
    code = subprocess.run([str(word) for word in command], cwd=ROOT).returncode
    if code:
        sys.exit(code)


def set_up() -> None:
    """Make `.venv` as `requirements.txt` says, unless it is so already."""
    wanted = sha256((ROOT / "requirements.txt").read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    done = HOME / "installed"
    if done.is_file() and done.read_text() == wanted:
        return
    print("setting up in .venv (once) ...", flush=True)
    venv.create(HOME, clear=True, with_pip=False)
    pip = (sys.executable, "-m", "pip", "--python", BIN / "python", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", "requirements.txt")
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    done.write_text(wanted)


def example(*options: str) -> None:
    """Build the archive of the example, and serve it on this machine."""
    run(BIN / "variorum", "build", "examples/library", "-o", "examples/example-archive")
    run(BIN / "variorum", "serve", "examples/example-archive", *options)


def test(*options: str) -> None:
    """Pass the tests: style, types, and behaviour."""
    run(BIN / "ruff", "check", ".")
    run(BIN / "ruff", "format", "--check", ".")
    run(BIN / "mypy")
    run(BIN / "python", "-m", "pytest", "-n", "2", *options)


def main() -> None:
    """Do what is named on the command line."""
    tasks = {"example": example, "test": test}
    if sys.version_info < (3, 11):  # noqa: UP036 (whoever starts it may have an older one)
        sys.exit("variorum needs Python 3.11 or later; this is " + sys.version.split()[0])
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        sys.exit(f"python3 do.py {{{'|'.join(tasks)}}}\n\n{__doc__}")
    set_up()
    try:
        tasks[sys.argv[1]](*sys.argv[2:])
    except KeyboardInterrupt:
        sys.exit(130)


main()
