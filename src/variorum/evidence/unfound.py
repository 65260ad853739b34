"""Quotations that were not found, with what that is worth; and the whole table in its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from variorum.evidence.reasons import not_found, quoted_too
from variorum.tables import CHECKS
from variorum.text import word_ends

NOBODY: Mapping[tuple[str, int], Sequence[str]] = MappingProxyType({})


def unfound(
    quotations: pa.Table,
    documents: pa.Table,
    rows: list[dict[str, Any]],
    sensitivity: pa.Table,
    quoting: Mapping[tuple[str, int], Sequence[str]] = NOBODY,
) -> pa.Table:
    """The table of checks: rows that were made, and one for each quotation of somebody's words that has none.

    `quoting`: what the documents are called that quote the same words.
    """
    found = {(row["doc"], row["quotation"]) for row in rows}
    speech = quotations.filter(pc.fill_null(pc.equal(quotations["use"], "speech"), True))
    keys = zip(speech["doc"].to_pylist(), speech["quotation"].to_pylist(), strict=True)
    rest = speech.filter(pa.array([key not in found for key in keys], pa.bool_()))
    counts = _words(rest, documents)
    chances = _chances(sensitivity)

    @cache
    def told(words: int) -> tuple[int | None, str]:
        fitting = [one for one in chances if words <= one[1]] or chances[-1:]
        if not fitting or words < fitting[0][0]:
            return None, not_found(words, None, None)
        least, most, chance = fitting[0]
        return chance, not_found(words, chance, (least, most))

    keys = zip(rest["doc"].to_pylist(), rest["quotation"].to_pylist(), strict=True)
    said = [
        (None, quoted_too(quoting[key])) if key in quoting else told(count)
        for key, count in zip(keys, counts, strict=True)
    ]
    nothing = {name: pa.nulls(len(rest), CHECKS.schema.field(name).type) for name in CHECKS.schema.names}
    columns = {
        **nothing,
        "doc": rest["doc"],
        "quotation": rest["quotation"],
        "start": rest["inner_start"],
        "end": rest["inner_end"],
        "relation": pa.repeat("not found", len(rest)),
        "said": rest["voice"],
        "words": pa.array(counts, pa.int64()),
        "reason": pa.array([why for _, why in said], pa.string()),
        "chance": pa.array([chance for chance, _ in said], pa.int64()),
    }
    table = pa.concat_tables([CHECKS.rows(rows), pa.table(columns, schema=CHECKS.schema)])
    docs = np.array(table["doc"].to_pylist(), object)
    order = np.lexsort((table["quotation"].to_numpy(), docs)) if len(table) else np.empty(0, np.int64)
    return table.take(pa.array(order)).combine_chunks()


def _words(quotations: pa.Table, documents: pa.Table) -> list[int]:
    """How many words each quotation has."""
    places = pc.index_in(quotations["doc"], documents["doc"]).to_pylist()
    spans = zip(places, quotations["inner_start"].to_pylist(), quotations["inner_end"].to_pylist(), strict=True)
    out, at, text = [], None, ""
    for place, start, end in spans:
        if place != at:
            at, text = place, documents["text"][place].as_py() or ""
        out.append(len(word_ends(text[start:end])))
    return out


def _chances(sensitivity: pa.Table) -> list[tuple[int, int, int]]:
    """For quotations of each length, in marks, how many of a hundred would have been found."""
    rows = [row for row in sensitivity.to_pylist() if row["marked"] and row["planted"]]
    return sorted((row["least"], row["most"], round(100 * row["found"] / row["planted"])) for row in rows)
