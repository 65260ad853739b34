"""The words of transmission of one language, ready to be asked; and a sentence as tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from operator import add
from typing import NamedTuple

from variorum.layers.languages import pattern
from variorum.layers.languages.transmission import TRANSMISSION, Transmission

_LONE = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?:(?<=s)[’'](?=\s))?"
_ORDINAL = r"(?<![\w.])\d{1,2}\.(?=\s\w)"
"""A German ordinal, whose full stop parts no clauses: am 3. Mai."""
_ELIDED = r"[^\W\d_]+[’']|[^\W\d_]+(?:-[^\W\d_]+)*"
TITLED = ("published", "translated", "edited")
"""Claims that are made of nothing but texts, so that a name beside them is a title."""
PARTICIPLE, FINITE, BASE, APPEARING = "participle", "finite", "base", "appearing"


class Form(NamedTuple):
    """What a form of a verb may say: which claim, and whether of the text or of who does it."""

    claim: str
    use: str


class Token(NamedTuple):
    """A word or a mark of a sentence, in lower case; `start` and `end` in the document."""

    word: str
    start: int
    end: int
    capital: bool

    @property
    def is_mark(self) -> bool:
        """Whether it is no word and no number."""
        return not self.word[0].isalnum()


class Adverbs(frozenset[str]):
    """Adverbs that are listed, and those that a language makes of adjectives: deliberately."""

    manner: re.Pattern[str]

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or (
            str(word).endswith(("ly", "ment")) and self.manner.fullmatch(str(word)) is not None
        )


class Tongue:
    """One language's words of transmission, as sets."""

    def __init__(self, words: Transmission) -> None:
        self.code, self.free = words.code, words.free
        self.words = words
        self.forms = _forms(words)
        self.texts = _set(words.texts)
        self.loose = self.texts | _set(words.loose)
        self.meant = self.texts | _set(words.told)
        self.cases = _cases(words) if words.code == "ru" else re.compile(r"(?!)")
        self.refusing = _set(words.refusing)
        self.partitive, self.ordinals = _set(words.partitive), _set(words.ordinals)
        self.telling = _set(words.telling)
        self.raising = {one.replace("_", " "): how for how, listed in words.raising.items() for one in listed.split()}
        self.printing, self.editions = _set(words.printing), _set(words.editions)
        self.pieces, self.features, self.cutting = _set(words.pieces), _set(words.features), _set(words.cutting)
        self.inside = _set(words.inside) | {"as", "on", "under", "from"}
        self.printers = _set(words.printers)
        self.parts = _set(words.parts)
        self.being, self.having, self.doing = _set(words.being), _set(words.having), _set(words.doing)
        self.will, self.modal, self.negations = _set(words.will), _set(words.modal), _set(words.negations)
        self.adverbs = Adverbs(_set(words.adverbs))
        self.adverbs.manner = re.compile(words.manner)
        self.verbal = self.being | self.having | self.doing | self.will | self.modal
        self.determiners, self.possessives = _set(words.determiners), _set(words.possessives)
        self.prepositions = _set(words.prepositions)
        self.it, self.relatives, self.persons = _set(words.it), _set(words.relatives), _set(words.persons)
        self.joining, self.temporal, self.causal = _set(words.joining), _set(words.temporal), _set(words.causal)
        self.surely = _set(f"{words.expected} {words.doubted} {words.reported}")
        self.subordinate = self.joining - _set(words.also) - _set("aber sondern denn doch")
        self.whole = _set(words.whole)
        self.of, self.also = _set(words.of), _set(words.also)
        self.sharing = self.also | (self.joining & {"but", "yet", "mais"})
        self.closed = self.verbal | self.adverbs | self.prepositions | self.it | self.persons | self.joining
        self.genders = {gender: _ending(listed) for gender, listed in words.genders.items()}
        self.meaning = {gender: _set(listed) for gender, listed in words.meaning.items()}
        self._patterns(words)

    def _patterns(self, words: Transmission) -> None:
        """What is looked for in a text by patterns."""
        self.trigger = re.compile(pattern(f"{' '.join(_listed(words))} {words.telling}"))
        nouns = f"{words.texts} {words.loose} {words.printers} {words.features} {words.pieces} nothing word words name"
        nouns += " names mot wort слово"
        self.naming = re.compile(pattern(f"{nouns} {words.it} {words.possessives}"))
        self.titling = re.compile(
            pattern(
                "written wrote " + " ".join(f"{words.participles[one]} {words.finite.get(one, '')}" for one in TITLED)
            )
        )
        self.idioms = tuple(
            (one.claim, frozenset(one.signs.split()), _idiom(one.pattern, words)) for one in words.idioms
        )
        self.signs = sorted({sign for _, signs, _ in self.idioms for sign in signs})
        self.shortened = re.compile(rf"(?<![^\W_])(?:[A-ZА-ЯЁÀ-Ý]|{words.shortened})\.\s*$")
        self.oblique = re.compile(rf"\w+{words.oblique}" if words.oblique else r"(?!)")
        several = " ".join(sorted(one for one in _all_listed(words) if "_" in one))
        lone = _ELIDED if self.code == "fr" else _LONE
        self.token = re.compile(
            rf"{pattern(several) if several else '(?!)'}|{_ORDINAL if self.code == 'de' else '(?!)'}"
            rf"|(?<!\w)[^\W\d_iаияоаày]\.(?=\s*[^\W\d_])|{lone}|\d+|[^\w\s]"
        )

    def may_tell(self, text: str, low: str, start: int, end: int) -> bool:
        """Whether an idiom stands in a stretch."""
        there = self.signs_in(low[start:end])
        return bool(there) and any(
            found.search(text, start, end) for _, signs, found in self.idioms if not signs.isdisjoint(there)
        )

    def signs_in(self, low: str) -> set[str]:
        """The signs of idioms that stand in a stretch in small letters."""
        return {sign for sign in self.signs if sign in low}

    def may_name(self, low: str, start: int, end: int) -> bool:
        """Whether a stretch may name a text: by a noun, in marks, or by a name beside a verb of printing."""
        named = self.naming.search(low, start, end) or self.titling.search(low, start, end)
        return bool(named) or low.find("”", start, end) >= 0 or low.find('"', start, end) >= 0

    def may_mean(self, pronoun: str, noun: str) -> bool:
        """Whether a pronoun may stand for a noun, by gender and number."""
        told = [gender for gender, nouns in self.genders.items() if nouns.fullmatch(noun)]
        gender = told[0] if told and told[0] != "plural" else told[-1] if told else list(self.genders)[-1]
        if self.code == "fr" and pronoun in _COUNTED and noun not in _UNCOUNTED:
            return pronoun in self.meaning[gender] and noun.endswith(("s", "x")) == pronoun.endswith("s")
        if pronoun in _SEVERAL and noun[-1] not in "ыиая":
            return False
        return pronoun in self.meaning[gender]

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens of a stretch."""
        written = text[start:end]
        low = small(written)
        found = self.token.findall(low)
        starts = list(_starts(low, found))
        ends = map(add, starts, map(len, found))
        words = [word if len(word) <= 9 else " ".join(word.split()) for word in found]
        capitals = map(str.isupper, map(written.__getitem__, starts))
        spans = map(start.__add__, starts), map(start.__add__, ends)
        return list(map(_AS_TOKEN, zip(words, *spans, capitals, strict=True)))


_AS_TOKEN: Callable[[tuple[str, int, int, bool]], Token] = partial(tuple.__new__, Token)
"""As `Token` makes one of four, without a call for each of a hundred thousand."""


def _starts(low: str, found: Iterable[str]) -> Iterator[int]:
    """Where tokens stand, between which there are only spaces and low lines."""
    at = 0
    for word in found:
        at = low.find(word, at)
        yield at
        at += len(word)


_COUNTED = frozenset("il elle ils elles celui-ci celle-ci lequel laquelle lesquels lesquelles".split())  # noqa: SIM905
_UNCOUNTED = frozenset(["vers", "discours", "avis", "procès-verbal"])
"""French pronouns that tell one from several, and nouns that do not."""
_SEVERAL = frozenset(["они", "их", "которые", "которых"])
"""Russian pronouns of several, which stand for no noun that ends as one thing does."""


def small(text: str) -> str:
    """A text in small letters, of the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one.lower()[:1] for one in text)


def spaced(written: str) -> str:
    r"""A pattern of the lists as a regular expression: `_` is white space, `_?` may be some.

    >>> spaced("printed_in_?:")
    'printed\\s+in\\s*:'
    """
    return written.replace("_?", r"\s*").replace("_", r"\s+")


def _idiom(written: str, words: Transmission) -> re.Pattern[str]:
    """An idiom as a regular expression; NOUNS is any noun of a text."""
    return re.compile(spaced(written).replace("NOUNS", pattern(f"{words.texts} {words.loose}")), re.IGNORECASE)


@cache
def tongue(code: str) -> Tongue:
    """The words of the language with this code.

    >>> [token.word for token in tongue("en").tokens("He left out a line.", 0, 19)]
    ['he', 'left out', 'a', 'line', '.']
    """
    return Tongue(TRANSMISSION[code])


def _set(listed: str) -> frozenset[str]:
    return frozenset(one.replace("_", " ") for one in listed.split())


def _ending(listed: str) -> re.Pattern[str]:
    """Nouns that are listed, or begin or end as it says."""
    return re.compile("|".join(one.replace("*", ".*") for one in listed.split()))


def _cases(words: Transmission) -> re.Pattern[str]:
    """Any case of the nouns that mean a text, where the lists have only those that are said something of."""
    stems = {re.sub(r"[аяьйоеиыую]$", "", noun) for noun in (words.texts + words.told).split()}
    endings = "а я у ю е и ы о ь ом ем ой ей ам ям ами ями ах ях ов ев ью ия ию ием ии ий".replace(" ", "|")
    return re.compile(rf"(?:{'|'.join(sorted(stems, key=len, reverse=True))})(?:{endings})?")


def _claims(words: Transmission) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return (
        (PARTICIPLE, words.participles), (FINITE, words.finite), (BASE, words.base), (APPEARING, words.appearing),
    )  # fmt: skip


def _forms(words: Transmission) -> Mapping[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for use, claims in _claims(words):
        for claim, listed in claims.items():
            for one in listed.split():
                found[one.replace("_", " ")].append(Form(claim, use))
    return {word: tuple(forms) for word, forms in found.items()}


def _listed(words: Transmission) -> list[str]:
    return sorted({one for _, claims in _claims(words) for listed in claims.values() for one in listed.split()})


def _all_listed(words: Transmission) -> set[str]:
    lists = (words.adverbs, words.temporal, words.prepositions, words.determiners, words.hypothetical, words.loose)
    return {*_listed(words), *(one for listed in lists for one in listed.split())}
