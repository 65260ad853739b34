"""Which text a pronoun stands for: the last that was spoken of, if it may be it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.layers.testimony.phrases import Phrase, phrase_at
from variorum.layers.testimony.sentence import Sentence, Topic
from variorum.layers.testimony.slots import nearest
from variorum.layers.testimony.tongues import Token, Tongue


class Named(NamedTuple):
    """A phrase that names a text, in the tokens that it stands in, and the pronoun that stood for it."""

    tokens: Sequence[Token]
    phrase: Phrase
    pronoun: str = ""
    own: str = ""
    """What it is called, where it is the document itself."""
    topic: Topic | None = None
    """What the pronoun stands for, where that is the title that the sentence before spoke of."""


def meant(sentence: Sentence, phrase: Phrase, nouns: frozenset[str], back: int) -> Named | None:
    """The text that a phrase means; of a pronoun what it stands for, at most so many code points before it."""
    tokens, tongue = sentence.tokens, sentence.tongue
    if not phrase.pronoun:
        return Named(tokens, _inside(tokens, phrase, tongue))
    pronoun = tokens[phrase.first]
    if pronoun.word in tongue.relatives:
        return _before(tokens, phrase.first, nouns, tongue)
    earlier = tongue.tokens(sentence.text, max(sentence.floor, pronoun.start - back), pronoun.start)
    counts = pronoun.word.isdigit() or pronoun.word in tongue.partitive
    stands_for = _COUNTED[tongue.code] if counts else pronoun.word
    found = antecedent(earlier, len(earlier), stands_for, tongue.meant & nouns, tongue)
    topic = sentence.topic if pronoun.word in ("it", "its") and phrase.first < OPENING else None
    if topic and (found is None or earlier[found.first].start < topic.at):
        return Named(tokens, phrase, pronoun.word, topic=topic)
    return Named(earlier, found, pronoun.word) if found else None


OPENING = 3
"""Before which token of a sentence a pronoun stands for what the sentence before spoke of."""


_COUNTED = {"en": "they", "fr": "ils", "de": "sie", "ru": "они"}
"""As which pronoun a number stands for what was named."""


def _before(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Named | None:
    """The text right before a relative pronoun; not what it is only of, unless that is a name or a relation."""
    end = at
    while end and (tokens[end - 1].word in tongue.prepositions or tokens[end - 1].word in ',”"»'):
        end -= 1
    head = nearest(tokens, end, nouns, tongue)
    last = tokens[end - 1]
    of_person = end > 1 and tokens[end - 2].word in tongue.possessives and tokens[at].word not in tongue.persons
    if head is None or not (head == end - 1 or last.capital or of_person or not last.word[0].isalpha()):
        return None
    return Named(tokens, phrase_at(tokens, head, tongue), tokens[at].word)


def _inside(tokens: Sequence[Token], phrase: Phrase, tongue: Tongue) -> Phrase:
    """The text whose copy, words or pages are spoken of: the letter, in copies of the letter."""
    at = phrase.head + 1
    if tokens[phrase.head].word in tongue.parts and at + 1 < phrase.last and tokens[at].word in tongue.of:
        inner = next((k for k in range(at + 1, phrase.last) if tokens[k].word in tongue.loose), None)
        if inner is not None:
            return phrase_at(tokens, inner, tongue)
    return phrase


def antecedent(
    tokens: Sequence[Token], before: int, pronoun: str, nouns: frozenset[str], tongue: Tongue
) -> Phrase | None:
    """The nearest phrase before a place that means a text, of the pronoun’s number."""
    at = before
    while at:
        at -= 1
        if not (tokens[at].word in nouns or tongue.cases.fullmatch(tokens[at].word)) or (
            at and tokens[at - 1].word in tongue.verbal | {"to"}
        ):
            continue
        if at + 1 == len(tokens) and tokens[at].word in tongue.forms:
            continue  # I shall copy it
        phrase = phrase_at(tokens, at, tongue)
        if (
            tongue.code != "ru"
            and phrase.governed
            and ((phrase.first == at and not tokens[at].capital) or _likened(tokens, phrase))
        ):
            continue  # in manuscript, by letter
        if not tongue.may_mean(pronoun, tokens[at].word):
            continue
        outer = _outer(tokens, phrase, nouns, tongue)
        return outer if outer and tokens[outer.head].word not in tongue.parts else phrase
    return None


def _likened(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a text is named to liken something to it: the year began like a book without its first leaf."""
    return tokens[phrase.first - 1].word in ("like", "wie", "comme", "как")


def _outer(tokens: Sequence[Token], phrase: Phrase, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The text that another is of: the article of his letter is spoken of, not the letter."""
    before = phrase.first - 1
    if before > 0 and tokens[before].word in tongue.of and tokens[before - 1].word in nouns:
        return phrase_at(tokens, before - 1, tongue)
    return None
