"""What a suspicion is worth once the rest of the library is asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

ELSEWHERE, MOST = 2.0, 3
"""A word that another document has, too, is a slip so many nats less likely; no more than so many documents count."""
LEAST = 0.005
"""What is less likely is no finding."""


def settled(suspects: pa.Table, unlisted: pa.Table, held: Iterable[dict[str, Any]] = ()) -> list[dict[str, Any]]:
    """A row for each suspicion that stands, the likeliest where two overlap; `held` were told by other copies."""
    others = _documents(suspects, unlisted)
    rows = list(held)
    for row in suspects.to_pylist():
        form, likely = row.pop("form"), row.pop("likely")
        elsewhere = min(MOST, others[form] - 1) if form else 0
        row["confidence"] = _shifted(likely, -ELSEWHERE * max(0, elsewhere))
        rows.append(row)
    return list(_apart(sorted((row for row in rows if row["confidence"] >= LEAST), key=_order)))


def _documents(suspects: pa.Table, unlisted: pa.Table) -> Counter[str]:
    """In how many documents each word or phrase in question stands."""
    asked = suspects.filter(pc.is_valid(suspects["form"])).select(["doc", "form"])
    there = unlisted.filter(pc.is_in(unlisted["form"], asked["form"].unique())).select(["doc", "form"])
    both = pa.concat_tables([asked, there]).group_by(["doc", "form"]).aggregate([])
    return Counter(both["form"].to_pylist())


def _shifted(likely: float, nats: float) -> float:
    if not nats or likely <= 0:
        return likely
    odds = likely / max(1e-9, 1 - likely) * math.exp(nats)
    return odds / (1 + odds)


def _order(row: dict[str, Any]) -> tuple[str, int, int, str]:
    return row["doc"], row["start"], row["end"], row["rule"]


def _apart(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Of rows that overlap the likeliest."""
    held: dict[str, Any] | None = None
    for row in rows:
        if held is not None and row["doc"] == held["doc"] and row["start"] < held["end"]:
            held = max(held, row, key=lambda one: (one["confidence"], one["rule"]))
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held
