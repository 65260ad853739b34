"""Candidates for names: runs of words with capitals, with what stands before and after each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from variorum.layers.languages import lexicon
from variorum.layers.names.capitals import INITIAL, SHORT, capitalised
from variorum.layers.names.frequency import Common
from variorum.layers.names.parting import joined, parted
from variorum.layers.names.words import VOCABULARIES, Vocabulary
from variorum.layers.names.words.given import is_given
from variorum.layers.persons import by_code
from variorum.text import code_points


class Run(NamedTuple):
    """Words with capitals that stand together."""

    start: int
    end: int
    words: tuple[str, ...]
    before: str
    """The word before it in small letters, or the mark."""
    after: str
    """The word after it, or the mark."""
    opens: bool
    """Whether it opens a sentence or quotation, so that its first capital tells nothing."""
    owner: bool
    """Whether it stands in the genitive with an apostrophe, which is no part of it."""

    @property
    def name(self) -> str:
        """The words on one line."""
        return self.words[0] if len(self.words) == 1 else " ".join(self.words)


def flat(text: str, starts: Sequence[int]) -> str:
    r"""The text with a space for each end of a line within a paragraph, and an end of line before each block.

    >>> flat("Osna\nBay. The end\nKolb", [14])
    'Osna Bay. The\nend Kolb'
    """
    if "\r" in text:
        text = re.sub(r"\r(?<!\n\r)\n(?!\r\n)", "  ", text).replace("\r", "\n")
    codes = code_points(text).copy()
    broken = codes == _LINE_END
    within = np.logical_or.reduce([codes == blank for blank in _BLANKS])
    within[:1] = within[-1:] = False
    within[1:] &= ~broken[:-1]
    within[:-1] &= ~broken[1:]
    codes[within] = _SPACE
    before = np.array([start - 1 for start in starts if start > 0], np.int64)
    codes[before[codes[before] == _SPACE]] = _LINE_END
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


_LINE_END, _SPACE = ord("\n"), ord(" ")
_BLANKS = tuple(map(ord, "\n\r\t\u00a0"))


def runs(text: str, vocabulary: Vocabulary) -> Iterator[Run]:
    """The runs of words with capitals in a flat text, without words that only open sentences.

    >>> [run.name for run in runs("Then Mr. Kolb’s boat left Osna Bay.", VOCABULARIES["en"])]
    ['Mr. Kolb', 'Osna Bay']
    """
    idle = openers(vocabulary.code)
    for start, written in capitalised(text):
        end = start + len(written)
        if " " in written or "." in written:
            if words := _plain_words(written, vocabulary.code):
                yield _run(text, start, end, words)
            else:
                yield from _parts(text, start, written, idle, vocabulary.code)
        elif written.casefold() not in idle and written[1:2] not in "’'":
            yield _run(text, start, end, (written,))
        elif written[1:2] in "’'" and (one := _elided(text, start, written, idle, vocabulary.code)):
            yield one


@lru_cache(1 << 14)
def _plain_words(written: str, code: str) -> tuple[str, ...]:
    """The words of a run of which none parts it; none where one may, or small words stand at its ends."""
    words = tuple(_PIECE.findall(written))
    whole = code in ("en", "fr") and not (words[0].islower() or words[-1].islower()) and written.endswith(words[-1])
    return words if whole and all(_plain(word, code) for word in words) else ()


@lru_cache(1 << 15)
def _plain(word: str, code: str) -> bool:
    """Whether a word within a run neither parts it nor may do so: no opener, genitive, title or capitals throughout."""
    low = word.casefold().rstrip(".") if len(word) > 2 else word.casefold()
    elided = code == "fr" and _ELIDED.match(word) is not None
    owner = word.endswith(_OWNERS)
    return not (low in openers(code) or low in _PARTING or word.isupper() or owner or elided)


_OWNERS = ("’s", "'s", "s’", "s'")
_PIECE = re.compile(rf"(?:{SHORT}|{INITIAL})|[^\s.]+")
_ELIDED = re.compile(r"(?:[LDQNSCJMT]|Qu|Jusqu|Lorsqu)[’']", re.IGNORECASE)


def _elided(text: str, start: int, written: str, idle: frozenset[str], code: str) -> Run | None:
    """A French word without the article that elides before it; O’Neil as he is."""
    gone = _ELIDED.match(written) if code == "fr" else None
    at = gone.end() if gone else 0
    word = written[at:]
    if not word or word.casefold() in idle or (gone and not word[0].isupper()):
        return None
    return _run(text, start + at, start + len(written), (word,))


def _parts(text: str, start: int, written: str, idle: frozenset[str], code: str) -> Iterator[Run]:
    """A run without its idle words, which part it; and parted before a title of address."""
    words: list[tuple[int, str]] = []
    for piece in _PIECE.finditer(written):
        word = piece.group()
        if _plain(word, code):
            words.append((piece.start(), word))
            continue
        low = word.casefold().rstrip(".") if len(word) > 2 else word.casefold()
        no = low in idle and not word.islower() and not (words and words[-1][1].casefold() in _ADDRESSES)
        no = no and not (_DEGREE.fullmatch(word) and not words and piece.end() < len(written))
        no = no and not (
            words and _LETTER.fullmatch(words[-1][1]) and low in _FAMILIES and _ends(text, start + piece.end())
        )
        if no or (low in _PARTING and words):
            yield from _made(text, start, words)
            words = [] if no else [(piece.start(), word)]
            continue
        gone = _ELIDED.match(word) if code == "fr" and word[0].isupper() and not _begun(words) else None
        at = gone.end() if gone and word[gone.end() : gone.end() + 1].isupper() else 0
        words.append((piece.start() + at, word[at:]))
        if word.isupper() and _spoken(word, written[piece.end() + 1 :]):
            yield from _made(text, start, words)
            words = []
            continue
        if (
            word.endswith(_OWNERS)
            and low.replace("'", "’") not in _BELONGING
            and not (word.endswith(("s’", "s'")) and _belongs(code, written, piece.end()))
            and not (_led(text, start + words[0][0]) and _paper(code, written, piece.end()))
        ):
            yield from _made(text, start, words)
            words = []
    parts = joined(words) if code == "ru" else parted(words) if code == "de" else [words]
    for part in parts:
        lone = code == "fr" and part and part[0][1] in ("de", "du")
        yield from _made(text, start, part[1:] if lone else part)


def _ends(text: str, end: int) -> bool:
    """Whether no day follows, as after a month."""
    return not text[end : end + 3].lstrip(" ,")[:1].isdigit()


def _begun(words: Sequence[tuple[int, str]]) -> bool:
    """Whether more than small words stand before: de L’Aurore has not begun."""
    return any(not word.islower() for _, word in words)


def _belongs(code: str, written: str, end: int) -> bool:
    """Whether a paper, a body or a site whose name has a genitive before it follows: Gardeners’ Chronicle."""
    following = written[end + 1 :].split(" ", 1)[0].casefold()
    words = VOCABULARIES[code]
    return any(following in lexicon(one) for one in (words.papers, words.bodies, words.sites))


def _led(text: str, start: int) -> bool:
    """Whether the article stands before it."""
    return text[max(0, start - 4) : start].casefold() == "the "


def _paper(code: str, written: str, end: int) -> bool:
    """Whether the noun of a paper ends the run: the Poor Man’s Guardian."""
    return written[end + 1 :].casefold() in lexicon(VOCABULARIES[code].papers).whole


def _spoken(word: str, rest: str) -> bool:
    """Whether capitals throughout are the name of a speaker before his speech: BERNARDO Long live the king."""
    return (len(word) > 4 or (len(word) > 2 and is_given(word))) and rest[:1].isupper() and rest[1:2].islower()


def genitives(found: Sequence[Run], common: Common) -> list[Run]:
    """German genitives without their s, where the name stands without it elsewhere, or is one that is known: Kolbs."""
    bare = {run.words[-1] for run in found}
    return [
        run._replace(end=run.end - 1, words=(*run.words[:-1], run.words[-1][:-1]), owner=True)
        if run.words[-1].endswith("s")
        and len(run.words) < 3
        and (run.words[-1][:-1] in bare or (run.after[:2] in (" „", " »") and common.named(run.words[-1][:-1])))
        else run
        for run in found
    ]


_ADDRESSES = lexicon("mr. mrs. dr. messrs. mme. mlle. prof. hr. fr. herr herrn frau").whole
_BELONGING = lexicon(
    "people’s women’s men’s children’s workers’ workmen’s workingmen’s soldiers’ peasants’ sailors’ miners’ students’ "
    "teachers’ railwaymen’s ladies’ farmers’ cossacks’ employees’ officers’ commons’"
).whole
"""Genitives that are part of a body’s or a paper’s name."""
_FAMILIES = lexicon("may march day page till see best").whole
"""Words that open sentences, and are family names after a first name’s initial."""
_LETTER = re.compile(INITIAL)
_DEGREE = re.compile(r"(?:[A-Z]\.){2}")
"""What before a name are initials: M.A. Kolb."""
_PARTING = lexicon("mr mrs messrs miss mme mlle madame monsieur").whole


def _made(text: str, start: int, words: list[tuple[int, str]]) -> Iterator[Run]:
    while words and words[-1][1].islower():
        words = words[:-1]
    while (
        words and words[0][1].islower() and words[0][1] not in ("von", "van", "фон", "de", "di", "du", "del", "della")
    ):
        words = words[1:]
    if words:
        end = start + words[-1][0] + len(words[-1][1])
        yield _run(text, start + words[0][0], end, tuple(word for _, word in words))


_STOPS = frozenset(".!?:…")


def _run(text: str, start: int, end: int, words: tuple[str, ...]) -> Run:
    owner = text[end - 2 : end] in _OWNERS
    if owner:
        cut = 2 if text[end - 1] == "s" else 1
        end -= cut
        words = (*words[:-1], words[-1][:-cut])
    at = start - 1
    while at >= 0 and text[at] == " ":
        at -= 1
    first = max(0, at - 24)
    space = text.rfind(" ", first, max(0, at))
    before, opens = _read(text[space + 1 if space >= 0 else first : at + 1])
    tail = text.find(" ", end + 1, end + 24)
    after = text[end : tail if tail > 0 else end + 24]
    if after[:1] in ("’", "'") and words[-1][-1:] == "s" and not after[1:2].isalpha():
        owner = True
    return Run(start, end, words, before, after, _opening(text, at, before) if opens is None else opens, owner)


@lru_cache(1 << 16)
def _read(head: str) -> tuple[str, bool | None]:
    """What stands before a run, and whether that begins a sentence; None where marks alone do not tell."""
    line = head.rfind("\n")
    before = head[line + 1 :]
    before = before[before.rfind("—", 0, -1) + 1 :]
    bare = before.rstrip("“„«\"'‘(‹[*_—–-")
    if (line >= 0 and not bare) or (bare != before and before[-1] in '“„«"‘‹'):
        return before, True
    return before, bare.rstrip("”»’\"')_*")[-1:] in _STOPS if bare else None


def _opening(text: str, at: int, before: str) -> bool:
    """Whether a sentence or a quotation begins before the marks that end there."""
    at -= len(before)
    while at >= 0 and text[at] in ' ’”»"_*)—–-':
        at -= 1
    return at < 0 or text[at] in _STOPS or text[at] == "\n"


@cache
def openers(code: str) -> frozenset[str]:
    """The words that name nobody and are no part of a name."""
    vocabulary, language = VOCABULARIES[code], by_code(code)
    inner = " ".join(
        (
            vocabulary.adjectives,
            vocabulary.titles,
            vocabulary.sites,
            vocabulary.quarters,
            vocabulary.bodies,
            vocabulary.alone,
        )
    )
    kept = lexicon(inner)
    listed = [*language.unnamed.split(), *vocabulary.openers.split()]
    plain = {word.casefold() for word in listed if word.casefold() not in kept}
    return frozenset(plain | {word.replace("'", "’") for word in plain})
