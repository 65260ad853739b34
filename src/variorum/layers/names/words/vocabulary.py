"""What the recognition of names asks of a language: small lists of its words, as in `layers.languages`."""

from __future__ import annotations

from typing import NamedTuple


class Vocabulary(NamedTuple):
    """The words of one language by which names are told; `*` stands for the rest of a word."""

    code: str
    titles: str
    """Forms of address, offices and ranks before a person's name."""
    openers: str
    """Words with a capital at the head of a sentence, and some that always have one, that name nobody."""
    adjectives: str
    """Words that by themselves name nobody, but may stand within a name: German, Great, Revolution."""
    bodies: str
    """Nouns that name a group together with what stands beside them: committee, party."""
    phrases: str
    """Groups whose noun is no sign of one by itself, as a regular expression: Provisional Government."""
    alone: str
    """Groups that one word names: Reichstag."""
    members: str
    """Endings of those who belong to a group, in the plural: -ists."""
    peoples: str
    """Nations and faiths in the plural: groups where they act."""
    sites: str
    """Nouns that name a place together with what stands beside them: street, river."""
    sited: str
    """Nouns before “of” and a place: city, town, province."""
    quarters: str
    """Words before the name of a land that belong to it: Northern, Upper."""
    locative: str
    """Prepositions before a place, hardly before a person."""
    governing: str
    """Other prepositions, before a person as before a place."""
    articles: str
    acting: str
    """What a person does: verbs beside those of saying."""
    papers: str
    """Nouns within the name of a paper: gazette."""
    paper: str
    """Nouns beside the name of a paper: newspaper, organ."""
    collected: str
    """A regular expression for collected works before their author."""
    own: str
    """Possessives before a work with a capital: his Testament."""
    works: str
    """Nouns for a work, after those or an author's genitive, with a capital."""
    book: str
    """Nouns beside the title of a book: novel, pamphlet, entitled."""
    of: str
    """What joins the noun of a group or place to its name, as a regular expression."""
