"""One member of a ZIP file changed, every other byte kept: other members are copied as they stand, compressed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from variorum.mending.edits import Refused

_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_Sizes = tuple[int, int, int]
"""A checksum, and how many bytes there are, compressed and not."""
_DESCRIBED = 0x8
"""The flag that says that sizes stand after the data."""


def replaced(data: bytes, members: dict[str, bytes]) -> bytes:
    """The ZIP file with other contents in some members.

    Raises Refused where the file is too large to be rewritten, encrypted, or is no plain ZIP.

    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
    ...     file.writestr("a", "tlie")
    ...     file.writestr("b", "kept")
    >>> with zipfile.ZipFile(io.BytesIO(replaced(buffer.getvalue(), {"a": b"the"}))) as file:
    ...     file.read("a"), file.read("b"), file.testzip()
    (b'the', b'kept', None)
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        infos, start = sorted(file.infolist(), key=lambda info: info.header_offset), file.start_dir
    bounds = [*(info.header_offset for info in infos), start]
    parts, at = [data[: bounds[0]]], bounds[0]
    places: dict[int, tuple[int, _Sizes | None]] = {}
    for info, end in zip(infos, bounds[1:], strict=True):
        part = data[info.header_offset : end]
        places[info.header_offset] = at, None
        if info.filename in members:
            part, sizes = _member(part, info, members[info.filename])
            places[info.header_offset] = at, sizes
        parts.append(part)
        at += len(part)
    return b"".join([*parts, *_directory(data, start, at, places)])


def _member(part: bytes, info: zipfile.ZipInfo, content: bytes) -> tuple[bytes, _Sizes]:
    """The member's new part of the file; and its checksum, its size compressed, and its size."""
    if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("this member is encrypted or packed in an unusual way")
    head = list(_LOCAL.unpack_from(part))
    named = part[_LOCAL.size : _LOCAL.size + head[9] + head[10]]
    packed = content
    if info.compress_type == zipfile.ZIP_DEFLATED:
        squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = squeezer.compress(content) + squeezer.flush()
    sizes = zlib.crc32(content), len(packed), len(content)
    head[2] &= ~_DESCRIBED
    head[6:9] = sizes
    return _LOCAL.pack(*head) + named + packed, sizes


def _directory(data: bytes, start: int, moved: int, places: dict[int, tuple[int, _Sizes | None]]) -> list[bytes]:
    """The list of members at the file's end, with the places where they are now."""
    out, at = [], start
    while data[at : at + 4] == b"PK\x01\x02":
        head = list(_CENTRAL.unpack_from(data, at))
        length = _CENTRAL.size + sum(head[10:13])
        if 0xFFFFFFFF in (head[16], head[8], head[9]):
            raise Refused("the file is too large to be rewritten")
        place, sizes = places[head[16]]
        head[16] = place
        if sizes:
            head[3] &= ~_DESCRIBED
            head[7:10] = sizes
        out.append(_CENTRAL.pack(*head) + data[at + _CENTRAL.size : at + length])
        at += length
    if data[at : at + 4] != b"PK\x05\x06":
        raise Refused("the file is no plain ZIP")
    end = list(_END.unpack_from(data, at))
    end[5:7] = at - start, moved
    return [*out, _END.pack(*end) + data[at + _END.size :]]
