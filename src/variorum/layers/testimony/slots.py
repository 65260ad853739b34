"""Which phrase a passive verb says its claim of: its subject, or the noun that a participle stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase, extended, phrase_at, run
from variorum.layers.testimony.tongues import Token, Tongue

FARTHEST = 16
"""How many tokens away from its verb a phrase may stand."""
_OPENING = frozenset("“«„\"'‘‹")
_CLOSING = frozenset('”»"’›')
_STOPS = frozenset(";:.!?—–()[]") | _OPENING


def subject(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that ends before a verb and is its subject, if it means a text or is a pronoun."""
    while at and tokens[at - 1].word in tongue.adverbs:
        at -= 1
    end = _over_parenthesis(tokens, at)
    while end and tokens[end - 1].word in tongue.adverbs:
        end -= 1
    if not end:
        return None
    if end > 1 and tokens[end - 1].word.isdigit() and tokens[end - 2].word in nouns:
        numbered = subject(tokens, end - 1, nouns, tongue)  # Volume 1
        return numbered._replace(last=end) if numbered else None
    last = tokens[end - 1]
    if last.word in tongue.it:
        return Phrase(end - 1, end, end - 1, False, True)
    head = _head_before(tokens, end, nouns, tongue, free=True)
    if head is None:
        head = _before_relative(tokens, end, nouns, tongue)
    if head is None and end < at - 1:
        head = _head_before(tokens, at - 1, nouns, tongue, free=True)
    if head is None:
        return None
    phrase = phrase_at(tokens, head, tongue)
    some = _some_of(tokens, phrase, tongue)
    return phrase if _opens(tokens, phrase.first if some is None else some, tongue) else None


def counted(tokens: Sequence[Token], at: int, tongue: Tongue) -> Phrase | None:
    """The number or quantity before a verb that stands for some of what was named: 111 are now printed."""
    end = at
    while end and tokens[end - 1].word in tongue.adverbs:
        end -= 1
    if not end or not (tokens[end - 1].word in tongue.partitive or tokens[end - 1].word.isdigit()):
        return None
    before = tokens[end - 2].word if end > 1 else ","
    alone = not before[0].isalnum() or before in tongue.joining or before in tongue.relatives
    return Phrase(end - 1, end, end - 1, False, True) if alone else None


def fronted(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The subject behind the comma after a participle: written in 1850, the letter was never sent."""
    comma = next((k for k in range(at, min(len(tokens), at + FARTHEST)) if tokens[k].is_mark), len(tokens))
    if (
        comma + 1 >= len(tokens)
        or tokens[comma].word != ","
        or comma == at
        or tokens[at].word not in tongue.prepositions
    ):
        return None
    first, end = comma + 1, run(tokens, comma + 1, tongue)
    if tokens[first].word in tongue.it and tokens[first].word not in tongue.relatives and end == first + 1:
        return Phrase(first, end, first, False, True)
    heads = [k for k in range(first, end) if tokens[k].word in nouns]
    closed = heads and (end == len(tokens) or not tokens[end].is_mark)
    return Phrase(first, extended(tokens, heads[-1] + 1, tongue), heads[-1], False) if closed else None


def modified(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that a participle stands behind: an article published by Lenin."""
    end = at
    while end and tokens[end - 1].word in tongue.adverbs and tokens[end - 1].word != "ever":
        end -= 1
    end = end - 1 if end > 1 and tokens[end - 1].word in (",", "(") else end
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
        if at + 1 < end and tokens[at].word in tongue.persons and tokens[at - 1].word in nouns:
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


def before_brackets(tokens: Sequence[Token], end: int) -> int:
    """Where what stands before a bracket ends: The Ferry (1861) was printed."""
    if end > 2 and tokens[end - 1].word == ")":
        return next((at for at in range(end - 2, max(0, end - FARTHEST), -1) if tokens[at].word == "("), end)
    return end


def _over_parenthesis(tokens: Sequence[Token], at: int) -> int:
    """Where the subject ends, if something between commas stands before the verb."""
    at = before_brackets(tokens, at)
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
                or _some_of(tokens, phrase, tongue) is not None
                or (not free and tokens[phrase.first - 1].word not in tongue.of)
            ):
                return at - 1
            if not free and tokens[phrase.first - 1].word in tongue.of and not _text_before(tokens, phrase, nouns):
                return at - 1
            at = phrase.first - 1
            continue
        if token.word == "," and at > 1 and tokens[at - 2].word.isdigit():
            at -= 1
            continue
        if token.is_mark or token.word in tongue.persons or token.word in tongue.verbal:
            return None
        if token.word in tongue.joining and token.word not in tongue.also:
            return None
        if token.word in tongue.determiners - tongue.of and (at < 2 or tokens[at - 2].word not in tongue.prepositions):
            return None
        at -= 1
    return None


def _some_of(tokens: Sequence[Token], phrase: Phrase, tongue: Tongue) -> int | None:
    """Where it begins, if some of what a phrase means is spoken of: three of the letters, the greater part of it."""
    at = phrase.first if tokens[phrase.first].word in tongue.of else phrase.first - 1
    if at < 1 or tokens[at].word not in tongue.of:
        return None
    before = tokens[at - 1].word
    if before in tongue.determiners or before.isdigit():
        return at - 1
    return phrase_at(tokens, at - 1, tongue).first if before in tongue.partitive else None


def _text_before(tokens: Sequence[Token], phrase: Phrase, nouns: frozenset[str]) -> bool:
    return phrase.first > 1 and tokens[phrase.first - 2].word in nouns


_PAST = re.compile(r"\w{2,}(?:ed|ées?|és)|written|made|found|kept|held|given|taken|drawn|left|known|sent")
"""What may be a participle."""


def _attached(tokens: Sequence[Token], at: int, end: int, tongue: Tongue) -> bool:
    """Whether what stands between a phrase and its verb belongs to the phrase: the letters found in it by him."""
    if at + 1 < end and _PAST.fullmatch(tokens[at].word) and tokens[at + 1].word in tongue.prepositions:
        at += 1
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
    if before.word == "for" and first > 1 and tokens[first - 2].word in ",;":
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
