"""The search that works in a browser: pagefind's index of the published pages, beside them."""

from __future__ import annotations

import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from variorum.errors import MissingExtra, StorageError

FOLDER = "pagefind"
"""Where the index stands inside the site."""
PAGES = "documents/**/*.html"
"""The pages that have a body to search; the others need not be read."""


def pagefind(site_folder: Path) -> None:
    """Writes the index of a site's pages into it, for the page `search.html`.

    Only what the pages mark as body is indexed: the texts of the documents. The index is served as files, by any host;
    opened from the disk, without a server, browsers refuse to load it. The same pages give the same bytes, which holds
    because they set no filters: pagefind 1.5 writes those in an order of chance.

    Raises MissingExtra where pagefind is not installed, StorageError where it cannot write.
    """
    program = _program()
    command = [
        str(program),
        "--site",
        str(site_folder),
        "--output-subdir",
        FOLDER,
        "--keep-index-url",
        "--silent",
        "--glob",
        PAGES,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["it gave no reason"]
        raise StorageError(f"making the browser search in {site_folder}: pagefind said: {said[-1]}")


def pagefind_version() -> str:
    """Which pagefind is installed; "" for none. Another one makes another index."""
    try:
        return version("pagefind_bin")
    except PackageNotFoundError:
        return ""


def _program() -> Path:
    try:
        from pagefind.service import get_executable
    except ImportError:
        raise MissingExtra("site", "searching the site in the browser") from None
    program = get_executable()
    if program is None:
        raise MissingExtra("site", "searching the site in the browser")
    return Path(program)
