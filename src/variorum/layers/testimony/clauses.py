"""The clause of a statement, as a reader would mark it, and what it says beside its claim: by whom, where, to whom."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import VERBAL, is_noun, run
from variorum.layers.testimony.tongues import Token, Tongue

LONGEST = 22
"""How many tokens a clause has after its verb at most."""
_TITLES = frozenset(["mr", "mrs", "dr", "st", "prof", "messrs", "rev", "hr", "fr", "m", "mme"])
_ENDS = frozenset(";:.!?—–()[]")


def clause_start(tokens: Sequence[Token], first: int, tongue: Tongue) -> int:
    """Where a clause begins: a conjunction of time or cause belongs to it."""
    before = tokens[first - 1].word if first else ""
    return first - 1 if before in tongue.temporal or before in tongue.causal else first


def clause_end(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after a clause: the next mark or conjunction ends it, but for a name in apposition."""
    first, farthest = at, min(len(tokens), at + LONGEST)
    while at < farthest:
        token = tokens[at]
        if token.word in _ENDS and not (token.word == "." and tokens[at - 1].word in _TITLES):
            break
        if token.word == "," and not _apposition(tokens, at, tongue):
            break
        if token.word in tongue.joining and not _goes_on(tokens, at, tongue):
            break
        if not tongue.free and (token.word in tongue.being or token.word in tongue.having):
            at = _without_subject(tokens, at, first, tongue)
            break
        if token.word in tongue.relatives and tokens[at - 1].word not in tongue.prepositions:
            break
        at += 1
    while at > 1 and (tokens[at - 1].word in tongue.prepositions or tokens[at - 1].word in ("“", "‘", "_", '"', "«")):
        at -= 1
    return at


def _without_subject(tokens: Sequence[Token], at: int, first: int, tongue: Tongue) -> int:
    """Where the subject of the next verb begins: by the Council | this passage is quoted."""
    if tokens[at - 1].word in tongue.persons:
        return max(first, at - 1)
    start = at
    while start > first and is_noun(tokens[start - 1], tongue) and tokens[start - 1].word not in tongue.determiners:
        start -= 1
    determined = start > first and tokens[start - 1].word in tongue.determiners
    alone = start > first + 1 and tokens[start - 2].word not in tongue.prepositions
    return start - 1 if determined and alone else at


def _goes_on(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a conjunction joins two things, and no clauses: Kamenev and Zinoviev, before the war."""
    word = tokens[at].word
    if word in tongue.determiners and tokens[at - 1].word in tongue.prepositions:
        return True
    if word in tongue.also:
        return at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].word.isdigit())
    return word in tongue.prepositions


def _apposition(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a name or a number stands between this comma and the next mark: in a paper, Novaia Zhizn."""
    after = run(tokens, at + 1, tongue)
    words = tokens[at + 1 : after]
    named = bool(words) and all(one.capital or one.word.isdigit() for one in words) and len(words) <= 4
    return named and (after >= len(tokens) or tokens[after].is_mark)


def governed_by(
    tokens: Sequence[Token], start: int, end: int, prepositions: frozenset[str], tongue: Tongue
) -> list[tuple[int, int]]:
    """What stands behind some prepositions in a clause, each with what goes with it."""
    found = []
    for at in range(start, end - 1):
        if at > start and _opens_participle(tokens, at, tongue):
            break
        if tokens[at].word in prepositions and (tokens[at + 1].word not in tongue.relatives or tongue.code == "de"):
            last = min(end, phrase_end(tokens, at + 1, tongue))
            if last > at + 1 and any(one.word not in tongue.determiners for one in tokens[at + 1 : last]):
                found.append((at + 1, last))
    return found


_TILL = frozenset(["bis", "to", "till", "until", "à", "по", "–", "-", "—"])


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].word.isdigit() and len(tokens[at].word) == 4


def _opens_participle(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a clause of its own begins with an English participle: a letter | inviting him to the city."""
    word = tokens[at].word
    verbal = tongue.code == "en" and word.endswith("ing") and VERBAL.fullmatch(word) is not None
    return verbal and tokens[at - 1].word not in tongue.determiners


def _with_title(tokens: Sequence[Token], at: int) -> int:
    """The token after a title in quotation marks that follows a noun: the magazine “Lantern”."""
    if at + 1 < len(tokens) and tokens[at].word in _OPENING and tokens[at + 1].capital:
        closed = (k for k in range(at + 2, min(len(tokens), at + 8)) if tokens[k].word in _CLOSING)
        return next(closed, at - 1) + 1
    return at


_OPENING, _CLOSING = frozenset('“„«"'), frozenset('”»“"')


def phrase_end(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after a noun phrase with what it is of, and a name in apposition."""
    if _is_year(tokens, at):
        return at + 3 if at + 2 < len(tokens) and tokens[at + 1].word in _TILL and _is_year(tokens, at + 2) else at + 1
    opening = tokens[at].word in ("“", "‘", "«", '"')
    at = run(tokens, at + opening, tongue)
    if at + 1 < len(tokens) and tokens[at].word in _TILL and _is_year(tokens, at - 1) and _is_year(tokens, at + 1):
        at += 2  # den Jahren 1849 bis 1852
    if at + 1 < len(tokens) and tokens[at].word == "." and tokens[at - 1].word in _TITLES and tokens[at + 1].capital:
        at = run(tokens, at + 1, tongue)
    at = _with_title(tokens, at)
    while at + 1 < len(tokens) and tokens[at].word in tongue.of:
        at = run(tokens, at + 1, tongue)
    if at < len(tokens) and tokens[at].word == "," and _apposition(tokens, at, tongue):
        at = run(tokens, at + 1, tongue)
    return at
