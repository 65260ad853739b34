"""The tokens of a text: its words, and the signs of punctuation between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.text import code_points, words

Numbers = NDArray[np.int64]
AND = np.array([ord("&"), ord("⁊")], np.uint64)
"""Signs that stand for a word."""


class Tokens(NamedTuple):
    """Tokens in order: their spans, their keys (alike for words that fold alike), and which of them are words."""

    starts: Numbers
    ends: Numbers
    keys: NDArray[np.uint64]
    is_word: NDArray[np.bool_]


def tokens(text: str) -> Tokens:
    """The tokens of a text; a sign repeated without a space, as in an ellipsis, is one token.

    >>> found = tokens("Well ... no!")
    >>> [("Well ... no!"[start:end]) for start, end in zip(found.starts, found.ends)]
    ['Well', '...', 'no', '!']
    """
    codes, found = code_points(text), words(text)
    signs = _signs(codes, found.starts, found.ends)
    opens = np.ones(len(signs), bool)
    opens[1:] = (np.diff(signs) != 1) | (np.diff(codes[signs].astype(np.int64)) != 0)
    firsts = signs[opens]
    lasts = signs[np.append(opens[1:], True)] if len(signs) else signs
    starts = np.concatenate([found.starts.astype(np.int64), firsts])
    order = np.argsort(starts, kind="stable")
    ends = np.concatenate([found.ends.astype(np.int64), lasts + 1])
    keys = np.concatenate([found.keys, codes[firsts].astype(np.uint64)])
    is_word = np.arange(len(starts)) < len(found.starts)
    is_word |= np.isin(keys, AND)
    return Tokens(starts[order], ends[order], keys[order], is_word[order])


def within(found: Tokens, start: int, end: int) -> Tokens:
    """The tokens that begin in a span and end in it."""
    first, last = np.searchsorted(found.starts, [start, end])
    last = max(first, last - (last > first and found.ends[last - 1] > end))
    mine = slice(first, last)
    return Tokens(found.starts[mine], found.ends[mine], found.keys[mine], found.is_word[mine])


def _signs(codes: NDArray[np.uint32], starts: NDArray[np.int32], ends: NDArray[np.int32]) -> Numbers:
    """The places of the code points that are in no word and can be seen."""
    edges = np.zeros(len(codes) + 1, np.int8)
    edges[starts] += 1
    np.subtract.at(edges, ends, 1)
    outside = np.flatnonzero(np.cumsum(edges[:-1]) == 0)
    kinds = np.unique(codes[outside])
    seen = kinds[[_is_seen(int(code)) for code in kinds]] if len(kinds) else kinds
    return outside[np.isin(codes[outside], seen)].astype(np.int64)


@lru_cache(maxsize=10_000)
def _is_seen(code: int) -> bool:
    return unicodedata.category(chr(code))[0] not in "ZC"


def given(found: Sequence[Mapping[str, Any]]) -> Tokens:
    """Tokens that were made elsewhere, as CollateX has them: `t` as written, with the space behind it, `n` normalised.

    Their text is all `t` in a row. A token may hold spaces.

    >>> made = given([{"t": "New York "}, {"t": "Is", "n": "is"}, {"t": "."}])
    >>> made.starts.tolist(), made.ends.tolist(), made.is_word.tolist()
    ([0, 9, 11], [8, 11, 12], [True, True, False])
    """
    written = [str(token["t"]) for token in found]
    ends = np.cumsum([len(each) for each in written])
    left = [len(each) - len(each.lstrip()) for each in written]
    right = [len(each) - len(each.rstrip()) for each in written]
    starts = ends - [len(each) for each in written] + left
    forms = [str(token.get("n") or token["t"]).strip() for token in found]
    keys = np.array([_key(form) for form in forms], np.uint64)
    is_word = np.array([any(letter.isalnum() for letter in form) for form in forms], bool)
    return Tokens(starts.astype(np.int64), np.maximum(starts, ends - right).astype(np.int64), keys, is_word)


def _key(form: str) -> int:
    """One key for all the words of a form; a sign is its own."""
    keys = words(form).keys.tolist()
    if not keys:
        return sum(ord(sign) << 21 * nth for nth, sign in enumerate(form[:3]))
    return hash(tuple(keys)) & 0xFFFFFFFFFFFFFFFF if len(keys) > 1 else int(keys[0])
