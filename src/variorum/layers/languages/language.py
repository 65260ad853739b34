"""What the steps that read voices, documents and references ask of a language: small lists of its words.

A list is words with spaces between; `*` stands for the rest of a word, `_` for a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple


class Language(NamedTuple):
    """The words of one language, list by list."""

    code: str
    common: str
    """Words by which the language is told from others."""
    kinds: Mapping[str, str]
    """For each kind of document the nouns that name it."""
    reports: str
    """Verbs by which a text is said to be written, read or made known."""
    forward: str
    """Words that point to what comes next."""
    saluting: str
    """Words of which a salutation has at least one."""
    beside: str
    """Words that may stand in a salutation beside those."""
    titles: str
    """Words with which the title of a public paper begins."""
    closing: str
    """Words of leave-taking and signature."""
    offices: str
    """Offices that stand beside a name in a signature, or for a name."""
    months: str
    narrating: str
    """Common words that tell what happened, as an author does between the documents that he prints."""
    declaring: str
    """Common words that state, order and address, as those documents do."""
    speech: str
    """Verbs of saying."""
    he: str
    she: str
    they: str
    first: str
    """The author's own pronoun."""
    honorifics: str
    """Titles that stand before a name."""
    particles: str
    """Small words inside a name."""
    according: str
    """What stands before the name of him whose words they are."""
    own_words: str
    """Nouns after a possessive that say whose the words are."""
    by: str
    to: str
    origin: str
    """Prepositions before an author, an addressee, and a place or author of origin."""
    periodicals: str
    """Nouns that stand beside the name of a paper or book in which something is printed."""
    naming: str
    """Verbs that give a thing its name; what they name is a term or a title."""
    so_called: str
    works: str
    """Nouns after a possessive, or before a name, that stand for a work: his Testament."""
    unnamed: str
    """Words that are often written with a capital and name nobody."""
    between: str
    """Words that may stand between a name and its verb; a noun would make it an attribute: the Osna guard said."""
    inserted: str
    """Words that may stand between a verb of saying and the subject after it: сказал ему Рем."""
    possessives: str
    """Whose something is, where no name says so."""
    sayings: str
    """Nouns of saying before him whose it is: the motto of Kolb."""
    slogans: str
    """Nouns that say whose the words are by whoever owns the slogan: their watchword."""
    runs: str
    """What a paper does that has somebody’s words: it reads, it runs."""


@dataclass(frozen=True)
class Lexicon:
    """A list of words, ready to be asked."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.whole or (self.stems != () and word.startswith(self.stems))

    def any(self, words: Iterable[str]) -> bool:
        """Whether any of the words is in the list.

        >>> lexicon("letter brief*").any(["das", "briefe"])
        True
        """
        return any(word in self.whole or word.startswith(self.stems) for word in words)


@cache
def lexicon(listed: str) -> Lexicon:
    """The list as a lexicon, in lower case."""
    items = [item.replace("_", " ") for item in listed.casefold().split()]
    return Lexicon(frozenset(i for i in items if i[-1] != "*"), tuple(i[:-1] for i in items if i[-1] == "*"))


@cache
def pattern(listed: str) -> str:
    """A regular expression that matches any of the listed words whole, the longest first.

    Words that begin alike share their beginning, so that few of them are tried at each place.

    >>> re.findall(pattern("said say* so_says"), "he said, saying so says he")
    ['said', 'saying', 'so says']
    """
    tree = _Tree()
    for item in listed.split():
        node = tree
        for char in item:
            node = node.setdefault(char, _Tree())
        node[""] = _Tree()
    return rf"\b(?:{_branches(tree)})\b"


class _Tree(dict[str, "_Tree"]):
    """Words by their first characters, and so on; nothing more stands under the empty one, where a word ends."""


_SPECIAL = {"*": r"[^\W\d_]*", "_": r"\s+"}


def _branches(tree: _Tree) -> str:
    """What may follow, the longest first."""
    parts = [_SPECIAL.get(char, re.escape(char)) + (_following(under) if char else "") for char, under in tree.items()]
    return "|".join(sorted(parts, key=lambda part: (-len(part), part)))


def _following(tree: _Tree) -> str:
    return f"(?:{_branches(tree)})" if len(tree) > 1 else _branches(tree)
