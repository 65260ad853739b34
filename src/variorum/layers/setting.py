"""What voices are read from: a document's text, its paragraphs, its language, and what it says of its names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import pyarrow as pa

from variorum.layers.capitals import capitalised
from variorum.layers.languages import Language, language_of

TALKATIVE = 450
"""In a text with a quotation to so many code points or fewer the one who says “I” need not be the author."""
MANY = 20
OFTEN, SEEN, OFTEN_SEEN = 2, 40, 100
"""How often at least, and in how many places at most, a name is held against “he” and “she”."""
_NARRATOR = {"en": "the narrator", "fr": "le narrateur", "de": "der Erzähler", "ru": "рассказчик"}
_HE_SHE = {"en": ("he", "she"), "fr": ("il", "elle"), "ru": ("он", "она")}


class Setting(NamedTuple):
    """What voices are read from: a document's text, the spans of its paragraphs, its language and author."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    headings: frozenset[int]
    language: Language
    author: str | None
    there: Callable[[str], bool]
    """Whether the text has these words."""
    preceding: Callable[[str], frozenset[str]]
    """The words that stand before a name."""
    gender: Callable[[str], str]
    """Of a name what is said of it more often, “he” or “she”; or nothing where that is not plain."""
    told_by: str | None
    """Who “I” is at depth 0: the author, or in a text that is mostly talk, and may be invented, a narrator."""
    known: frozenset[str] = frozenset()
    """The last words of the names that the text itself says to speak."""
    scopes: Sequence[tuple[int, int]] = ()
    """For each quotation where the words stand among which it stands: its paragraph, or what its parent has of it."""
    befores: Sequence[str] = ()
    """What stands before each quotation there, without the quotation before it and all that precedes that."""


def talkative(length: int, quotations: int) -> bool:
    """Whether a text is mostly talk, as novels are."""
    return quotations >= MANY and quotations * TALKATIVE > length


def setting(documents: pa.Table, blocks: pa.Table, quotations: int = 0) -> Setting:
    """The setting of the one document of the tables, in which so many quotations stand."""
    text = documents["text"][0].as_py()
    declared, author = (
        documents[name][0].as_py() if name in documents.column_names else None for name in ("language", "author")
    )
    rows = list(zip(*(blocks[name].to_pylist() for name in ("start", "end", "kind")), strict=True))
    leaves = [row for at, row in enumerate(rows) if at + 1 == len(rows) or rows[at + 1][0] >= row[1]]
    headings = frozenset(at for at, row in enumerate(leaves) if row[2] == "heading")
    starts, ends = [row[0] for row in leaves], [row[1] for row in leaves]
    language = language_of(text, declared)
    narrator = _NARRATOR[language.code] if talkative(len(text), quotations) else author
    places = _places(text)
    return Setting(
        text,
        starts,
        ends,
        headings,
        language,
        author,
        words_there(text),
        _preceding(text, places),
        _gender(text, places, language),
        narrator,
    )


def paragraph(setting: Setting, at: int) -> int:
    """The paragraph that a place stands in."""
    return bisect_right(setting.starts, at) - 1


def words_there(text: str) -> Callable[[str], bool]:
    """Whether a text has some words; of single words between spaces a set is made when the first is looked for."""
    spaced = cache(lambda: frozenset(text.split(" ")))

    @cache
    def there(words: str) -> bool:
        single = words[1:-1]
        return single in spaced() if words == f" {single} " and " " not in single else words in text

    return there


def _places(text: str) -> Callable[[str], Sequence[int]]:
    """Where a name stands first, up to as often as is asked for; one with a capital by an index of such words."""
    index = cache(lambda: capitalised(text))

    @cache
    def found(name: str) -> Sequence[int]:
        first = _CAPITALISED.match(name)
        if first is None:
            return list(islice(_found(text, name), OFTEN_SEEN))
        whole = first.end() == len(name)
        some = (at for at in index()(name) if text.startswith(name, at))
        return list(islice((at for at in some if not whole or _ends(text, at + len(name))), OFTEN_SEEN))

    return found


_CAPITALISED = re.compile(r"[^\W\d_a-zà-öø-ÿа-яё]\w*")


def _ends(text: str, at: int) -> bool:
    """Whether no word goes on there."""
    return not (text[at : at + 1].isalnum() or text[at : at + 1] == "_")


def _found(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _preceding(text: str, places: Callable[[str], Sequence[int]]) -> Callable[[str], frozenset[str]]:
    @cache
    def preceding(name: str) -> frozenset[str]:
        before = (text[max(0, at - 14) : at] for at in places(name)[:OFTEN_SEEN])
        return frozenset(words[-1] for one in before if one[-1:].isspace() and (words := one.split()))

    return preceding


def _gender(text: str, places: Callable[[str], Sequence[int]], language: Language) -> Callable[[str], str]:
    """What is said of a name: Dounia thought that she."""
    he, she = _HE_SHE.get(language.code, ("", ""))

    near = re.compile(rf"\b[^.!?;:“”\"«»]{{1,60}}?\b({he}|{she})\b")

    @cache
    def gender(word: str) -> str:
        ends = (at + len(word) for at in places(word)[:SEEN])
        told = [match.group(1) for end in ends if (match := near.match(text, end))] if he else []
        women, men = told.count(she), told.count(he)
        return she if women >= max(OFTEN, 2 * men) else he if men >= max(OFTEN, 2 * women) else ""

    return gender
