"""Whether the words are his who is said to have said them."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from variorum.differences import consonants, plain

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
SURNAME = 3
"""From how many letters on a word may be what somebody is called by."""
LIKE, SOUND = 0.65, 0.8
"""How alike two spellings of one name are, and their consonants."""
NEARBY = 2000
"""Within how many code points of the words a name may stand that says who speaks them there."""
SAMPLE = 400
"""How many code points tell an alphabet."""
_PARTICLES = frozenset(
    ["the", "and", "von", "van", "der", "den", "des", "del", "della", "san", "saint", "mrs", "sir", "lord", "lady"]
)


class Attributed(NamedTuple):
    """What is said of whose words they are, on the one side, and what is known of it on the other."""

    said: str | None
    """Whom the quoting document names, in a clause or in a reference."""
    placed: bool | None
    """Whether what it refers to is where the words stand; None where it refers to nothing that is known here."""
    speakers: tuple[str, ...]
    """Who is said to speak or write at the source itself: in its own clauses, in a letter that it prints."""
    author: str | None
    """Who wrote the source."""
    titles: tuple[str, ...]
    """What the source, and the part of it that has the words, is called."""
    around: str
    """The text around the place."""
    authors: tuple[str, ...] = ()
    """Who wrote the other documents that have these words."""
    sure: bool = True
    """Whether so many words agree that they can hardly be a turn of phrase that two writers use."""


def attribution(told: Attributed) -> tuple[str, str]:
    """Right, wrong or unstated, and why: the first few words of a reason.

    Wrong is said only where another is named as the author, and where the name that is given stands nowhere about: a
    person in a play, a man in a story speaks words that another wrote.

    >>> attribution(Attributed("Ann Lake", None, (), "A. Lake", (), ""))
    ('right', 'Ann Lake is named, and A. Lake wrote it')
    >>> attribution(Attributed("Ann Lake", None, (), "Peter Stone", (), ""))
    ('wrong', 'Ann Lake is named, but Peter Stone wrote it')
    """
    if told.placed is not None and told.said:
        return (
            ("right", f"{told.said} is cited, and there it is")
            if told.placed
            else ("wrong", f"{told.said} is cited, and it is not there")
        )
    if not told.said:
        return "unstated", ""
    for speaker in told.speakers:
        if same_name(told.said, speaker):
            return "right", f"{told.said} is named, and there too {speaker} says it"
    if told.author and same_name(told.said, told.author):
        return "right", f"{told.said} is named, and {told.author} wrote it"
    if any(is_called(told.said, title) for title in told.titles):
        return "right", f"{told.said} is named, and that is what it is called"
    return _another(told)


def _another(told: Attributed) -> tuple[str, str]:
    """What to say where nobody of that name is known at the source."""
    said = told.said or ""
    true = told.speakers[0] if told.speakers else told.author
    if not true or not is_name(said) or not is_name(true) or not comparable(said, true):
        return "unstated", f"{said} is named; whose it is cannot be told here"
    if not told.sure:
        return "unstated", f"{said} is named; so few words may be anybody's"
    if not all(same_name(true, author) for author in told.authors):
        return "unstated", f"{said} is named; several have these words"
    if any(word in told.around for word in _names(said)):
        return "unstated", f"{said} is named, and occurs near by where {true} writes"
    return "wrong", f"{said} is named, but {true} {'says' if told.speakers else 'wrote'} it"


def is_called(said: str, title: str) -> bool:
    """Whether a title is a name and not only speaks of it: the name begins or ends it, and owns nothing there.

    >>> is_called("Luke", "The Book of Luke"), is_called("Luke", "What was Luke's trade?")
    (True, False)
    """
    words = [word for word in _WORD.findall(title) if len(word) >= SURNAME and plain(word) not in _PARTICLES]
    ends = [word for word in words[:1] + words[-1:] if not word.endswith(("’s", "'s", "s’", "s'"))]
    return any(same_name(said, word) for word in ends)


def is_name(said: str) -> bool:
    """Whether somebody is called by a name and not by what he is.

    >>> is_name("Pastor Lindqvist"), is_name("the soldier")
    (True, False)
    """
    return bool(_names(said))


def _names(said: str) -> list[str]:
    """The words of a name that tell one person from another."""
    found = [word for word in _WORD.findall(said) if word[:1].isupper() and len(word) >= SURNAME]
    return [word for word in found if plain(word) not in _PARTICLES]


def words_of_name(said: str) -> list[str]:
    """The words of a name, folded.

    >>> words_of_name("Mr. Lake")
    ['lake']
    """
    return [plain(word) for word in _names(said)]


def comparable(one: str, other: str) -> bool:
    """Whether two names, or texts, are written in one alphabet: Latin, or another.

    >>> comparable("Brandt", "von Brandt"), comparable("Kulik", "Кулик")
    (True, False)
    """
    return _is_latin(one) == _is_latin(other)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in plain(text[:SAMPLE]) if letter.isalpha()]
    return 2 * sum("a" <= letter <= "z" for letter in letters) >= len(letters)


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: their last names are alike, and no first names are against it.

    >>> same_name("Melentyev", "Gavriil Melentieff"), same_name("Brandt", "A. Brand, clerk")
    (True, False)
    """
    a, b = ([plain(word) for word in _WORD.findall(name.replace("’s", "").replace("'s", ""))] for name in (one, other))
    a, b = ([word for word in words if len(word) >= SURNAME and word not in _PARTICLES] for words in (a, b))
    return any(_alike(x, y) for x in a[-1:] for y in b) or any(_alike(x, y) for x in a for y in b[-1:])


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    sounds = consonants(one).replace("v", "f"), consonants(other).replace("v", "f")
    likely = Levenshtein.normalized_similarity(one, other) >= LIKE and min(map(len, (one, other))) > len("brand")
    return likely and Levenshtein.normalized_similarity(*sounds) >= SOUND
