"""Which files of a library are sources."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from variorum.errors import LibraryError
from variorum.sources.source import Source, Why, source_path, visible

OWNERS_FILES = ("variorum.toml", "decisions.jsonl")
"""What a person writes at the top of a library: no sources."""


def scan(library: Path, *, leave_out: Sequence[Path] = ()) -> list[Source]:
    """The sources of a library, by the UTF-8 bytes of their paths; raises LibraryError where there is no folder.

    Hidden files and folders, the owner's own files, and the folders of `leave_out` (the archive) are none. A link is
    followed only to a hidden file of the library: any other file in it is read under its own name, and what lies
    outside is not the library's.
    """
    if not library.is_dir():
        problem = "is not a folder" if library.exists() else "does not exist"
        raise LibraryError(f"{visible(str(library))} {problem}: name the folder that holds the texts")
    top = os.path.realpath(library)
    apart = {os.path.realpath(folder) for folder in leave_out}
    return sorted(_sources(top, apart), key=lambda source: source.path)


def _sources(top: str, apart: Collection[str]) -> Iterator[Source]:
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield _refused(top, folder, "failed", f"this folder cannot be opened ({error.strerror}): allow reading it")
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.path in apart or (folder == top and entry.name in OWNERS_FILES):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                yield from _file(top, entry)


def _file(top: str, entry: os.DirEntry[str]) -> Iterator[Source]:
    try:
        if entry.is_symlink() and (refusal := _refusal_of_link(top, entry.path)):
            if refusal != IN_PLACE:
                yield _refused(top, entry.path, "left out", refusal)
            return
        about = entry.stat()
    except OSError as error:
        yield _refused(top, entry.path, "failed", f"it cannot be looked at ({error.strerror})")
        return
    if stat.S_ISREG(about.st_mode):
        path = source_path(_relative(top, entry.path))
        yield Source(path, entry.path, about.st_size, about.st_mtime_ns, about.st_ino)
    else:
        yield _refused(top, entry.path, "left out", "it is no file but a device, a pipe or a socket")


IN_PLACE = "it is read in its own place"


def _refusal_of_link(top: str, link: str) -> str:
    """Why a link is not followed; nothing if it is."""
    try:
        target = os.path.realpath(link, strict=True)
    except OSError:
        return "this link leads nowhere, or round in a circle: remove it"
    if os.path.commonpath([top, target]) != top:
        return "this link leads out of the library and is not followed: copy the file into the library"
    hidden = any(part.startswith(".") for part in _relative(top, target).split("/"))
    return "" if hidden and Path(target).is_file() else IN_PLACE


def _refused(top: str, path: str, kind: Why, reason: str) -> Source:
    return Source(source_path(_relative(top, path)), path, 0, 0, 0, (kind, reason))


def _relative(top: str, path: str) -> str:
    return os.path.relpath(path, top).replace(os.sep, "/")
