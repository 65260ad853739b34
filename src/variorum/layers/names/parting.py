"""Where runs of words with capitals are parted: two names in Russian, a genitive or an article in German."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.languages import lexicon
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given


def joined(words: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Russian words parted where an adjective begins the name of another body: съезду Советов Центральный Комитет.

    >>> [[word for _, word in part] for part in joined([(0, "Иван"), (5, "Ленин"), (11, "Мартов")])]
    [['Иван', 'Ленин'], ['Мартов']]
    """
    bodies = lexicon(VOCABULARIES["ru"].bodies)
    first = 0
    for at in range(1, len(words)):
        word, following = words[at][1], words[at + 1][1].casefold() if at + 1 < len(words) else None
        begins = (
            _ADJECTIVE.search(word)
            and not _ADJECTIVE.search(words[at - 1][1])
            and (following is None or following in bodies)
        )
        begins = begins and any(one.casefold() in bodies for _, one in words[first:at])
        if begins or (_FAMILY.search(word) and _FAMILY.search(words[at - 1][1]) and not is_given(words[at - 1][1])):
            yield words[first:at]
            first = at
    yield words[first:]


def parted(words: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """German words parted at an article, or after a genitive that a noun follows: Kolbs Brief.

    >>> [[word for _, word in part] for part in parted([(0, "Frauen"), (7, "der"), (11, "SPD")])]
    [['Frauen'], ['SPD']]
    """
    first = 0
    for at, (_, word) in enumerate(words[:-1], 1):
        if word in _ARTICLES and at - first > 1 and words[at - 2][1][0].isupper():
            yield words[first : at - 1]
            first = at
        if word.endswith("s") and not word.endswith(("us", "ss", "is")) and at - first == 1 and not is_given(word):
            yield words[first:at]
            first = at
    yield words[first:]


_ARTICLES = frozenset(("der", "des", "dem", "den"))
"""What parts German nouns where no “von” stands before it: die Frauen der SPD."""
_FAMILY = re.compile(r"[А-Я].{2,}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой)?|[сц]к(?:ий|ого|ому|им|ом|ая|ой))$")
"""How Russian family names end; two of them are two persons."""
_ADJECTIVE = re.compile(r"(?:ый|ий|ая|яя|ое|ее|ого|его|ой|ей|ому|ему|ую|юю|ым|им|ом|ем)$")
