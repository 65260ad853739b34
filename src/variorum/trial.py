"""What would not have been found: the plan is tried on quotations planted into copies of the library's own documents.

What it finds of them is the table `sensitivity`. The trial runs the same steps with the same settings, on a small
library of its own, so its work is bounded however large the library is.
"""

from __future__ import annotations

import shutil
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from variorum import plan
from variorum.engine import Engine, Progress
from variorum.passages.planting import LENGTHS, Planted, Trial, planted
from variorum.progress import silent
from variorum.stamps import Stamp, digest, hash_rows, total
from variorum.store import Store, by_document, part_of
from variorum.tables import BY_NAME, SENSITIVITY
from variorum.versions import code_version

LONGER, LONGER_BY = 4, 300
"""A passage counts if neither side is more than so many times as long as the quotation, and so many code points."""


def tried(store: Store, engine: Engine, chosen: Mapping[str, Mapping[str, Any]], progress: Progress) -> plan.Made:
    """Make the table `sensitivity`, if it is stale, and tell what became of it."""
    begun = plan.clocks()
    steps = plan.needed("passages")
    settings = {step.name: {**step.settings, **chosen.get(step.name, {})} for step in steps}
    by = digest([code_version(step.make) for step in steps], code_version(tried), settings)
    made_from = {name: total(store.hashes(name)) for name in plan.TRIED}
    have = store.stamp(SENSITIVITY.name)
    made = int((have.by, have.made_from) != (by, made_from))
    if made:
        progress(SENSITIVITY.name, 0, 1)
        trial = planted(*map(store.read_all, plan.TRIED))
        rows = SENSITIVITY.rows(_rows(trial, _found(trial, store, engine, chosen)) if trial else [])
        store.stage(SENSITIVITY.name, None, rows, Stamp(by, made_from, {SENSITIVITY.name: hash_rows(rows)}))
        progress(SENSITIVITY.name, 1, 1)
    return plan.Made(SENSITIVITY.name, store.count(SENSITIVITY.name), made, *plan.since(begun))


def _found(trial: Trial, store: Store, engine: Engine, chosen: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """The passages of a trial, by the plan's own steps; nothing in it is translated."""
    place = Store(store.next / "trial", staged=True)
    shutil.rmtree(place.folder, ignore_errors=True)
    tables = {"documents": by_document(trial.documents), "blocks": by_document(trial.blocks)}
    parts: dict[int, list[str]] = defaultdict(list)
    for doc in tables["documents"]:
        parts[part_of(doc)].append(doc)
    for part, docs in parts.items():
        for name in plan.READ:
            empty = BY_NAME[name].empty()
            rows = {doc: tables.get(name, {}).get(doc, empty) for doc in docs}
            plan.stage_documents(place, name, part, "", dict.fromkeys(docs, "trial"), rows, {})
    for _ in plan.run(plan.needed("passages"), place, engine, {**chosen, "sentences": {"most": 0}}, silent):
        pass
    found = place.read_all("passages")
    shutil.rmtree(place.folder, ignore_errors=True)
    return found


def _rows(trial: Trial, found: pa.Table) -> list[dict[str, Any]]:
    """How many quotations of each length, with marks and without, were planted and found."""
    passages: dict[tuple[str, str], list[tuple[int, int, int, int]]] = defaultdict(list)
    columns = [found[name].to_pylist() for name in ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")]
    for a, start_a, end_a, b, start_b, end_b in zip(*columns, strict=True):
        passages[a, b].append((start_a, end_a, start_b, end_b))
        passages[b, a].append((start_b, end_b, start_a, end_a))
    counts: dict[tuple[int, bool], list[int]] = defaultdict(lambda: [0, 0])
    for one in trial.planted:
        length = bisect_left([most for _, most in LENGTHS], one.words)
        cell = counts[length, one.marked]
        cell[0] += 1
        cell[1] += _is_found(one, passages[one.target, one.source])
    return [
        {
            "least": LENGTHS[length][0],
            "most": LENGTHS[length][1],
            "marked": marked,
            "planted": number,
            "found": hits,
            "changed": round(1000 * trial.changed),
        }
        for (length, marked), (number, hits) in sorted(counts.items())
    ]


def _is_found(one: Planted, passages: list[tuple[int, int, int, int]]) -> bool:
    """Whether passages of its order of size that touch its source cover half of a quotation."""
    longest = LONGER * (one.end - one.start) + LONGER_BY
    covered, at = 0, one.start
    for start, end, there, stop in sorted(passages):
        touches = there < one.source_end and stop > one.source_start
        if touches and max(end - start, stop - there) <= longest:
            first, last = max(start, at), min(end, one.end)
            covered += max(0, last - first)
            at = max(at, last)
    return 2 * covered >= one.end - one.start
