"""Which encoding the bytes of a file are in, as they themselves show; and reading them in one without loss."""

from __future__ import annotations

import codecs
import re
import unicodedata

import numpy as np

HEAD = 1 << 16
"""Bytes from the beginning by which an encoding is told."""
_DECLARED = re.compile(
    rb"""(?:charset\s*=|(?<![-\w])encoding\s*=|character set encoding\s*:|coding\s*[:=])\s*["']?([A-Za-z][-\w.:+]*)""",
    re.I,
)
_LATIN = (
    "cp1252",
    "cp1250",
    "cp1254",
    "cp1257",
    "iso8859-2",
    "iso8859-9",
    "iso8859-15",
    "iso8859-16",
    "mac-roman",
    "cp437",
    "cp850",
)

_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
"""The likelier first; they differ in what letters are capitals, and so are told apart by where capitals stand."""
ONE_BYTE = frozenset([*_LATIN, *_CYRILLIC])
"""Encodings in which any byte is a character, so that nothing shows when they are the wrong ones."""
_NOT_WESTERN = re.compile(r"[^\x00-\x7f\u00a0àâäçéèêëîïôöùûüñßáíóúœæåÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÑÁÍÓÚŒÆÅ«»“”‘’„–—…°§£]")
"""What text of Western Europe hardly has, and text of Central Europe soon has, read as Western Windows."""
_DRAWN = re.compile(r"[\u2500-\u259f]\w|\w[\u2500-\u259f]")
"""Lines of a frame beside letters: what letters of Western Windows look like in an encoding of DOS."""
_UNLIKELY = re.compile(r"[а-яё][А-ЯЁ]|[.!?]\s+[а-яё]|[^\W\d_А-яЁёA-Za-z]|[\u2500-\u259f\ufffd]")


def raw_text(data: bytes, charset: str) -> str:
    """Bytes read in an encoding; one that cannot be read stands as U+DC00 and its value."""
    if charset.startswith(("utf-16", "utf-32")):
        width = 2 if "16" in charset else 4
        whole, rest = data[: len(data) // width * width], data[len(data) // width * width :]
        try:
            return whole.decode(charset, "surrogatepass") + "".join(chr(0xDC00 + byte) for byte in rest)
        except UnicodeDecodeError:
            return data.decode("latin-1")  # no text in this encoding: its controls will tell
    return data.decode(charset, "variorum.bytes")


def _undecoded(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error("variorum.bytes", _undecoded)


def wide(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: where zero bytes stand, and reading so gives letters and spaces."""
    if b"\x00" not in head:
        return None
    best, charset = 0, None
    for candidate in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        width = 4 if "32" in candidate else 2
        text = head[: len(head) // width * width].decode(candidate, "replace")
        usual = sum(char in " \n\r\t" or unicodedata.category(char)[0] in "LPNZM" for char in text)
        spaces = text.count(" ") + text.count("\n")
        if text and usual >= 0.97 * len(text) and (spaces > best or (not best and text.isascii())):
            best, charset = spaces, candidate
    return charset


def declared(data: bytes) -> str | None:
    """The encoding that a file names in its head, if there is such a one and it is not what software writes unasked."""
    found = _DECLARED.search(data[:8192])
    try:
        charset = codecs.lookup(found[1].decode("ascii")).name if found else ""
        b"".decode(charset or "ascii", "strict")
    except (LookupError, UnicodeError, ValueError):
        return None
    if not charset or charset.startswith(("utf", "idna", "punycode", "raw", "unicode", "charmap")):
        return None
    if charset in ("ascii", "iso8859-1", "cp1252"):
        return "cp1252" if _is_latin(data) else None
    return charset


def _is_latin(data: bytes) -> bool:
    """Whether most letters are ASCII ones, as in no text in another script."""
    head = data[: 4 * HEAD]
    high = len(head) - len(head.translate(None, bytes(range(0xC0, 0x100))))
    letters = len(re.findall(rb"[A-Za-z]", head))
    return high < 0.3 * (high + letters)


def _detected(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    import chardet

    odd = data if len(data) < HEAD else b"\n".join(line for line in data.splitlines() if not line.isascii()) or data
    only = _LATIN if _is_latin(odd) else None
    found = chardet.detect(odd, include_encodings=only, no_match_encoding="cp1252")["encoding"] or "cp1252"
    charset = codecs.lookup(found).name
    if charset in _CYRILLIC:
        return min(_CYRILLIC, key=lambda one: len(_UNLIKELY.findall(odd[:HEAD].decode(one, "replace"))))
    drawn = charset in ("cp437", "cp850") and _DRAWN.search(odd[:HEAD].decode(charset, "replace"))
    western = charset in _LATIN and not _NOT_WESTERN.search(odd[:HEAD].decode("cp1252", "replace"))
    return "cp1252" if drawn or western or charset in ("ascii", "iso8859-1", "utf-8") else charset


def charset_of(data: bytes) -> str:
    """The encoding of bytes that are not valid UTF-8: UTF-8 all the same, if they are damaged only here and there."""
    sound, damaged = _in_utf8(data)
    return "utf-8" if sound > 2 * damaged else _detected(data)


def is_half_utf8(data: bytes) -> bool:
    """Whether so much of bytes that are not UTF-8 would be UTF-8 that two encodings must be mixed within a line."""
    sound, damaged = _in_utf8(data)
    return sound > 0.3 * damaged


def _in_utf8(data: bytes) -> tuple[int, int]:
    """How many characters that are not ASCII the bytes have in UTF-8, and how many bytes that are not UTF-8."""
    codes = np.frombuffer(raw_text(data, "utf-8").encode("utf-32-le", "surrogatepass"), "<u4")
    damaged = int(np.count_nonzero((codes >= 0xDC00) & (codes <= 0xDCFF)))
    return int(np.count_nonzero(codes > 0x7F)) - damaged, damaged


def is_utf8(line: bytes) -> bool:
    """Whether bytes are valid UTF-8."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
