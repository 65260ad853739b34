"""The plan: which steps there are, in which order; which of them are stale; and how they are run.

    sources -> documents, blocks, ... -> divisions, references, wording, mentions
                                      -> quoted -> quotations -> ellipses
                                           |  `-> embedded -> dates
                                           `-> reuse -> passages -> traditions -> collations -> transpositions
                              sentences -> translations --^
                                               `-> unrendered -> omissions
    trial of the plan -> sensitivity -> checks;  unlisted, suspects, collations -> findings
    mentions, passages -> names -> entities

A step is a plain function. Its name is the table that it makes, its arguments are the tables that it reads and then its
settings. An *each* step sees the rows of one document; a *whole* step sees tables of the library.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from variorum import evidence, layers, passages, traditions
from variorum.engine import Before, Engine, Progress
from variorum.stamps import Stamp, digest, from_documents, hash_rows, total
from variorum.step import Step, each, whole
from variorum.store import Store, by_document
from variorum.tables import BY_NAME
from variorum.versions import code_version

READ = ("documents", "origins", "blocks", "milestones", "styles", "edges")
"""The tables that reading the sources makes."""

RENEWED = 4
"""A step makes its table anew where more than one in so many documents has changed."""


class Made(NamedTuple):
    """What became of one table in a build."""

    table: str
    rows: int
    made: int
    """How many documents were worked on, or 1 for a table of the library; 0 where it was current."""
    seconds: float
    cpu_seconds: float


STEPS = (
    each(layers.divisions),
    each(layers.quoted),
    each(layers.quotations),
    each(layers.embedded),
    each(layers.ellipses),
    each(layers.references),
    each(layers.dates),
    each(layers.mentions),
    each(layers.statements),
    each(passages.wording),
    each(layers.unlisted),
    each(layers.suspects),
    whole(passages.reuse, passages.renewed),
    whole(passages.sentences, passages.kept_sentences),
    whole(passages.translations),
    whole(passages.unrendered),
    whole(passages.passages),
    whole(traditions.traditions),
    whole(traditions.collations),
    whole(traditions.transpositions),
    whole(traditions.omissions),
    whole(traditions.dependence),
    whole(traditions.audits),
    whole(layers.findings),
    whole(evidence.checks),
    whole(evidence.names),
    whole(evidence.entities),
    whole(evidence.testimony),
)
TRIED = ("documents", "blocks", "quoted", "passages")
"""What the trial of the plan is made from (`trial`), whose table is `sensitivity`."""
TRIAL = "sensitivity"
"""The table that the trial makes: the steps that read it come after it."""


def before_and_after(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """The steps that the trial of the plan does not wait for, and those that wait for the trial."""
    steps = list(steps)
    return [step for step in steps if TRIAL not in step.reads], [step for step in steps if TRIAL in step.reads]


READS: Mapping[str, tuple[str, ...]] = {
    name: reads
    for steps in before_and_after(STEPS)
    for name, reads in [*((step.name, step.reads) for step in steps), (TRIAL, TRIED)]
}


def needed(only: str | None) -> tuple[Step, ...]:
    """The steps that a table needs; all of them if none is named."""
    wanted = {only} if only else {step.name for step in STEPS}
    for step in reversed(STEPS):
        if step.name in wanted:
            wanted.update(step.reads)
    return tuple(step for step in STEPS if step.name in wanted)


def standing(steps: Iterable[Step], store: Store) -> dict[str, list[int | None]]:
    """The files of the tables that can stand together: those just made, and what else was made from the same."""
    made = {*READ, *(step.name for step in steps)}
    for name, reads in READS.items():
        if name not in made and made.issuperset(reads) and store.fits(name, reads):
            made.add(name)
    return {name: store.filled(name) for name in BY_NAME if name in made}


def run(
    steps: Iterable[Step], store: Store, engine: Engine, chosen: Mapping[str, Mapping[str, Any]], progress: Progress
) -> Iterator[Made]:
    """Make every table that is stale, in order, and tell what became of each."""
    steps = list(steps)
    held: Held = {}
    for number, step in enumerate(steps):
        begun = clocks()
        settings = {**step.settings, **chosen.get(step.name, {})}
        if step.each:
            made = _run_each(step, store, engine, settings, progress)
        else:
            held = _held(held, steps[number:])
            made = _run_whole(step, store, engine, settings, progress, held)
        yield Made(step.name, store.count(step.name), made, *since(begun))


def clocks() -> tuple[float, float]:
    """Seconds on the wall, and of processor time of this process and of those that it started and that have ended."""
    return time.perf_counter(), sum(os.times()[:4])


def since(begun: tuple[float, float]) -> tuple[float, float]:
    """How far the clocks have gone, to the millisecond."""
    wall, cpu = clocks()
    return round(wall - begun[0], 3), round(cpu - begun[1], 3)


def _run_each(step: Step, store: Store, engine: Engine, settings: dict[str, Any], progress: Progress) -> int:
    by = digest(code_version(step.make), settings)
    hashes = {name: store.hashes(name) for name in step.reads}
    documents, made = len(hashes["documents"]), 0
    for part in store.files("documents"):
        here = store.stamp("documents", part).rows
        made_from = {doc: from_documents(doc, hashes, hashes) for doc in here}
        have = store.stamp(step.name, part)
        stale = [doc for doc in made_from if have.by != by or have.made_from.get(doc) != made_from[doc]]
        if stale or have.made_from.keys() != made_from.keys():
            kept = {doc: have.rows[doc] for doc in made_from if doc not in stale}
            rows = {**_kept(step.name, store, part, kept), **_make_each(step, store, engine, part, stale, settings)}
            stage_documents(store, step.name, part, by, made_from, rows, kept)
        made += len(stale)
        progress(step.name, made, documents)
    return made


def _kept(table: str, store: Store, part: int, kept: Mapping[str, str]) -> dict[str, pa.Table]:
    there = by_document(store.read(table, part)) if kept else {}
    return {doc: there.get(doc, BY_NAME[table].empty()) for doc in kept}


def _make_each(
    step: Step, store: Store, engine: Engine, part: int, docs: list[str], settings: dict[str, Any]
) -> dict[str, pa.Table]:
    tables = [(BY_NAME[name].empty(), by_document(store.read(name, part))) for name in step.reads] if docs else []

    def make(doc: str) -> pa.Table:
        return step.make(*(rows.get(doc, empty) for empty, rows in tables), **settings)

    return dict(zip(docs, engine.each(make, docs), strict=True))


def stage_documents(
    store: Store,
    table: str,
    part: int,
    by: str,
    made_from: dict[str, str],
    rows: Mapping[str, pa.Table],
    hashes: Mapping[str, str],
) -> None:
    """Write the rows of the documents of one part; `hashes` has the hashes of those rows that are known."""
    docs = sorted(rows)
    empty = BY_NAME[table].empty()
    stamp = Stamp(by, made_from, {doc: hashes.get(doc) or hash_rows(rows[doc]) for doc in docs})
    store.stage(table, part, pa.concat_tables([empty, *(rows[doc] for doc in docs)]), stamp)


Part = tuple[str, tuple[str, ...]]
"""Some columns of a table, by their names."""
Held = dict[Part, tuple[str, pa.Table]]
"""What was read of whole tables, and a later step reads, too, each with the hash of the table's rows."""


def _held(held: Held, steps: list[Step]) -> Held:
    """What of it these steps read, if it is a step of the library that does."""
    wanted = {part for step in steps if not step.each for part in step.columns.items()}
    return {part: held[part] for part in held if part in wanted}


def _read(store: Store, part: Part, rows: str, held: Held) -> pa.Table:
    """Some columns of a table, read once while its rows are the same."""
    if held.get(part, ("", None))[0] != rows:
        held[part] = rows, store.read_all(part[0], list(part[1]))
    return held[part][1]


def _run_whole(
    step: Step, store: Store, engine: Engine, settings: dict[str, Any], progress: Progress, held: Held
) -> int:
    by = digest(code_version(step.make), settings)
    made_from = {name: total(store.hashes(name)) for name in step.reads}
    have = store.stamp(step.name)
    if (have.by, have.made_from) == (by, made_from):
        return 0
    progress(step.name, 0, 1)
    tables = [_read(store, part, made_from[part[0]], held) for part in step.columns.items()]
    texts = {"texts": store.texts} if step.takes_texts else {}
    before = _before(step, store, by) if step.renew else None
    pa.default_memory_pool().release_unused()
    if step.renew and before:
        rows = step.renew(engine, before, *tables, **texts, **settings)
    else:
        rows = step.make(*([engine] if step.takes_engine else []), *tables, **texts, **settings)
    store.stage(step.name, None, rows, Stamp(by, made_from, {step.name: hash_rows(rows)}))
    progress(step.name, 1, 1)
    return 1


def _before(step: Step, store: Store, by: str) -> Before | None:
    """What the archive has of a step, if it stands beside what it was made from, and most of that holds still."""
    then = store._replace(staged=False)
    was = {name: then.hashes(name) for name in step.reads}
    now = {name: store.hashes(name) for name in step.reads}
    have = then.stamp(step.name)
    if (have.by, have.made_from) != (by, {name: total(hashes) for name, hashes in was.items()}):
        return None
    docs = {doc for hashes in (*was.values(), *now.values()) for doc in hashes}
    touched = frozenset(doc for doc in docs if any(was[name].get(doc) != now[name].get(doc) for name in step.reads))
    if RENEWED * len(touched) > len(docs):
        return None
    tables = {name: then.rows_of(name, touched) for name in step.reads}
    return Before(then.read(step.name), touched, tables)
