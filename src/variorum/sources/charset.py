"""From bytes to code points: which encoding, what cannot be a character, and where each code point came from."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.errors import NotText
from variorum.sources.detection import HEAD, ONE_BYTE, charset_of, declared, is_half_utf8, is_utf8, raw_text, wide
from variorum.sources.document import Origins

REPLACEMENT = "\ufffd"
NO_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Controls but for tab, newline, form feed and return; surrogates (so bytes that were not decoded); noncharacters."""
_SUSPECT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U00010000-\U0010ffff]")
"""The same, and all that lies beyond the first plane: seven times as fast to look for."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_CHARACTERS = bytes([*range(9), 11, *range(14, 32), 127])
_SUSPECTS = _NO_CHARACTERS + bytes([0xC2, 0xED, 0xEF, *range(0xF0, 0x100)])
"""The bytes with which, in UTF-8, all that is no character begins, and little else."""
_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 12, 13, 27}))


class Segment(NamedTuple):
    """A stretch of the source in one encoding: its first byte, and the raw text (undecoded bytes as U+DC00 + byte)."""

    source_start: int
    charset: str
    raw: str


class Decoded(NamedTuple):
    """The text of a source, in which what is no character is U+FFFD, and how it was decoded."""

    text: str
    segments: Sequence[Segment]
    size: int
    """Bytes of the source."""

    @property
    def charset(self) -> str:
        """The encoding of the source, or of its greater part where there are several."""
        return max(self.segments, key=lambda segment: len(segment.raw)).charset


def decode(data: bytes, warn: Callable[[str], None]) -> Decoded:
    """The text of a file's bytes: by byte-order mark, strict UTF-8, its own declaration, then by likelihood.

    UTF-8 goes before what a file declares, because text in another encoding is never valid UTF-8 by chance, while any
    bytes are valid in most encodings that are declared. Raises NotText for bytes that are no text in any encoding.

    >>> decode("Привет".encode("utf-16"), print).text
    'Привет'
    """
    segments = _segments(data)
    raw = segments[0].raw if len(segments) == 1 else "".join(segment.raw for segment in segments)
    text, replaced = cleaned(raw)
    if replaced > 0.1 * len(text) + 2:
        raise NotText("it is no text, or in an encoding that is not known: convert it to UTF-8 if it should be read")
    if len({segment.charset for segment in segments}) > 1:
        names = " and ".join(dict.fromkeys(segment.charset for segment in segments))
        warn(f"it mixes encodings ({names}): each line was read in the one that fits; convert it to UTF-8")
    elif segments[0].charset in ONE_BYTE and is_half_utf8(data):
        warn(f"it mixes UTF-8 with {segments[0].charset} within a line, and is read in the latter: convert it to UTF-8")
    if replaced:
        warn(f"{replaced} of its code points or bytes are no characters, and stand as U+FFFD")
    return Decoded(text, segments, len(data))


def cleaned(raw: str) -> tuple[str, int]:
    r"""A text with U+FFFD, one for one, for what is no character; and for how many.

    >>> cleaned("bell\x07")
    ('bell\ufffd', 1)
    """
    data = raw.encode("utf-8", "surrogatepass")  # bytes are quicker to look through
    if len(data.translate(None, _SUSPECTS)) == len(data):
        return raw, 0
    return NO_CHARACTER.subn(REPLACEMENT, raw) if _SUSPECT.search(raw) else (raw, 0)


def _segments(data: bytes) -> list[Segment]:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return [Segment(len(mark), charset, raw_text(data[len(mark) :], charset))]
    if broad := wide(data[:HEAD]):
        return [Segment(0, broad, raw_text(data, broad))]
    head = data[:HEAD]
    if len(head) - len(head.translate(None, _CONTROLS)) > 0.02 * len(head) + 2:
        raise NotText("it is no text: it is full of control characters")
    try:
        return [Segment(0, "utf-8", data.decode("utf-8"))]
    except UnicodeDecodeError:
        pass
    named = declared(data)
    if named and not NO_CHARACTER.search(raw := raw_text(data, named)):
        return [Segment(0, named, raw)]
    return _mixed(data) or [Segment(0, charset := named or charset_of(data), raw_text(data, charset))]


def _mixed(data: bytes) -> list[Segment] | None:
    """Lines in UTF-8 among lines in another encoding; None where there are not both."""
    lines = data.splitlines(keepends=True)
    foreign = [not is_utf8(line) for line in lines]
    odd = sum(len(line) - len(line.translate(None, _HIGH)) for line, other in zip(lines, foreign, strict=True) if other)
    utf8 = sum(
        len(line) - len(line.translate(None, _HIGH)) for line, other in zip(lines, foreign, strict=True) if not other
    )
    if utf8 < 0.1 * (odd + utf8):
        return None
    charset = charset_of(b"".join(line for line, other in zip(lines, foreign, strict=True) if other))
    segments, start, at = [], 0, 0
    for index, line in enumerate(lines):
        at += len(line)
        if index + 1 == len(lines) or foreign[index + 1] != foreign[index]:
            name = charset if foreign[index] else "utf-8"
            segments.append(Segment(start, name, raw_text(data[start:at], name)))
            start = at
    return segments


_HIGH = bytes(range(0x80, 0x100))


def origins(decoded: Decoded) -> Origins:
    """Where a text that is its file decoded came from: exact runs, and what was replaced between them."""
    cuts, replaced, at = [0], set(), 0
    for segment in decoded.segments:
        places = [at + found.start() for found in NO_CHARACTER.finditer(segment.raw)]
        replaced.update(places)
        cuts += [*places, *(place + 1 for place in places)]
        at += len(segment.raw)
        cuts.append(at)
    edges = np.unique(np.array(cuts, np.int64))
    sources = source_offsets(decoded)(edges)
    exact = [place not in replaced for place in edges[:-1].tolist()]
    return Origins(edges[:-1], edges[1:], sources[:-1], sources[1:], exact)


def source_offsets(decoded: Decoded) -> Callable[[NDArray[np.int64]], NDArray[np.int64]]:
    """A function from offsets in a text to offsets in the bytes that it was decoded from."""
    first = decoded.segments[0] if decoded.segments else Segment(0, "utf-8", "")
    if len(decoded.segments) <= 1 and (
        is_single_byte(first.charset) or (first.charset == "utf-8" and first.raw.isascii())
    ):
        return lambda places: places + first.source_start
    if len(decoded.segments) == 1 and first.charset == "utf-8" and (starts := _utf8_starts(first.raw)) is not None:
        return lambda places: starts[places] + first.source_start
    widths = [np.array([first.source_start], np.int64), *(_widths(*segment[1:]) for segment in decoded.segments)]
    table = np.minimum(np.cumsum(np.concatenate(widths)), decoded.size)
    return lambda places: table[places]


def _utf8_starts(raw: str) -> NDArray[np.int64] | None:
    """The byte at which each code point begins, and their end; None where bytes were not decoded."""
    try:
        data = np.frombuffer(raw.encode(), np.uint8)
    except UnicodeEncodeError:
        return None
    return np.append(np.flatnonzero((data & 0xC0) != 0x80), len(data))


@cache
def is_single_byte(charset: str) -> bool:
    """Whether every byte of this encoding is a code point of its own."""
    return not charset.startswith("utf") and len(bytes(range(256)).decode(charset, "variorum.bytes")) == 256


def utf8_widths(raw: str) -> NDArray[np.int64]:
    """How many bytes each code point of a raw text has in UTF-8; an undecoded byte is one.

    >>> utf8_widths("aж€").tolist()
    [1, 2, 3]
    """
    codes = _codes(raw)
    widths = np.ones(len(codes), np.int64)
    for least in (0x80, 0x800, 0x10000):
        widths += codes >= least
    widths[(codes >= 0xDC00) & (codes <= 0xDCFF)] = 1
    return widths


def _codes(raw: str) -> NDArray[np.uint32]:
    return np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), "<u4")


def _widths(charset: str, raw: str) -> NDArray[np.int64]:
    """How many bytes each code point of a raw text has."""
    if charset == "utf-8":
        return utf8_widths(raw)
    if charset.startswith("utf-16"):
        return np.where(_codes(raw) >= 0x10000, 4, 2)
    if charset.startswith("utf-32"):
        return np.full(len(raw), 4)
    return np.ones(len(raw), np.int64) if is_single_byte(charset) else _measured(raw, charset)


def _measured(raw: str, charset: str) -> NDArray[np.int64]:
    """How many bytes each code point has in an encoding of changing width."""
    sizes = {char: 1 if "\udc00" <= char <= "\udcff" else len(char.encode(charset, "replace")) for char in set(raw)}
    return np.fromiter((sizes[char] for char in raw), np.int64, len(raw))
