#!/usr/bin/env python3
"""Make a library several times as large as another, of one JSON Lines file, to see what a build of it costs.

    .venv/bin/python benchmarks/manifold.py LIBRARY.jsonl.gz OUT.jsonl.gz [--times N]

Each further copy is written as if in a language of its own: in words of four letters or more each letter is another, so
many further in the alphabet as the copy has a number. So each copy shares as much within itself as the first, short
words are common to all, and the lexicon grows as the library does. The noise is the same on every run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

WORD = re.compile(r"[A-Za-z]{4,}")


def foreign(number: int) -> Callable[[str], str]:
    """How the copy with a number writes a text.

    >>> foreign(1)("The eels, Eels!")
    'The ffmt, Ffmt!'
    """
    shifted = [alphabet[number:] + alphabet[:number] for alphabet in (ascii_lowercase, ascii_uppercase)]
    letters = str.maketrans(ascii_lowercase + ascii_uppercase, "".join(shifted))
    return lambda text: WORD.sub(lambda word: word.group().translate(letters), text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--times", type=int, default=4)
    options = parser.parse_args()
    with gzip.open(options.out, "wt", encoding="utf-8", compresslevel=1) as out:
        for number in range(options.times):
            write = foreign(number)
            with gzip.open(options.library, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    copy = {**row, "id": f"{number}-{row['id']}", "text": write(row["text"])}
                    out.write(json.dumps(copy, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
