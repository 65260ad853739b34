#!/usr/bin/env python3
"""Make a library with known truth: quotations from some texts planted into others, in five kinds.

    .venv/bin/python benchmarks/planting.py FOLDER --targets FILE ... --sources FILE ... [--each 150] [--seed 1]

FOLDER gets `library.jsonl`, in documents of some thousand words, and `gold.tsv` with a row a quotation: target_doc,
kind, t_begin, t_end, source_doc, s_begin, s_end, quoted, words (code points, half open). Kinds are verbatim; ocr5 and
ocr12, with so many in a hundred letters misread; altered, with every eighth word another, missing or added; abridged,
with an ellipsis for the words in the middle. Half of them stand in quotation marks; lengths are 5 to 60 words, half of
them under 13.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

COLUMNS = ("target_doc", "kind", "t_begin", "t_end", "source_doc", "s_begin", "s_end", "quoted", "words")
KINDS = ("verbatim", "ocr5", "ocr12", "altered", "abridged")
LENGTHS = ((5, 7), (8, 12), (13, 30), (31, 60))
DOCUMENT = 25_000
SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-ZА-ЯЁ“«])")
MISREAD = dict(zip("eaoitnhrsclumbdfgvyw", "coaltumnsecinhhtqvvv", strict=True))


class Document(NamedTuple):
    """A piece of a file."""

    name: str
    text: str


def documents(kind: str, files: list[Path]) -> Iterator[Document]:
    """The files in pieces that end with a paragraph, the first and the last of each left out: they hold the licence."""
    for number, file in enumerate(files):
        text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        cuts = [0]
        while len(text) - cuts[-1] > DOCUMENT:
            found = text.find("\n\n", cuts[-1] + DOCUMENT)
            cuts.append(found if found > 0 else len(text))
        for nth, (start, end) in enumerate(pairwise(cuts[1:-1])):
            yield Document(f"{kind}_{number}_{nth:03}", text[start:end].strip())


def misread(text: str, share: float, chance: random.Random) -> str:
    """A text with some of its letters misread, a few dropped or run together."""
    out = []
    for letter in text:
        if chance.random() >= share or not letter.strip():
            out.append("" if letter == " " and chance.random() < share / 8 else letter)
        elif chance.random() < 0.85:
            out.append(MISREAD.get(letter, chance.choice(text.replace(" ", "") or "e")))
    return "".join(out)


def altered(words: list[str], others: list[str], chance: random.Random) -> list[str]:
    """Words with every eighth another, missing or added."""
    out: list[str] = []
    for word in words:
        change = chance.choice(("other", "missing", "added")) if chance.random() < 1 / 8 else ""
        out += [word] * (change in ("", "added")) + [chance.choice(others)] * (change in ("other", "added"))
    return out


def quoted(kind: str, text: str, others: list[str], chance: random.Random) -> str:
    """A stretch of a source as it is quoted."""
    words = text.split()
    if kind == "altered":
        words = altered(words, others, chance)
    elif kind == "abridged" and len(words) >= 12:
        third = len(words) // 3
        words = [*words[:third], "...", *words[-third:]]
    share = {"ocr5": 0.05, "ocr12": 0.12}.get(kind, 0.0)
    return misread(" ".join(words), share, chance) if share else " ".join(words)


def main() -> None:
    """Plant, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--targets", type=Path, nargs="+", required=True)
    parser.add_argument("--sources", type=Path, nargs="+", required=True)
    parser.add_argument("--each", type=int, default=120, help="how many quotations of each kind")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    targets, sources = list(documents("target", chosen.targets)), list(documents("source", chosen.sources))
    every = [word for source in sources for word in source.text.split()]
    planted: dict[str, list[tuple[int, list[str]]]] = {target.name: [] for target in targets}
    for nth in range(chosen.each * len(KINDS)):
        kind, source, target = KINDS[nth % len(KINDS)], chance.choice(sources), chance.choice(targets)
        words = list(re.finditer(r"\S+", source.text))
        count = chance.randint(*LENGTHS[nth // len(KINDS) % len(LENGTHS)])
        at = chance.randrange(len(words) - count)
        start, end = words[at].start(), words[at + count - 1].end()
        text = quoted(kind, source.text[start:end], every, chance)
        marked = chance.random() < 0.5
        places = [match.end() for match in SENTENCE.finditer(target.text)]
        facts = [kind, text, source.name, str(start), str(end), str(marked), str(count)]
        planted[target.name].append((chance.choice(places), facts))
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with (
        open(chosen.folder / "library.jsonl", "w", encoding="utf-8") as library,
        open(chosen.folder / "gold.tsv", "w", encoding="utf-8") as gold,
    ):
        print(*COLUMNS, sep="\t", file=gold)
        for target in targets:
            out, at = "", 0
            for place, (kind, text, name, start, end, marked, count) in sorted(planted[target.name]):
                out += target.text[at:place] + ("“" if marked == "True" else "")
                print(
                    target.name,
                    kind,
                    len(out),
                    len(out) + len(text),
                    name,
                    start,
                    end,
                    marked,
                    count,
                    sep="\t",
                    file=gold,
                )
                out, at = out + text + ("” " if marked == "True" else " "), place
            print(json.dumps({"id": target.name, "text": out + target.text[at:]}), file=library)
        for source in sources:
            print(json.dumps({"id": source.name, "text": source.text}), file=library)


if __name__ == "__main__":
    main()
