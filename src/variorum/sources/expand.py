"""The bytes of a file as a stream, decompressed where they are compressed, and only so far as is reasonable."""

from __future__ import annotations

import gzip
import io
import zlib

from variorum.errors import NotReadable, TooLarge
from variorum.sources.source import Limits

GZIP = b"\x1f\x8b\x08"


def expanded(data: bytes, name: str, limits: Limits) -> tuple[io.BufferedReader, str]:
    """A stream of what a file holds, and the name that it would have uncompressed.

    Reading the stream raises TooLarge where it goes beyond the limits, and NotReadable where it is damaged.

    >>> stream, name = expanded(gzip.compress(b"a letter"), "letter.txt.gz", Limits())
    >>> stream.read(), name
    (b'a letter', 'letter.txt')
    """
    if not data.startswith(GZIP):
        return io.BufferedReader(io.BytesIO(data)), name
    most = min(limits.expanded, max(limits.free_expansion, limits.expansion * len(data)))
    return io.BufferedReader(_Bounded(gzip.GzipFile(fileobj=io.BytesIO(data)), most), 1 << 16), name.removesuffix(".gz")


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than so many bytes."""

    def __init__(self, inner: gzip.GzipFile, most: int) -> None:
        self.inner, self.left = inner, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self.inner.read(len(buffer))
        except (EOFError, OSError, zlib.error) as error:
            raise NotReadable(
                f"its compressed data are damaged or cut short ({error}): fetch the file again"
            ) from error
        self.left -= len(data)
        if self.left < 0:
            raise TooLarge(
                "it expands to many times its size, as an archive bomb does: unpack it yourself if it is none"
            )
        buffer[: len(data)] = data
        return len(data)
