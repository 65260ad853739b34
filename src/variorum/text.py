"""Spans, words and folding: what every room says about a text, in code points.

A word is a run of letters and digits. Folding makes forms of one word equal that differ only in case, accents,
ligatures, long s, soft hyphens, apostrophes, or the letters that old print did not tell apart (i and j, u and v,
w and vv; the letters that Russian dropped in 1918). A hyphen ends a word, so that `strike-breakers` and
`strike breakers` are the same two words. Scripts that set no space between words have one word a character.

>>> fold("The Peoples’ Commiſſars")[0]
'the peoples commissars'
>>> bool(words("don't").keys == words("DONT").keys)
True
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Span", "Words", "code_points", "fold", "fold_word", "word_ends", "words"]


class Span(NamedTuple):
    """A stretch of a text, in code points, half open."""

    start: int
    end: int


class Words(NamedTuple):
    """The words of a text: where each starts and ends, and the hash of its folded form; equal forms, equal keys."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    keys: NDArray[np.uint64]


def code_points(text: str) -> NDArray[np.uint32]:
    """The code points of a text, lone surrogates included.

    >>> code_points("aЖ").tolist()
    [97, 1046]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def words(text: str) -> Words:
    """The words of a text: their spans in code points, and 64-bit keys that are the same on every run and machine.

    Long texts and many are read by compiled code, about 30 million words a second; a short one needs no compiler.

    >>> found = words("To-day, naïve Ærte")
    >>> found.starts.tolist(), found.ends.tolist()
    ([0, 3, 8, 14], [2, 6, 13, 18])
    """
    codes = code_points(text)
    table = _characters(codes)
    starts, ends = np.empty(len(codes), np.int32), np.empty(len(codes), np.int32)
    keys = np.empty(len(codes), np.uint64)
    arrays: tuple[Any, ...] = (codes, table.entries, table.expansions, starts, ends, keys)
    count = (_compiled_scan() if _worth_compiling(len(codes)) else _uncompiled_scan)(*arrays)
    return Words(starts[:count].copy(), ends[:count].copy(), keys[:count].copy())


def word_ends(text: str) -> NDArray[np.int64]:
    """The offset of each word's last letter: as many as `words` finds, without the compiled loop.

    >>> word_ends("To-day, naïve Ærte").tolist()
    [1, 5, 12, 17]
    """
    kinds = np.append(_characters(codes := code_points(text)).kinds.take(codes), np.uint8(BREAK))
    kinds[:-1][(kinds[:-1] == APOSTROPHE) & (kinds[1:] != LETTER)] = BREAK
    kinds = np.delete(kinds, ignored := np.flatnonzero(kinds == IGNORED))
    ends = (kinds[:-1] == LETTER) & (kinds[1:] != LETTER) & (kinds[1:] != APOSTROPHE) | (kinds[:-1] == ALONE)
    return (at := np.flatnonzero(ends)) + np.searchsorted(ignored - np.arange(len(ignored)), at, "right")


def fold(text: str) -> tuple[str, NDArray[np.int32]]:
    """The folded words of a text with a space between, and for each character of that its offset in the text.

    The offsets have one more item than the folded text: the length of the text.

    >>> folded, offsets = fold("Ærte, naïve!")
    >>> folded, offsets.tolist()
    ('aerte naiue', [0, 0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 12])
    """
    codes, found = code_points(text), words(text)
    table = _characters(codes)
    entries = table.entries[codes]
    at = np.flatnonzero((entries & np.uint32(7)) >= LETTER)
    letters, owners = _spell(entries[at], table.expansions)
    opens = np.zeros(len(codes), bool)
    opens[found.starts[1:]] = True
    gaps = np.searchsorted(owners, np.flatnonzero(opens[at]))
    letters = np.insert(letters, gaps, ord(" "))
    offsets = np.insert(at[owners], gaps, found.ends[:-1])
    return letters.astype("<u4").tobytes().decode("utf-32-le"), np.append(offsets, len(codes)).astype(np.int32)


def fold_word(word: str) -> str:
    """The folded form of a word: words with equal forms have equal keys.

    >>> fold_word("Iſland’s"), fold_word("ЛѢСЪ")
    ('islands', 'лес')
    """
    return fold(word)[0]


LONG, MANY = 4000, 200_000
"""From how many code points on a text is worth the half second that it takes to load the compiled loop; and how many in
short texts together are."""

# Kinds of characters. What is ignored never starts a word; an apostrophe counts only between two letters; what stands
# alone is a word by itself.
BREAK, IGNORED, APOSTROPHE, LETTER, ALONE, UNKNOWN = range(6)

APOSTROPHES = frozenset("'’‘‛ʼʻ′´`＇׳״")
JOINERS = frozenset(map(chr, [0x034F, *range(0x180B, 0x180E), *range(0xFE00, 0xFE10)]))
"""Marks that only say how their neighbours look, beside those of the category Cf."""

OLD_PRINT = {"j": "i", "v": "u", "w": "uu", "ꝛ": "r", "ѣ": "е", "і": "и", "ѳ": "ф", "ѵ": "и", "ъ": "", "ـ": ""}
"""Letters that old print and modern print use for one another, or may leave out (Russian hard sign, Arabic tatweel).
It makes a few modern words equal that are not, as `us` and `vs`."""

UNDIVIDED = {"ø": "o", "đ": "d", "ð": "th", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode itself does not take apart."""

IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x323B0))
SPACELESS = (
    (0x0E00, 0x0F00),  # Thai, Lao
    (0x1000, 0x10A0),  # Myanmar
    (0x1780, 0x1800),  # Khmer
    (0x2E80, 0x2FE0),  # radicals of ideographs
    (0x3005, 0x3008),  # signs that stand for an ideograph
    (0x3040, 0x3100),  # kana
    (0x31F0, 0x3200),
    (0xF900, 0xFB00),  # ideographs for compatibility
    (0xFF66, 0xFFA0),  # kana of half width
    (0x1B000, 0x1B170),
)
"""Scripts that set no space between words."""
LAST, LIVING = 0x110000, 0x20000
"""Where Unicode ends, and where its letters do, ideographs aside."""


class Characters(NamedTuple):
    """The character table.

    The lowest three bits of an entry are its character's kind, the next five how many letters it folds to, the rest
    that letter, or where its letters start in `expansions`.
    """

    entries: NDArray[np.uint32]
    expansions: NDArray[np.uint32]
    kinds: NDArray[np.uint8]


class _Table:
    """The character table as far as texts have needed it: the entries of 256 characters are made when one occurs."""

    def __init__(self) -> None:
        self.entries = np.zeros(LAST, np.uint32)
        self.kinds = np.full(LAST, UNKNOWN, np.uint8)
        self.expansions, self.letters = np.zeros(1, np.uint32), [ord(" ")]
        self.lock = Lock()
        for start, end in IDEOGRAPHS:
            self.entries[start:end] = np.arange(start, end, dtype=np.uint32) << np.uint32(8) | np.uint32(1 << 3 | ALONE)

    def learn(self, codes: NDArray[np.uint32]) -> None:
        """Makes the entries of characters; they are known only when all is there that they point to."""
        with self.lock:
            pages = np.flatnonzero(np.bincount(codes[self.kinds[codes] == UNKNOWN] >> np.uint32(8))).tolist()
            for code in (code for page in pages for code in range(page << 8, min(page + 1 << 8, LIVING))):
                if not self.entries[code] and (kind := _kind(chr(code))) != BREAK:
                    self.entries[code] = _entry(chr(code), kind, self.letters)
            for page in pages:
                _stand_alone(self.entries, page << 8, page + 1 << 8)
            self.expansions = np.array(self.letters, np.uint32)
            for page in pages:
                self.kinds[page << 8 : page + 1 << 8] = self.entries[page << 8 : page + 1 << 8] & np.uint32(7)


def _stand_alone(entries: NDArray[np.uint32], first: int, last: int) -> None:
    """The letters of scripts without spaces are each a word, among the entries of some characters."""
    for start, end in SPACELESS:
        run = entries[max(start, first) : max(first, min(end, last))]
        run[run & np.uint32(7) == LETTER] += np.uint32(ALONE - LETTER)


@cache
def _table() -> _Table:
    return _Table()


def _characters(codes: NDArray[np.uint32]) -> Characters:
    """The table, in which all these characters are."""
    table = _table()
    if (table.kinds.take(codes) == UNKNOWN).any():
        table.learn(codes)
    return Characters(table.entries, table.expansions, table.kinds)


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character in APOSTROPHES:
        return APOSTROPHE
    if category in ("Cf", "Me") or character in JOINERS:
        return IGNORED
    if category == "Mn" and unicodedata.combining(character) not in (0, 9):  # 0 and 9: vowels of Indic scripts
        return IGNORED
    return LETTER if category[0] in "LM" or category in ("Nd", "Nl") else BREAK


def _entry(character: str, kind: int, expansions: list[int]) -> int:
    if kind != LETTER:
        return kind
    spelling = _spelling(character)
    if len(spelling) == 1:
        return ord(spelling) << 8 | 1 << 3 | LETTER
    expansions.extend(map(ord, spelling))
    return (len(expansions) - len(spelling)) << 8 | len(spelling) << 3 | LETTER


def _spelling(character: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    letters = "".join(UNDIVIDED.get(letter, letter) for letter in apart if _kind(letter) == LETTER)
    return "".join(OLD_PRINT.get(letter, letter) for letter in letters)


def _spell(entries: NDArray[np.uint32], expansions: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The letters that the entries fold to, and for each letter which entry it comes from."""
    lengths = (entries >> np.uint32(3) & np.uint32(31)).astype(np.int64)
    owners = np.repeat(np.arange(len(entries)), lengths)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    letters = (entries >> np.uint32(8))[owners]
    several = lengths[owners] > 1
    letters[several] = expansions[letters[several] + within[several]]
    return letters, owners


# The loop that finds words. The same function runs compiled, on arrays, and uncompiled, on memory views; the masks
# keep Python's integers to the 64 bits that the compiled ones have. The constants are those of MurmurHash3's finish.

SEED, STEP, MIX, BITS = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0xFFFFFFFFFFFFFFFF


_uncompiled = [0]
"""How many code points were read uncompiled so far."""


def _worth_compiling(length: int) -> bool:
    """Whether a text of so many code points, with those that were read before, is worth to load the compiled loop."""
    if length < LONG and "numba" not in sys.modules:
        _uncompiled[0] += length
        return _uncompiled[0] >= MANY
    return True


@cache
def _compiled_scan() -> Callable[..., int]:
    import numba

    compiled: Callable[..., int] = numba.njit(nogil=True, cache=True)(_scan)
    return _uncompiled_scan if compiled is _scan else compiled  # where Numba is told to compile nothing


def _uncompiled_scan(*arrays: Any) -> int:
    return _scan(*(memoryview(array) for array in arrays))


def _scan(codes: Any, entries: Any, expansions: Any, starts: Any, ends: Any, keys: Any) -> int:
    """Writes the words into `starts`, `ends` and `keys`, and says how many there are."""
    count, state, key = 0, BREAK, SEED
    for at in range(len(codes)):
        entry = entries[codes[at]]
        kind = entry & 7
        if kind == IGNORED and state != BREAK:
            if ends[count] == at:
                ends[count] = at + 1
        elif kind == APOSTROPHE and state == LETTER and at + 1 < len(codes) and entries[codes[at + 1]] & 7 == LETTER:
            pass
        elif kind >= LETTER:
            if kind == ALONE or state != LETTER:
                count += state != BREAK
                starts[count], state, key = at, kind, SEED
            ends[count] = at + 1
            letters, first = entry >> 3 & 31, entry >> 8
            for nth in range(letters):
                letter = first if letters == 1 else expansions[first + nth]
                key = (key ^ letter) * STEP & BITS
            keys[count] = (key ^ key >> 32) * MIX & BITS
        elif state != BREAK:
            count, state = count + 1, BREAK
    return count + (state != BREAK)
