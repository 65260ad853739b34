#!/usr/bin/env python3
"""Feed every reader damaged and invented files, and tell what it should not do with them.

    .venv/bin/python benchmarks/fuzz.py [SECONDS] [FORMAT ...] [--seed N] [--worst] [--keep FOLDER]

Each reader gets the files of `tests/cases` and `examples` that are of its format, and some that are made up, all of
them mutated; each in a process of its own, so that it can break down, a copy of one that has read a few small files of
each format. Reported are: any exception but a SourceError; more than five seconds of CPU a megabyte (and one more);
memory of more than twenty times the file (and 80 MB) above what the process had before, each by what the file holds
if it is packed; offsets out of range; exact origins whose bytes are not the text. At the end stand, of each format, how
many files were read, and of those of 500 KB and more the most seconds a megabyte, and the most memory by their size.

The same seed makes the same files, in the same order; the first begins with those that are not damaged. `--worst`
reads each of the fixed files that cost most, once, and no others. `--keep` writes those that fail to a folder.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import pickle
import random
import resource
import signal
import sys
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {
    "text": "txt", "html": "html xhtml htm", "jsonl": "jsonl", "markdown": "md", "tei": "xml", "hocr": "hocr html",
    "alto": "alto.xml", "page": "page.xml", "epub": "epub", "docx": "docx", "pdf": "pdf", "zip": "epub docx",
}  # fmt: skip
PACKED = ("epub", "docx", "zip")
SECONDS, SECONDS_PER_MEGABYTE = 1.0, 5.0
MEMORY, MEMORY_PER_BYTE = 80_000_000, 20
"""The first is for files with a block or a run for every second or third byte: the tables of `a`, line after line in
PAGE-XML, weigh 38 times the file. And 8 to 9 MB of it are code, which a new process comes upon again."""
LARGEST = 1_500_000
SMALL, WARM = 20_000, 3
"""How small the files are, and how many of a format, that a process reads before anything is measured."""
TELLING = 500_000
"""Bytes from which on it tells something how many times its size a file takes."""
CPU_SECONDS, KILL_AFTER = 60.0, 600
TOKENS = {
    "html": [
        b"<p>", b"</p>", b"<div>", b"<blockquote>", b"<ul><li>", b"<table><tr><td>", b"<i>", b"</b>", b"<br>",
        b"<!--",
        b"-->", b"<![CDATA[", b"]]>", b"<a href='#n1'><sup>1</sup></a>", b"<span class=pagenum>7", b"&#x110000;",
        b"&nosuch;", b"<pre>", b"<ol start=99999999999>", b"<li id=cite_note-1>", b"<p class='author'>", b"<title>",
        b"<q>", b"<img alt=T>", b"<center>CHAPTER I", b"<head>", b"<script>", b"<svg><", b"\"'", b"<a b=\"",
    ],
    "xml": [
        b"<p>", b"</p>", b"<lg><l>", b"<note>", b"<choice><sic>x</sic><corr>y</corr></choice>", b"<pb n='1'/>",
        b"&amp;",
        b"<!ENTITY a 'b'>", b"<!DOCTYPE x [<!ENTITY y '&y;&y;'>]>", b"&y;", b"<app><lem>", b"]]>", b"<gap/>",
        b"xml:id='",
        b"<String CONTENT='x' HPOS='1e999' VPOS='-1'/>", b"<TextLine>", b"<Coords points='1,2 x,y'/>", b"bbox 1 2 3",
    ],
    "": [
        b"\n\n", b"\r", b"\f", b"\t", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"CHAPTER I\n",
        b"* * *\n",
        b"| a | b |\n|---|---|\n", b"```\n", b"> ", b"[^1]: ", b"    ", b"1. ", b"*** START OF THE EBOOK ***\n",
        b"_*__**",
        b"[[[[", b"](", b"\\u", b"\\ud800", b'"text": "', b"{", b"\xe2\x80\x9c",
        b"\xd0\x9f\xd0\xb0\xd1\x80\xd0\xbe\xd0\xbc",
        b"--- END ---\n", b"\xf0\x9f\x98\x80", b"obj <</Length 99999>> stream\n", b"9" * 30, b"-1", b"1e309",
    ],
}  # fmt: skip

_TEI = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>"
_HOCR = b"<html><head><meta name='ocr-system'/></head><body><div class='ocr_page'>"
_LINE, _REGION = b"<span class=ocr_line>", b"<PcGts><Page><TextRegion>"
_TABLE, _CELL = b"|a|b|\n|-|-|\n", b"<TextEquiv><Unicode>a</Unicode></TextEquiv>"
WORST: dict[str, list[tuple[bytes, bytes]]] = {
    "html": [(b"<html><body>", unit) for unit in (
        b"<p>a", b"<p>", b"<i>", b"<i>a", b"<i>a</i>", b"<td>a", b"<ul><li>a", b"<div>a", b"<blockquote>a", b"<h1>a",
        b"<q>", b"<p id=a>a</p>", b"a<br>", b"<b><p>", b"<pre>a\n", b"<a href=#1>1</a>", b"&amp;", b"\xff", b"<",
        b"<blockquote>a</blockquote>", b"<blockquote><p>a</p><p>b</p></blockquote>",
    )],
    "tei": [(_TEI, unit) for unit in (
        b"<p>a", b"<p>a</p>", b"<l>a", b"<l>a</l>", b"a<lb/>", b"<hi rend='i'>", b"<p>a<note>a</note></p>", b"<note>",
        b"<div>", b"<div><p>a", b"<list><item>a", b"<q>", b"<q>a</q>", b"<quote><p>a", b"<x>", b"<fw>a</fw>",
        b"<text><body>a", b"<teiHeader><title>a", b"&amp;", b"<choice><sic>a</sic><corr>b</corr></choice>", b"<",
    )] + [(b"<TEI><teiHeader>", b"<a>"), (b"<TEI><teiHeader>", b"<a/>"), (b"<TEI><teiHeader>", b"<title>a</title>"),
          (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><group>", b"<text><body><p>a</p></body></text>")],
    "hocr": [(_HOCR, unit) for unit in (
        b"<i>", b"<i>a", b"<i>a</i>", b"a<br>", b"<a>", b"<a/>", b"<p class=ocr_par>a</p>", b"<div class=ocr_page>a",
        b"<p lang=en>a", b"<span class=ocr_line>a", b"&amp;",
    )] + [(_HOCR + _LINE, unit) for unit in (b"<i>a", b"<i>a</i>", b"a<br>", b"<a>b</a>", b"<a>")],
    "page": [(_REGION, unit) for unit in (
        b"<TextRegion>", b"<a>", b"<a/>", b"<Page>", b"<TextLine/>", b"<TextLine>" + _CELL + b"</TextLine>",
        b"<TextLine><Word>" + _CELL + b"</Word></TextLine>", b"<TextRegion>" + _CELL + b"</TextRegion>",
    )] + [(_REGION + b"<TextEquiv><Unicode>", b"a\n"), (_REGION + b"<TextLine>", b"<Word>" + _CELL + b"</Word>"),
          (b"<PcGts><Page><ReadingOrder>", b"<a>"), (b"<PcGts><Page><ReadingOrder>", b"<a/>")],
    "alto": [(b"<alto><Layout><Page><PrintSpace>", unit) for unit in (
        b"<TextBlock>", b"<TextBlock/>", b"<a>", b"<a/>", b"<Page>",
        b"<TextBlock><TextLine><String CONTENT='a'/></TextLine></TextBlock>",
    )] + [(b"<alto><Layout><Page><PrintSpace><TextBlock><TextLine>", unit) for unit in (
        b"<String CONTENT='a'/>", b"<String/>", b"<String CONTENT='a' STYLE='bold'/>", b"<a/>",
    )],
    "markdown": [(b"", unit) for unit in (
        b"a\n\n", b"a\n", b"[", b"![", b"]", b"[a](b)", b"[a](", b"*", b"*a ", b"*a* ", b"**a", b"a*b_", b"`a", b"~~a",
        b"> ", b"> a\n\n", b"- ", b"- a\n", b"- a\n\n", b"1. a\n", b"# a\n", b"|a", b"|", b"| a | b |\n", b"```\na\n",
        b"    a\n", b"\n", b"<a>", b"<!--", b"<p>\n\n", b"\\\n", b"[^1]: a\n\n", b"[a]: b\n", b"a\n===\n", b"a\n-\n",
        b"x [^1] ", b"> - ", b"\xff", b"---\na: b\n",
    )] + [(_TABLE, b"|a|b|\n"), (_TABLE, b"|a"), (b"- ", b"a\n"), (b"<!--\n", b"a\n"), (b"---\n", b"a: b\n")],
    "text": [(b"", unit) for unit in (
        b"a\n\n", b"a\n", b"\n", b"I.\n\n", b"1\n\n", b"* * *\n", b"- a\n", b"\x0c", b"\xff",
    )],
    "jsonl": [(b"", unit) for unit in (b'{"text":"a"}\n', b'{"text":"a\\n"}\n', b"\n", b"{}\n")]
    + [(b'{"text":"', b"a\\n\\n"), (b'{"text":"a", "b":', b"["), (b'{"text":"a", "b":', b'{"a":')],
}  # fmt: skip
"""Of each format, what is written again and again after a beginning in the files that cost most."""


def worst(name: str) -> Iterator[bytes]:
    """The fixed files of a format that cost most, each as large as files may be."""
    for before, unit in WORST.get(name, []):
        yield before + unit * ((LARGEST - len(before)) // len(unit))


def seeds(name: str) -> list[bytes]:
    """The files of a format that the project has."""
    endings = tuple("." + suffix for suffix in SUFFIXES.get(name, name).split())
    folders = (ROOT / "tests" / "cases", ROOT / "examples" / "library")
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.name.endswith(endings))
    return [data for path in paths if len(data := path.read_bytes()) < LARGEST] or [b"words\n\nmore words"]


def tokens(name: str) -> list[bytes]:
    """What is put into files of a format."""
    own = "html" if name in ("html", "hocr", "markdown") else "xml" if name in ("tei", "alto", "page") else ""
    return TOKENS[own] + TOKENS[""]


def invented(chance: random.Random, name: str) -> bytes:
    """A file that is all tokens, some of them very often."""
    parts = [chance.choice(tokens(name)) + chance.choice([b"", b" ", b"word "]) for _ in range(chance.randrange(1, 60))]
    if chance.random() < 0.3:
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(parts) * chance.choice([100, 5_000, 30_000]))
    return b"".join(parts)[:LARGEST]


def mutated(chance: random.Random, data: bytes, name: str, others: list[bytes]) -> bytes:
    """A file with some damage."""
    for _ in range(chance.choice([1, 1, 2, 3, 8, 30])):
        at = chance.randrange(len(data) + 1)
        size = chance.choice([1, 1, 2, 8, 100, 4_000])
        part = data[at : at + size]
        made: list[bytes] = [
            b"",
            chance.randbytes(min(size, 100)),
            part * chance.choice([2, 3, 50, 2_000]),
            chance.choice(tokens(name)),
            chance.choice(tokens(name)) * chance.choice([2, 100, 20_000]),
            part[::-1],
            chance.choice(others)[at : at + 4_000],
        ]
        kind = chance.randrange(len(made))
        data = (data[:at] + made[kind] + data[at + (0 if kind in (3, 4) else size) :])[:LARGEST]
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data


def repacked(chance: random.Random, data: bytes) -> bytes:
    """An archive with one of its members mutated; as it was, if it is none."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            victim = chance.choice(old.namelist())
            for name in old.namelist():
                content = old.read(name)
                new.writestr(name, mutated(chance, content, "html", [content]) if name == victim else content)
    except (zipfile.BadZipFile, IndexError):
        return data
    return out.getvalue()


def cases(name: str, seed: int) -> Iterator[bytes]:
    """The files for a reader, without end."""
    chance, own = random.Random(f"{seed} {name}"), seeds(name)
    if seed == 1:
        yield from own
    while True:
        data = chance.choice(own)
        if name in PACKED and chance.random() < 0.7:
            yield repacked(chance, data)
        elif name not in (*PACKED, "pdf") and chance.random() < 0.3:
            yield invented(chance, name)
        else:
            yield mutated(chance, data, name, own)


class Verdict(NamedTuple):
    """What is wrong with the reading of a file, if anything is, and what it took."""

    fault: str | None
    seconds: float = 0.0
    memory: int = 0
    size: int = 0


def verdict(reader: Any, data: bytes) -> Verdict:
    """What the reading of a file comes to in this process."""
    from variorum.errors import SourceError
    from variorum.sources.document import tables
    from variorum.sources.edges import edges
    from variorum.sources.worker import parts

    memory = peak_memory(reset=True)
    warned: list[str] = []
    wrong: str | None = None
    begun, looked = time.process_time(), 0.0
    try:
        for part in parts(reader, io.BufferedReader(io.BytesIO(data)), warned.append):
            tables("name", "0" * 64, reader.name, part), edges("name", part)
            mixed = any("mixes encodings" in warning for warning in warned)
            source = None if reader.name in (*PACKED, "pdf") or mixed else data
            made = time.process_time()
            wrong = wrong or next((fault for each in part if (fault := faults(each, source))), None)
            looked += time.process_time() - made
    except SourceError:
        pass
    except MemoryError:
        return Verdict("memory: all that there is")
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Verdict(f"crash: {type(error).__name__} in {Path(place.filename).name}:{place.lineno} ({error})")
    costs = time.process_time() - begun - looked, peak_memory() - memory, unpacked(data)
    return Verdict(too_much(*costs) or wrong, *costs)


def too_much(seconds: float, taken: int, size: int) -> str | None:
    """Whether a reading took too long, or too much memory."""
    if seconds > SECONDS + SECONDS_PER_MEGABYTE * size / 1e6:
        return f"slow: {seconds:.1f} s for {size:,} bytes"
    if taken > MEMORY + MEMORY_PER_BYTE * size:
        return f"memory: {taken / 1e6:.0f} MB for {size:,} bytes"
    return None


def unpacked(data: bytes) -> int:
    """The bytes of a file, or of what is packed in it: damage that is repeated packs to a thousandth."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return max(len(data), min(sum(member.file_size for member in packed.infolist()), 100 * LARGEST))
    except Exception:  # not packed, or damaged
        return len(data)


def peak_memory(reset: bool = False) -> int:
    """The most memory that this process had since the last reset, where the system tells; else nothing."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    key = "VmRSS" if reset else "VmHWM"
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(key)), 0)


def faults(document: Any, source: bytes | None) -> str | None:
    """What of a document is not as it must be."""
    text, end = document.text, 0
    for span in chain(document.blocks, document.styles):
        if not 0 <= span.start <= span.end <= len(text):
            return f"range: {span} of {len(text)}"
    for milestone in document.milestones:
        if not 0 <= milestone.at <= len(text):
            return f"range: {milestone} of {len(text)}"
    for start, stop, first, last, exact in runs(document.origins):
        if not (end <= start < stop <= len(text) and 0 <= first <= last):
            return f"range: origin {start, stop, first, last} of {len(text)}"
        if source is not None:
            if last > len(source):
                return f"range: origin {first, last} of {len(source)} bytes"
            if exact and source[first:last].decode(document.charset, "replace") != text[start:stop]:
                return f"origin: {source[first:last][:40]!r} is not {text[start:stop][:40]!r} ({document.charset})"
        end = stop
    return None


def runs(origins: Any) -> Iterator[tuple[int, int, int, int, bool]]:
    """The rows of some origins, a thousand at once: there can be as many as bytes."""
    for first in range(0, len(origins.start), 1000):
        yield from zip(*(list(column[first : first + 1000]) for column in origins), strict=True)


AS_READERS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""What is set for the processes that read, in `variorum.sources.workers`."""
SPELT, UNDECLARED = ("text", "markdown", "html"), "\n\nEin Brief über Öl für Städte".encode("latin-1")
"""What makes the encoding of a text be guessed: the models for that weigh 22 MB, whatever the file."""


def readers() -> dict[str, Any]:
    """The readers, when each has read a few small files, so that all that they need is there."""
    os.environ.update(AS_READERS)
    warnings.simplefilter("ignore")
    from variorum.sources.readers import READERS

    for reader in READERS:
        for data in [data for data in seeds(reader.name) if len(data) < SMALL][:WARM]:
            verdict(reader, data)
            if reader.name in SPELT:
                verdict(reader, data + UNDECLARED)
    gc.freeze()
    gc.disable()  # as in the processes that read
    return {reader.name: reader for reader in READERS}


def read_apart(reader: Any, data: bytes) -> Verdict:
    """What the reading of a file comes to in a copy of this process, which is ended if it does not end."""
    hears, tells = os.pipe()
    process = os.fork()
    if not process:
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        signal.alarm(KILL_AFTER)
        with open(tells, "wb") as out:
            pickle.dump(tuple(verdict(reader, data)), out)
        os._exit(0)
    os.close(tells)
    with open(hears, "rb") as heard:
        said = heard.read()
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if not ended:
        return Verdict(*pickle.loads(said))
    late = ended in (-signal.SIGPROF, -signal.SIGALRM)
    return Verdict(f"hang: no answer in {CPU_SECONDS:.0f} CPU-seconds" if late else f"crash: it ended with {ended}")


def in_turn(names: list[str], seconds: float, seed: int) -> Iterator[tuple[str, bytes]]:
    """Files of each format in turn, for so many seconds."""
    files = {name: cases(name, seed) for name in names}
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for name, made in files.items():
            yield name, next(made)


class Tally:
    """Of each format how many files were read, and what those took that took most."""

    def __init__(self) -> None:
        self.files = Counter[str]()
        self.seconds: dict[str, float] = {}
        self.memory: dict[str, float] = {}

    def add(self, name: str, found: Verdict) -> None:
        """Count a file."""
        self.files[name] += 1
        if found.size >= TELLING:
            self.seconds[name] = max(self.seconds.get(name, 0), found.seconds / found.size * 1e6)
            self.memory[name] = max(self.memory.get(name, 0), found.memory / found.size)

    def __str__(self) -> str:
        rows = [
            f"{name:10}{count:9,} files {self.seconds.get(name, 0):7.1f} s/MB {self.memory.get(name, 0):7.0f} times"
            for name, count in self.files.items()
        ]
        taken = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = f"{taken.ru_utime + taken.ru_stime:,.0f} CPU-seconds"
        return "\n".join([*rows, f"{'all':10}{self.files.total():9,} files, {spent}"])


def fuzz(files: Iterator[tuple[str, bytes]], told: Callable[[str, bytes, str], None]) -> Tally:
    """Have files read, each of a format."""
    known, tally = readers(), Tally()
    for name, data in files:
        found = read_apart(known[name], data)
        tally.add(name, found)
        if found.fault:
            told(name, data, found.fault)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(SUFFIXES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", action="store_true")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    found: Counter[str] = Counter()

    def told(name: str, data: bytes, fault: str) -> None:
        kind = f"{name} {fault.partition('(')[0]}" if fault.startswith("crash") else f"{name} {fault.partition(':')[0]}"
        found[kind] += 1
        if found[kind] <= 3:
            print(f"{name}: {fault[:300]}", flush=True)
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{sum(found.values())}.{name}").write_bytes(data)

    names = given.formats or list(SUFFIXES)
    fixed = ((name, data) for name in names for data in worst(name))
    print(fuzz(fixed if given.worst else in_turn(names, given.seconds, given.seed), told))
    print(sum(found.values()), "faults")
    for kind, count in found.most_common():
        print(f"{count:6,}  {kind}")
    sys.exit(bool(found))


main()
