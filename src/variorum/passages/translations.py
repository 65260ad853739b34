"""The step `translations`: which parts of documents render one another, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Annotated, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine import Engine, Texts
from variorum.passages.beads import Beads, beads
from variorum.passages.brief import brief, copied
from variorum.passages.carried import carried
from variorum.passages.counterparts import Line, counterparts, stretches
from variorum.passages.gate import promised
from variorum.passages.sentences import vectors_of
from variorum.passages.spellings import spellings
from variorum.passages.texts import reading
from variorum.tables import TRANSLATIONS

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

BEYOND, ABOUT = 12, 48
"""How many sentences before and behind a row of counterparts may belong to it, but no more than it has itself; and how
many tell whether a row that is not sure lies in a copy."""
WORTH, LEAST, DENSE = 1.0, 5, 0.3
"""What a row of counterparts has to be worth, how many they are at least, and of how many sentences one has to be."""
LOOSE = 2.5, 24, 0.15
"""A long row may be less dense, if it is worth more: a text that repeats itself, or is freely put, has few sentences
that are like one alone."""
BRIEF, PLAIN, CLOSE = (0.8, 4), 0.2, 0.5
"""A row may be worth less, and be shorter, if their mean margin is so great, and so many of its sentences have one."""
KNOWN, SHARED = (0.6, 3), 0.5
"""And what suffices where so much of it is known to stand in a third document, in other words, too."""
FAINT = 0.3, 2
"""What a row has to be worth, and how many to be, to be laid in beads that tell whether it is one."""
COPIED = 0.9
"""Counterparts that are more alike are copies: they tell of no translation, and where they are the most is none."""
WHOLE = 0.5
"""A document renders another if so many of its sentences do."""


class Text(NamedTuple):
    """A document in sentences."""

    doc: str
    spans: Numbers
    said: list[str]
    """What each sentence says."""
    first: int
    """How many sentences the documents before it have."""


def translations(
    engine: Engine, documents: Annotated[pa.Table, "doc"], sentences: pa.Table, texts: Texts | None = None
) -> pa.Table:
    """Every two groups of sentences that render each other: beads, in one language or in two.

    Sentences that say the same have vectors of one direction (`sentences`); names, numbers and shared words tell
    besides (`spellings`). Where many sentences of a document have their counterparts in a row of another
    (`counterparts`), the two are laid in beads (`beads`). What is copied word for word is no translation; but two
    documents that render a third, both as wholes, are two versions of it, however much they share. And what renders a
    text renders each copy of it (`carried`).
    """
    from threadpoolctl import threadpool_limits

    read = _texts(reading(documents, texts), sentences)
    if len(read) < 2:
        return TRANSLATIONS.empty()
    with threadpool_limits(1, user_api="blas"):  # what is compared side by side needs no threads inside of each
        vectors = _vectors(read, sentences)
        within = promised(engine, vectors, [*(text.first for text in read), len(vectors)])
        pairs = {pair: (read[pair[0]], read[pair[1]]) for pair in within}
        lines = list(engine.map(partial(_lines, vectors, COPIED), zip(pairs.values(), within.values(), strict=True)))
        taken = _taken(list(pairs.values()), lines)
        laid = engine.map(partial(_all_laid, vectors), zip(pairs.values(), lines, taken, strict=True))
        found = {pair: of for pair, of in zip(pairs, laid, strict=True) if of}
        alike = {pair: (read[pair[0]], read[pair[1]]) for pair in _versions(read, found)}
        whole = [(texts, _all(texts)) for texts in alike.values()]
        again = [_sure(of) for of in engine.map(partial(_lines, vectors, np.inf), whole)]
        laid = engine.map(partial(_laid, vectors), zip(alike.values(), again, strict=True))
        found |= {pair: of for pair, of in zip(alike, laid, strict=True) if of}
    for pair, more in carried([text.said for text in read], found).items():
        found[pair] = [*found.get(pair, ()), *more]
    rows = [_rows(read[one], read[other], found[one, other]) for one, other in sorted(found)]
    return pa.concat_tables([TRANSLATIONS.empty(), *rows])


def _versions(read: list[Text], found: Mapping[tuple[int, int], list[Beads]]) -> list[tuple[int, int]]:
    """Which two documents render a third, both as wholes, and are not known to render each other so."""
    rendered: dict[int, list[int]] = {}
    for (one, other), laid in found.items():
        if min(_share(laid, 0, read[one]), _share(laid, 2, read[other])) >= WHOLE:
            rendered.setdefault(one, []).append(other)
            rendered.setdefault(other, []).append(one)
    both = {pair for others in rendered.values() for pair in combinations(sorted(others), 2)}
    return sorted(pair for pair in both if pair[1] not in rendered[pair[0]])


def _share(found: list[Beads], side: int, text: Text) -> float:
    """How many of a document's sentences are in beads."""
    held = sum(int((each.laid[:, side + 1] - each.laid[:, side]).sum()) for each in found)
    return held / len(text.spans)


def _texts(texts: Texts, sentences: pa.Table) -> list[Text]:
    """The documents that have sentences, in order."""
    docs, read = sentences["doc"].to_pylist(), []
    whole = dict(texts(dict.fromkeys(docs)))
    spans = np.stack([sentences["start"].to_numpy(), sentences["end"].to_numpy()], axis=1)
    for doc in dict.fromkeys(docs):
        first, last = bisect_left(docs, doc), bisect_right(docs, doc)
        said = [whole[doc][start:end] for start, end in spans[first:last].tolist()]
        read.append(Text(doc, spans[first:last], said, first))
    return read


def _vectors(texts: list[Text], sentences: pa.Table) -> Vectors:
    """A vector of length one for each sentence of the library: what it says, and how it is spelt."""
    told, spelt = vectors_of(sentences), spellings([said for text in texts for said in text.said])
    if not told.shape[1]:
        return spelt
    both = np.empty((len(told), told.shape[1] + spelt.shape[1]), np.float32)
    np.multiply(told, np.float32(0.5**0.5), out=both[:, : told.shape[1]])
    np.multiply(spelt, np.float32(0.5**0.5), out=both[:, told.shape[1] :])
    return both


def _of(vectors: Vectors, text: Text) -> Vectors:
    return vectors[text.first : text.first + len(text.spans)]


def _all(pair: tuple[Text, Text]) -> tuple[Numbers, Numbers]:
    """All sentences of two documents."""
    return np.arange(len(pair[0].spans)), np.arange(len(pair[1].spans))


def _lines(vectors: Vectors, most: float, asked: tuple[tuple[Text, Text], tuple[Numbers, Numbers]]) -> list[Line]:
    """The rows of counterparts of two documents that are no copies, between some of their sentences.

    `most`: counterparts that are more alike are copies.
    """
    (a, b), within = asked
    one, other = _of(vectors, a), _of(vectors, b)
    met, margins = counterparts(one, other, within)
    same = np.einsum("ij,ij->i", one[met[:, 0]], other[met[:, 1]]) > most
    found = [line for line in stretches(met[~same], margins[~same], FAINT[0]) if len(line.met) >= FAINT[1]]
    told = [
        line for line in found if _inside(met[same], line.met, BEYOND if _is_sure(line) else ABOUT) <= len(line.met)
    ]
    return [line for line in told if most > 1 or not copied(a.said, b.said, line.met)]


def _taken(pairs: list[tuple[Text, Text]], lines: list[list[Line]]) -> list[list[Line]]:
    """The rows that tell of a translation: by themselves, or as they lie where others that do are known to lie."""
    sure = [_sure(of) for of in lines]
    known: dict[str, list[tuple[int, int, int]]] = {}
    for nth, ((a, b), of) in enumerate(zip(pairs, sure, strict=True)):
        for line in of:
            for side, text in enumerate((a, b)):
                known.setdefault(text.doc, []).append((int(line.met[0, side]), int(line.met[-1, side]) + 1, nth))
    return [
        [line for line in of if _is_sure(line) or _is_known(line, nth, pair, known)]
        for nth, (pair, of) in enumerate(zip(pairs, lines, strict=True))
    ]


def _sure(lines: list[Line]) -> list[Line]:
    return [line for line in lines if _is_sure(line)]


def _is_sure(line: Line) -> bool:
    """Whether a row of counterparts tells of a translation by itself."""
    count, reach = len(line.met), line.met[-1] - line.met[0] + 1
    long = line.worth >= WORTH and count >= max(LEAST, DENSE * int(reach.min()))
    brief = line.worth >= BRIEF[0] and count >= max(BRIEF[1], CLOSE * int(reach.max()))
    loose = line.worth >= LOOSE[0] and count >= max(LOOSE[1], LOOSE[2] * int(reach.max()))
    return long or loose or (brief and line.margin >= PLAIN)


def _is_known(
    line: Line, nth: int, pair: tuple[Text, Text], known: Mapping[str, Sequence[tuple[int, int, int]]]
) -> bool:
    """Whether a row lies, on one side, mostly where a third document has the same in other words."""
    first, last = line.met[0].tolist(), (line.met[-1] + 1).tolist()
    if line.worth < KNOWN[0] or len(line.met) < max(KNOWN[1], DENSE * (line.met[-1] - line.met[0] + 1).max()):
        return False
    return any(
        other != nth and min(end, last[side]) - max(start, first[side]) >= SHARED * (last[side] - first[side])
        for side in (0, 1)
        for start, end, other in known.get(pair[side].doc, ())
    )


def _all_laid(vectors: Vectors, asked: tuple[tuple[Text, Text], list[Line], list[Line]]) -> list[Beads]:
    """The beads of two documents, those of the other rows, too, that tell enough and of which nothing lies elsewhere.

    A text that repeats itself renders itself, too, in two translations.
    """
    (a, b), lines, taken = asked
    rest = [line for line in lines if not any(_meets(line, of) for of in taken)]
    lengths = a.spans[:, 1] - a.spans[:, 0], b.spans[:, 1] - b.spans[:, 0]
    laid = _laid(vectors, ((a, b), rest))
    told = [brief(found, _of(vectors, a), _of(vectors, b), lengths) for found in laid]
    return _laid(vectors, ((a, b), taken)) + [found for found in told if found]


def _meets(line: Line, other: Line) -> bool:
    """Whether two rows of two documents overlap on a side."""
    return bool(((line.met[0] <= other.met[-1]) & (other.met[0] <= line.met[-1])).any())


def _laid(vectors: Vectors, asked: tuple[tuple[Text, Text], list[Line]]) -> list[Beads]:
    """The beads of two documents, a part for each stretch in which they render each other."""
    (a, b), lines = asked
    one, other = _of(vectors, a), _of(vectors, b)
    long = a.spans[:, 1] - a.spans[:, 0], b.spans[:, 1] - b.spans[:, 0]
    found: list[Beads] = []
    for line in (each.met for each in lines):
        (low, high), (low_b, high_b) = _reach(line[:, 0], len(one)), _reach(line[:, 1], len(other))
        lengths = long[0][low:high], long[1][low_b:high_b]
        near = beads(one[low:high], other[low_b:high_b], lengths, line - np.array([low, low_b]))
        found.append(near._replace(laid=near.laid + np.array([low, low, low_b, low_b])))
    return found


def _reach(at: Numbers, count: int) -> tuple[int, int]:
    """The numbers of sentences in and beside a row of counterparts."""
    beside = min(BEYOND, len(at))
    return max(0, int(at[0]) - beside), min(count, int(at[-1]) + 1 + beside)


def _inside(met: Numbers, line: Numbers, beyond: int) -> int:
    """How many counterparts lie in a row of others, or so near it, on both sides."""
    return int(((met >= line[0] - beyond) & (met <= line[-1] + beyond)).all(axis=1).sum())


def _rows(a: Text, b: Text, found: list[Beads]) -> pa.Table:
    """The beads as passages."""
    laid, alike = np.concatenate([each.laid for each in found]), np.concatenate([each.alike for each in found])
    order = np.lexsort(laid.T[::-1])
    (first, last, first_b, last_b), alike = laid[order].T, alike[order]
    words = [len(" ".join(a.said[start:end]).split()) for start, end in zip(first.tolist(), last.tolist(), strict=True)]
    columns = {
        "doc_a": [a.doc] * len(words), "start_a": a.spans[first, 0], "end_a": a.spans[last - 1, 1],
        "doc_b": [b.doc] * len(words), "start_b": b.spans[first_b, 0], "end_b": b.spans[last_b - 1, 1],
        "kind": ["translation"] * len(words), "words": words, "identity": np.rint(1000 * alike).astype(np.int64),
        "score": [0] * len(words), "gaps": [[] for _ in words],
    }  # fmt: skip
    return pa.Table.from_arrays(
        [pa.array(columns[field.name], field.type) for field in TRANSLATIONS.schema], schema=TRANSLATIONS.schema
    )
