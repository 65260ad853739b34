"""JSON Lines: a document a line, with `id` and `text`, and title, author, date, language, series, access if known."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from json import decoder
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.sources.blocks import read_together
from variorum.sources.charset import NO_CHARACTER, cleaned, utf8_widths
from variorum.sources.document import Document, Facts, Origins, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.source import escaped_id

scanstring = decoder.scanstring  # type: ignore[attr-defined]  # the one function that says where a string ends

_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)"
_INEXACT = re.compile(f"{_ESCAPE}|{NO_CHARACTER.pattern}", re.S)
"""An escape, or what is replaced: each of them one code point of the text."""
_ESCAPED = re.compile(_ESCAPE.encode(), re.S)
SHORT = 300
"""Of how many code points a text is so short that it is gone through run by run."""
MOST = 100
"""How many lines that are passed over are named."""
TOGETHER, LEAST = 200_000, 200
"""Code points of text, about, whose lines are looked at together; and what a text weighs beside its own."""
_DECODER = json.JSONDecoder(strict=False)


class _Member(NamedTuple):
    """A value of an object, and the places in the line at which it starts and ends, its quotation marks included."""

    value: Any
    start: int
    end: int


class _Told(NamedTuple):
    """What a line tells: the id of its document, its text and facts, and where the text came from."""

    member: str
    text: str
    facts: Facts
    origins: Origins


def _knows(head: bytes, suffix: str) -> bool:
    """A file that is named so, or whose first line is an object with a text."""
    if suffix in (".jsonl", ".ndjson", ".jsonlines"):
        return True
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048]
    return suffix not in (".json", ".geojson") and bool(
        re.match(rb'\{\s*"', first) and re.search(rb'"text"\s*:\s*"', first)
    )


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    waiting: list[_Told] = []
    size = 0
    for told in _lines(stream, warn):
        waiting.append(told)
        size += len(told.text) + LEAST
        if size > TOGETHER:
            yield from _documents(waiting)
            waiting, size = [], 0
    yield from _documents(waiting)


def _lines(stream: BinaryIO, warn: Warn) -> Iterator[_Told]:
    """What each line tells that can be read."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    at = passed = 0
    for number, line in enumerate(stream, 1):
        start, at = at, at + len(line)
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            line, start = line[3:], start + 3
        if not line.strip():
            continue
        try:
            decoded = line.decode("utf-8", "variorum.bytes")
            members = _members(decoded)
            yield _told(members, decoded, start, _id(members, number, seen, taken), warn)
        except (ValueError, RecursionError) as error:
            passed += 1
            if passed <= MOST:
                warn(f"line {number} is passed over: {_wrong(error)}")
    if passed > MOST:
        warn(f"{passed - MOST} more lines are passed over")


def _wrong(error: Exception) -> str:
    """What is wrong with a line.

    >>> _wrong(json.JSONDecodeError("Unterminated string starting at", "{", 0))
    'unterminated string starting at its column 1'
    """
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    return f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')} at its column {error.colno}"


def _documents(told: Sequence[_Told]) -> Iterator[Document]:
    for (member, text, facts, runs), found in zip(told, read_together([each.text for each in told]), strict=True):
        yield Document(member, text, facts, runs, found.blocks, found.milestones)


def _members(line: str) -> dict[str, _Member]:
    """The members of the object that a line is; raises ValueError if it is none."""
    at = _skip(line, 0)
    if line[at : at + 1] != "{":
        raise ValueError("it is no JSON object")
    members: dict[str, _Member] = {}
    at = _skip(line, at + 1)
    while line[at : at + 1] == '"':
        key, at = scanstring(line, at + 1, False)
        at = _skip(line, at)
        if line[at : at + 1] != ":":
            raise ValueError(f"a colon is missing after {key[:40]!r}")
        start = _skip(line, at + 1)
        value, at = _value(line, start)
        members[key] = _Member(value, start, at)
        at = _skip(line, at)
        if line[at : at + 1] == ",":
            at = _skip(line, at + 1)
    if line[at : at + 1] != "}" or line[at + 1 :].strip():
        raise ValueError("its JSON object is not closed, or something follows it")
    return members


def _value(line: str, start: int) -> tuple[Any, int]:
    if line[start : start + 1] == '"':
        return scanstring(line, start + 1, False)  # type: ignore[no-any-return]
    return _DECODER.raw_decode(line, start)


def _skip(line: str, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at


def _id(members: dict[str, _Member], number: int, seen: Counter[str], taken: set[str]) -> str:
    """The id of a line's document: its own, or the line's number; a repeated one is told apart."""
    own = members.get("id")
    name = str(own.value) if own and isinstance(own.value, (str, int)) and str(own.value).strip() else str(number)
    plain = escaped_id(cleaned(name)[0])
    seen[plain] += 1
    unique = plain if seen[plain] == 1 else f"{plain}~{seen[plain]}"
    while unique in taken:
        seen[plain] += 1
        unique = f"{plain}~{seen[plain]}"
    taken.add(unique)
    return unique


def _told(members: dict[str, _Member], line: str, at: int, member: str, warn: Warn) -> _Told:
    text = members.get("text")
    if text is None or not isinstance(text.value, str):
        raise ValueError('it has no "text"')
    whole, replaced = cleaned(text.value)
    if replaced:
        warn(f"{member}: {replaced} of its code points are no characters, and stand as U+FFFD")
    facts = _facts({key: each.value for key, each in members.items()}, warn)
    return _Told(member, whole, facts, _origins(line, at, text, replaced))


def _facts(told: dict[str, Any], warn: Warn) -> Facts:
    words = {
        key: cleaned(str(told[key]))[0].strip() or None
        for key in ("title", "author", "series", "access")
        if _is_word(told.get(key))
    }
    day = str(told["date"]) if _is_word(told.get("date")) else None
    composed = edtf(day) if day else None
    if day and not composed:
        warn("a date in it is none that is understood: write a year or YYYY-MM-DD")
    language = language_tag(told["language"]) if isinstance(told.get("language"), str) else None
    return Facts(composed=composed, language=language, **words)


def _is_word(value: Any) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)


def _origins(line: str, at: int, text: _Member, replaced: int) -> Origins:
    """Where a text came from: what stands between two escapes is exact, an escape or what was replaced is not."""
    raw = line[text.start + 1 : text.end - 1]
    first = at + len(line[: text.start + 1].encode("utf-8", "surrogateescape"))
    if "\\" not in raw and not replaced:
        size = int(bool(raw))  # no run where there is no text
        return Origins([0][:size], [len(raw)][:size], [first][:size], [first + len(raw.encode())][:size], [True][:size])
    if len(raw) <= SHORT:
        return Origins(*zip(*_runs(raw, first), strict=True))
    edges, sources = _edges(raw, replaced)
    exact = np.arange(len(edges) - 1) % 2 == 0
    starts = np.concatenate([[0], np.cumsum(np.where(exact, np.diff(edges), 1))])
    sources = sources + first
    full = np.diff(starts) > 0
    return Origins(starts[:-1][full], starts[1:][full], sources[:-1][full], sources[1:][full], exact[full])


def _runs(raw: str, source: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """The same of a short text, run by run: to have so little as columns takes longer."""
    start = done = 0
    for found in [*_INEXACT.finditer(raw), None]:
        at = found.start() if found else len(raw)
        if done < at:
            end, behind = start + at - done, source + len(raw[done:at].encode("utf-8", "surrogateescape"))
            yield start, end, source, behind, True
            start, source = end, behind
        if found:
            behind = source + len(found[0].encode("utf-8", "surrogateescape"))
            yield start, start + 1, source, behind, False
            start, source, done = start + 1, behind, found.end()


def _edges(raw: str, replaced: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the escapes in a raw text, and what was replaced in it, start and end in turn: in code points, in bytes."""
    if replaced:
        places = [place for found in _INEXACT.finditer(raw) for place in found.span()]
        edges = np.array([0, *places, len(raw)], np.int64)
        return edges, np.concatenate([[0], np.cumsum(utf8_widths(raw))])[edges]
    encoded = raw.encode()
    data = np.frombuffer(encoded, np.uint8)
    escapes = np.flatnonzero(data == ord("\\"))
    spans = np.stack([escapes, escapes + 2], axis=1)
    marks = data[np.minimum(escapes + 1, len(data) - 1)]  # the second of two may stand last
    if np.any((marks == ord("u")) | (marks == ord("\\"))):
        spans = np.array([found.span() for found in _ESCAPED.finditer(encoded)], np.int64)
    edges = np.concatenate([[0], spans.ravel(), [len(data)]])
    within = np.flatnonzero(data.view(np.int8) < -64)  # bytes that start no code point
    return edges - np.searchsorted(within, edges), edges


JSONL = Reader("jsonl", _knows, _read)
