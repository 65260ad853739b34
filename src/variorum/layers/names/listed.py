"""The word lists of the package wordfreq (Speer 2022), read without making a string of each of their words.

Of the hundreds of thousands of words in a list a library asks for few. So a list stays as it is in its file, a
MessagePack array of groups, each of words that are equally frequent, a hundredth of a power of ten seldomer than those
before; and a table of places tells where a word stands in it.
"""

from __future__ import annotations

import gzip
import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import wordfreq  # noqa: F401 - only its files are read, and rows are made by its version

_HEAD = b"\x82\xa6format\xa2cB\xa7version\x01"
"""What a list has before its groups, after the number of them all: what sort of file it is."""
_LONG_ARRAY = 3
"""How many bytes say how many groups there are."""


class Listed(NamedTuple):
    """The words of a language with their shares of all words, ready to be asked."""

    packed: bytes
    places: memoryview
    groups: memoryview
    known: dict[str, float]
    """The words that have been asked for."""

    def share(self, word: str) -> float:
        """Which part of all words a word is; 0 if it is in no list.

        >>> listed("en").share("harbour") > listed("en").share("hawser") > listed("en").share("xqzt") == 0
        True
        """
        share = self.known.get(word)
        if share is None:
            share = self.known[word] = self._looked_up(word)
        return share

    def _looked_up(self, word: str) -> float:
        raw, mask = word.encode(), len(self.places) - 1
        if len(raw) >= _LONGEST:
            return 0.0
        string = _HEADS[len(raw)] + raw
        head, place = len(string) - len(raw), crc32(raw) & mask
        while at := self.places[place]:
            if self.packed.startswith(string, at - head):
                return float(10 ** (-self.groups[place] / 100))
            place = (place + 1) & mask
        return 0.0


_LONGEST = 256
_HEADS = tuple(bytes([0xA0 | size] if size < 32 else [0xD9, size]) for size in range(_LONGEST))
"""What stands before a string of so many bytes in MessagePack."""


@cache
def listed(code: str) -> Listed:
    """The long list of a language."""
    from variorum.layers.names.kernels import laid_out

    packed = gzip.decompress(_file(code).read_bytes())
    assert packed[_LONG_ARRAY : _LONG_ARRAY + len(_HEAD)] == _HEAD, f"no list of words: {_file(code)}"
    places, groups = laid_out(np.frombuffer(packed, np.uint8), _checksums(), _LONG_ARRAY + len(_HEAD))
    return Listed(packed, places.data, groups.data, {})


def _file(code: str) -> Path:
    """The file of a list, without loading the package, which is far longer than the list."""
    spec = importlib.util.find_spec("wordfreq")
    assert spec and spec.origin
    return Path(spec.origin).parent / "data" / f"large_{code}.msgpack.gz"


def _checksums() -> NDArray[np.int64]:
    """The table of CRC-32: what each byte makes of a checksum."""
    found = np.arange(256, dtype=np.int64)
    for _ in range(8):
        found = np.where(found & 1, 0xEDB88320 ^ (found >> 1), found >> 1)
    return found
