"""Accepted mends written back into the files of a library: only the bytes of each slip change, or nothing does.

A file is written aside and takes its place whole; what it was before lies in the archive's folder `mended/`, so that
the mends can be undone. A file that changed since the archive was built is left alone, and so is every mend of which
it is not certain which bytes it means.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum import decisions
from variorum.decisions import Decision
from variorum.disk import writing
from variorum.errors import UsageError
from variorum.mending.edits import Edit, Mend, Refused, Run, Source, applied, edit
from variorum.mending.zips import replaced
from variorum.sources import file_name, member_name

KEPT = "mended"
"""The folder of an archive in which files lie as they were before."""
LIST = "mended.json"
NAMED = 10
"""So many files are named in the summary."""


class Mended(NamedTuple):
    """A file that was mended, or would be."""

    path: str
    mends: int
    diff: str
    """A unified diff of its text."""


class Summary(NamedTuple):
    """What became of the accepted mends."""

    files: list[Mended]
    left: list[str]
    """Why others were not made, each a sentence."""


class _File(NamedTuple):
    """One file of the library: what it is to become."""

    path: Path
    before: bytes
    after: bytes
    diff: str
    mends: int


_Asked = list[tuple[dict[str, str], list[Decision]]]
"""The documents of one file, each a row of the table of documents, with the decisions about it."""


def mend(library: Path, archive: Path, rows: pa.Table, origins: pa.Table, *, write: bool = True) -> Summary:
    """Write the accepted decisions of a library back into its files; `write` says whether, or only what it would be.

    `rows` and `origins` are the archive's tables of documents and of origins. Raises StorageError where a file cannot
    be written.
    """
    accepted, left = _accepted(library, rows)
    files = []
    for name, here in sorted(accepted.items()):
        try:
            made, why = _mended(library / name, here, origins)
        except Refused as error:
            left.append(f"{name}: {error}")
            continue
        left += [f"{name}: {one}" for one in why]
        files += [made] if made is not None and made.before != made.after else []
    if write and files:
        _write(files, library, archive)
    names = [(file.path.relative_to(library).as_posix(), file) for file in files]
    return Summary([Mended(name, file.mends, file.diff) for name, file in names], left)


def _accepted(library: Path, rows: pa.Table) -> tuple[dict[str, _Asked], list[str]]:
    """For each file its documents with the decisions that are to be written back."""
    found = decisions.read(library)
    by_doc: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in found.decisions:
        if one.verdict == "accepted" and one.mend is not None and one.mend != one.exact:
            by_doc[one.doc].append(one)
    files: defaultdict[str, _Asked] = defaultdict(list)
    there = rows.filter(pc.is_in(rows["doc"], pa.array(list(by_doc), pa.string()))).to_pylist()
    for row in there:
        files[file_name(row["doc"])].append((row, by_doc.pop(row["doc"])))
    return files, [*found.problems, *(f"{doc}: there is no such document now" for doc in by_doc)]


def _mended(path: Path, documents: _Asked, origins: pa.Table) -> tuple[_File | None, list[str]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"it cannot be read: {error.strerror}") from error
    if sha256(data).hexdigest() != documents[0][0]["sha256"]:
        raise Refused("it changed since the archive was built; build again, then mend")
    packed = zipfile.is_zipfile(io.BytesIO(data))
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    left: list[str] = []
    sources: dict[str, Source] = {}
    for row, decided in documents:
        member = _member_name(row["doc"], data) if packed else ""
        source = _source(row, _content(data, member), origins)
        sources[member] = source
        for one in decided:
            _decided(one, source, edits[member], left)
    contents = {member: applied(sources[member].bytes, made) for member, made in edits.items()}
    after = replaced(data, contents) if packed else contents.get("", data)
    diff = "".join(
        _diff(f"{path.name}/{member}" if member else path.name, sources[member], contents[member])
        for member in contents
    )
    return _File(path, data, after, diff, sum(map(len, edits.values()))), left


def _decided(one: Decision, source: Source, edits: list[Edit], left: list[str]) -> None:
    """Add the edit that a decision asks for, or why it is not made; one that was made before asks for nothing."""
    span = decisions.place(one, source.text)
    if span is None:
        if decisions.place(one._replace(exact=one.mend or ""), source.text) is None:
            left.append(f"“{one.exact}” is not found any more, or stands there more than once")
        return
    try:
        made = edit(Mend(*span, one.mend or ""), source)
    except Refused as error:
        left.append(f"“{one.exact}” was not mended: {error}")
        return
    if any((made.start < other.end and other.start < made.end) or made[:2] == other[:2] for other in edits):
        left.append(f"“{one.exact}” overlaps another mend; mend, build, and mend again")
        return
    edits.append(made)


def _source(row: dict[str, str], content: bytes, origins: pa.Table) -> Source:
    own = origins.filter(pc.equal(origins["doc"], row["doc"]))
    columns = (own[name].to_pylist() for name in Run._fields)
    runs = sorted(map(Run._make, zip(*columns, strict=True)))
    return Source(row["text"], runs, content, row["charset"] or "utf-8", row["format"])


def _member_name(doc: str, data: bytes) -> str:
    """The member of a packed file that a document is, by its name there."""
    name = member_name(doc)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        if name not in file.namelist():
            raise Refused("the member cannot be told from the others, or lies in a packed file itself")
    return name


def _content(data: bytes, member: str) -> bytes:
    if not member:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(member)


def _diff(name: str, source: Source, after: bytes) -> str:
    """The lines that change; their ends are shown as they are."""
    charset = source.charset
    old, new = (data.decode(charset, "replace").splitlines(keepends=True) for data in (source.bytes, after))
    lines = unified_diff(old, new, f"a/{name}", f"b/{name}", n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _write(files: Sequence[_File], library: Path, archive: Path) -> None:
    """Keep what is there, then put the new files in its place one by one; the list tells what was to be done."""
    kept = archive / KEPT
    if kept.exists():
        shutil.rmtree(kept)
    listed = []
    for number, file in enumerate(files):
        with writing(kept / f"{number}") as aside:
            aside.write_bytes(file.before)
        name = file.path.relative_to(library).as_posix()
        listed.append(
            {"path": name, "before": sha256(file.before).hexdigest(), "after": sha256(file.after).hexdigest()}
        )
    with writing(kept / LIST) as aside:
        aside.write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    for file in files:
        _put(file.path, file.after)


def _put(path: Path, data: bytes) -> None:
    with writing(path) as aside:
        aside.write_bytes(data)
        shutil.copymode(path, aside)


def undo(library: Path, archive: Path) -> Summary:
    """Put the files back as they were before the last mending, unless they changed since.

    Raises UsageError where nothing was mended.
    """
    kept = archive / KEPT
    if not (kept / LIST).is_file():
        raise UsageError(f"undid the last mending of {library}: nothing was mended with this archive")
    summary = Summary([], [])
    for file, before in _kept(kept):
        path = library / file["path"]
        now = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        if now == file["before"]:
            continue
        if now != file["after"]:
            summary.left.append(f"{file['path']}: it changed since it was mended; as it was before it lies in {before}")
            continue
        _put(path, before.read_bytes())
        summary.files.append(Mended(file["path"], 0, ""))
    return summary


def _kept(kept: Path) -> Iterator[tuple[dict[str, str], Path]]:
    for number, file in enumerate(json.loads((kept / LIST).read_text(encoding="utf-8"))):
        yield file, kept / str(number)


def told(summary: Summary, *, undone: bool = False, written: bool = True) -> Iterator[str]:
    """What was mended, as a diff and in words for whoever keeps the files."""
    for file in summary.files:
        if file.diff:
            yield file.diff.rstrip("\n")
    if undone:
        yield f"{len(summary.files)} files are as they were before."
    elif not summary.files:
        yield "Nothing to mend: no accepted mend is left to be written."
    else:
        mends = sum(file.mends for file in summary.files)
        done = "were mended" if written else "would be mended"
        named = ", ".join(file.path for file in summary.files[:NAMED])
        yield f"{mends} slips in {len(summary.files)} files {done}: {named}"
        if written:
            yield "Build again to see them; variorum mend --undo puts the files back."
