"""JSON as CollateX writes it: a list for each witness, a cell for each place, a cell being tokens or null."""

from __future__ import annotations

import json

from variorum.archive.exports.collation import Collation


def collatex(found: Collation) -> str:
    """The table; `t` is a token as written with the space behind it, `n` without, in small letters."""
    rows = [_row(found, nth) for nth in range(len(found.witnesses))]
    told = {"table": rows, "witnesses": [witness.siglum for witness in found.witnesses]}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _row(found: Collation, nth: int) -> list[list[dict[str, str]] | None]:
    text, starts, ends = found.witnesses[nth].text, found.starts[:, nth].tolist(), found.ends[:, nth].tolist()
    following = [start for start in starts if start >= 0][1:]
    following.append(max(ends, default=0))
    cells: list[list[dict[str, str]] | None] = []
    seen = 0
    for start, end in zip(starts, ends, strict=True):
        if start < 0:
            cells.append(None)
            continue
        cells.append([{"n": text[start:end].lower(), "t": text[start : max(end, following[seen])]}])
        seen += 1
    return cells
