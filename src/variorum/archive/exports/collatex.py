"""JSON as CollateX writes it: a list for each witness, a cell for each place, a cell being tokens or null."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring as quoted

from variorum.archive.exports.collation import Collation


def collatex(found: Collation) -> str:
    """The table; `t` is a token as written with the space behind it, `n` without, in small letters."""
    rows = ", ".join(f"[{', '.join(_cells(found, nth))}]" for nth in range(len(found.witnesses)))
    sigla = json.dumps([witness.siglum for witness in found.witnesses], ensure_ascii=False)
    return f'{{"table": [{rows}], "witnesses": {sigla}}}\n'


def _cells(found: Collation, nth: int) -> Iterator[str]:
    """The cells of a witness, each written at once: a novel has so many that they take less room so."""
    text, starts, ends = found.witnesses[nth].text, found.starts[:, nth].tolist(), found.ends[:, nth].tolist()
    there = [start for start in starts if start >= 0]
    following = iter([*there[1:], max(ends, default=0)])
    for start, end in zip(starts, ends, strict=True):
        if start < 0:
            yield "null"
        else:
            written = text[start : max(end, next(following))]
            yield f'[{{"n": {quoted(text[start:end].lower())}, "t": {quoted(written)}}}]'
