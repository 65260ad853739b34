"""What a reading process and its parent say to each other: frames of a JSON head and Arrow batches."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa

from variorum.tables import BLOCKS, DOCUMENTS, EDGES, MILESTONES, ORIGINS, STYLES

TABLES = (DOCUMENTS, ORIGINS, BLOCKS, MILESTONES, STYLES, EDGES)
_LENGTHS = struct.Struct(">IQ")


class Frame(NamedTuple):
    """A message: what it says, and the tables that come with it."""

    head: dict[str, Any]
    tables: dict[str, pa.Table]


def write_frame(stream: BinaryIO, head: dict[str, Any], tables: dict[str, pa.Table] | None = None) -> None:
    """Send a message; tables go without their schemas, which both sides know."""
    batches = [_batch(tables[table.name]).serialize() for table in TABLES] if tables else []
    packed = json.dumps({**head, "sizes": [batch.size for batch in batches]}).encode("ascii")
    stream.write(_LENGTHS.pack(len(packed), sum(batch.size for batch in batches)))
    stream.write(packed)
    for batch in batches:
        stream.write(batch)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """The next message; None where the other side is gone, be it in the middle of a word."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_size, body_size = _LENGTHS.unpack(lengths)
    head, body = stream.read(head_size), stream.read(body_size)
    if len(head) + len(body) < head_size + body_size:
        return None
    said = json.loads(head)
    return Frame(said, _tables(body, said["sizes"]))


def _batch(table: pa.Table) -> pa.RecordBatch:
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)


def _tables(body: bytes, sizes: list[int]) -> dict[str, pa.Table]:
    tables, at, whole = {}, 0, pa.py_buffer(body)
    for table, size in zip(TABLES, sizes, strict=False):
        batch = pa.ipc.read_record_batch(whole.slice(at, size), table.schema)
        tables[table.name] = pa.Table.from_batches([batch], schema=table.schema)
        at += size
    return tables
