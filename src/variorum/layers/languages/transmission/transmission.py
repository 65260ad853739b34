"""What the step that reads testimony asks of a language: its nouns of texts, and its verbs of how they come down.

A list is words with spaces between; `_` stands for a space inside an expression.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Idiom(NamedTuple):
    """A way of saying a claim that no single verb says: a pattern, `_` for white space, NOUNS for any noun of a text.

    `about` begins at a pronoun or a phrase; without it the claim is of the document itself. `object` is what is said
    beside, and `denied` is there where the claim is denied.
    """

    claim: str
    pattern: str
    signs: str = ""
    """Of these one stands in every sentence that has it, as a part of a word or whole."""


class Transmission(NamedTuple):
    """The words of one language, list by list."""

    code: str
    texts: str
    """Nouns that mean a text, whatever is done to it."""
    loose: str
    """Nouns that mean a text beside a verb of printing or translating, and may mean other things beside others."""
    told: str
    """Of these those that a pronoun may stand for."""
    printers: str
    """Nouns of what prints: beside a verb of printing they do it, and it is not done to them."""
    parts: str
    """Nouns of what there is of a text: a copy, the words, a page. The text meant is the one whose it is."""
    editions: str
    """Nouns of what holds many texts."""
    pieces: str
    """Nouns of what may be cut out of a text."""
    features: str
    """What of a text is altered though its words stay: its spelling."""
    cutting: str
    """Verbs that say of a piece of a text that it was left out, and of a whole one other things."""
    participles: Mapping[str, str]
    """For each claim the participles that say it of the text."""
    finite: Mapping[str, str]
    """For each claim the forms that say it of who does it."""
    base: Mapping[str, str]
    """The same, where they need an auxiliary, for they may be nouns."""
    appearing: Mapping[str, str]
    """Verbs whose subject is the text: it appeared, it survives."""
    being: str
    having: str
    doing: str
    will: str
    modal: str
    """Verbs before another that say that it may or must be so."""
    negations: str
    adverbs: str
    """Words that may stand between a verb and its auxiliary."""
    manner: str
    """The form of adverbs that are made of adjectives; a pattern."""
    raising: Mapping[str, str]
    """For each modality the verbs before an infinitive by which it is so said: it appears to have been lost."""
    determiners: str
    whole: str
    """Determiners before another one: all the letters."""
    possessives: str
    prepositions: str
    it: str
    """Pronouns that may stand for a text."""
    relatives: str
    persons: str
    """Pronouns for who does something."""
    joining: str
    """Conjunctions before a new clause."""
    temporal: str
    """Conjunctions of time: what they introduce may be still to come."""
    causal: str
    hypothetical: str
    """Words that say that a clause is supposed, asked or wished."""
    expected: str
    hoped: str
    reported: str
    doubted: str
    by: str
    into: str
    inside: str
    towards: str
    origin: str
    """Prepositions before who did it, a language, a place, an addressee, a source."""
    of: str
    also: str
    """Prepositions before whose a thing is, and conjunctions between two of a kind."""
    free: bool
    """Whether verb, subject and object may stand in any order in a clause."""
    oblique: str
    """Endings of nouns that are neither subject nor object; a pattern, empty if endings do not tell."""
    genders: Mapping[str, str]
    """For each gender, and for the plural, how its nouns of texts begin or end (`*`); what is in none has the last."""
    meaning: Mapping[str, str]
    """For each gender the pronouns that may stand for a noun of it."""
    shortened: str
    """Words before a full stop that ends no sentence; a pattern."""
    telling: str
    """Words of which each idiom has one."""
    idioms: tuple[Idiom, ...]
    partitive: str
    """What there is of a text, or how much: the greater part of the letter."""
    ordinals: str
    """Words that make of a part one of its own: the first part, the last part."""
    refusing: str
    """Verbs before an infinitive that is not done."""
    printing: str
    """Words after “it appeared in” by which it was printed there."""
    notices: tuple[Idiom, ...]
    """How a line begins that tells of the text above or below it; what follows is the rest of what it says."""
