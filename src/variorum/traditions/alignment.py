"""Witnesses lined up word by word: a table of places, the same in whatever order the witnesses are given."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.traditions.guide import lined_up
from variorum.traditions.lexicon import Lexicon, lexicon
from variorum.traditions.profiles import NOBODY, Columns
from variorum.traditions.tokens import Tokens


class Text(NamedTuple):
    """A witness: its tokens, and each token as written."""

    tokens: Tokens
    written: list[str]


class Places(NamedTuple):
    """A collation without a lemma: which token each witness has at each place, and what words these are."""

    columns: Columns
    ids: list[NDArray[np.int32]]
    """The words of each witness as numbers of the lexicon."""
    lexicon: Lexicon


def collated(texts: Sequence[Text]) -> Places:
    """The places of some witnesses. Equal witnesses count once, so that a copy of a witness changes no place.

    >>> from variorum.traditions.tokens import tokens
    >>> texts = [Text(tokens(text), text.split()) for text in ("the old ship sank", "the ship sank", "the ship sank")]
    >>> collated(texts).columns.tolist()
    [[0, 0, 0], [1, -1, -1], [2, 1, 1], [3, 2, 2]]
    """
    digests = [_digest(text.written) for text in texts]
    first = {digest: nth for nth, digest in reversed(list(enumerate(digests)))}
    order = sorted(digest for digest in first if texts[first[digest]].written)
    if not order:
        nothing = np.empty((0, len(texts)), np.int32)
        return Places(nothing, [np.empty(0, np.int32)] * len(texts), lexicon(texts)[0])
    found, ids = lexicon([texts[first[digest]] for digest in order])
    columns = lined_up(found, ids)
    owners = {digest: nth for nth, digest in enumerate(order)}
    out = np.full((len(columns), len(texts)), NOBODY, np.int32)
    for nth, digest in enumerate(digests):
        if digest in owners:
            out[:, nth] = columns[:, owners[digest]]
    none = np.empty(0, np.int32)
    return Places(out, [ids[owners[each]] if each in owners else none for each in digests], found)


def _digest(written: list[str]) -> bytes:
    return blake2b("\0".join(written).encode("utf-8", "surrogatepass"), digest_size=16).digest()
