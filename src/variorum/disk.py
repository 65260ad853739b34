"""Writing so that a file is there whole or not at all, by one writer at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.errors import ArchiveInUse, StorageError


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A file to write aside; it takes its place, safe on disk, when the block ends.

    Raises StorageError where the disk is full or cannot be written.
    """
    aside = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield aside
        sync(aside)
        aside.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise storage_error(path, error) from error


def storage_error(path: Path, error: OSError | sqlite3.OperationalError) -> StorageError:
    """What to tell about a failure to write."""
    full = getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT) or "disk is full" in str(error)
    mend = "free some space and build again: what is finished is kept" if full else "choose another place with -o"
    return StorageError(f"wrote {path}: {'the disk is full' if full else error}; {mend}")


def sync(path: Path) -> None:
    """Have the system put a file, or a folder's list of files, safely on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the archive against other builds.

    Raises ArchiveInUse where another build holds it, StorageError where nothing can be written there.
    """
    import fcntl

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock: Any = (folder / ".lock").open("w")
    except OSError as error:
        raise storage_error(folder, error) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ArchiveInUse(f"built {folder.parent}: another build is writing it; wait for it to end") from error
        yield
