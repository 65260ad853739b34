"""ZIP archives: every member that a reader knows is read as if it lay in the library by itself.

The id of a member is its path in the archive; a member that holds many documents itself (a book, JSON Lines, another
archive) stands there like a folder: `bundle.zip#books/novel.epub/text/ch1.xhtml`. Each part is escaped once, as
everywhere. Offsets of origins count the bytes of the innermost member.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from variorum.errors import NotReadable, NotText, SourceError, TooLarge
from variorum.sources.document import Document, Reader, Warn
from variorum.sources.expand import expanded
from variorum.sources.formats import choose
from variorum.sources.source import Limits, escaped_id
from variorum.sources.zips import EMPTY, MAGIC, USUAL, Zip, opened, read

DEEPEST = 2
"""How many archives may contain one another: a bomb needs more, people do not."""
HEAD = 4096
"""The first bytes by which a format is known."""
_NAMED = 3
"""How many members are named that were passed over for the same reason."""


_PACKAGES = {
    "META-INF/container.xml": "epub",
    "word/document.xml": "docx",
    "[Content_Types].xml": "an office document other than a text",
    "META-INF/MANIFEST.MF": "a program, packed",
}
"""By what member an archive is known to be one thing, and the name of its reader, or what it is."""


class _Task(NamedTuple):
    """What is needed to read the members of an archive, and of the archives in it."""

    readers: Sequence[Reader]
    limits: Limits
    warn: Warn
    depth: int
    passed: dict[str, list[str]]
    """Why members were passed over that are no texts, and their names."""
    taken: Counter[str]
    """How often each id was given."""
    left: list[int]
    """Bytes that the archives inside may still expand to, all together."""


def archive_reader(readers: Sequence[Reader], limits: Limits = USUAL) -> Reader:
    r"""The reader of ZIP archives whose members are read by `readers`; it stands after those that are ZIP files too.

    >>> archive_reader(()).knows(b"PK\3\4...", ".zip")
    True
    """

    def read_archive(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
        data = stream.read()
        most = min(limits.expanded, max(limits.free_expansion, limits.expansion * len(data)))
        task = _Task(readers, limits, warn, 1, {}, Counter(), [most])
        yield from _documents(data, "", task)
        for reason, names in task.passed.items():
            others = f" and {len(names) - _NAMED} others" if len(names) > _NAMED else ""
            warn(f"{', '.join(names[:_NAMED])}{others} in it: passed over, {reason}")

    return Reader("zip", _knows, read_archive)


def _knows(head: bytes, _suffix: str) -> bool:
    return head.startswith((MAGIC, EMPTY))


def _documents(data: bytes, folder: str, task: _Task) -> Iterator[Document]:
    """The documents of an archive that lies in this folder of another."""
    archive = opened(data, lambda what: task.warn(folder + what), task.limits)
    task.left[0] -= sum(info.file_size for info in archive.members.values())
    if task.left[0] < 0:
        raise TooLarge("the archives in it expand to many times its size, as a bomb's do: unpack it if it is none")
    if package := _package(archive, task.readers):
        yield from _named(package.read(io.BytesIO(data), task.warn), folder.rstrip("/"), package.name, task)
        return
    for name in archive.members:
        if not _is_hidden(name):
            yield from _member_or_why_not(archive, name, folder, task)


def _member_or_why_not(archive: Zip, name: str, folder: str, task: _Task) -> Iterator[Document]:
    try:
        yield from _member(archive, name, folder, task)
    except (TooLarge, MemoryError):
        raise
    except NotText as reason:
        task.passed.setdefault(str(reason), []).append(folder + name)
    except SourceError as reason:
        task.warn(f"{folder}{name} in it cannot be read: {reason}")
    except Exception as error:  # a fault of ours in one member must not cost the others
        task.warn(f"{folder}{name} in it: the reader failed ({type(error).__name__}: {error}): please report this")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _package(archive: Zip, readers: Sequence[Reader]) -> Reader | None:
    """The reader of what is packed as an archive is, but is one thing; raises NotText where there is none for it."""
    what = next((kind for member, kind in _PACKAGES.items() if member in archive.members), None)
    reader = next((reader for reader in readers if reader.name == what), None)
    if what and not reader:
        raise NotText(f"it is {what}, which variorum does not read: convert it to text or HTML")
    return reader


def _member(archive: Zip, name: str, folder: str, task: _Task) -> Iterator[Document]:
    """The documents of one member."""
    stream, plain = expanded(read(archive, name), name.rpartition("/")[2].lower(), task.limits)
    head = stream.peek(HEAD)[:HEAD]
    if not head:
        raise NotText("it is empty")
    reader = _known(task.readers, head, plain)
    if reader is None and _knows(head, ""):
        if task.depth == DEEPEST:
            raise NotReadable(f"archives in archives are read {DEEPEST} deep and no deeper; unpack it")
        yield from _documents(stream.read(), f"{folder}{name}/", task._replace(depth=task.depth + 1))
        return
    reader = reader or choose(task.readers, head, plain)
    told = reader.read(stream, lambda what: task.warn(f"{folder}{name} in it: {what}"))
    yield from _named(told, folder + name, reader.name, task)


def _named(documents: Iterator[Document], path: str, read_as: str, task: _Task) -> Iterator[Document]:
    """The documents of a member with their ids in the whole archive, and the name of the reader that read them."""
    for document in documents:
        member = "/".join(filter(None, (escaped_id(path), document.member)))
        unique = _unique(member, task.taken) if member else ""
        yield document._replace(member=unique, format=document.format or read_as)


def _known(readers: Sequence[Reader], head: bytes, name: str) -> Reader | None:
    """The reader that knows a member, be it one that is packed as an archive is."""
    suffix = "." + name.rpartition(".")[2] if "." in name else ""
    return next((reader for reader in readers if reader.knows(head, suffix)), None)


def _unique(member: str, taken: Counter[str]) -> str:
    """An id that is given once; only an archive with a file and a folder of one name needs it."""
    taken[member] += 1
    return member if taken[member] == 1 else _unique(f"{member}~{taken[member]}", taken)
