"""From the files of a library to its documents: what changed is read again, the rest is left as it is."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from variorum import sources
from variorum.disk import writing
from variorum.engine import Progress
from variorum.errors import LibraryError
from variorum.plan import READ, Made, stage_documents
from variorum.settings import FACTS, Settings, is_public
from variorum.sources import Skipped, Source
from variorum.stamps import digest, hash_rows
from variorum.store import PARTS, Store, by_document, part_of
from variorum.tables import BY_NAME
from variorum.versions import code_version

FILES = "files.json"
_RACY = 2 * 10**9
"""Nanoseconds: a file changed this shortly before it was read may change again without its time telling."""


class File(NamedTuple):
    """What is known of a source file since it was last read."""

    stat: list[int]
    """Its size, time and number, by which it is told unchanged; empty where they may mislead."""
    sha256: str
    key: str
    """Hash of all that its documents are made from."""
    docs: list[str]
    withheld: int
    """How many of its documents are not public, and were left out."""
    warnings: list[str]
    skipped: list[str]
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
    found: list[Source], store: Store, settings: Settings, *, private: bool, workers: int, progress: Progress
) -> Reading:
    """Read what changed among the files of a library, and stage the tables of its documents."""
    wall, cpu = time.perf_counter(), time.process_time()
    reader = Reader(settings, private, date.today(), digest(code_version(sources.read)))
    known = _record(store)
    have = {
        doc: made_from for stamp in store.stamps("documents").values() for doc, made_from in stamp.made_from.items()
    }
    current = all(stamp.by == reader.code for table in READ for stamp in store.stamps(table).values())
    files: dict[str, File] = {}
    changed = []
    for source in found:
        before = known.get(source.path)
        file = _unchanged(source, before, reader) if before and current else None
        if file and all(have.get(doc) == file.key for doc in file.docs):
            files[source.path] = file
        else:
            changed.append(source)
    fresh = _read(changed, reader, files, workers, progress)
    _stage(store, reader.code, files, fresh)
    with writing(store.next / FILES) as aside:
        aside.write_text(json.dumps({path: file._asdict() for path, file in files.items()}))
    cost = time.perf_counter() - wall, time.process_time() - cpu
    return Reading(files, Made("documents", store.count("documents"), len(changed), *cost))


def _record(store: Store) -> dict[str, File]:
    try:
        path = next(path for path in (store.next / FILES, store.folder / FILES) if path.is_file())
        return {path: File(**file) for path, file in json.loads(path.read_text()).items()}
    except (StopIteration, ValueError, TypeError, AttributeError):
        return {}


def _unchanged(source: Source, before: File, reader: Reader) -> File | None:
    """What is known of a file, if it still holds."""
    stat = _stat(source)
    if stat and stat == before.stat:
        sha = before.sha256
    else:
        try:
            with open(source.file, "rb") as handle:
                sha = _sha256(handle)
        except OSError:
            return None
    return before._replace(stat=stat) if (sha, reader.key(source, sha)) == (before.sha256, before.key) else None


def _sha256(handle: Any) -> str:
    hashing = sha256()
    while chunk := handle.read(1 << 20):
        hashing.update(chunk)
    return hashing.hexdigest()


def _stat(source: Source) -> list[int]:
    fresh = time.time_ns() - source.mtime_ns < _RACY
    return [] if fresh else [source.size, source.mtime_ns, source.inode]


def _read(
    changed: list[Source], reader: Reader, files: dict[str, File], workers: int, progress: Progress
) -> dict[str, dict[str, pa.Table]]:
    """The tables of each document of the changed files; `files` is told what became of each file."""
    fresh: dict[str, dict[str, pa.Table]] = {}
    for outcome in sources.read(changed, workers=workers, progress=progress):
        source = outcome.source
        if isinstance(outcome, Skipped):
            for doc in files[source.path].docs if source.path in files else ():  # parts that came before are void
                del fresh[doc]
            sha = outcome.sha256 or ""
            files[source.path] = File(
                _stat(source), sha, reader.key(source, sha), [], 0, [], [outcome.kind, outcome.reason]
            )
            continue
        key = reader.key(source, outcome.sha256)
        before = files.get(source.path, File(_stat(source), outcome.sha256, key, [], 0, [], []))
        documents = by_document(outcome.tables["documents"])
        kept = {doc: _with_facts(row, reader.settings) for doc, row in documents.items()}
        kept = {doc: row for doc, row in kept.items() if _wanted(row, reader)}
        others = {name: by_document(rows) for name, rows in outcome.tables.items() if name != "documents"}
        for doc, row in kept.items():
            fresh[doc] = {"documents": row, **{name: rows[doc] for name, rows in others.items() if doc in rows}}
        files[source.path] = before._replace(
            docs=[*before.docs, *kept],
            withheld=before.withheld + len(documents) - len(kept),
            warnings=[*before.warnings, *outcome.warnings],
        )
    return fresh


def _with_facts(row: pa.Table, settings: Settings) -> pa.Table:
    """A document's row with what the library's settings say of it."""
    facts = settings.facts(row["doc"][0].as_py())
    if row["access"][0].as_py() is None:
        facts.setdefault("access", "public")
    for column in (*FACTS, "edition"):
        if column in facts:
            place = row.schema.get_field_index(column)
            row = row.set_column(place, row.schema.field(place), pa.array([facts[column]], pa.string()))
    return row


def _wanted(row: pa.Table, reader: Reader) -> bool:
    return reader.private or is_public(row["access"][0].as_py(), reader.today)


def _stage(store: Store, code: str, files: Mapping[str, File], fresh: Mapping[str, Mapping[str, pa.Table]]) -> None:
    """Write every part in which a document is new, changed or gone."""
    parts: dict[int, dict[str, str]] = defaultdict(dict)
    for file in files.values():
        for doc in file.docs:
            parts[part_of(doc)][doc] = file.key
    for part in range(PARTS):
        made_from = parts.get(part, {})
        for table in READ:
            have = store.stamp(table, part)
            if (have.by, have.made_from) != (code, made_from) and (made_from or have.made_from):
                _stage_part(store, table, part, code, made_from, fresh)


def _stage_part(
    store: Store,
    table: str,
    part: int,
    code: str,
    made_from: dict[str, str],
    fresh: Mapping[str, Mapping[str, pa.Table]],
) -> None:
    empty, have = BY_NAME[table].empty(), store.stamp(table, part).rows
    there = by_document(store.read(table, part)) if any(doc not in fresh for doc in made_from) else {}
    rows = {doc: fresh[doc].get(table, empty) if doc in fresh else there.get(doc, empty) for doc in made_from}
    hashes = {doc: have[doc] if doc not in fresh else hash_rows(rows[doc]) for doc in made_from}
    stage_documents(store, table, part, code, made_from, rows, hashes)
