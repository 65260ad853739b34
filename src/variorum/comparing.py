"""What `compare` is given: files, folders whose files are one witness, a tradition of an archive, CollateX's input."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute

from variorum import sources
from variorum.comparison import Comparison
from variorum.errors import SourceError, UsageError
from variorum.sources import Skipped, Source, visible
from variorum.sources.source import source_path
from variorum.tables import DOCUMENTS, TRADITIONS
from variorum.text import words
from variorum.traditions.traditions import siglum

NAME = "compared"
GRAM = 5
"""How many words in a row tell where in another witness a part of a folder stands."""
BETWEEN = "\n\n"
LARGE = 16 << 20
"""Of how many bytes on a second process reads: to start one takes longer than to read a few books."""


class Part(NamedTuple):
    """A document that was read for a comparison."""

    path: str
    title: str
    text: str


class Given(NamedTuple):
    """The witnesses of a comparison: their documents, the tradition that they make, and what is to be said of them."""

    documents: pa.Table
    traditions: pa.Table
    notes: list[str]
    tokens: dict[str, list[dict[str, Any]]] = {}  # noqa: RUF012
    """The tokens of each document, where they were given."""


def given(paths: Sequence[str | os.PathLike[str]]) -> Given:
    """The witnesses that files and folders hold, with letters for sigla, the first of them the base.

    Raises UsageError where there is nothing to be compared.
    """
    places = [Path(path) for path in paths]
    _check(places)
    if len(places) == 1:
        return _collatex(places[0])
    read = _read(places)
    notes = [note for place in places for note in read[place][1]]
    parts = [read[place][0] for place in places]
    reference = next((each[0].text for each in parts if len(each) == 1), None)
    texts = []
    for place, mine in zip(places, parts, strict=True):
        if len(mine) > 1 and reference is not None:
            mine, moved = _ordered(mine, reference)
            notes += [f"{visible(str(place))}: its {len(mine)} files are taken in the order of the other text"] * moved
        texts.append(BETWEEN.join(part.text for part in mine))
    notes += [
        f"{visible(str(place))} is empty: it has no words"
        for place, text in zip(places, texts, strict=True)
        if not text.strip()
    ]
    return _witnesses([str(place) for place in places], texts, [siglum(nth) for nth in range(len(places))], notes)


def _check(places: list[Path]) -> None:
    if not places:
        raise UsageError("compared nothing: name two texts or more, as in: variorum compare a.txt b.txt")
    for place in places:
        if not place.exists():
            raise UsageError(f"compared {visible(str(place))}: there is no such file or folder; check the name")
    if len(places) == 1 and not (places[0].is_file() and places[0].suffix == ".json"):
        raise UsageError(f"compared {visible(str(places[0]))} with nothing: name a second text, or more")


def _read(places: list[Path]) -> dict[Path, tuple[list[Part], list[str]]]:
    """What each place holds, and what could not be read of it."""
    wanted: dict[str, Path] = {}
    found: list[Source] = []
    for nth, place in enumerate(dict.fromkeys(places)):
        for source in _sources(place):
            named = source._replace(path=f"{nth}/{source.path}")
            wanted[named.path] = place
            found.append(named)
    parts: dict[Path, list[Part]] = {place: [] for place in places}
    notes: dict[Path, list[str]] = {place: [] for place in places}
    for outcome in sources.read(found, workers=1 + (sum(source.size for source in found) > LARGE)):
        place, path = wanted[outcome.source.path], outcome.source.path.partition("/")[2]
        if isinstance(outcome, Skipped):
            _skipped(outcome, place, path, notes[place])
        else:
            rows = outcome.tables["documents"].select(["doc", "title", "text"]).to_pylist()
            parts[place] += [Part(row["doc"].partition("/")[2], row["title"] or "", row["text"]) for row in rows]
    for each in parts.values():
        each.sort(key=lambda part: _natural(part.path))
    return {place: (parts[place], notes[place]) for place in places}


def _sources(place: Path) -> list[Source]:
    if place.is_dir():
        return sources.scan(place)
    about = place.stat()
    return [Source(source_path(place.name), str(place), about.st_size, about.st_mtime_ns, about.st_ino)]


def _skipped(outcome: Skipped, place: Path, path: str, notes: list[str]) -> None:
    """Passes over a file of a folder, and an empty file; anything else that is named must be readable."""
    if place.is_dir():
        notes.append(f"{visible(str(place / path))} is passed over: {outcome.reason}")
    elif outcome.source.size and "it is empty" not in outcome.reason:
        raise SourceError(f"compared {visible(str(place))}: it cannot be read: {outcome.reason}")


def _natural(path: str) -> list[Any]:
    """What puts `chapter-2` before `chapter-10`.

    >>> sorted(["chapter-10", "chapter-2"], key=_natural)
    ['chapter-2', 'chapter-10']
    """
    return [(0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in re.split(r"(\d+)", path) if piece]


def _ordered(parts: list[Part], reference: str) -> tuple[list[Part], bool]:
    """The files of a folder in the order in which another text has them: names alone seldom tell the order of a book.

    A file that the other text does not have stays behind the one that it follows by name.
    """
    where = _grams(reference)
    places: list[float] = []
    for part in parts:
        mine = _grams(part.text)
        shared = np.intersect1d(where[0], mine[0], assume_unique=True, return_indices=True)[1]
        places.append(float(np.median(where[1][shared])) if len(shared) else places[-1] if places else -1.0)
    order = sorted(range(len(parts)), key=lambda nth: (places[nth], nth))
    return [parts[nth] for nth in order], order != list(range(len(parts)))


def _grams(text: str) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The runs of a few words that stand once in a text, and where."""
    keys = words(text).keys
    count = max(0, len(keys) - GRAM + 1)
    made = np.zeros(count, np.uint64)
    for nth in range(GRAM):
        made = made * np.uint64(0x9E3779B97F4A7C15) ^ keys[nth : nth + count]
    values, first, counts = np.unique(made, return_index=True, return_counts=True)
    return values[counts == 1], first[counts == 1]


def _witnesses(names: list[str], texts: list[str], sigla: Sequence[str], notes: list[str]) -> Given:
    docs = [f"{source_path(name)}" for name in names]
    docs = [doc if docs.index(doc) == nth else f"{doc}~{nth + 1}" for nth, doc in enumerate(docs)]
    title = _told_apart(names)
    documents = DOCUMENTS.rows(
        [
            {**dict.fromkeys(DOCUMENTS.schema.names), "doc": doc, "title": name, "text": text}
            for doc, name, text in zip(docs, title, texts, strict=True)
        ]
    )
    rows = [
        {"tradition": NAME, "doc": doc, "start": 0, "end": len(text), "siglum": siglum}
        for doc, text, siglum in zip(docs, texts, sigla, strict=False)
    ]
    return Given(documents, TRADITIONS.rows(rows), notes)


def _told_apart(names: list[str]) -> list[str]:
    """The last parts of paths, as many as tell them apart.

    >>> _told_apart(["kjv/acts.txt", "oeb/acts.txt"])
    ['kjv/acts.txt', 'oeb/acts.txt']
    """
    parts = [Path(name).parts or (name,) for name in names]
    for size in range(1, 1 + max(map(len, parts), default=1)):
        short = ["/".join(each[-size:]) for each in parts]
        if len(set(short)) == len(set(names)):
            return short
    return names


def _collatex(place: Path) -> Given:
    """The witnesses of a file as CollateX reads it, each with an id, and content or tokens; or as CollateX writes it.

    Raises UsageError where it is none.
    """
    try:
        told = json.loads(place.read_text(encoding="utf-8-sig"))
        found = _tabled(told) if "table" in told else {one["id"]: _tokens(one) for one in told["witnesses"]}
        count = len(told["witnesses"])
        texts = ["".join(token["t"] for token in tokens) for tokens in found.values()]
    except ValueError as error:
        raise _no_input(place, f"it is no JSON in UTF-8 ({error})") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise _no_input(place, "CollateX would not read it") from error
    if len(found) < count:
        raise _no_input(place, "two of its witnesses have one id")
    if count < 2:
        raise _no_input(place, "it has no two witnesses")
    made = _witnesses([str(name) for name in found], texts, [str(name) for name in found], [])
    docs = zip(made.documents["doc"].to_pylist(), found.values(), strict=True)
    return made._replace(tokens={doc: mine for doc, mine in docs if "content" not in (*mine, {})[0]})


def _no_input(place: Path, why: str) -> UsageError:
    return UsageError(
        f"compared {visible(str(place))} alone: {why}; name a second text, or write "
        '{"witnesses": [{"id": "A", "tokens": [{"t": "..."}]}, {"id": "B", "content": "..."}]}'
    )


def _tokens(witness: dict[str, Any]) -> list[dict[str, Any]]:
    """The tokens that a witness was given as; its whole content is one that is still to be taken apart."""
    return witness.get("tokens") or [{"t": witness["content"], "content": True}]


def _tabled(told: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The tokens of each witness of a table as CollateX writes it."""
    rows = zip(told["witnesses"], told["table"], strict=True)
    return {name: [token for cell in row if cell for token in cell] for name, row in rows}


def compared(found: Given, title: str, *, lemma: str, substantive: bool) -> Comparison:
    """The witnesses of a comparison collated, held against a lemma."""
    from variorum import traditions as room
    from variorum.archive.exports import collation
    from variorum.traditions.tokens import tokens

    texts = dict(zip(found.documents["doc"].to_pylist(), found.documents["text"].to_pylist(), strict=True))
    kept: dict[str, Any] = {}

    def read(doc: str) -> Any:
        if doc not in kept:
            kept[doc] = texts[doc], room.given(found.tokens[doc]) if doc in found.tokens else tokens(texts[doc])
        return kept[doc]

    rows = room.collated_by(found.traditions, read, found.traditions.num_rows, lemma)
    links = room.linked(rows, found.traditions, read, found.traditions.num_rows)
    made = collation(title, found.documents, found.traditions, rows, links, substantive=substantive, lemma=lemma)
    return Comparison(made, found.notes)


def of_archive(documents: pa.Table, traditions: pa.Table, tradition: str) -> Given:
    """The witnesses of a tradition; raises UsageError where there is none of that id."""
    mine = traditions.filter(pa.compute.equal(traditions["tradition"], tradition))
    if not mine.num_rows:
        near = sorted(set(traditions["tradition"].to_pylist()))[:5]
        raise UsageError(
            f"compared the tradition {tradition!r}: the archive has none of that id; "
            f"it has {', '.join(near) or 'none at all'}"
        )
    return Given(documents.filter(pa.compute.is_in(documents["doc"], mine["doc"].combine_chunks())), mine, [])


def compare(
    *texts: str | os.PathLike[str], tradition: str = "", lemma: str = "base", substantive: bool = False
) -> Comparison:
    """Files and folders collated word by word, each one witness; or a tradition of an archive.

    `lemma` says what the witnesses are held against: "base", the first; "majority", what most have; "none", each
    against every other. `substantive` counts spelling and the like as no difference. Raises UsageError where there
    is nothing to compare, SourceError where a file cannot be read.
    """
    if tradition:
        from variorum import library

        archive = library.open(*texts)
        found = of_archive(archive.table("documents"), archive.table("traditions"), tradition)
    else:
        found = given(texts)
    title = tradition or ", ".join(Path(text).name for text in texts)
    return compared(found, title, lemma=lemma, substantive=substantive)
