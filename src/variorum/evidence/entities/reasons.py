"""Why a form is counted to whom or what it means, in words; and by which of its forms that is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.evidence.entities.bearers import CALLED, SAME_NAME
from variorum.evidence.entities.designations import SAME_WORDS, SMALL
from variorum.evidence.entities.forms import PERSON, Form
from variorum.evidence.entities.words import Words, words_of

FORM = "is the form by which it is called here"
KEPT = "kept with what was decided to be the same"


def told(form: Form, first: Form, way: Iterable[str], words: Words) -> str:
    """What the words of a form have to do with those of the one that it goes to, and what else spoke for it."""
    said = dict.fromkeys(way)
    if form.name.casefold() == first.name.casefold():
        said = {one: None for one in said if CALLED not in one} or {SAME_NAME: None}
    telling = [one for one in said if one not in (SAME_NAME, SAME_WORDS)]
    spelt = list(dict.fromkeys(spelling(form, first, words)))
    said = dict.fromkeys(telling or ([SAME_NAME] if form.kind == PERSON else [] if spelt else [SAME_WORDS]))
    return "; ".join([*spelt, *(one.replace(CALLED, first.name) for one in said)]) or KEPT


def spelling(form: Form, first: Form, words: Words) -> Iterator[str]:
    """What each word of a form has to do with that word of another name which is the same."""
    others = {words.one(word.casefold()): word for word in _written(first)}
    for word in _written(form):
        other = others.get(words.one(word.casefold()))
        if other and other.casefold() != word.casefold():
            yield words.why(_as_in_a_sentence(word), _as_in_a_sentence(other))


def _written(form: Form) -> list[str]:
    """The words of a name as they are written, small ones aside."""
    found = re.findall(r"[^\W\d_]+(?:['’ʹ-][^\W\d_]+)*", form.family or form.name)
    return [re.sub("['’]s?$", "", word) for word in found if word.casefold() not in SMALL]


def _as_in_a_sentence(word: str) -> str:
    return word.title() if word.isupper() and len(word) > 1 else word


def fullest(together: Sequence[Form], counts: Mapping[Form, int], words: Words) -> Form:
    """The form by which a group is called: of a person with first names, if any; of those the commonest."""
    names: Counter[str] = Counter()
    for form in together:
        names[form.name] += counts.get(form, 0)
    return min(
        together,
        key=lambda form: (form.name.islower(), _unsaid(form), -_worth(form, names, words), form.name.isupper(), form),
    )


def _worth(form: Form, names: Mapping[str, int], words: Words) -> float:
    """How common a form is; one in another case than a dictionary has is worth little."""
    inflected = any(word in words.dictionary for word in words_of(form.name))
    return names[form.name] / 1000 if inflected else names[form.name]


def _unsaid(form: Form) -> int:
    """How much a form leaves unsaid: 0 with a first name and a family name, 1 with initials, 2 with neither."""
    if form.kind != PERSON:
        return 0
    if not (form.family and form.given):
        return 2
    return 0 if any(len(word) > 1 for word in words_of(form.given)) else 1
