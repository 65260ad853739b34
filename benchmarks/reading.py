#!/usr/bin/env python3
"""Rates of reading: megabytes of a source to the tables of its documents, a CPU-second, by kind of page.

.venv/bin/python benchmarks/reading.py [KIND ...] [--megabytes N]

The files are made up, the same every time: prose, verse and pages with facsimiles in TEI; prose, verse, tables and
pages dense with tags in HTML; plain text in lines. Each is read five times in this process; the best time counts.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import time
from collections.abc import Callable

from variorum.sources.document import tables
from variorum.sources.edges import edges
from variorum.sources.readers import READERS

WORDS = """
the of a and sea harbour lamp keeper winter letter gull morning quay stone bell boat rope ledger water night north wind
salt pilot captain window door candle ferry road snow barley church debt cousin parish oath rain ale harvest
""".split()  # noqa: SIM905
TEI = (
    '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Harbour'
    "</title></titleStmt></fileDesc></teiHeader><text><body>\n{}</body></text></TEI>\n"
)
HTML = "<!DOCTYPE html><html><head><title>Harbour</title></head><body>\n{}</body></html>\n"
Chance = random.Random


def sentence(chance: Chance, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize() + chance.choice(".;,!?")


def paragraph(chance: Chance) -> str:
    return " ".join(sentence(chance, chance.randrange(6, 20)) for _ in range(chance.randrange(3, 9)))


def tei_prose(chance: Chance, _: int) -> str:
    return f'<p>{paragraph(chance)} <hi rend="italic">{chance.choice(WORDS)}</hi> {paragraph(chance)}</p>\n'


def tei_verse(chance: Chance, at: int) -> str:
    lines = (f'<l n="{8 * at + line}">{sentence(chance, 7)}</l>\n' for line in range(8))
    return f'<lg type="stanza">\n{"".join(lines)}</lg>\n'


def tei_pages(chance: Chance, at: int) -> str:
    lines = (f'<lb n="{line}" facs="#f{at:04}_l{line:02}"/>{sentence(chance, 9)}\n' for line in range(36))
    return f'<pb n="{at}" facs="#f{at:04}"/><fw type="head">HARBOUR</fw>\n<p>{"".join(lines)}</p>\n'


def html_prose(chance: Chance, _: int) -> str:
    return f'<p>{paragraph(chance)} <i>{chance.choice(WORDS)}</i> then <a href="#n1">x</a></p>\n'


def html_verse(chance: Chance, at: int) -> str:
    return f'<p id="v{at}"><sup>{at}</sup> {sentence(chance, 8)} {sentence(chance, 7)}</p>\n'


def html_table(chance: Chance, _: int) -> str:
    return f"<tr>{''.join(f'<td>{word}</td>' for word in chance.choices(WORDS, k=6))}</tr>\n"


def html_dense(chance: Chance, at: int) -> str:
    lines = "".join(f'<span class="i{line}">{sentence(chance, 6)}<br></span>\n' for line in range(4))
    return f'<p class="verse">{lines}</p>\n<p><a id="p{at}"></a><b>{chance.choice(WORDS)}</b> <i>at</i> sea</p>\n'


def text(chance: Chance, at: int) -> str:
    return f"{paragraph(chance)}\n" if at % 4 else "".join(f"{sentence(chance, 7)}\n" for _ in range(8)) + "\n"


KINDS: dict[str, tuple[str, str, Callable[[Chance, int], str]]] = {
    "tei prose": ("tei", TEI, tei_prose), "tei verse": ("tei", TEI, tei_verse), "tei pages": ("tei", TEI, tei_pages),
    "html prose": ("html", HTML, html_prose), "html verse": ("html", HTML, html_verse),
    "html table": ("html", HTML.format("<table>{}</table>"), html_table), "html dense": ("html", HTML, html_dense),
    "text": ("text", "{}", text),
}  # fmt: skip


def made(kind: str, size: float) -> bytes:
    """A file of a kind, of about so many bytes."""
    _, around, piece = KINDS[kind]
    chance, pieces, length, at = Chance(kind), list[str](), 0, 0
    while length < size:
        pieces.append(piece(chance, at))
        length, at = length + len(pieces[-1]), at + 1
    return around.format("".join(pieces)).encode()


def rate(kind: str, size: float) -> float:
    """Megabytes a CPU-second, the best of five."""
    data, name = made(kind, size), KINDS[kind][0]
    reader = next(reader for reader in READERS if reader.name == name)
    best = float("inf")
    for _ in range(5):
        gc.collect()
        begun = time.process_time()
        documents = list(reader.read(io.BufferedReader(io.BytesIO(data)), lambda _: None))
        tables("a", "0" * 64, name, documents)
        edges("a", documents)
        best = min(best, time.process_time() - begun)
    return len(data) / 1e6 / best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--megabytes", type=float, default=2.0)
    given = parser.parse_args()
    gc.freeze()
    gc.disable()  # as in the processes that read
    for kind in given.kinds or KINDS:
        print(f"{kind:12} {rate(kind, 1e6 * given.megabytes):6.1f} MB a CPU-second", flush=True)


main()
