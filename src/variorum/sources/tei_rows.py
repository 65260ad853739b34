"""What stands many times in a row in a TEI text, and is set at once: lines of verse, and lines of the print."""

from __future__ import annotations

import re

from variorum.sources.galley import EXACT, SOFT
from variorum.sources.leaves import LINE, Leaf, Setting, Stone, even_of
from variorum.sources.tei_elements import LEAVES
from variorum.sources.tei_reading import Reading

_VERSE = re.compile(r"""[ \t\r\n]*+<l(?: n="([^"&<>]*+)")?>[ \t\r\n]*+([^<&\s][^<&]*+)</l>""")
_LINE = re.compile(r"""([^<&]*+)<lb(?: n="([^"&<>]*+)")?(?: facs="([^"&<>]*+)")?/>""")
_SPACES = " \t\r\n"


def verses(reading: Reading, source: str, at: int) -> int:
    """Set the lines of verse that follow one that ends here, as each would be set alone; where the source goes on."""
    galley = reading.galley
    if galley.open or galley.waiting or galley.later or reading.choices or reading.quotes:
        return at
    plain, parts, runs, blocks = LEAVES["l"], galley.parts, galley.runs, galley.blocks
    while found := _VERSE.match(source, at):
        n, raw = found.groups()
        text = raw.rstrip(_SPACES)
        even, gap, at = even_of(text), galley.gap or LINE, found.end()
        start = galley.length + len(gap)
        parts += (gap, even)
        runs.extend((start, found.start(2), len(even), len(text), EXACT if even is text else SOFT))
        galley.length = start + len(even)
        blocks.append(Leaf(start, galley.length, plain if n is None else Setting("verse", n, 0, LINE)))
        galley.gap = LINE
    return at


def lines(reading: Reading, source: str, at: int) -> int:
    """Set the lines of the print that stand here in a leaf that is open; where the source goes on."""
    galley = reading.galley
    if galley.leaf is None or reading.choices or reading.quotes:
        return at
    waiting, stones = galley.waiting, galley.stones
    while found := _LINE.match(source, at):
        raw, n, facs = found.groups()
        if raw:
            galley.write_literally(raw, at)
        at = found.end()
        stone = Stone("line", n, reading.image(facs) if facs else None)
        stones.append(stone)
        waiting.append(stone)
        galley.space = "\n"
    return at
