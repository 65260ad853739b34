"""A page that stands alone: where the variants lie, how far witnesses agree, and the text with its apparatus."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import combinations

import numpy as np

from variorum.archive.exports.apparatus import before, summary
from variorum.archive.exports.collation import ACCIDENTALS, SAME, Collation, Entry, entries, entry, runs, sigla, words

STRIPES = 400
CONTEXT = 12
"""How many words of what all share are shown before and behind a variant, where the text is long."""
LONG = 20_000
OMITTED = '<span class="om">om.</span>'


def html(found: Collation) -> str:
    """The page; of a long text only what stands about the variants is shown."""
    parts = [_head(found), _strip(found), _matrix(found), "<main>", *_text(found), "</main>", "</body></html>\n"]
    return "\n".join(parts)


def _head(found: Collation) -> str:
    said = "".join(f"<p>{escape(line)}</p>" for line in summary(found, entries(found)))
    title = escape(found.title)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><h1>{title}</h1>{said}"
    )


_STYLE = (
    "body{font:1rem/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fdfcf8}"
    ".s{background:#ffe1a8}.a{background:#e6ecf2}.om{color:#a33}b{font:600 .8em sans-serif;color:#7a2f1d}"
    "svg{width:100%;height:2.4rem;background:#f2efe6}table{border-collapse:collapse;font-size:.85rem}"
    "td,th{padding:.15rem .6rem;text-align:right}ul{list-style:none;padding:0;font-size:.85rem}"
    "main p{margin:.4em 0;overflow-wrap:anywhere}.gap{color:#777;font-style:italic}"
)


def _strip(found: Collation) -> str:
    """Where along the text the variants lie: the higher, the more of the places there; substantive ones dark."""
    count = len(found.starts)
    if not count:
        return ""
    stripes = min(STRIPES, count)
    at = np.arange(count) * stripes // count
    gravest = found.ranks.min(axis=1)
    shapes = []
    for colour, mine in (("#9db4c8", gravest != SAME), ("#b5482a", gravest < 6)):
        parts = np.bincount(at, mine, stripes) / np.bincount(at, minlength=stripes)
        shapes += [
            f'<rect x="{nth}" y="{1 - height:.3f}" width="1" height="{height:.3f}" fill="{colour}"/>'
            for nth, height in enumerate(parts.tolist())
            if height
        ]
    inner = "".join(shapes)
    title = "<title>Where the variants lie</title>"
    return f'<svg viewBox="0 0 {stripes} 1" preserveAspectRatio="none" role="img">{title}{inner}</svg>'


def _matrix(found: Collation) -> str:
    """Of every two witnesses, at how many of the places that either has they have the same word."""
    if len(found.witnesses) < 3:
        return ""
    alike = {pair: agreement(found, *pair) for pair in combinations(range(len(found.witnesses)), 2)}
    names = [escape(witness.siglum) for witness in found.witnesses]
    rows = []
    for one, name in enumerate(names):
        cells = [
            f"{alike[min(one, other), max(one, other)]:.3f}" if one != other else "" for other in range(len(names))
        ]
        rows.append(f"<tr><th>{name}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    head = "".join(f"<th>{name}</th>" for name in names)
    return f"<table><caption>Agreement</caption><tr><th></th>{head}</tr>{''.join(rows)}</table>"


def agreement(found: Collation, one: int, other: int) -> float:
    """At how many of the places that either of two witnesses has they have the same form."""
    texts = found.witnesses[one].text, found.witnesses[other].text
    spans = zip(*(side[:, nth].tolist() for nth in (one, other) for side in (found.starts, found.ends)), strict=True)
    either = [span for span in spans if span[0] >= 0 or span[2] >= 0]
    same = sum(a >= 0 <= b and texts[0][a:a_end] == texts[1][b:b_end] for a, a_end, b, b_end in either)
    return float(same / max(1, len(either)))


def _text(found: Collation) -> Iterator[str]:
    number, whole = 0, len(found.starts) <= LONG
    line: list[str] = []
    notes: list[str] = []
    for first, last, differ in runs(found):
        if not differ:
            if whole or last - first <= 2 * CONTEXT:
                line.append(escape(words(found, 0, first, last)))
            else:
                line.append(escape(words(found, 0, first, first + CONTEXT)) + " …")
                yield from _paragraph(line, notes)
                yield f'<p class="gap">{last - first - 2 * CONTEXT:,} words and signs, the same in all</p>'
                line, notes = ["… " + escape(words(found, 0, last - CONTEXT, last))], []
            continue
        number += 1
        made = entry(found, first, last)
        kind = "a" if made.variant in ACCIDENTALS else "s"
        line.append(f'<span class="{kind}">{escape(made.readings[0].text)}</span><sup>{number}</sup>')
        notes.append(_note(found, number, made))
        if len(notes) >= CONTEXT:
            yield from _paragraph(line, notes)
            line, notes = [], []
    yield from _paragraph(line, notes)


def _paragraph(line: list[str], notes: list[str]) -> Iterator[str]:
    if line:
        yield f'<p dir="auto">{" ".join(line)}</p>'
    if notes:
        yield f"<ul>{''.join(notes)}</ul>"


def _note(found: Collation, number: int, made: Entry) -> str:
    lemma, *others = made.readings
    shown = escape(lemma.text) or f"<i>after</i> {escape(before(found, made.first))}"
    told = "; ".join(
        f"{escape(each.text) or OMITTED} <b>{escape(sigla(found, each.witnesses))}</b> <i>{each.variant}</i>"
        for each in others
    )
    return f"<li>{number} {shown}] {told}</li>"
