"""NEXUS, for programs of phylogenetics: a taxon for each witness, a character for each variant."""

from __future__ import annotations

import re

from variorum.archive.exports.collation import Collation, entries

SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
UNKNOWN = "?"


def nexus(found: Collation) -> str:
    """The matrix of readings; a reading that comes after the last symbol, or none at all before or behind, is unknown.

    Two witnesses have one symbol at a variant where they have the same words there; an omission is a reading.
    """
    columns = [_states(found, entry.first, [each.witnesses for each in entry.readings]) for entry in entries(found)]
    rows = ["".join(column[nth] for column in columns) for nth in range(len(found.witnesses))]
    names = _names(found)
    wide = max(map(len, names), default=0) + 2
    used = max((SYMBOLS.index(state) for column in columns for state in column if state != UNKNOWN), default=0)
    matrix = "\n".join(f"    {name.ljust(wide)}{row or UNKNOWN}" for name, row in zip(names, rows, strict=True))
    return (
        "#NEXUS\nBEGIN TAXA;\n"
        f"  DIMENSIONS NTAX={len(names)};\n  TAXLABELS {' '.join(names)};\nEND;\n"
        "BEGIN CHARACTERS;\n"
        f"  DIMENSIONS NCHAR={max(1, len(columns))};\n"
        f'  FORMAT DATATYPE=STANDARD MISSING={UNKNOWN} GAP=- SYMBOLS="{" ".join(SYMBOLS[: used + 1])}";\n'
        f"  MATRIX\n{matrix}\n  ;\nEND;\n"
    )


def _states(found: Collation, place: int, readings: list[tuple[int, ...]]) -> list[str]:
    states = [UNKNOWN] * len(found.witnesses)
    for symbol, mine in zip(SYMBOLS, readings, strict=False):
        for nth in mine:
            there = (found.starts[:, nth] >= 0).nonzero()[0]
            if len(there) and there[0] <= place <= there[-1] + 1:
                states[nth] = symbol
    return states


def _names(found: Collation) -> list[str]:
    """The sigla as NEXUS takes them."""
    return [re.sub(r"\W", "_", witness.siglum) or f"W{nth}" for nth, witness in enumerate(found.witnesses)]
