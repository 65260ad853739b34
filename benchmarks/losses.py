#!/usr/bin/env python3
"""Phrases left out on purpose: how many are found, and what is claimed besides.

    .venv/bin/python benchmarks/losses.py FILE FILE [FILE ...]

The files are a library. From the last of them a phrase is taken out of one bead in EVERY: from a short word to before
the next one, or from comma to comma, two to six words of which two have four letters or more. Which, is chosen by
hashes. Printed are how many of these are reported as unrendered (a row whose place is in the sentences where they
stood), and the rows that the whole texts have, and those that are new beside the planted ones: read these, they may be
right. With `--show`, all of them.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import variorum
from variorum.store import Store

EVERY, SHORT, LONG = 6, 3, 4
NEAR = 120
"""So near to where the phrase stood is the place of a row that reports it."""
WORD = re.compile(r"\w+")
Cut = tuple[int, int]


def tables(folder: Path, *names: str) -> list[list[dict[str, Any]]]:
    """Some tables of a library, built as far as they need."""
    archive = folder.parent / (folder.name + "-archive")
    variorum.build(folder, archive, only="unrendered")
    store = Store(archive / "tables")
    return [store.read_all(name).to_pylist() for name in names]


def phrase(text: str, start: int, end: int) -> Cut | None:
    """One of the phrases of a stretch, chosen by its hash."""
    found = []
    words = list(WORD.finditer(text, start, end))
    for stretch in re.finditer(r"[^,;:.!?()“”\"«»]+", text[start:end]):
        inside = [word for word in words if stretch.start() <= word.start() - start < stretch.end()]
        edges = [nth for nth, word in enumerate(inside) if len(word.group()) <= SHORT] + [len(inside)]
        found += [inside[a:b] for a, b in pairwise(sorted({0, *edges}))]
    fit = [some for some in found if 2 <= len(some) <= 6 and sum(len(word.group()) >= LONG for word in some) >= 2]
    fit = [some for some in fit if len(some) <= len(words) / 2]
    if not fit:
        return None
    chosen = min(fit, key=lambda some: sha256(text[some[0].start() : some[-1].end()].encode()).hexdigest())
    return chosen[0].start(), chosen[-1].end()


def cuts(text: str, beads: list[Cut]) -> list[Cut]:
    """What to take out of a text."""
    every = [bead for nth, bead in enumerate(sorted(set(beads))) if nth % EVERY == EVERY // 2]
    return [cut for bead in every for cut in [phrase(text, *bead)] if cut]


def without(text: str, found: list[Cut]) -> tuple[str, list[int]]:
    """A text without some stretches, and where they stood."""
    kept, places, at = [], [], 0
    for start, end in found:
        kept.append(text[at:start])
        places.append(sum(map(len, kept)))
        at = end
    return "".join([*kept, text[at:]]), places


def main() -> None:
    parser = argparse.ArgumentParser(description="Plant losses and look for them.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        whole, cut = Path(place) / "whole", Path(place) / "cut"
        whole.mkdir()
        names = [f"{nth}{file.suffix}" for nth, file in enumerate(asked.files)]
        for file, name in zip(asked.files, names, strict=True):
            shutil.copyfile(file, whole / name)
        beads, before, documents = tables(whole, "translations", "unrendered", "documents")
        last = names[-1]
        text = next(row["text"] for row in documents if row["doc"] == last)
        mine = [
            (row[f"start_{side}"], row[f"end_{side}"]) for row in beads for side in "ab" if row[f"doc_{side}"] == last
        ]
        planted = cuts(text, mine)
        shutil.copytree(whole, cut)
        left, places = without(text, planted)
        (cut / last).write_text(left, encoding="utf-8")
        after, documents = tables(cut, "unrendered", "documents")
    texts = {row["doc"]: row["text"] for row in documents}
    old = {
        (row["doc"], row["other_doc"], texts[row["doc"]][row["start"] : row["end"]])
        for row in before
        if row["doc"] != last
    }
    rows = [row for row in after if row["other_doc"] == last]
    hits: dict[int, dict[str, Any]] = {}
    rest = []
    for row in rows:
        near = min(range(len(places)), key=lambda nth: abs(places[nth] - row["other_start"]), default=None)
        if near is not None and abs(places[near] - row["other_start"]) <= NEAR:
            hits[near] = row
        elif (row["doc"], row["other_doc"], texts[row["doc"]][row["start"] : row["end"]]) not in old:
            rest.append(row)
    print(
        f"{len(mine):,} beads; planted {len(planted)}, found {len(hits)}; "
        f"rows before {len(before)}, new beside {len(rest)}"
    )
    if asked.show:
        for nth, (start, end) in enumerate(planted):
            row = hits.get(nth)
            told = texts[row["doc"]][row["start"] : row["end"]] if row else "-"
            print(f"  {' '.join(text[start:end].split())!r:60} {told!r}")
        for row in rest:
            print("  +", texts[row["doc"]][row["start"] : row["end"]])


if __name__ == "__main__":
    main()
