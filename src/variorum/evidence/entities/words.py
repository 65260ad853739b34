"""The words of names, gathered across scripts and cases: Зиновьевым, Зиновьев and Zinovieff are one word.

>>> words = gather_words({"zinoviev": 3, "zinovieff": 1, "зиновьев": 1, "зиновьевым": 1, "marlby": 2})
>>> len({words.one(word) for word in ("zinoviev", "zinovieff", "зиновьев", "зиновьевым")})
1
>>> words.why("Зиновьевым", "Zinoviev")
'Зиновьевым is the instrumental of Зиновьев, which is transliterated Zinoviev'
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from variorum.evidence.entities.cases import lemmas
from variorum.evidence.entities.graph import components
from variorum.evidence.entities.transliterations import is_cyrillic, looks_slavic, sounds
from variorum.first_names import is_given, sex_of

_LONG = 7
"""How many letters a Russian plural has that may have an English one beside it."""
LEAST = 3
"""Words of fewer sounds are not held to be one because they sound alike."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʹ-][^\W\d_]+)*")
_FAMILY = re.compile("(?:[оеё]в|[иы]н|[сц]кий|ко)$")


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without points and the ’s of a genitive.

    >>> words_of("The Workers’ Way"), words_of("V. I. Lenin’s")
    (['the', 'workers', 'way'], ['v', 'i', 'lenin'])
    """
    return [re.sub("['’](?:s|)$", "", word) for word in _WORD.findall(name.casefold().replace("’", "'"))]


class Words(NamedTuple):
    """Words of names, each with the word that stands for it and all that are the same."""

    stands: Mapping[str, str]
    dictionary: Mapping[str, tuple[str, str]]
    """Of a Russian form its dictionary form and the case."""

    def one(self, word: str) -> str:
        """The word that stands for all that are one with this."""
        return self.stands.get(word, word)

    def why(self, form: str, other: str) -> str:
        """Why one word is the same as another, both as they are written."""
        lemma, case = self._lemma(form)
        beyond, other_case = self._lemma(other)
        told = [f"{form} is the {case} of {lemma}"] if case else []
        if lemma.casefold() != beyond.casefold():
            told.append(_transliterated(lemma, beyond, bool(told)))
        if other_case:
            told.append(f"{other} is the {other_case} of {beyond}")
        return ", ".join(told)

    def _lemma(self, word: str) -> tuple[str, str]:
        lemma, case = self.dictionary.get(word.casefold(), (word, ""))
        return (lemma[:1].upper() + lemma[1:] if word[:1].isupper() else lemma), case


def _transliterated(one: str, other: str, told: bool) -> str:
    subject = "which" if told else one
    for plural, english in ((one, other), (other, one)):
        if english.casefold() == _in_english(plural.casefold()):
            return f"{plural} is the Russian plural of {english}"
    if is_cyrillic(one) != is_cyrillic(other):
        return f"{subject} is transliterated {other}" if is_cyrillic(one) else f"{subject} is {other} in Latin letters"
    return f"{subject} is another transliteration of {other}"


def gather_words(counts: Mapping[str, int], apart: Iterable[tuple[str, str]] = ()) -> Words:
    """Which words of names, given in lower case with how often each stands, are one.

    A Russian form goes to the dictionary form that the names of the library have, in its own letters or in Latin ones.
    A Cyrillic word and a Latin one that sound alike are one; two Latin ones only where both are spelt as Slavic names.
    """
    latin = _by_sound(word for word in counts if not is_cyrillic(word))
    cyrillic = sorted(word for word in counts if is_cyrillic(word))
    shared = _shared(cyrillic)
    dictionary = {word: found for word in cyrillic if (found := _dictionary_form(word, counts, latin, shared))}
    edges = [(word, lemma) for word, (lemma, _) in dictionary.items()]
    edges += _alike({*(set(cyrillic) - dictionary.keys()), *(lemma for lemma, _ in dictionary.values())}, latin)
    barred = {frozenset(pair) for pair in apart}
    edges = [edge for edge in edges if frozenset(edge) not in barred]
    stands = {}
    for group in components(edges):
        first = min(group, key=lambda word: (-counts.get(word, 0), is_cyrillic(word), word))
        stands.update(dict.fromkeys(group, first))
    return Words(stands, dictionary)


def _by_sound(words: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for sound in sounds(word):
            if len(sound) >= LEAST:
                found[sound].append(word)
    return found


def _shared(words: Iterable[str]) -> dict[str, int]:
    """Of how many words each dictionary form may be."""
    found: defaultdict[str, int] = defaultdict(int)
    for word in words:
        for lemma in lemmas(word):
            found[lemma] += 1
    return found


def _dictionary_form(
    word: str, counts: Mapping[str, int], latin: Mapping[str, list[str]], shared: Mapping[str, int]
) -> tuple[str, str] | None:
    """The dictionary form that a form most likely is of, and the case; None where it is one itself."""
    able = [(lemma, case) for lemma, case in lemmas(word).items() if not _woman(word, lemma)]
    there = [one for one in able if one[0] in counts]
    if there:
        return next((one for one in there if not any(beyond in counts for beyond in lemmas(one[0]))), there[0])
    if _in_latin(word, latin):
        return None
    read = [one for one in able if _in_latin(one[0], latin)]
    if read:
        return read[0]
    return next((one for one in able if shared[one[0]] > 1 and _FAMILY.search(one[0])), None)


def _woman(word: str, lemma: str) -> bool:
    """Whether a form is a woman’s first name, and no case of a man’s: Александра."""
    return is_given(word) and sex_of(word) != sex_of(lemma)


def _in_latin(word: str, latin: Mapping[str, list[str]]) -> bool:
    return any(sound in latin for sound in sounds(word) if len(sound) >= LEAST)


def _alike(cyrillic: Iterable[str], latin: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """The pairs of words that transliterate one another."""
    edges = [(word, other) for word in sorted(cyrillic) for sound in sounds(word) for other in latin.get(sound, ())]
    for group in latin.values():
        slavic = [word for word in group if looks_slavic(word)]
        edges += [(slavic[0], other) for other in slavic[1:]]
    words = {word for group in latin.values() for word in group}
    edges += [(word, english) for word in sorted(words) if (english := _in_english(word)) in words]
    return edges


def _in_english(word: str) -> str | None:
    """A Russian plural in Latin letters with the ending of an English one.

    >>> _in_english("bolsheviki"), _in_english("miki")
    ('bolsheviks', None)
    """
    return f"{word[:-1]}s" if len(word) >= _LONG and word.endswith("iki") else None
