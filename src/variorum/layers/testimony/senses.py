"""What words mean together: whether a verb and a noun, or a pronoun, can make a claim of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.layers.testimony.phrases import Phrase
from variorum.layers.testimony.tongues import APPEARING, Form, Token, Tongue

STRONG = frozenset(
    [
        "published",
        "unpublished",
        "translated",
        "edited",
        "abridged",
        "quoted from",
        "included",
        "left out of an edition",
    ]
)
"""Claims that are hardly made of anything but texts."""
NONE = frozenset(["no", "kein", "keine", "keinen", "aucun", "aucune", "никакая", "никакой", "никакое"])
"""Determiners that deny."""
_PLANTS = frozenset(
    ["water", "gas", "iron", "steel", "public", "power", "salt", "brick", "cement", "glass", "chemical"]
)


_SENT = frozenset(
    [
        "letter",
        "letters",
        "epistle",
        "epistles",
        "note",
        "notes",
        "telegram",
        "telegrams",
        "message",
        "manuscript",
        "copy",
    ]
)
"""What is delivered or addressed by being sent: speeches and sermons are not."""
_RENDERED = (
    "translation", "translations", "version", "versions", "rendering", "traduction", "traductions", "übersetzung",
    "übersetzungen",
)  # fmt: skip
_POINTING = frozenset(["the", "these", "those", "its", "their", "our"])
"""Determiners beside which minutes are no time."""
_MADE = ("made", "fait", "faite", "faits", "faites", "gemacht", "angefertigt", "genommen")
_LEFT_OUT = frozenset(
    ["word", "clause", "phrase", "sentence", "sentences", "name", "names", "stanza", "mot", "wort", "слово"]
)
"""Parts of a text that are spoken of where they are left out."""
_DEEDS = frozenset("reality action practice deeds fact facts life terms".split())  # noqa: SIM905 - a list of words
"""Into what other things than texts are translated."""
_MONEY = frozenset(["bank", "promissory", "paper", "alphabet"])


@cache
def nouns_beside(claim: str, tongue: Tongue) -> frozenset[str]:
    """The nouns that mean a text beside such a claim: papers are suppressed, and songs written."""
    if claim == "left out of an edition":
        return tongue.loose | tongue.pieces | _LEFT_OUT
    if claim == "altered":
        return tongue.texts | tongue.features
    if claim in STRONG:
        return tongue.loose
    more = tongue.meant if claim in ("suppressed", "written", "dictated", "circulated") else frozenset()
    return tongue.texts | more | (tongue.printers if claim == "suppressed" else frozenset())


def is_other(tokens: Sequence[Token], at: int, phrase: Phrase, tongue: Tongue) -> bool:
    """Whether verb and noun mean other things: notes of a bank, letters of the alphabet, a copy of a key."""
    words = {token.word for token in tokens[phrase.first : phrase.last]}
    if says_how(tokens, at):
        return True
    if tokens[at].word in tongue.cutting and not _is_piece(tokens, phrase, tongue):
        return True
    if tokens[at].word in ("exist", "exists") and phrase.pronoun:
        return True
    opening = tokens[phrase.first].word
    if tongue.code == "fr" and opening not in tongue.determiners and _INFINITIVE.fullmatch(opening):
        return phrase.first < phrase.head  # fit prendre copie
    if tokens[at].word in _MADE:
        of_what = {token.word for token in tokens[phrase.head + 1 : phrase.last]}
        copies = tokens[phrase.head].word in (
            *_RENDERED,
            "copy",
            "copies",
            "transcript",
            "transcripts",
            "copie",
            "copies",
            "abschrift",
            "abschriften",
            "kopie",
            "kopien",
        )
        return not copies or bool(of_what and not of_what & tongue.loose)
    word, following = tokens[at].word, tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[phrase.head].word == "minutes" and tokens[phrase.head - 1].word in tongue.determiners - _POINTING:
        return True
    alone = tokens[phrase.head].word in tongue.partitive and not words & (tongue.loose - tongue.partitive)
    if alone and not phrase.pronoun and not words & tongue.ordinals:
        return True
    if following and _not_of_texts(word, following, tokens[phrase.head].word, tongue):
        return True
    if word in ("wrote", "writes", "written") and "fair" in {token.word for token in tokens[at + 1 : phrase.last + 2]}:
        return True
    if word.startswith("translated") and {token.word for token in tokens[at + 1 : at + 3]} & _DEEDS:
        return True
    before = tokens[phrase.head - 1] if phrase.head > phrase.first else None
    if tokens[phrase.head].word == "works" and before and not before.capital and before.word in _PLANTS:
        return True
    issued = tokens[at].word.startswith("issue")
    return (bool(words & _MONEY) and (issued or "alphabet" in words)) or (
        issued and tokens[phrase.head].word == "notes"
    )


def _is_piece(tokens: Sequence[Token], phrase: Phrase, tongue: Tongue) -> bool:
    """Whether a phrase means what may be cut out of a text: a chapter, a quarter of the book."""
    of = phrase.first if tokens[phrase.first].word in tongue.of else phrase.first - 1
    some = of > 0 and tokens[of].word in tongue.of and tokens[of - 1].word in tongue.partitive
    return some or tokens[phrase.head].word in tongue.pieces


def said_of(claim: str, verb: str, noun: str) -> str:
    """What is said of a text by such a verb: of a translation that was made, that it was translated."""
    return "translated" if verb in (*_MADE, "besorgt", "besorgte") and noun in _RENDERED else claim


def _not_of_texts(word: str, following: Token, noun: str, tongue: Tongue) -> bool:
    """Whether what follows shows that the verb means another thing: found dull, a speech delivered, written as if."""
    if word == "found":
        return not following.is_mark and following.word not in tongue.prepositions - {"to"}
    if word in ("addressed", "delivered"):
        return noun not in _SENT
    if word == "forbidden":
        return following.word == "to"
    return word == "written" and following.word.split()[0] in ("as", "like", "so")


_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|re)")
_MANNERS = frozenset("style manner tone spirit vein strain language prose verse form character".split())  # noqa: SIM905


def says_how(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is only said in what manner a text is written: in a bold style."""
    after = [token.word for token in tokens[at + 1 : at + 14]]
    return tokens[at].word == "written" and after[:2] in (["in", "a"], ["in", "an"]) and bool(_MANNERS & set(after))


def may_stand_for(pronoun: Token, form: Form, behind: bool, tongue: Tongue) -> bool:
    """Whether a pronoun may stand for a text beside such a claim; “he published this” points to what comes."""
    if behind and pronoun.word in ("this", "these", "that", "those"):
        return False
    if pronoun.word in tongue.relatives:
        return True
    appearing = tongue.free and form.use == APPEARING and form.claim != "included"
    if form.claim in ("quoted from", "altered") or appearing:
        return False
    return form.claim in STRONG or not tongue.free


_WAYS = {
    "circulated privately": frozenset(["privately", "secretly", "clandestinely", "secrètement", "heimlich", "тайно"]),
    "circulated in manuscript": frozenset(["manuscript", "manuscrit", "handschriftlich", "рукописи", "списках"]),
}


def in_what_way(claim: str, words: set[str]) -> str:
    """Circulated, privately or in manuscript."""
    return next((way for way, told in _WAYS.items() if claim == "circulated" and words & told), claim)


def is_edition(named: str | None, tongue: Tongue) -> bool:
    """Whether what a text is included in is a thing that holds many: not a letter, nor the argument."""
    return any(word.strip('_“”«»"').casefold() in tongue.editions for word in (named or "").split())
