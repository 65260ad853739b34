"""From the files of a library to its documents: what changed is read again, the rest is left as it is."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum import sources
from variorum.engine import Progress
from variorum.errors import LibraryError
from variorum.plan import READ, Made, clocks, since, stage_documents
from variorum.settings import PUBLIC, Settings, embargo, is_public
from variorum.sources import Read, Skipped, Source, worker
from variorum.stamps import NOTHING, digest, hash_rows
from variorum.store import Store, by_document, part_of
from variorum.tables import BY_NAME
from variorum.versions import code_version

Tables = Mapping[str, pa.Table]
"""The rows of one document, by table."""
_RACY = 2 * 10**9
"""Nanoseconds: a file changed this shortly before it was read may change again without its time telling."""


class File(NamedTuple):
    """What is known of a source file since it was last read."""

    stat: list[int]
    """Its size, times and number, by which it is told unchanged; empty where they may mislead."""
    sha256: str
    key: str
    """Hash of all that its documents are made from."""
    docs: list[str] = []  # noqa: RUF012
    withheld: int = 0
    """How many of its documents are not public, and were left out."""
    until: str = ""
    """The first day on which one of these may be published, if such a day is known."""
    warnings: list[str] = []  # noqa: RUF012
    skipped: list[str] = []  # noqa: RUF012
    """Why it was passed over, and the reason in words; empty where it was read."""


class Reading(NamedTuple):
    """What became of the files of a library."""

    files: dict[str, File]
    made: Made


class Reader(NamedTuple):
    """What documents are made with: the settings, whether private ones are wanted, and the day that it is."""

    settings: Settings
    private: bool
    today: date
    code: str

    def key(self, source: Source, sha: str) -> str:
        """The hash of all that the documents of a file are made from, beside the readers' code."""
        rules = [
            (pattern, facts, is_public(facts.get("access"), self.today))
            for pattern, facts in self.settings.concerning(source.path)
        ]
        return digest(sha, rules, self.private)


def find_sources(library: Path, archive: Path) -> list[Source]:
    """The files of a library that may hold documents.

    Raises LibraryError where there is none.
    """
    found = sources.scan(library, leave_out=[archive])
    if not found:
        raise LibraryError(f"read the library {library}: the folder is empty; put documents into it")
    return found


def read_library(
    found: list[Source],
    known: Mapping[str, File],
    store: Store,
    settings: Settings,
    *,
    private: bool,
    workers: int,
    progress: Progress,
) -> Reading:
    """Read what changed among the files of a library since they were `known`, and stage the tables of its documents."""
    begun = clocks()
    reader = Reader(settings, private, date.today(), digest(code_version(sources.read), code_version(worker.main)))
    have = _had(store)
    current = all(stamp.by == reader.code for table in READ for stamp in store.stamps(table).values())
    files: dict[str, File] = {}
    changed = []
    for source in found:
        before = known.get(source.path)
        file = _unchanged(source, before, reader) if before and current else None
        if file and all(have.get(doc, "").partition(_MARKS)[0] == file.key for doc in file.docs):
            files[source.path] = file
        else:
            changed.append(source)
    fresh = _read(changed, reader, files, workers, progress)
    docs = {doc: file.key for file in files.values() for doc in file.docs}
    marks = _marks(store, docs, fresh) if fresh or docs.keys() != have.keys() else None
    made_from = have if marks is None else {doc: _made_from(key, marks.get(doc, ())) for doc, key in docs.items()}
    _stage(store, reader.code, made_from, marks or {}, fresh)
    return Reading(files, Made("documents", store.count("documents"), len(changed), *since(begun)))


_MARKS = "+"
"""What stands between the hash of a file and that of what its document shares with other pages."""


def _had(store: Store) -> dict[str, str]:
    """What the documents were made from whose tables are all there; a killed build may have staged some of them."""
    stamps = [_stamped(store, table) for table in READ]
    return {doc: key for doc, key in stamps[0].items() if all(other.get(doc) == key for other in stamps[1:])}


def _stamped(store: Store, table: str) -> dict[str, str]:
    return {doc: key for stamp in store.stamps(table).values() for doc, key in stamp.made_from.items()}


def _made_from(key: str, marks: tuple[int, ...]) -> str:
    """The hash of all that a document's rows are made from: its file's, and what of it other pages have too."""
    return f"{key}{_MARKS}{digest(marks)}" if marks else key


def _marks(store: Store, docs: Mapping[str, str], fresh: Mapping[str, Tables]) -> sources.Marks:
    """What is furniture because other pages have it too."""
    there = store.read_all("edges")
    unread = pa.array([doc for doc in docs if doc not in fresh], pa.string())
    kept = there.filter(pc.is_in(there["doc"], unread))
    read = [rows["edges"] for rows in fresh.values() if "edges" in rows]
    return sources.repeated(pa.concat_tables([kept, *read]), docs.keys())


def _unchanged(source: Source, before: File, reader: Reader) -> File | None:
    """What is known of a file, if it still holds."""
    stat = _stat(source)
    try:
        sha = before.sha256 if stat and stat == before.stat else _sha256(source)
    except OSError:
        return None
    holds = (sha, reader.key(source, sha)) == (before.sha256, before.key)
    return before._replace(stat=stat) if holds and not "" < before.until <= reader.today.isoformat() else None


def _sha256(source: Source) -> str:
    with open(source.file, "rb") as handle:
        return file_digest(handle, "sha256").hexdigest()


def _stat(source: Source) -> list[int]:
    """What tells a file unchanged; nothing for one so fresh that it may change within the same tick of the clock."""
    try:
        changed = Path(source.file).stat(follow_symlinks=False).st_ctime_ns
    except OSError:
        return []
    fresh = time.time_ns() - max(source.mtime_ns, changed) < _RACY
    return [] if fresh else [source.size, source.mtime_ns, changed, source.inode]


def _read(
    changed: list[Source], reader: Reader, files: dict[str, File], workers: int, progress: Progress
) -> dict[str, Tables]:
    """The tables of each document of the changed files; `files` is told what became of each file."""
    fresh: dict[str, Tables] = {}
    for outcome in sources.read(changed, workers=workers, progress=progress):
        source, sha = outcome.source, outcome.sha256 or ""
        file = File(_stat(source), sha, reader.key(source, sha))
        if isinstance(outcome, Skipped):
            for doc in files.get(source.path, file).docs:  # parts that came before are void
                del fresh[doc]
            files[source.path] = file._replace(skipped=[outcome.kind, outcome.reason])
        else:
            files[source.path], documents = _take(files.get(source.path, file), outcome, reader)
            fresh |= documents
    return fresh


def _take(file: File, outcome: Read, reader: Reader) -> tuple[File, dict[str, Tables]]:
    """The documents of a file, or of a part of one, that may be published; and the file, told of them."""
    tables = {name: by_document(rows) for name, rows in outcome.tables.items()}
    rows = {doc: _with_facts(row, reader.settings) for doc, row in tables["documents"].items()}
    kept = {doc: row for doc, row in rows.items() if reader.private or is_public(_access(row), reader.today)}
    days = [embargo(_access(row)) for doc, row in rows.items() if doc not in kept]
    documents: dict[str, Tables] = {
        doc: {**{name: there[doc] for name, there in tables.items() if doc in there}, "documents": row}
        for doc, row in kept.items()
    }
    file = file._replace(
        docs=[*file.docs, *kept],
        withheld=file.withheld + len(rows) - len(kept),
        until=min([*filter(None, [file.until]), *(day.isoformat() for day in days if day)], default=""),
        warnings=[*file.warnings, *outcome.warnings],
    )
    return file, documents


def _access(row: pa.Table) -> str:
    return str(row["access"][0].as_py())


def _with_facts(row: pa.Table, settings: Settings) -> pa.Table:
    """A document's row with what the library's settings say of it."""
    facts = settings.facts(row["doc"][0].as_py())
    if row["access"][0].as_py() is None:
        facts.setdefault("access", PUBLIC)
    for column, value in facts.items():
        place = row.schema.get_field_index(column)
        row = row.set_column(place, row.schema.field(place), pa.array([value], row.schema.field(place).type))
    return row


def _stage(
    store: Store, code: str, made_from: Mapping[str, str], marks: sources.Marks, fresh: Mapping[str, Tables]
) -> None:
    """Write every part in which a document is new, changed or gone."""
    parts: dict[int, dict[str, str]] = defaultdict(dict)
    for doc, key in made_from.items():
        parts[part_of(doc)][doc] = key
    stamps = {table: store.stamps(table) for table in READ}
    for part in sorted({*parts, *stamps["documents"]}):
        here = parts.get(part, {})
        had = {table: there.get(part, NOTHING) for table, there in stamps.items()}
        stale = [table for table, have in had.items() if have.by != code or have.made_from != here]
        if stale:
            tables = {table: _rows(store, table, part, here, fresh) for table in {*stale, "edges"}}
            for table in stale:
                _stage_part(store, table, part, code, here, marks, tables, fresh)


def _rows(
    store: Store, table: str, part: int, docs: Mapping[str, str], fresh: Mapping[str, Tables]
) -> dict[str, pa.Table]:
    """The rows of each document of a part: as they were just read, or as they stand."""
    empty = BY_NAME[table].empty()
    there = by_document(store.read(table, part)) if any(doc not in fresh for doc in docs) else {}
    return {doc: fresh[doc].get(table, empty) if doc in fresh else there.get(doc, empty) for doc in docs}


def _stage_part(
    store: Store,
    table: str,
    part: int,
    code: str,
    made_from: dict[str, str],
    marks: sources.Marks,
    tables: Mapping[str, dict[str, pa.Table]],
    fresh: Mapping[str, Tables],
) -> None:
    rows, have = tables[table], store.stamp(table, part)
    if table == "blocks":
        rows = {doc: sources.marked(each, tables["edges"][doc], marks.get(doc, ())) for doc, each in rows.items()}
    same = [doc for doc in rows if doc not in fresh and have.made_from.get(doc) == made_from[doc]]
    hashes = {doc: have.rows[doc] if doc in same else hash_rows(rows[doc]) for doc in rows}
    stage_documents(store, table, part, code, made_from, rows, hashes)
