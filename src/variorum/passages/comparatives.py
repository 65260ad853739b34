"""Series of comparatives that one side of a bead has one more of: the more hastily, the more boldly, the worse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.passages.answers import Vocabulary, Words, likeness
from variorum.passages.sides import Bead, Phrase, Proof, Side

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]

LEAST = 3
"""So many comparatives on either side make a series."""
ALIKE, PAIR, MARGIN = 0.55, 0.35, 0.1
"""So alike are the comparatives of both sides in the mean, and any two of them; and so much less, summed, are they
where another one is left out."""
ANSWERED = 0.55
"""No other word of that side is so like the one left over: it may be rendered by what is no comparative."""
JOINED = re.compile(r"[\s'\"’‘“”„«»]*")
"""What may stand between a word that compares and the word that it compares."""
PROOF = Proof(-0.05, 0.5, read=True)
"""One word of a series tells so little of what a bead says that the bead need not be nearer without it."""
BASE, HIGHEST, ADVERB = 1e-6, 3e-7, 1e-7
"""How often the plain form of a comparative stands in its language, its superlative, and in Russian its adverb."""

COMPARING = {
    "en": frozenset(["more", "less"]),
    "ru": frozenset(["более", "менее"]),
}
"""Words that make the next a comparative."""
ENDS = {"en": "er", "ru": "ее"}
"""How others end; those of other languages are not told yet: a German adjective ends so, too (*schöner Tag*)."""
IRREGULAR = {
    "en": frozenset(["better", "worse"]),
    "ru": frozenset(
        [
            "лучше",
            "хуже",
            "выше",
            "ниже",
            "ближе",
            "глубже",
            "шире",
            "короче",
            "легче",
            "мягче",
            "крепче",
            "громче",
            "тише",
            "реже",
            "чаще",
            "строже",
            "дороже",
            "дешевле",
            "проще",
            "чище",
            "гуще",
            "слаще",
            "моложе",
            "богаче",
            "тоньше",
            "дольше",
            "ярче",
            "резче",
            "жестче",
            "жёстче",
        ]
    ),
}


class Degrees(NamedTuple):
    """Which words of a vocabulary are comparatives in a language, and which make the next word one."""

    alone: NDArray[np.bool_]
    comparing: NDArray[np.bool_]
    telling: NDArray[np.bool_]
    """And which are no words that stand everywhere: more than, and more."""


def degrees(words: Sequence[str], language: str | None, weights: Vectors) -> Degrees:
    """How the words of a vocabulary compare in a language, where each tells so much.

    >>> found = degrees(["more", "rather", "bolder", "keeper"], "en", np.ones(4, np.float32))
    >>> found.alone.tolist(), found.comparing.tolist()
    ([False, False, True, False], [True, False, False, False])
    """
    code = language or ""
    alone = [_is_comparative(word, code) for word in words]
    comparing = [word in COMPARING.get(code, ()) for word in words]
    return Degrees(np.array(alone, bool), np.array(comparing, bool), weights > 0)


def _is_comparative(word: str, language: str) -> bool:
    end = ENDS.get(language)
    formed = end is not None and word.endswith(end) and _has_degrees(word, language, end)
    return formed or word in IRREGULAR.get(language, ())


@cache
def _has_degrees(word: str, language: str, end: str) -> bool:
    """Whether a word that ends as comparatives do has the other forms of an adjective or adverb.

    >>> [_has_degrees(word, "en", "er") for word in ("bolder", "happier", "bigger", "braver", "keeper", "other")]
    [True, True, True, True, False, False]
    >>> [_has_degrees(word, "ru", "ее") for word in ("смелее", "последнее", "хорошее")]
    [True, False, False]
    """
    from variorum.passages.listed import frequency

    stem = word[: -len(end)]
    if language == "ru":
        hushing = stem.endswith(("ж", "ч", "ш", "щ"))
        return not hushing and any(frequency(stem + last, language) > ADVERB for last in ("о", "ый"))
    doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    bases = [stem, stem + "e", doubled] + ([stem[:-1] + "y"] if stem.endswith("i") else [])
    return frequency(stem + "est", language) > HIGHEST and any(frequency(base, language) > BASE for base in bases)


def series_of(
    sides: tuple[Side, Side],
    laid: tuple[Numbers, Numbers],
    bead: Callable[[int], Bead],
    found: tuple[Degrees, Degrees],
    vocabulary: Vocabulary,
) -> Iterator[Phrase]:
    """The comparatives that the first side of a bead has and the second has not, where both have a series."""
    having, lacking = sides
    many = [_marked(side.words, mine, of) for side, mine, of in zip(sides, laid, found, strict=True)]
    for at in np.flatnonzero((many[0] > LEAST) & (many[1] >= LEAST)).tolist():
        mine, theirs = (_comparatives(side, spans[at], of) for side, spans, of in zip(sides, laid, found, strict=True))
        if len(mine) == len(theirs) + 1 > LEAST:
            over = _unanswered(having, lacking, mine, theirs, laid[1][at], vocabulary)
            if over >= 0:
                yield _phrase(having, lacking, mine[over], theirs, over, bead(at))


def _marked(words: Words, sentences: Numbers, found: Degrees) -> Numbers:
    """How many words of each bead may be comparatives."""
    before = np.concatenate([[0], np.cumsum((found.alone | found.comparing)[words.kinds])])
    edges = words.offsets[sentences]
    counts: Numbers = before[edges[:, 1]] - before[edges[:, 0]]
    return counts


def _comparatives(side: Side, sentences: Numbers, found: Degrees) -> list[tuple[int, int]]:
    """The comparatives of some sentences, each by its first and last word."""
    words, out = side.words, []
    first, last = words.offsets[sentences].tolist()
    for at in range(first, last):
        kind = words.kinds[at]
        if found.comparing[kind] and at + 1 < last and found.telling[words.kinds[at + 1]]:
            if JOINED.fullmatch(side.text, words.ends[at], words.starts[at + 1]):
                out.append((at, at + 1))
        elif found.alone[kind] and not (out and out[-1][1] == at):
            out.append((at, at))
    return out


def _unanswered(
    having: Side,
    lacking: Side,
    mine: list[tuple[int, int]],
    theirs: list[tuple[int, int]],
    there: Numbers,
    vocabulary: Vocabulary,
) -> int:
    """Which comparative of the one side is that which the other has not, or -1 where none clearly is."""
    ours = having.words.kinds[[last for _, last in mine]]
    like = likeness(vocabulary, ours, lacking.words.kinds[[last for _, last in theirs]])
    over, margin = left_over(like)
    pairs = np.diag(np.delete(like, over, axis=0))
    taken = {at for first, last in theirs for at in (first, last)}
    others = [at for at in range(*lacking.words.offsets[there].tolist()) if at not in taken]
    beside = likeness(vocabulary, ours[[over]], lacking.words.kinds[others]).max(initial=0)
    clear = margin >= MARGIN and pairs.mean() >= ALIKE and pairs.min() >= PAIR
    return over if clear and beside < ANSWERED else -1


def left_over(like: Vectors) -> tuple[int, float]:
    """Which row is left out if the others are held against the columns in order; and by how much no other is.

    >>> left_over(np.array([[1.0, 0.0], [0.5, 0.25], [0.0, 1.0]], np.float32))
    (1, 0.5)
    """
    before = np.concatenate([[0], np.cumsum(np.diag(like))])
    after = np.concatenate([[0], np.cumsum(np.diag(like, -1)[::-1])])[::-1]
    worth = before + after
    over = int(worth.argmax())
    return over, float(worth[over] - np.delete(worth, over).max())


def _phrase(
    having: Side, lacking: Side, span: tuple[int, int], theirs: list[tuple[int, int]], over: int, bead: Bead
) -> Phrase:
    start, end = int(having.words.starts[span[0]]), int(having.words.ends[span[1]])
    left = int(lacking.words.ends[theirs[over - 1][1]]) if over else bead.there[0]
    right = int(lacking.words.starts[theirs[over][0]]) if over < len(theirs) else bead.there[1]
    return Phrase(having, lacking, bead.span, bead.there, start, end, span[1] - span[0] + 1, (left, right), PROOF)
