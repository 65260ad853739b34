"""What rows were made by and from: the hashes by which a build knows what is stale, and a reader what is whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b, sha256
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


class Stamp(NamedTuple):
    """What a Parquet file of the archive was made by and from, and what its rows are."""

    by: str
    """Hash of the code and the settings that made it."""
    made_from: dict[str, str]
    """Hash of what it was made from: by document for a part, by table otherwise."""
    rows: dict[str, str]
    """Hash of the rows: by document for a part, else under the table's own name."""


NOTHING = Stamp("", {}, {})


def digest(*values: object) -> str:
    """A hash of plain values, the same on every machine."""
    return blake2b(json.dumps(values, ensure_ascii=True, sort_keys=True).encode(), digest_size=16).hexdigest()


FEW, LONG = 16, (pa.large_string(), pa.large_binary())
"""So many rows are hashed as they print, but for whole texts and the like: most documents are small, and taking an
array apart costs more."""


def hash_rows(table: pa.Table) -> str:
    """A hash of rows that depends on their values alone, not on how Arrow has laid them out."""
    hashing = sha256()  # processors have instructions for it, and tables are large
    if table.num_rows <= FEW:
        texts = [field.name for field in table.schema if field.type in LONG]
        rest = table.drop_columns(texts) if texts else table
        hashing.update(repr(rest.to_pydict()).encode("utf-8", "surrogatepass"))
        table = table.select(texts)
    for name, column in zip(table.column_names, table.itercolumns(), strict=True):
        array = column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
        hashing.update(f"{name} {len(array)} {array.null_count}".encode())
        for content in _contents(array):
            hashing.update(content)
    return hashing.hexdigest()[:32]


def _contents(array: pa.Array) -> Iterator[bytes | memoryview]:
    """The values of a column as bytes: which are there, how long they are, what they say."""
    if array.null_count:
        yield np.packbits(np.asarray(array.is_valid())).tobytes()
    if pa.types.is_list(array.type):
        yield np.asarray(pc.list_value_length(array).fill_null(0)).tobytes()
        yield from _contents(array.flatten())
    elif pa.types.is_struct(array.type):
        for field in array.flatten():
            yield from _contents(field)
    elif array.null_count == len(array):
        yield bytes(8 * len(array))
    elif array.type.id in _STRINGS:
        yield from _strings(array.fill_null("") if array.null_count else array)
    elif not array.null_count and (width := array.type.bit_width // 8):
        yield memoryview(array.buffers()[1])[array.offset * width : (array.offset + len(array)) * width]
    else:
        nothing = False if pa.types.is_boolean(array.type) else 0
        yield np.asarray(array.fill_null(nothing) if array.null_count else array).tobytes()


def _strings(array: pa.Array) -> Iterator[bytes | memoryview]:
    _, offsets, content = array.buffers()
    width = np.dtype(_STRINGS[array.type.id])
    count = len(array) + 1
    bounds = np.frombuffer(offsets, width, count, array.offset * width.itemsize) if offsets else np.zeros(1, width)
    yield (bounds[1:] - bounds[:-1]).astype(np.int64).tobytes()
    yield memoryview(content)[bounds[0] : bounds[-1]] if content else b""


_STRINGS = {
    pa.lib.Type_STRING: np.int32,
    pa.lib.Type_BINARY: np.int32,
    pa.lib.Type_LARGE_STRING: np.int64,
    pa.lib.Type_LARGE_BINARY: np.int64,
}


def from_documents(doc: str, inputs: Iterable[str], hashes: Mapping[str, Mapping[str, str]]) -> str:
    """The hash of everything that a document's rows are made from."""
    return digest(*(hashes[name].get(doc, "") for name in inputs))


def total(hashes: Mapping[str, str]) -> str:
    """One hash for the rows of a whole table."""
    return digest(sorted(hashes.items()))
