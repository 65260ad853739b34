"""Search: where the archive has these words, or nearly these; and the search that works in the browser.

A passage that is asked for may be misremembered, and its copy in the library misspelt, so each word that is asked for
is widened to the words of the library that are nearly alike. The full-text index proposes places; an alignment of
characters (RapidFuzz's partial ratio: the stretch of the text whose longest common subsequence with the query is
longest) settles where each begins and ends, and how near it is.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from variorum.archive.browser import pagefind, pagefind_version
from variorum.archive.indexing import index
from variorum.archive.plain import plain
from variorum.errors import ArchiveError
from variorum.text import fold, words

__all__ = ["Hit", "find", "index", "pagefind", "pagefind_version"]

LONGEST_QUERY = 1500
"""Code points of a query that are looked at: more than that is a document, to be compared and not to be sought."""

CANDIDATES = 400
"""How many rows of the index are looked at beside those that have the very phrase."""

ALIKE, NEAR, NEAR_WORD = 75, 0.6, 0.75
"""How like a word of the library must be to one that is asked for; a place to a phrase; a place to a single word."""

CONTEXT = 90


class Hit(NamedTuple):
    """A place that carries the words: its span in the document, and how near it is (1: the same).

    `by` is words, or meaning where it likely says the same in other words, or in another language. `text` is the place
    with what stands round it, on one line; the place itself is `text[match_start:match_end]`.
    """

    doc: str
    start: int
    end: int
    text: str
    score: float
    title: str | None
    match_start: int
    match_end: int
    by: str = "words"


class Row(NamedTuple):
    """A row of the index."""

    number: int
    document: int
    start: int
    end: int
    furniture: int
    text: str
    folded: str


class Alike(NamedTuple):
    """A word that is sought and the words of the library that are like it, and how many rows have any of them."""

    words: list[str]
    rows: int


class Sought(NamedTuple):
    """What is sought, folded; its words; and for each word of the library that is like one of them, which."""

    text: str
    words: list[str]
    alike: dict[str, str]


At = tuple[int, int]
"""A place in the index: the number of a row, and an offset in its folded text."""


class Place(NamedTuple):
    """A stretch of one row, or of a row and the next, that is like the query."""

    score: float
    start: At
    end: At


def find(path_of_index: Path, query: str, *, limit: int = 20) -> list[Hit]:
    """The places that carry these words or nearly these, best first; what stands in furniture comes last.

    `limit` is the number of hits. Raises ArchiveError where there is no index.
    """
    sought = " ".join(fold(query[:LONGEST_QUERY])[0].split())
    if not sought or limit < 1:
        return []
    try:
        with closing(sqlite3.connect(f"{path_of_index.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return _hits(database, sought, limit)
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"searching {path_of_index}: {error}; build the archive again") from error


def _hits(database: sqlite3.Connection, sought: str, limit: int) -> list[Hit]:
    near = _alike(database, sought.split())
    numbers = _candidates(database, sought.split(), near, limit)
    like = {other: word for word in reversed(near) for other in reversed(near[word].words)}
    words = Sought(sought, sought.split(), like | {word: word for word in near})
    rows = _rows(database, {near for number in numbers for near in (number - 1, number, number + 1)})
    best = _apart(place for number in sorted(numbers) for place in _places_near(rows, number, words))
    best.sort(key=lambda place: rows[place.start[0]].furniture)
    return [_hit(database, rows, place) for place in best[:limit]]


# Candidates


def _candidates(database: sqlite3.Connection, words: list[str], near: dict[str, Alike], limit: int) -> set[int]:
    """The rows that have the phrase, and those that have most of its rarer words or of words like them."""
    common = max(1000, database.execute("select max(number) from rows").fetchone()[0] or 0) // 10
    rare = sorted({word for word in words if near[word].rows}, key=lambda word: (near[word].rows, word))
    rare = [word for word in rare if near[word].rows <= common][:12] or rare[:4]
    asked = [_quoted([" ".join(words)])]
    if rare:
        groups = [f"({_quoted(near[word].words)})" for word in rare]
        asked += [" AND ".join(groups), " OR ".join(groups)]
    select = "select rowid from folded where folded match ? order by {} limit ?"
    orders = (("rowid", 10 * limit), ("rank, rowid", CANDIDATES), ("rank, rowid", CANDIDATES))
    answers = (
        database.execute(select.format(order), (match, most))
        for match, (order, most) in zip(asked, orders, strict=False)
    )
    return {number for answer in answers for (number,) in answer}


def _alike(database: sqlite3.Connection, words: list[str]) -> dict[str, Alike]:
    """For each word those of the library that are like it, itself first, and how many rows have any of them."""
    shortest, longest = min(map(len, words)), max(map(len, words))
    select = "select word, rows from vocabulary where length(word) between ? and ?"
    known: dict[str, int] = dict(database.execute(select, (min(2, shortest * 3 // 5), longest * 2)))
    vocabulary = list(known)
    found = {}
    for word, after in zip(words, [*words[1:], ""], strict=True):
        like = [word] + _nearly(word, vocabulary) + [f"{word}{after}"] * (f"{word}{after}" in known)
        halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
        like += [f"{one} {two}" for one, two in halves if one in known and two in known]
        rows = sum(min(known.get(part, 0) for part in one.split()) for one in set(like))
        found[word] = Alike(list(dict.fromkeys(like)), rows)
    return found


def _nearly(word: str, vocabulary: Sequence[str]) -> list[str]:
    if len(word) < 4:
        return []
    found = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=15)
    return sorted((like for like, _, _ in found), key=lambda like: (-fuzz.ratio(word, like), like))


def _quoted(words: Iterable[str]) -> str:
    return " OR ".join('"' + word.replace('"', '""') + '"' for word in words)


def _rows(database: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Row]:
    wanted = ",".join(map(str, sorted(numbers)))
    return {row[0]: Row(*row) for row in database.execute(f"select * from rows where number in ({wanted})")}


# Alignment


def _places_near(rows: dict[int, Row], number: int, sought: Sought) -> Iterator[Place]:
    """The places in a row, and those that cross from it into the next, or into it from the one before."""
    pairs = [(number - 1, number), (number, number + 1)] if len(sought.words) > 1 else []
    joined = [tuple(rows[each] for each in pair) for pair in pairs if _adjoin(*map(rows.get, pair))]
    for few in joined or [(rows[number],)]:
        yield from _places(few, sought)


def _adjoin(one: Row | None, two: Row | None) -> bool:
    return one is not None and two is not None and one.document == two.document and one.furniture == two.furniture


def _places(rows: tuple[Row, ...], sought: Sought) -> Iterator[Place]:
    """Every stretch that is near enough to what is sought: the nearest, and then those on either side of it."""
    text = " ".join(row.folded for row in rows)
    enough = NEAR if len(sought.words) > 1 else NEAR_WORD if len(sought.text) > 3 else 1
    todo = [(0, len(text))]
    while todo:
        start, end = todo.pop()
        score, one, two = _nearest(sought, text[start:end]) if start < end else (0.0, 0, 0)
        if score >= enough:
            yield Place(score, _at(rows, start + one), _at(rows, start + two))
            todo += [(start, start + one - 1), (start + two + 1, end)]


def _at(rows: tuple[Row, ...], offset: int) -> At:
    first = len(rows[0].folded)
    return (rows[0].number, offset) if offset <= first else (rows[1].number, offset - first - 1)


def _nearest(sought: Sought, text: str) -> tuple[float, int, int]:
    """The whole words of a text that are most like what is sought: how near they are, and where."""
    if len(text) <= len(sought.text):
        return _score(sought, text), 0, len(text)
    padded = f" {text} "  # so that the ends of words count, and `a` is not found in `aa`
    found = fuzz.partial_ratio_alignment(f" {sought.text} ", padded)
    if found is None:
        return 0.0, 0, 0
    edges = [at for at, character in enumerate(padded) if character == " "]
    one, two = bisect_right(edges, found.dest_start) - 1, bisect_left(edges, found.dest_end - 1)
    spans = (
        (edges[left], edges[right] - 1)
        for left in range(max(0, one - 1), min(one + 2, len(edges) - 1))
        for right in range(max(left + 1, two - 1), min(two + 2, len(edges)))
    )
    start, end = max(spans, key=lambda span: fuzz.ratio(sought.text, text[span[0] : span[1]]))
    return _score(sought, text[start:end]), start, end


def _score(sought: Sought, text: str) -> float:
    """Half for the letters, half for the words, where words of the library that are like one another count as one."""
    if len(sought.words) == 1:
        return fuzz.ratio(sought.text, text.replace(" ", "")) / 100
    words = [sought.alike.get(word, word) for word in text.split()]
    return fuzz.ratio(sought.text, text) / 200 + Indel.normalized_similarity(sought.words, words) / 2


def _apart(places: Iterable[Place]) -> list[Place]:
    """The best of places that overlap, best first."""
    taken: dict[int, list[Place]] = {}
    best = []
    for place in sorted(set(places), key=lambda place: (-place.score, place.start, place.end)):
        near = [other for number in range(place.start[0] - 1, place.end[0] + 2) for other in taken.get(number, ())]
        if not any(other.start < place.end and place.start < other.end for other in near):
            taken.setdefault(place.start[0], []).append(place)
            best.append(place)
    return best


# What is shown


def _hit(database: sqlite3.Connection, rows: dict[int, Row], place: Place) -> Hit:
    first, last = rows[place.start[0]], rows[place.end[0]]
    start, end = _first_code_point(first, place.start[1]), _after_word(last, place.end[1])
    doc, title = database.execute("select doc, title from documents where number = ?", (first.document,)).fetchone()
    before, after = _tail(first.text[:start]), _head(last.text[end:])
    between = first.text[start:end] if first == last else f"{first.text[start:]} {last.text[:end]}"
    shown = plain(before), plain(" ".join(between.split())), plain(after)
    match = len(before), len(before) + len(shown[1])
    score = round(place.score, 4)
    return Hit(doc, first.start + start, last.start + end, "".join(shown), score, title and plain(title), *match)


def meant(doc: str, title: str | None, text: str, start: int, end: int, score: float) -> Hit:
    """A place of a document that likely says the same, with what stands round it."""
    around = _tail(text[max(0, start - 2 * CONTEXT) : start]), " ".join(text[start:end].split())
    shown = [plain(part) for part in (*around, _head(text[end : end + 2 * CONTEXT]))]
    match = len(shown[0]), len(shown[0]) + len(shown[1])
    return Hit(doc, start, end, "".join(shown), score, title and plain(title), *match, by="meaning")


def _first_code_point(row: Row, at: int) -> int:
    return int(fold(row.text)[1][at])


def _after_word(row: Row, at: int) -> int:
    """Where the word ends whose folded form ends at that offset."""
    last, ends = int(fold(row.text)[1][at - 1]), words(row.text).ends.tolist()
    return int(ends[bisect_right(ends, last)])


def _tail(text: str) -> str:
    line = " ".join(text.split())
    space = " " if text[-1:].isspace() else ""
    return (line if len(line) <= CONTEXT else "…" + line[-CONTEXT:].partition(" ")[2]) + space


def _head(text: str) -> str:
    line = " ".join(text.split())
    space = " " if text[:1].isspace() else ""
    return space + (line if len(line) <= CONTEXT else line[:CONTEXT].rpartition(" ")[0] + "…")
