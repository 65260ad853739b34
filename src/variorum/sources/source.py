"""What goes into the room of the sources and what comes out of it: values, and how a file is named."""

from __future__ import annotations

import os
import unicodedata
from typing import Literal, NamedTuple
from urllib.parse import unquote, unquote_to_bytes

import pyarrow as pa

Why = Literal["not text", "left out", "failed"]


class Source(NamedTuple):
    """A file of the library."""

    path: str
    """Its name inside the library: the id of its document, or the part of their ids before the `#`."""
    file: str
    """Where it lies, as the system names it (bytes that are not UTF-8 as `os.fsdecode` gives them)."""
    size: int
    mtime_ns: int
    inode: int
    refusal: tuple[Why, str] | None = None
    """Why it is not to be opened, where a look at its place was enough."""


class Limits(NamedTuple):
    """What reading one file may cost, so that no file can stop a build."""

    memory: int = 1 << 30
    """Bytes of memory that any file may take."""
    memory_per_byte: int = 20
    """Bytes more for each byte of the file."""
    seconds: float = 10
    """Seconds that any file may take."""
    seconds_per_megabyte: float = 5
    """Seconds more for each million bytes of the file."""
    size: int = 2 << 30
    """Bytes of the largest file that is opened at all."""
    expanded: int = 4 << 30
    """Bytes to which a compressed file may expand."""
    expansion: int = 100
    """How many times its own size a compressed file may become, once it is larger than `free_expansion`."""
    free_expansion: int = 64 << 20


class Read(NamedTuple):
    """A source that was read, or one part of a source that holds many documents."""

    source: Source
    sha256: str
    tables: dict[str, pa.Table]
    """documents, origins, blocks, milestones, styles: of the documents of this part."""
    warnings: list[str]
    last: bool = True
    """Whether no other part of this source follows."""


class Skipped(NamedTuple):
    """A source that was passed over. Parts of it that came before, if any, are void."""

    source: Source
    sha256: str | None
    kind: Why
    """"failed" for what should have been readable; "not text" and "left out" are no failures."""
    reason: str


Outcome = Read | Skipped


def source_path(relative: str) -> str:
    """The id of the file of this name inside the library (as `os.fsdecode` gives it, parts divided by `/`).

    >>> source_path("50 % off/#1.txt"), source_path("caf" + chr(0xDCE9))
    ('50 %25 off/%231.txt', 'caf%E9')
    """
    escaped = escaped_id(relative)
    return "".join(f"%{ord(char) - 0xDC00:02X}" if "\udc80" <= char <= "\udcff" else char for char in escaped)


def escaped_id(text: str) -> str:
    """A name, or the id of one document of a file, as it stands in the id of a document.

    >>> escaped_id("psalm #31")
    'psalm %2331'
    """
    return text.replace("%", "%25").replace("#", "%23")


def file_name(doc: str) -> str:
    """The name of the file that a document lies in, inside the library: `source_path` the other way round.

    >>> file_name("50 %25 off/%231.txt"), file_name("corpus.jsonl#psalm %2331")
    ('50 % off/#1.txt', 'corpus.jsonl')
    """
    return os.fsdecode(unquote_to_bytes(doc.partition("#")[0]))


def member_name(doc: str) -> str:
    """The name of a document inside its file; nothing where the file is the document.

    >>> member_name("book.epub#text/ch1.xhtml"), member_name("a.txt")
    ('text/ch1.xhtml', '')
    """
    return unquote(doc.partition("#")[2])


def visible(name: str) -> str:
    r"""A name as it can be shown anywhere: what would steer a terminal, or hide, is spelt out.

    >>> print(visible("a\x1b[2Jb\u202e.txt"))
    a\x1b[2Jb\u202e.txt
    """
    return "".join(
        _spelt(char) if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in name
    )


def _spelt(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return "\\x" + os.fsencode(char).hex()
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")
