"""Which phrase a verb says its claim of: its subject where it is passive, its object where it is active."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase, extended, is_noun, phrase_at, run
from variorum.layers.testimony.tongues import Token, Tongue

FARTHEST = 16
"""How many tokens away from its verb a phrase may stand."""
_OPENING = frozenset("“«„\"'‘‹")
_CLOSING = frozenset('”»"’›')
_STOPS = frozenset(";:.!?—–()[]") | _OPENING


def subject(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that ends before a verb and is its subject, if it means a text or is a pronoun."""
    end = _over_parenthesis(tokens, at)
    while end and tokens[end - 1].word in tongue.adverbs:
        end -= 1
    if not end:
        return None
    last = tokens[end - 1]
    if last.word in tongue.it:
        return Phrase(end - 1, end, end - 1, False, True)
    head = _head_before(tokens, end, nouns, tongue, free=True)
    if head is None:
        head = _before_relative(tokens, end, nouns, tongue)
    if head is None:
        return None
    phrase = phrase_at(tokens, head, tongue)
    first = phrase.first - 2 if _some_of(tokens, phrase, tongue) else phrase.first
    return phrase if _opens(tokens, first, tongue) else None


def modified(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that a participle stands behind: an article published by Lenin."""
    end = at - 1 if at > 1 and tokens[at - 1].word == "," else at
    head = _head_before(tokens, end, nouns, tongue, free=False)
    if head is None or not _may_be_modified(tokens, head, end, tongue):
        return None
    return phrase_at(tokens, head, tongue)


def _may_be_modified(tokens: Sequence[Token], head: int, end: int, tongue: Tongue) -> bool:
    """Whether a participle belongs to a noun, and not to a nearer one: an answer in the papers published by him."""
    if head == end - 1 or tokens[end - 1].capital or not tokens[end - 1].word[0].isalpha():
        return True
    at = next((k for k in range(end - 1, head, -1) if tokens[k].word in tongue.prepositions), head)
    return tokens[at].word not in tongue.inside and tokens[at].word not in tongue.words.by.split()


def _before_relative(tokens: Sequence[Token], end: int, nouns: frozenset[str], tongue: Tongue) -> int | None:
    """The noun before a relative clause that stands between it and its verb: the letter in which I said so was lost."""
    for at in range(end - 1, max(0, end - FARTHEST), -1):
        if tokens[at].is_mark:
            return None
        if at + 1 < end and tokens[at].word in tongue.forms and tokens[at - 1].word in nouns:
            return at - 1
        if tokens[at].word in tongue.relatives:
            before = at - 1 if tokens[at - 1].word in tongue.prepositions else at
            clause = {token.word for token in tokens[at:end]}
            told = clause & (tongue.persons | tongue.verbal) or any(word in tongue.forms for word in clause)
            return before - 1 if before and tokens[before - 1].word in nouns and told else None
    return None


def nearest(tokens: Sequence[Token], end: int, nouns: frozenset[str], tongue: Tongue) -> int | None:
    """The noun of the text that a phrase before a place is of."""
    return _head_before(tokens, end, nouns, tongue, free=False)


def _over_parenthesis(tokens: Sequence[Token], at: int) -> int:
    """Where the subject ends, if something between commas stands before the verb."""
    if at < 3 or tokens[at - 1].word != ",":
        return at
    opened = [k for k in range(max(0, at - FARTHEST), at - 1) if tokens[k].word == ","]
    return opened[-1] if opened else 0


def _head_before(tokens: Sequence[Token], end: int, nouns: frozenset[str], tongue: Tongue, *, free: bool) -> int | None:
    """The nearest noun of a text before a place; `free`: that nothing governs."""
    at = end
    while at > max(0, end - FARTHEST):
        token = tokens[at - 1]
        if token.word in nouns:
            phrase = phrase_at(tokens, at - 1, tongue)
            if phrase.last < end and not _attached(tokens, phrase.last, end, tongue):
                return None
            if (
                not phrase.governed
                or _some_of(tokens, phrase, tongue)
                or (not free and tokens[phrase.first - 1].word not in tongue.of)
            ):
                return at - 1
            if not free and tokens[phrase.first - 1].word in tongue.of and not _text_before(tokens, phrase, nouns):
                return at - 1
            at = phrase.first - 1
            continue
        if token.is_mark or token.word in tongue.persons or token.word in tongue.verbal:
            return None
        if token.word in tongue.joining and token.word not in tongue.also:
            return None
        if token.word in tongue.determiners and (at < 2 or tokens[at - 2].word not in tongue.prepositions):
            return None
        at -= 1
    return None


def _some_of(tokens: Sequence[Token], phrase: Phrase, tongue: Tongue) -> bool:
    """Whether some of what a phrase means is spoken of: three of the letters."""
    at = phrase.first - 1
    return at > 0 and tokens[at].word in tongue.of and tokens[at - 1].word in tongue.determiners


def _text_before(tokens: Sequence[Token], phrase: Phrase, nouns: frozenset[str]) -> bool:
    return phrase.first > 1 and tokens[phrase.first - 2].word in nouns


def _attached(tokens: Sequence[Token], at: int, end: int, tongue: Tongue) -> bool:
    """Whether what stands between a phrase and its verb belongs to the phrase."""
    while at < end:
        if tokens[at].word not in tongue.prepositions:
            return False
        after = run(tokens, at + 1, tongue)
        if after == at + 1:
            return False
        at = after
    return True


def _opens(tokens: Sequence[Token], first: int, tongue: Tongue) -> bool:
    """Whether a subject may begin here: a clause begins, or only when and where stand before it."""
    if not first:
        return True
    before = tokens[first - 1]
    if before.is_mark or before.word.isdigit():
        return True
    if before.word in tongue.joining or before.word in tongue.adverbs or before.word in tongue.of:
        return True
    return any(
        tokens[at].word in tongue.prepositions and run(tokens, at + 1, tongue) == first and _begins(tokens, at, tongue)
        for at in range(first - 1, max(-1, first - 7), -1)
    )


def _begins(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a clause begins at a place."""
    return not at or tokens[at - 1].is_mark or tokens[at - 1].word in tongue.joining


def thing(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The object after a verb, if it means a text or is a pronoun; to whom, where and when may stand between."""
    farthest = min(len(tokens), at + FARTHEST)
    while at < farthest:
        token = tokens[at]
        if token.is_mark or token.word == "back":
            return None
        following = tokens[at + 1] if at + 1 < len(tokens) else token
        if token.word in _ASIDE or (token.word in _DATIVES and following.word in (tongue.determiners | tongue.loose)):
            at += 1
            continue
        if token.word in tongue.it and not (
            at + 1 < len(tokens) and is_noun(tokens[at + 1], tongue) and token.word in tongue.determiners
        ):
            return None if token.word in tongue.relatives else Phrase(at, at + 1, at, False, True)
        if token.word in tongue.prepositions:
            after = run(tokens, at + 1, tongue)
            if after == at + 1:
                after += 1
            at = after
        elif token.word in tongue.determiners or is_noun(token, tongue):
            return _object(tokens, at, nouns, tongue)
        elif token.word in tongue.adverbs or token.word in tongue.persons or token.word in _DATIVES:
            at += 1
        else:
            return None
    return None


_DATIVES = frozenset(["him", "me", "us", "you", "them", "her"])
_ASIDE = frozenset(["up", "out", "off", "over", "down", "him", "me", "us", "you"])
"""Words between a verb and its object: to whom, and what belongs to the verb."""


_WHEN = frozenset(
    [
        "next",
        "last",
        "yesterday",
        "today",
        "to-day",
        "tomorrow",
        "tonight",
        "home",
        "hier",
        "demain",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ]
)
"""Words that say when, and end what is sent or printed."""


def before_clause(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The object that stands before its verb: the letter which he wrote, the letter he wrote."""
    for k in range(at - 1, max(0, at - 7), -1):
        if tokens[k].word in tongue.relatives and k + 1 < at:
            if tokens[k - 1].word in tongue.prepositions:
                return None
            return Phrase(k, k + 1, k, False, True)
        if tokens[k].is_mark:
            return None
    if at > 1 and tokens[at - 1].word in tongue.persons and tokens[at - 2].word in nouns:
        return phrase_at(tokens, at - 2, tongue)._replace(governed=False)
    return None


def _object(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    if tokens[at].word == "her" and at + 1 < len(tokens) and tokens[at + 1].word in tongue.determiners:
        at += 1
    end = run(tokens, at, tongue)
    heads = [k for k in range(at, end) if tokens[k].word in nouns]
    if not heads:
        return None
    head = heads[-1]
    end = next((k for k in range(head + 1, end) if tokens[k].word in _WHEN), end)
    if any(not token.capital and not token.word.isdigit() for token in tokens[head + 1 : end]):
        return None
    return Phrase(at, extended(tokens, end, tongue), head, False)
