"""What is left to decide: the findings of an archive in their context, without those that somebody decided."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum import decisions
from variorum.errors import ArchiveError, UsageError
from variorum.mending.edits import Refused, Run, Source, byte
from variorum.sources import file_name
from variorum.store import Store

if TYPE_CHECKING:
    from variorum.library import Archive

AROUND = 60
"""So many code points are shown on either side."""


class Proof(NamedTuple):
    """A finding as an editor sees it."""

    doc: str
    start: int
    end: int
    rule: str
    message: str
    suggestion: str | None
    confidence: float
    before: str
    exact: str
    after: str
    facsimile: str | None
    """The image of its page, where the source names one."""
    sha256: str
    """Of its file."""


class Place(NamedTuple):
    """A line of a file and a column in it, both from 1."""

    file: str
    line: int
    column: int


class Desk(NamedTuple):
    """What is left to decide, surest first, and what is wrong with the decisions."""

    proofs: list[Proof]
    texts: Mapping[str, str]
    problems: list[str]


def desk(library: Path, archive: Archive, *, least: float = 0.0) -> Desk:
    """The findings of an archive that are likely enough and not decided, surest first.

    Raises ArchiveError where slips were not looked for.
    """
    if not Store(archive.folder / "tables").filled("findings"):
        raise ArchiveError(
            f"looked for slips in {archive.folder}: they were not sought when it was built; build it without --only"
        )
    rows = archive.table("findings")
    rows = rows.filter(pc.greater_equal(rows["confidence"], least))
    documents = archive.table("documents", ["doc", "text", "sha256"])
    documents = documents.filter(pc.is_in(documents["doc"], rows["doc"].unique()))
    texts = dict(zip(documents["doc"].to_pylist(), documents["text"].to_pylist(), strict=True))
    hashes = dict(zip(documents["doc"].to_pylist(), documents["sha256"].to_pylist(), strict=True))
    pages = _pages(archive)
    found = decisions.read(library)
    left = decisions.undecided(rows, texts, found.decisions)
    proofs = [_proof(row, texts[row["doc"]], pages.get(row["doc"], []), hashes[row["doc"]]) for row in left.to_pylist()]
    proofs.sort(key=lambda one: (-one.confidence, one.doc, one.start))
    return Desk(proofs, texts, found.problems)


def _pages(archive: Archive) -> dict[str, list[tuple[int, str]]]:
    """Of each document where pages begin of which there is an image."""
    table = archive.table("milestones", ["doc", "at", "facsimile"])
    rows = table.filter(pc.is_valid(table["facsimile"])).to_pylist()
    pages: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        pages[row["doc"]].append((row["at"], row["facsimile"]))
    return pages


def _proof(row: dict[str, Any], text: str, pages: list[tuple[int, str]], sha256: str) -> Proof:
    start, end = row["start"], row["end"]
    image = next((url for at, url in reversed(pages) if at <= start), None)
    return Proof(
        row["doc"],
        start,
        end,
        row["rule"],
        row["message"],
        row["suggestion"],
        row["confidence"],
        text[max(0, start - AROUND) : start],
        text[start:end],
        text[end : end + AROUND],
        image,
        sha256,
    )


def places(library: Path, archive: Archive, proofs: Iterable[Proof]) -> Iterator[Place]:
    """For each proof the line of its file; where the file is packed, or changed since, the line of its text."""
    proofs = list(proofs)
    docs = pa.array(sorted({one.doc for one in proofs}), pa.string())
    documents = archive.table("documents", ["doc", "text", "charset", "format"])
    rows = {row["doc"]: row for row in documents.filter(pc.is_in(documents["doc"], docs)).to_pylist()}
    origins = archive.table("origins")
    origins = origins.filter(pc.is_in(origins["doc"], docs))
    runs: defaultdict[str, list[Run]] = defaultdict(list)
    for row in origins.to_pylist():
        runs[row["doc"]].append(Run(*(row[name] for name in Run._fields)))
    files: dict[str, bytes] = {}
    for one in proofs:
        name = file_name(one.doc)
        if name not in files:
            files[name] = _bytes(library / name)
        row = rows[one.doc]
        source = Source(row["text"], runs[one.doc], files[name], row["charset"] or "utf-8", row["format"])
        yield _place(name, one, source)


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError:
        return b""
    return b"" if data[:2] == b"PK" else data


def _place(name: str, one: Proof, source: Source) -> Place:
    before = source.text[: one.start]
    if source.bytes:
        with contextlib.suppress(Refused):
            before = source.bytes[: byte(one.start, source)].decode(source.charset, "replace")
    line = before.count("\n") + 1
    return Place(name, line, len(before) - (before.rfind("\n") + 1) + 1)


class Written(NamedTuple):
    """Findings in a format for people or programs, and what is wrong with the decisions."""

    text: str
    problems: list[str]


def written(library: Path, archive: Archive, form: str, *, limit: int, least: float) -> Written:
    """The surest findings that nobody decided, in a format.

    Raises UsageError for a format that there is not.
    """
    from variorum.archive.exports.findings import FORMATS, Entry

    if form not in FORMATS:
        raise UsageError(f"wrote findings as {form!r}: there is no such format; choose {', '.join(FORMATS)}")
    there = desk(library, archive, least=least)
    proofs = there.proofs[: limit or None]
    there_in_file = zip(proofs, places(library, archive, proofs), strict=True)
    entries = [
        Entry(
            **place._asdict(),
            **{name: value for name, value in one._asdict().items() if name in Entry._fields},
        )
        for one, place in there_in_file
    ]
    return Written(FORMATS[form](entries), there.problems)
