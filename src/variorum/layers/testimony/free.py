"""Verbs and what they say it of where words stand in any order: in a whole clause of German or Russian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.layers.testimony.phrases import Phrase, is_noun, phrase_at
from variorum.layers.testimony.tongues import APPEARING, FINITE, PARTICIPLE, Form, Token, Tongue
from variorum.layers.testimony.verbs import ACTIVE, BARE, BASE_FORM, PASSIVE, Verb

LONGEST = 24
"""How many tokens away from its verb a clause goes at most."""
_ENDS = frozenset(",;:.!?—–()[]")
_DASHES = frozenset("—–-")
_LONG = ("ое", "ая", "ую", "ый", "ой", "ые", "ий")
"""Endings of Russian participles that stand beside a noun and state nothing."""


def clause(tokens: Sequence[Token], at: int, tongue: Tongue) -> tuple[int, int]:
    """The clause that a verb stands in: from mark to mark, or from conjunction to conjunction."""
    left = at
    while left and at - left < LONGEST and not _parts(tokens, left - 1, tongue):
        left -= 1
    right = at + 1
    while right < len(tokens) and right - at < LONGEST and not _parts(tokens, right, tongue):
        right += 1
    return left, right


def _parts(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a token parts two clauses."""
    word = tokens[at].word
    if word in tongue.also:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and (
            following.word in tongue.determiners or following.word in tongue.forms or following.word in tongue.verbal
        )
    if word in _DASHES and 0 < at < len(tokens) - 1 and tokens[at - 1].word.isdigit() and tokens[at + 1].word.isdigit():
        return False
    if word == "," and _parenthesis(tokens, at, tongue):
        return False
    if word in _ENDS:
        return True
    inside = tongue.code == "de" and word in tongue.subordinate and at > 0 and not tokens[at - 1].is_mark
    return word in tongue.joining and word not in tongue.prepositions and not inside


def _parenthesis(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a comma stands beside a word that only says how surely: the autograph, it seems, is lost."""
    inside = next((k for k in (at - 1, at + 1) if 0 < k < len(tokens) - 1 and tokens[k].word in tongue.surely), None)
    return inside is not None and tokens[inside - 1].word == "," == tokens[inside + 1].word


def free_verb(tokens: Sequence[Token], at: int, form: Form, span: tuple[int, int], tongue: Tongue) -> Verb:
    """The verb of a clause with its auxiliaries, wherever in it they stand."""
    found = [token.word for token in tokens[span[0] : span[1]] if token.word in tongue.verbal]
    return Verb(
        span[0], at, _voice(tokens[at].word, found, form, tongue), _denied(tokens, at, span, tongue), tuple(found)
    )


def _voice(word: str, found: Sequence[str], form: Form, tongue: Tongue) -> str:
    if form.use == PARTICIPLE and tongue.code == "ru":
        return BARE if word.endswith(_LONG) else PASSIVE
    if form.use == PARTICIPLE:
        return ACTIVE if tongue.having.intersection(found) else PASSIVE if tongue.being.intersection(found) else BARE
    return BASE_FORM if form.use not in (FINITE, APPEARING) else ACTIVE


def _denied(tokens: Sequence[Token], at: int, span: tuple[int, int], tongue: Tongue) -> bool:
    """Whether the clause denies: in Russian right before the verb or its auxiliary, in German anywhere."""
    start, end = (max(span[0], at - 2), at) if tongue.code == "ru" else span
    return any(token.word in tongue.negations for token in tokens[start:end]) or _refused(tokens, at, tongue)


def _refused(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a Russian infinitive is what somebody refused to do."""
    return tokens[at].word.endswith("ть") and at > 0 and tokens[at - 1].word in tongue.refusing


def free_slot(
    tokens: Sequence[Token], verb: Verb, form: Form, span: tuple[int, int], nouns: frozenset[str], tongue: Tongue
) -> Phrase | None:
    """The phrase of a clause that its claim is made of."""
    word = tokens[verb.at].word
    if word == "heraus" and not _GAVE.intersection(token.word for token in tokens[span[0] : span[1]]):
        return None
    if word == "erhalten" and (form.claim == "preserved") != (verb.voice == PASSIVE):
        return None
    if word.endswith("ть") and not _refused(tokens, verb.at, tongue):
        return None
    if form.use == PARTICIPLE and verb.voice == BARE:
        return _beside(tokens, verb.at, nouns, tongue)
    found = list(_phrases(tokens, span, verb.at, nouns, tongue))
    passive = verb.voice == PASSIVE or form.use == APPEARING
    if passive and tongue.code == "ru":
        found = [one for one in found if _agrees(tokens[one.head].word, tokens[verb.at].word)]
    before = [one for one in found if one.last <= verb.at]
    after = [one for one in found if one.first > verb.at]
    first, second = (before[-1:], after[:1]) if tongue.code == "de" or passive else (after[:1], before[-1:])
    some = first or second
    if not some and passive:
        outer = _over_relative(tokens, span, nouns, tongue)
        if outer:
            return outer
        shared = _shared(tokens, span, nouns, tongue)
        if shared:
            return shared
    return some[0] if some else _pronoun(tokens, verb, span, passive, tongue)


_GAVE = frozenset(["gab", "gaben", "gibt", "geben", "gebe"])
"""What “heraus” belongs to, where it says that somebody edited a text."""


def _over_relative(
    tokens: Sequence[Token], span: tuple[int, int], nouns: frozenset[str], tongue: Tongue
) -> Phrase | None:
    """The subject that a relative clause parts from its verb: der Brief, den er ihr schickte, ist verbrannt."""
    if not span[0] or tokens[span[0] - 1].word != "," or tokens[span[0]].word not in tongue.verbal | tongue.adverbs:
        return None
    opened = next((at for at in range(span[0] - 2, 0, -1) if tokens[at].word == ","), 0)
    if not opened or tokens[opened + 1].word not in tongue.relatives or tokens[opened - 1].word not in nouns:
        return None
    phrase = phrase_at(tokens, opened - 1, tongue)
    return None if phrase.governed or _genitive(tokens, phrase, tongue) else phrase


def _shared(tokens: Sequence[Token], span: tuple[int, int], nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The subject of the clause before “and”, if it begins with it: der Brief wurde gekürzt und ist gedruckt."""
    if span[0] < 3 or tokens[span[0] - 1].word not in tongue.also:
        return None
    before = clause(tokens, span[0] - 2, tongue)
    found = [
        one
        for one in _phrases(tokens, before, before[1], nouns, tongue)
        if one.first == before[0] and not tongue.oblique.fullmatch(tokens[one.head].word)
    ]
    return found[0] if found else None


def _phrases(
    tokens: Sequence[Token], span: tuple[int, int], at: int, nouns: frozenset[str], tongue: Tongue
) -> Iterator[Phrase]:
    """The phrases of a clause that mean a text, and that nothing governs."""
    for head in range(*span):
        word = tokens[head].word
        if head == at or word not in nouns or tongue.oblique.fullmatch(word):
            continue
        phrase = phrase_at(tokens, head, tongue)
        if not phrase.governed and not _genitive(tokens, phrase, tongue):
            yield phrase


def _genitive(tokens: Sequence[Token], phrase: Phrase, tongue: Tongue) -> bool:
    """Whether a phrase only says whose another thing is: der Verfasser der Schrift, автор статьи."""
    opening = tokens[phrase.first].word
    before = tokens[phrase.first - 1] if phrase.first else None
    follows = before is not None and not before.is_mark and is_noun(before, tongue) and before.word not in tongue.forms
    if tongue.code == "de":
        return opening in ("des", "dem") or (opening in ("der", "dieser", "seiner", "ihrer", "meiner") and follows)
    inside = phrase.head > phrase.first and tokens[phrase.head - 1].word not in tongue.determiners
    owned = tokens[phrase.head].word.endswith(("и", "ы", "а", "ей", "ов"))
    return (follows and owned) or (inside and not _adjective(tokens[phrase.head - 1].word))


def _adjective(word: str) -> bool:
    return word.endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "его", "ого"))


def _agrees(noun: str, verb: str) -> bool:
    """Whether a Russian noun may be the subject of a short participle or a past, by their endings."""
    if verb.endswith(("о", "ось")):
        return noun.endswith(("о", "е", "ё"))
    if verb.endswith(("ы", "и", "ись", "тся")):
        return noun.endswith(("ы", "и", "а", "я")) or verb.endswith("тся")
    if verb.endswith(("ит", "ят", "ет", "ют")):
        return True
    if verb.endswith(("а", "ась")):
        return noun.endswith(("а", "я", "ь"))
    return noun[-1] not in "аяоеыиую"


def _pronoun(
    tokens: Sequence[Token], verb: Verb, span: tuple[int, int], subject: bool, tongue: Tongue
) -> Phrase | None:
    """The pronoun of a clause that may stand for a text: its first word, or what stands beside the verb."""
    opening = tokens[span[0]]
    if opening.word in tongue.relatives and span[0] and tokens[span[0] - 1].word == ",":
        return Phrase(span[0], span[0] + 1, span[0], False, True)
    wanted = _SUBJECTS[tongue.code] if subject else _OBJECTS[tongue.code]
    for at in range(*span):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        owns = following is not None and is_noun(following, tongue) and not following.capital and at + 1 != verb.at
        if tokens[at].word in wanted and (tongue.code == "de" or not owns):
            return Phrase(at, at + 1, at, False, True)
    return None


_SUBJECTS = {
    "ru": frozenset("оно она он они это".split()),  # noqa: SIM905 - lists of words
    "de": frozenset("er sie es dies dieses dieser diese".split()),  # noqa: SIM905
}
_OBJECTS = {"ru": frozenset(["его", "её", "ее", "их"]), "de": frozenset(["ihn", "es", "sie"])}


def _beside(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The noun that a participle belongs to: неопубликованное письмо; статья, напечатанная в газете."""
    for head in (at + 1, at + 2, at - 2):
        if 0 <= head < len(tokens) and tokens[head].word in nouns:
            if head < at and tokens[at - 1].word != ",":
                continue
            if head == at + 2 and not is_noun(tokens[at + 1], tongue):
                continue
            return phrase_at(tokens, head, tongue)._replace(governed=False)
    return None
