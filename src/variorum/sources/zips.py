"""ZIP files, which EPUB, DOCX and ODT are too: their members' names and bytes, and never more than is reasonable.

Nothing is ever written to disk, so no name can lead anywhere; a name that tries to is refused all the same, because
whoever made it meant no good.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from variorum.errors import NotReadable, TooLarge
from variorum.sources.charset import cleaned
from variorum.sources.document import Warn
from variorum.sources.source import Limits

USUAL = Limits()
MAGIC = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"
"""How a ZIP file begins that has no members."""

_LOCAL = struct.Struct("<4s5H3I2H")
_UTF8, _SIZED_LATER, _ENCRYPTED = 0x800, 0x8, 0x1
_UNICODE_PATH = 0x7075
_CHUNK = 1 << 15
_BOMB = "it expands to many times its size, as an archive bomb does: unpack it yourself if it is none"
_DAMAGED = "its compressed data are damaged or cut short"


class Zip(NamedTuple):
    """An open ZIP file, and its members by their names, in its own order."""

    file: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]


def opened(data: bytes, warn: Warn, limits: Limits = USUAL) -> Zip:
    """The members of a ZIP file that may be read.

    A file whose end is missing, so that it has no directory, is read as far as it goes. Raises TooLarge for what
    expands beyond the limits or has members that overlap, NotReadable for what is no ZIP file.

    >>> import io, zipfile
    >>> held = io.BytesIO()
    >>> with zipfile.ZipFile(held, "w") as file:
    ...     file.writestr("letters/1.txt", "Dear friend")
    ...     file.writestr("../1.txt", "Dear foe")
    >>> read(opened(held.getvalue(), print), "letters/1.txt")
    ../1.txt is passed over: its name leads out of the archive
    b'Dear friend'
    """
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, OSError, NotImplementedError, struct.error) as error:
        file = _salvaged(data, _most(data, limits))
        count = len(file.infolist())
        warn(f"{_DAMAGED} ({str(error).lower()}): {count} of its members could be read; fetch the file again")
    infos = file.infolist()
    _measure(data, infos, limits)
    return Zip(file, dict(_named(infos, warn)))


def _most(data: bytes, limits: Limits) -> int:
    return min(limits.expanded, max(limits.free_expansion, limits.expansion * len(data)))


def _measure(data: bytes, infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise TooLarge for a bomb.

    Of no member is more read than its stated size, so that these can be trusted.
    """
    if sum(info.file_size for info in infos) > _most(data, limits):
        raise TooLarge(_BOMB)
    extents = sorted((info.header_offset, info.header_offset + _LOCAL.size + info.compress_size) for info in infos)
    if any(end > start for (_, end), (start, _) in pairwise(extents)):
        raise TooLarge("its members overlap, as those of an archive bomb do: pack it again if it is none")


def _named(infos: list[zipfile.ZipInfo], warn: Warn) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The members that are files, by their names; of two with one name the last counts, as for other programs."""
    for info in infos:
        name = name_of(info)
        if not info.filename:
            warn("a member without a name is passed over")
            continue
        if name.endswith("/") or info.is_dir():
            continue
        if name.startswith("/") or re.match("[A-Za-z]:", name) or ".." in name.split("/"):
            warn(f"{name} is passed over: its name leads out of the archive")
            continue
        yield name, info


def name_of(info: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where it says so or is valid as such, else code page 437, as the format has it."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        name = _unicode_path(info.extra) or _as_utf8(name)
    return cleaned(name.replace("\\", "/"))[0]


def _as_utf8(name: str) -> str:
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _unicode_path(extra: bytes) -> str | None:
    """The name in the field that some programs add for it."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<2H", extra)
        if kind == _UNICODE_PATH and 5 < size <= len(extra) - 4:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return None


def first_names(head: bytes) -> Iterator[str]:
    """The names of the members whose headers stand in the first bytes of a ZIP file, not those of archives inside it.

    A member whose size is only told after it is the last that is found.
    """
    at = 0
    while head.startswith(MAGIC, at) and at + _LOCAL.size <= len(head):
        _, _, flags, _, _, _, _, packed, _, named, extra = _LOCAL.unpack_from(head, at)
        start = at + _LOCAL.size + named
        yield head[at + _LOCAL.size : start].decode("utf-8", "replace")
        if flags & _SIZED_LATER:
            return
        at = start + extra + packed


def read(archive: Zip, name: str) -> bytes:
    """The bytes of a member; raises NotReadable if it is missing, damaged, encrypted or packed in an unknown way."""
    info = archive.members.get(name)
    if info is None:
        raise NotReadable("it is named, and not there")
    if info.flag_bits & _ENCRYPTED:
        raise NotReadable("it is encrypted: unpack it with its password")
    try:
        return archive.file.read(info)
    except NotImplementedError as error:
        raise NotReadable("it is packed in a way that is not known: pack it again") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error) as error:
        raise NotReadable(f"{_DAMAGED} ({error}): fetch the file again") from error


def _salvaged(data: bytes, most: int) -> zipfile.ZipFile:
    """A ZIP file in memory with the members that can be read without a directory, from one header to the next."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        at = data.find(MAGIC)
        while at >= 0:
            member = _member(data, at, most - held.tell())
            if member:
                name, content, end = member
                file.writestr(zipfile.ZipInfo(name), content)
            at = data.find(MAGIC, end if member else at + len(MAGIC))
    if not file.infolist():
        raise NotReadable(f"{_DAMAGED}, and it has no directory of its members: fetch the file again")
    return zipfile.ZipFile(held)


def _member(data: bytes, at: int, most: int) -> tuple[str, bytes, int] | None:
    """The name and content of the member whose header is here, and where it ends; None if it is not whole."""
    if at + _LOCAL.size > len(data):
        return None
    _, _, flags, method, _, _, crc, packed, _, named, extra = _LOCAL.unpack_from(data, at)
    start = at + _LOCAL.size + named + extra
    name = data[at + _LOCAL.size : at + _LOCAL.size + named].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    if flags & _ENCRYPTED or not name or name.endswith("/"):
        return None
    if method == zipfile.ZIP_STORED and start + packed <= len(data):
        content, end = data[start : start + packed], start + packed
    elif method == zipfile.ZIP_DEFLATED and (inflated := _inflated(data, start, most)):
        content, end = inflated
    else:
        return None
    return (name, content, end) if not crc or zlib.crc32(content) == crc else None


def _inflated(data: bytes, start: int, most: int) -> tuple[bytes, int] | None:
    """What is packed from here on, and where that ends; None if it is damaged or does not end."""
    inflater, parts, size = zlib.decompressobj(-zlib.MAX_WBITS), [], 0
    for at in range(start, len(data), _CHUNK):
        try:
            parts.append(inflater.decompress(data[at : at + _CHUNK]))
        except zlib.error:
            return None
        size += len(parts[-1])
        if size > most:
            raise TooLarge(_BOMB)
        if inflater.eof:
            return b"".join(parts), min(at + _CHUNK, len(data)) - len(inflater.unused_data)
    return None
