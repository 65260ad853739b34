#!/usr/bin/env python3
"""How many passages a build finds where there can be none: its sources are exchanged for decoys.

    .venv/bin/python benchmarks/decoys.py LIBRARY=SOURCES ... [--disjoint FILE ...] [--seeds N] [--targets SHARE]

A LIBRARY holds JSON Lines; those of its documents whose ids match the pattern SOURCES are sources, all others targets.
Every source is exchanged for its words in reverse; for its words shuffled in chunks of three, so that formulae survive;
and for as much text cut from the files named as disjoint, which must be such as nobody in the targets quotes, and
enough that none stands for two sources (a chance likeness would count twice, and its copies speak for it). What is
printed is how many passages are found between a target and a decoy for 10,000 words of the targets, over all libraries,
by kind, and in which library. Nothing can be reversed in two ways, so that is done once. `--targets .25` takes a
quarter of the targets only, by hash of their ids and the seed; `--keep FOLDER` keeps what was found, as Parquet.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

CHUNK = 3
KINDS = ("reversed", "shuffled", "disjoint")
GAP = re.compile(r"\s+")


class Library(NamedTuple):
    """Its documents as they are, those that may quote and those that may be quoted."""

    name: str
    targets: list[dict[str, str]]
    sources: list[dict[str, str]]


class Found(NamedTuple):
    """How many words the targets have, and the passages between them and the decoys."""

    words: int
    passages: pa.Table


def read(named: str) -> Library:
    """A library from its path and the pattern of its sources."""
    place, _, pattern = named.partition("=")
    lines = (line for path in sorted(Path(place).glob("*.jsonl")) for line in path.open(encoding="utf-8"))
    documents = [json.loads(line) for line in lines]
    sources = [document for document in documents if fnmatchcase(document["id"], pattern)]
    if not sources or len(sources) == len(documents):
        sys.exit(f"{place}: {len(sources)} of {len(documents)} documents match {pattern!r}")
    return Library(Path(place).name, [document for document in documents if document not in sources], sources)


def reordered(text: str, words: list[str]) -> str:
    """Other words with the text's own gaps between them, so that lines and paragraphs stay as long as they are."""
    gaps = GAP.findall(text.strip())
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def decoyed(library: Library, kind: str, seed: int, disjoint: str) -> Iterator[dict[str, str]]:
    """The sources of a library as decoys; of disjoint text, each from where the one before ended."""
    at = int(seed * len(disjoint) / 7)
    for source in library.sources:
        text = source["text"]
        words = text.split()
        if kind == "disjoint":
            cut = (disjoint + disjoint)[at : at + len(text)]
            at = (at + len(text)) % max(1, len(disjoint))
            yield {**source, "text": cut}
        elif kind == "reversed":
            yield {**source, "text": reordered(text, words[::-1])}
        else:
            chunks = [words[start : start + CHUNK] for start in range(0, len(words), CHUNK)]
            random.Random(f"{seed} {source['id']}").shuffle(chunks)
            yield {**source, "text": reordered(text, [word for chunk in chunks for word in chunk])}


def drawn(document: dict[str, str], seed: int, share: float) -> bool:
    """Whether a document belongs to the share."""
    return int.from_bytes(sha256(f"{seed} {document['id']}".encode()).digest()[:4]) < share * 2**32


def built(targets: list[dict[str, str]], decoys: list[dict[str, str]], settings: str) -> Found:
    """Build a library of both in a process of its own, and what lies between the two."""
    with tempfile.TemporaryDirectory() as folder:
        library, archive = Path(folder, "library"), Path(folder, "archive")
        library.mkdir()
        (library / "variorum.toml").write_text(settings)
        for name, documents in (("targets", targets), ("decoys", decoys)):
            lines = "".join(json.dumps(document) + "\n" for document in documents)
            (library / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        command = [sys.executable, "-m", "variorum.cli", "build", str(library), "-o", str(archive), "--quiet"]
        subprocess.run([*command, "--only", "passages"], check=True)
        passages = pq.read_table(archive / "tables" / "passages.parquet")
        sides = zip(passages["doc_a"].to_pylist(), passages["doc_b"].to_pylist(), strict=True)
        between = [len({side.split("#")[0] for side in pair}) == 2 for pair in sides]
        return Found(sum(len(document["text"].split()) for document in targets), passages.filter(pa.array(between)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", nargs="+", metavar="LIBRARY=SOURCES")
    parser.add_argument("--disjoint", nargs="+", type=Path, default=[], metavar="FILE")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--targets", type=float, default=1.0, metavar="SHARE")
    parser.add_argument("--settings", default="", help="what variorum.toml is to say")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    chosen = parser.parse_args()
    libraries = [read(named) for named in chosen.libraries]
    disjoint = "\n".join(path.read_text(encoding="utf-8") for path in chosen.disjoint)
    asked = max(sum(len(source["text"]) for source in library.sources) for library in libraries)
    if 0 < len(disjoint) < asked:
        sys.exit(f"disjoint: {len(disjoint):,} characters for {asked:,} of sources; no text may stand for two")
    words, passages = Counter[str](), Counter[str]()
    for kind in [kind for kind in chosen.kinds if kind != "disjoint" or disjoint]:
        for seed in chosen.seeds[:1] if kind == "reversed" and chosen.targets == 1 else chosen.seeds:
            for library in libraries:
                targets = [document for document in library.targets if drawn(document, seed, chosen.targets)]
                found = built(targets, list(decoyed(library, kind, seed, disjoint)), chosen.settings)
                words[kind] += found.words
                passages[kind] += found.passages.num_rows
                rate = 1e4 * found.passages.num_rows / found.words
                print(
                    f"  {kind:<10} seed {seed} {library.name:<16}{found.passages.num_rows:>6,} in "
                    f"{found.words:>10,} words{rate:>9.4f}",
                    flush=True,
                )
                if chosen.keep:
                    chosen.keep.mkdir(parents=True, exist_ok=True)
                    pq.write_table(found.passages, chosen.keep / f"{library.name}-{kind}-{seed}.parquet")
        print(
            f"{kind:<10} {1e4 * passages[kind] / words[kind]:.4f} passages per 10,000 words of the targets", flush=True
        )


if __name__ == "__main__":
    main()
