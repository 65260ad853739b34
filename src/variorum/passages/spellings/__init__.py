"""Vectors of how sentences are spelt: names, numbers and shared words tell across spellings and alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 512
_IN_LATIN = """
а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
ъ= ы=y ь= э=e ю=iu я=ia ѣ=e і=i ѳ=f ѵ=i ґ=g є=e ї=i ў=u
α=a β=b γ=g δ=d ε=e ζ=z η=e θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=ph χ=ch ψ=ps ω=o
ß=ss æ=ae œ=oe ø=o đ=d ł=l þ=th ð=d ſ=s ı=i y=i j=i v=u
"""
_SILENT = re.compile(r"(?<=\w\w)e\b|([^\W\d])(?=\1)")
"""What old spelling adds and leaves off: an e at the end, a letter twice."""


class _Letters(dict[int, int | str | None]):
    """What each character is written as: a letter or digit as it is, an accent as nothing, all else as a space."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        self[code] = written = code if char.isalnum() else None if unicodedata.combining(char) else SPACE
        return written


SPACE = ord(" ")
_LETTERS = _Letters((ord(pair[0]), pair[2:]) for pair in _IN_LATIN.split())


def spellings(sentences: Sequence[str]) -> NDArray[np.float32]:
    """A vector of length one for each sentence, from its words' runs of three letters, the rarer the weightier.

    The runs are hashed into as many dimensions, each with a sign (Weinberger et al. 2009), so that the vectors of
    sentences can be added. Other alphabets are written in Latin letters first.

    >>> one, other, third = spellings(["Каменев и Зиновьев", "Kamenev and Zinoviev", "a trade union"])
    >>> bool(one @ other > one @ third)
    True
    """
    from variorum.passages.spellings.kernels import runs, summed

    codes, owners = _codes(sentences)
    values, had, which = runs(codes, owners, SPACE)
    rarity = np.log(max(len(sentences), 2) / had)
    mixed = values * np.uint64(0xBF58476D1CE4E5B9)
    sign = np.where(mixed >> np.uint64(63), 1.0, -1.0)
    sums = np.zeros((len(sentences), DIMENSIONS), np.float32)
    summed(which, owners, (mixed >> np.uint64(20)).astype(np.int64) % DIMENSIONS, rarity * sign, sums)
    unit: NDArray[np.float32] = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-6))
    return unit


def _codes(sentences: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The letters of all sentences, a space before and after every word; and to which sentence each belongs."""
    plain = [f" {' '.join(filter(None, map(_plain, sentence.split())))} " for sentence in sentences]
    _plain.cache_clear()
    codes = np.frombuffer("".join(plain).encode("utf-32-le"), np.uint32)
    return codes, np.repeat(np.arange(len(plain)), [len(sentence) for sentence in plain])


@cache
def _plain(word: str) -> str:
    """What stands between two spaces in small Latin letters without accents, as words."""
    letters = unicodedata.normalize("NFKD", word.lower()).translate(_LETTERS)
    return " ".join(_SILENT.sub("", letters).split())
