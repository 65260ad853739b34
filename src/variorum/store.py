"""The tables of an archive on disk: Parquet files that say what they were made from, and change all at once.

A table of rows that belong to single documents is a folder of parts, by hash of the document's id, so that one document
can be read or made again without the rest; any other table is one file. Every file carries in its footer a `Stamp`:
what made it, and hashes of the rows that it was made from and of its own. A build writes beside the archive, in
`tables/.next`, and moves everything at its end; a build that was killed leaves the archive as it was, and what it had
finished is taken up by the next one.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from variorum.disk import sync, writing
from variorum.errors import ArchiveError, MixedArchive
from variorum.stamps import NOTHING, Stamp, from_documents, total
from variorum.tables import BY_NAME, SCHEMA_VERSION

PARTS = 64
ROW_GROUP = 8 * 2**20
_PART = re.compile(r"part-\d\d\.parquet")
_FOOTER = b"variorum"
_COMMIT = "commit.json"


def part_of(doc: str) -> int:
    """The part that holds a document's rows.

    >>> part_of("reed/chapter-11.xhtml")
    10
    """
    return blake2b(doc.encode(), digest_size=1).digest()[0] % PARTS


class Store(NamedTuple):
    """The folder `tables/` of an archive."""

    folder: Path
    staged: bool = False
    """Whether what a build has staged counts as newer than what stands in the archive; for builds only."""

    @property
    def next(self) -> Path:
        """Where a build writes until it is done."""
        return self.folder / ".next"

    def place(self, table: str, part: int | None) -> str:
        """The name of a table's file, or of one of its parts."""
        return f"{table}.parquet" if part is None else f"{table}.parquet/part-{part:02d}.parquet"

    def folders(self) -> tuple[Path, ...]:
        """Where tables are looked for, the newer first."""
        return (self.next, self.folder) if self.staged else (self.folder,)

    def file(self, table: str, part: int | None = None) -> Path | None:
        """The file of a table or part, if there is one."""
        name = self.place(table, part)
        return next((folder / name for folder in self.folders() if (folder / name).is_file()), None)

    def files(self, table: str) -> dict[int, Path]:
        """The files of all parts of a table, in order; none of a table that is one file."""
        found: dict[int, Path] = {}
        for folder in reversed(self.folders()):
            parts = folder / self.place(table, None)
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                found |= {int(path.name[5:7]): path for path in parts.iterdir() if _PART.fullmatch(path.name)}
        return dict(sorted(found.items()))

    def stamp(self, table: str, part: int | None = None) -> Stamp:
        """What a file was made from; `NOTHING` where there is none, or none that this version can read."""
        path = self.file(table, part)
        return _stamp_of(path) if path else NOTHING

    def stamps(self, table: str) -> dict[int, Stamp]:
        """The stamps of all parts of a table."""
        return {part: _stamp_of(path) for part, path in self.files(table).items()}

    def read(self, table: str, part: int | None = None, columns: list[str] | None = None) -> pa.Table:
        """The rows of one file of a table."""
        path = self.file(table, part)
        if path is None:
            schema = BY_NAME[table].schema
            return schema.empty_table().select(columns or schema.names)
        return _rows(path, columns)

    def read_all(self, table: str, columns: list[str] | None = None) -> pa.Table:
        """The rows of a whole table, in its order."""
        if self.file(table):
            return self.read(table, None, columns)
        wanted = columns or BY_NAME[table].schema.names
        parts = [_rows(path, list({"doc": 0, **dict.fromkeys(wanted)})) for path in self.files(table).values()]
        if not parts:
            return self.read(table, None, columns)
        rows = pa.concat_tables(parts)
        return rows.take(_document_order(rows["doc"])).select(wanted)

    def rows_of(self, table: str, docs: Iterable[str]) -> pa.Table:
        """The rows of some documents, part by part."""
        wanted = pa.array(sorted(docs), pa.string())
        files = self.files(table)
        parts = [_rows(files[part], None) for part in sorted({part_of(doc) for doc in docs}) if part in files]
        rows = pa.concat_tables([BY_NAME[table].empty(), *parts])
        return rows.filter(pc.is_in(rows["doc"], wanted))

    def texts(self, docs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Some documents, each with its text, part by part: no more than a part is held."""
        wanted = sorted((part_of(doc), doc) for doc in set(docs))
        for part, group in groupby(wanted, key=itemgetter(0)):
            rows = self.read("documents", part, ["doc", "text"])
            asked = {doc for _, doc in group}
            for doc, text in zip(rows["doc"].to_pylist(), rows["text"], strict=True):
                if doc in asked:
                    yield doc, text.as_py()

    def stage(self, table: str, part: int | None, rows: pa.Table, stamp: Stamp) -> None:
        """Write one file of a table beside the archive."""
        path = self.next / self.place(table, part)
        footer = {_FOOTER: json.dumps({"schema": SCHEMA_VERSION, **stamp._asdict()}, sort_keys=True).encode()}
        rows = _as_declared(rows, BY_NAME[table].schema).combine_chunks()
        with writing(path) as aside:
            pq.write_table(
                rows.replace_schema_metadata(footer),
                aside,
                compression="zstd",
                use_dictionary=[field.name for field in rows.schema if pa.types.is_string(field.type)],
                column_encoding=dict.fromkeys(_numbers(rows.schema), "DELTA_BINARY_PACKED"),
                row_group_size=max(1, ROW_GROUP * max(1, rows.num_rows) // max(1, rows.nbytes)),
            )

    def commit(self, keep: Mapping[str, Iterable[int | None]], beside: Iterable[str] = ()) -> None:
        """Let what is staged take the place of what is there, and drop every file that is not to be kept."""
        names = {self.place(table, part) for table, parts in keep.items() for part in parts} | set(beside)
        self.next.mkdir(parents=True, exist_ok=True)
        with writing(self.next / _COMMIT) as aside:
            aside.write_text(json.dumps(sorted(names)))
        self.finish()

    def finish(self) -> None:
        """Go through with a commit that was begun, here or by a build that was killed."""
        listed = self.next / _COMMIT
        if not listed.is_file():
            return
        names = set(json.loads(listed.read_text()))
        for path in sorted(self.next.rglob("*")):
            name = path.relative_to(self.next).as_posix()
            if path.is_file() and name in names:
                (self.folder / name).parent.mkdir(exist_ok=True)
                path.replace(self.folder / name)
        for path in [*self.folder.glob("*.parquet"), *self.folder.glob("*.parquet/*.parquet")]:
            if path.is_file() and path.relative_to(self.folder).as_posix() not in names:
                path.unlink()
        for folder in self.folder.glob("*.parquet"):
            if folder.is_dir():
                sync(folder) if any(folder.iterdir()) else folder.rmdir()
        sync(self.folder)
        shutil.rmtree(self.next)

    def check_whole(self, reads: Mapping[str, tuple[str, ...]]) -> None:
        """Raise unless every table was made from the tables that stand beside it.

        `reads` tells which tables each table is made from. Raises ArchiveError where there is no archive of this
        version, MixedArchive where a build was interrupted or is at its last moment.
        """
        archive = self.folder.parent
        if not self.hashes("documents"):
            raise ArchiveError(
                f"opened {archive}: there is no archive of this version of variorum; "
                f"make one with: variorum build LIBRARY -o {archive}"
            )
        tables = {**dict.fromkeys(BY_NAME, ()), **reads}
        if (self.next / _COMMIT).is_file() or not all(self.fits(name, inputs) for name, inputs in tables.items()):
            raise MixedArchive(
                f"opened {archive}: a build of it was interrupted or is not done; "
                "run variorum build again, and it will be finished"
            )

    def fits(self, table: str, inputs: tuple[str, ...]) -> bool:
        """Whether a table is absent, or was made from the tables that are there."""
        hashes = {name: self.hashes(name) for name in inputs}
        if self.file(table):
            return self.stamp(table).made_from == {name: total(hashes[name]) for name in inputs}
        stamps = self.stamps(table)
        if not stamps:
            return True
        if inputs:
            expected = {doc: from_documents(doc, inputs, hashes) for doc in hashes["documents"]}
        else:  # what readers make of a file bears one stamp
            expected = _made_from(self.stamps("documents"))
        return _made_from(stamps) == expected

    def hashes(self, table: str) -> dict[str, str]:
        """The hash of each document's rows, or of the whole table's under its own name."""
        if self.file(table):
            return self.stamp(table).rows
        return {doc: h for stamp in self.stamps(table).values() for doc, h in stamp.rows.items()}

    def count(self, table: str) -> int:
        """How many rows a table has."""
        whole = self.file(table)
        return sum(pq.read_metadata(file).num_rows for file in ([whole] if whole else self.files(table).values()))

    def filled(self, table: str) -> list[int | None]:
        """The files that a table has: None for a table in one file, else the parts that hold a document."""
        if self.file(table):
            return [None]
        return [part for part, stamp in self.stamps(table).items() if stamp.made_from]


def _rows(path: Path, columns: list[str] | None) -> pa.Table:
    return pq.ParquetFile(path).read(columns=columns).replace_schema_metadata(None)


def _stamp_of(path: Path) -> Stamp:
    file = path.stat()
    return _stamp(path, file.st_ino, file.st_mtime_ns, file.st_size)


@lru_cache(4096)
def _stamp(path: Path, *_: int) -> Stamp:
    """The stamp in the footer of a file, read once while the file is the same."""
    with contextlib.suppress(pa.ArrowInvalid, OSError, KeyError, ValueError):
        footer = json.loads((pq.read_metadata(path).metadata or {})[_FOOTER])
        if footer.pop("schema") == SCHEMA_VERSION:
            return Stamp(**footer)
    return NOTHING


def _as_declared(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    return rows if rows.schema.equals(schema, check_metadata=True) else rows.cast(schema)


def _numbers(schema: pa.Schema) -> list[str]:
    """The columns of whole numbers: offsets mostly, of which the steps between them are small."""
    return [field.name for field in schema if pa.types.is_int64(field.type)]


def _made_from(stamps: Mapping[int, Stamp]) -> dict[str, str]:
    return {doc: made_from for stamp in stamps.values() for doc, made_from in stamp.made_from.items()}


def by_document(rows: pa.Table) -> dict[str, pa.Table]:
    """The rows of each document, where all rows of a document stand together.

    >>> {doc: rows.num_rows for doc, rows in by_document(pa.table({"doc": ["a", "a", "b"]})).items()}
    {'a': 2, 'b': 1}
    """
    if not rows.num_rows:
        return {}
    codes = rows["doc"].combine_chunks().dictionary_encode()
    indices = np.asarray((codes.chunk(0) if isinstance(codes, pa.ChunkedArray) else codes).indices)
    starts = np.flatnonzero(np.diff(indices, prepend=-1))
    ends = [*starts[1:].tolist(), rows.num_rows]
    return {
        rows["doc"][start].as_py(): rows.slice(start, end - start)
        for start, end in zip(starts.tolist(), ends, strict=True)
    }


def _document_order(docs: pa.ChunkedArray) -> pa.Array:
    """A stable order by the UTF-8 bytes of the documents' ids."""
    table = pa.table({"doc": docs.cast(pa.binary()), "row": np.arange(len(docs))})
    return pc.sort_indices(table, sort_keys=[("doc", "ascending"), ("row", "ascending")])
