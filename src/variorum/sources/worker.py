"""A reading process: told a file, it answers with the file's tables, or with why there are none.

It is started by `variorum.sources.workers` as `python -m variorum.sources.worker`, and ends when its parent does.
"""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyarrow.compute  # noqa: F401 (needed later, when memory is limited and nothing more can be loaded)

from variorum.errors import ChangedWhileRead, NotReadable, NotText, SourceError, TooLarge
from variorum.sources.document import Document, Reader, Warn, tables
from variorum.sources.edges import edges
from variorum.sources.expand import expanded
from variorum.sources.formats import choose
from variorum.sources.frames import read_frame, write_frame
from variorum.sources.readers import READERS
from variorum.sources.source import Limits

PART = 8_000_000
"""Code points of text, about, that are sent at once."""
DOCUMENT = 2_000
"""What a document weighs beside its text."""
HEAD = 4096
"""The first bytes by which a format is known."""

Say = Callable[..., None]


class _Task(NamedTuple):
    """A file to read: its id, its place, and what it may cost."""

    path: str
    file: str
    limits: Limits


def main() -> None:
    """Answer one file after another, until the parent falls silent."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the frames
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    _say(out, "ready")
    gc.freeze()
    gc.disable()  # a document is a million small things without a ring among them
    while frame := read_frame(sys.stdin.buffer):
        path, file, limits = frame.head["path"], frame.head["file"], Limits(*frame.head["limits"])
        _answer(_Task(path, file, limits), partial(_say, out))
        gc.collect()


def _say(out: BinaryIO, kind: str, tables: dict[str, Any] | None = None, **more: Any) -> None:
    write_frame(out, {"kind": kind, **more}, tables)


def _answer(task: _Task, say: Say) -> None:
    try:
        _read(task, say)
    except NotText as reason:
        say("skipped", why="not text", reason=str(reason))
    except SourceError as reason:
        say("skipped", why="failed", reason=str(reason))
    except MemoryError:
        say("skipped", why="failed", reason="reading it takes more memory than a file of its size may: divide the file")
    except Exception as error:  # a fault of ours in one file must not cost the others
        fault = f"{type(error).__name__}: {error}"
        say("skipped", why="failed", reason=f"the reader failed on it ({fault}): please report this, with the file")


def _read(task: _Task, say: Say) -> None:
    data = _contents(task)
    sha256 = hashlib.sha256(data).hexdigest()
    say("opened", sha256=sha256)
    if not data:
        raise NotText("it is empty")
    stream, name = expanded(data, Path(task.file).name.lower(), task.limits)
    reader = choose(READERS, stream.peek(HEAD)[:HEAD], name)
    warnings: list[str] = []
    made = parts(reader, stream, warnings.append)
    part = next(made, None)
    if part is None:
        raise _nothing(warnings)
    while part is not None:
        following = next(made, None)
        rows = {**tables(task.path, sha256, reader.name, part), "edges": edges(task.path, part)}
        say("read", rows, warnings=_taken(warnings), last=following is None)
        part = following


def _nothing(warnings: list[str]) -> SourceError:
    """What is wrong with a file without a document: it holds none, or those that it holds are damaged."""
    if not warnings:
        return NotText("it holds no document")
    wrong = ["no document in it can be read: mend or convert what is named here", *_taken(warnings)]
    return SourceError("; ".join(wrong))


def _taken(warnings: list[str]) -> list[str]:
    """The warnings until now, each once."""
    taken = list(dict.fromkeys(warnings))
    warnings.clear()
    return taken


def parts(reader: Reader, stream: BinaryIO, warn: Warn) -> Iterator[list[Document]]:
    """The documents of a file, by so many as are sent at once."""
    part: list[Document] = []
    size = 0
    for document in reader.read(stream, warn):
        part.append(document)
        size += len(document.text) + DOCUMENT
        if size > PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _contents(task: _Task) -> bytes:
    """All bytes of a file; raises ChangedWhileRead if they were written to meanwhile, and again at a second try."""
    for _ in range(2):
        try:
            with open(task.file, "rb") as file:
                before = os.fstat(file.fileno())
                _limit(task.limits, before.st_size)
                data = file.read()
            after = Path(task.file).stat()
        except OSError as error:
            raise NotReadable(f"the system does not let it be read ({error.strerror}): allow reading it") from error
        if len(data) == after.st_size and _state(before) == _state(after):
            return data
    raise ChangedWhileRead("it was being written to while it was read: build again when that is done")


def _state(about: os.stat_result) -> tuple[int, int, int]:
    return about.st_size, about.st_mtime_ns, about.st_ino


def _limit(limits: Limits, size: int) -> None:
    """Hold this process to what a file of this size may cost, should the parent be gone or the system generous."""
    if size > limits.size:
        raise TooLarge(f"it is larger than {limits.size // 1_000_000:,} MB: divide the file")
    if hasattr(signal, "alarm"):
        signal.alarm(60 + 3 * int(limits.seconds + limits.seconds_per_megabyte * size / 1e6))
    try:
        import resource
    except ImportError:  # a system without such limits; the parent's limit of time remains
        return
    most = _used_memory() + limits.memory + limits.memory_per_byte * size
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _used_memory() -> int:
    """The addresses that this process has; where the system does not tell, what it has at its start."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[0]
    except OSError:
        return 1 << 30
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
