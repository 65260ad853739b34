"""Which phrase a claim is made of where words stand in order, by how its verb stands: English and French."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase, extended, is_noun, phrase_at, run
from variorum.layers.testimony.senses import NONE, STRONG
from variorum.layers.testimony.slots import counted, fronted, modified, subject
from variorum.layers.testimony.things import before_clause, behind, thing
from variorum.layers.testimony.titles import marked_before, may_be_titled, title_at, title_before
from variorum.layers.testimony.tongues import APPEARING, BASE, FINITE, PARTICIPLE, Form, Token, Tongue
from variorum.layers.testimony.verbs import ACTIVE, BARE, BASE_FORM, PASSIVE, Verb, verb_before


def spoken_of(tokens: Sequence[Token], verb: Verb, form: Form, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that the claim is made of, by how the verb stands."""
    if verb.voice == BARE and tokens[verb.at].word == "found":
        return None
    if tongue.code == "en" and tokens[verb.at].capital and verb.at and not tokens[verb.at - 1].is_mark:
        return None
    if form.claim == "unpublished" and verb.voice == BARE:
        return _called_so(tokens, verb.at, nouns, tongue) or _just_before(tokens, verb, nouns, tongue)
    if form.use == PARTICIPLE:
        if verb.voice == PASSIVE:
            return _passive(tokens, verb, form, nouns, tongue)
        if verb.voice == ACTIVE and not any(one.use == FINITE for one in tongue.forms[tokens[verb.at].word]):
            return _clitic(tokens, verb) or thing(tokens, verb.at + 1, nouns, tongue)
        alone = verb.voice == BARE and _reduced(tokens, verb, form.claim in STRONG, tongue)
        if verb.voice == BARE and verb.first == 0:
            return fronted(tokens, verb.at + 1, nouns, tongue)
        if not alone:
            return None
        shared = _shared(tokens, verb, form, nouns, tongue)
        if shared:
            return shared
        return modified(tokens, verb.first, nouns, tongue) or _title_modified(tokens, verb.first, form)
    if form.use == APPEARING:
        found = _passive(tokens, verb, form, nouns, tongue)
        if found and tokens[found.head].word in tongue.printers:
            return None
        return found if found and (form.claim != "published" or _in_print(tokens, verb.at, found, tongue)) else None
    if form.use == BASE and tongue.code == "fr":
        return thing(tokens, verb.at + 1, nouns, tongue) if was_refused(tokens, verb, tongue) else None
    ours = (
        (form.claim in STRONG or form.claim == "sent") and verb.first > 0 and tokens[verb.first - 1].word in ("we", "i")
    )
    wanted = {FINITE: (BARE, ACTIVE), BASE: (BASE_FORM, BARE) if ours else (BASE_FORM,)}[form.use]
    if verb.voice not in wanted or (verb.voice == BARE and not _has_subject(tokens, verb, tongue)):
        return None
    if verb.voice == BARE and _is_attribute(tokens, verb.at, tongue):
        return None
    found = thing(tokens, verb.at + 1, nouns, tongue)
    if found and verb.voice == BARE and _stands_beside(tokens, verb, found, tongue):
        return None
    return (
        found
        or (before_clause(tokens, verb.first, nouns, tongue) if tokens[verb.at].word != "issues" else None)
        or _title_after(tokens, verb, form, tongue)
    )


def _stands_beside(tokens: Sequence[Token], verb: Verb, found: Phrase, tongue: Tongue) -> bool:
    """Whether an English form stands beside a noun: printed work, of one thing and without an article."""
    opening, head = tokens[found.first], tokens[found.head]
    bare = found.first == verb.at + 1 and opening.word not in tongue.determiners and not found.pronoun
    return tongue.code == "en" and bare and not opening.capital and not head.word.endswith("s")


def _shared(tokens: Sequence[Token], verb: Verb, form: Form, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The subject of a participle that shares its auxiliary with the one before: it was written in May and printed."""
    if verb.voice != BARE or not verb.first or tokens[verb.first - 1].word not in tongue.also:
        return None
    before = verb_before(tokens, verb.first - 1, tongue)
    if before is None or tokens[before.at].word not in tongue.being:
        return None
    return _passive(tokens, before._replace(at=verb.at), form, nouns, tongue)


def _title_after(tokens: Sequence[Token], verb: Verb, form: Form, tongue: Tongue) -> Phrase | None:
    """The title that somebody published or translated: he translated The Ferry; not “, published May 3”."""
    if not verb.first or tokens[verb.first - 1].is_mark:
        return None
    told = may_be_titled(tokens[verb.at], form) or (form.claim == "written" and _opens_title(tokens, verb.at + 1))
    found = title_at(tokens, verb.at + 1, tongue) if told else None
    if found is None or form.claim != "written" or found.last == len(tokens):
        return found
    following = tokens[found.last]
    return found if following.is_mark or following.word in tongue.prepositions else None


def _opens_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a title that somebody wrote, and nobody to whom: wrote “The Ferry”, wrote The Ferry."""
    if at + 1 >= len(tokens):
        return False
    marked = tokens[at].word in ("“", "‘", "«", "„") and tokens[at + 1].capital
    return marked or (tokens[at].capital and tokens[at].word in ("the", "a", "an") and tokens[at + 1].capital)


def _passive(tokens: Sequence[Token], verb: Verb, form: Form, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The subject of a verb: a noun, a number of what was named before, a title; or that of the verb before “and”."""
    found = subject(tokens, verb.first, nouns, tongue)
    if found is None and form.use == APPEARING and verb.first and tokens[verb.first - 1].word == "there":
        return behind(tokens, verb.at + 1, nouns, tongue)
    if found is None and form.claim in STRONG:
        found = counted(tokens, verb.first, tongue)
    if found is None and form.use == PARTICIPLE and tokens[verb.at].word == "written":
        found = _title_written(tokens, verb, tongue)
    if found is None and may_be_titled(tokens[verb.at], form):
        marked = form.use == APPEARING and not _in_year(tokens, verb.at)
        found = marked_before(tokens, verb.first) if marked else title_before(tokens, verb.first, tongue)
    if found is None and form.use == PARTICIPLE and form.claim != "read aloud":
        found = marked_before(tokens, verb.first)
    if found is None and verb.first and tokens[verb.first - 1].word in tongue.sharing:
        before = verb_before(tokens, verb.first - 1, tongue)
        found = _passive(tokens, before._replace(at=verb.at), form, nouns, tongue) if before else None
    return found


def _title_written(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> Phrase | None:
    """The title of some words that was written somewhere or by somebody; a party is written off."""
    told = verb.at + 1 < len(tokens) and tokens[verb.at + 1].word in tongue.inside | set(tongue.words.by.split())
    found = title_before(tokens, verb.first, tongue) if told else None
    return found if found and found.last > found.first + 1 else None


def _in_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether it appeared in a year: a person appears elsewhere."""
    words = [token.word for token in tokens[at + 1 : at + 3]]
    return len(words) > 1 and words[0] in ("in", "en") and words[1].isdigit() and len(words[1]) == 4


def _title_modified(tokens: Sequence[Token], at: int, form: Form) -> Phrase | None:
    """The title in marks that a participle stands behind: “The Ferry”, published in 1861."""
    end = at - 1 if at > 1 and tokens[at - 1].word in (",", "(") else at
    return marked_before(tokens, end) if may_be_titled(tokens[at], form) else None


def _called_so(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that a participle opens: an unpublished letter of Ann Lake."""
    end = run(tokens, at + 1, tongue)
    if end == at + 1 or tokens[end - 1].word not in nouns:
        return None
    return Phrase(at + 1, extended(tokens, end, tongue), end - 1, False)


def _just_before(tokens: Sequence[Token], verb: Verb, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that an adjective closes: une lettre inédite, the letters hitherto unpublished."""
    at = verb.at
    while at and tokens[at - 1].word in tongue.adverbs:
        at -= 1
    closes = at > 0 and (at < verb.at or tongue.code == "fr") and tokens[at - 1].word in nouns
    return phrase_at(tokens, at - 1, tongue)._replace(governed=False) if closes else None


def _in_print(tokens: Sequence[Token], at: int, phrase: Phrase, tongue: Tongue) -> bool:
    """Whether what appeared did so in print: in a paper, in a year, under a title; not to me, nor at the door."""
    out = tokens[at].word.startswith(("came", "saw"))
    at += 1
    at += tongue.code == "fr" and at < len(tokens) and tokens[at].word in ("qu’", "qu'")
    while at < len(tokens) and tokens[at].word in tongue.adverbs and tokens[at].word not in tongue.inside:
        at += 1
    if at == len(tokens) or tokens[at].is_mark or out:
        return not phrase.pronoun and tokens[phrase.first].word not in NONE
    if tokens[phrase.head].word in tongue.editions and not phrase.pronoun:
        return tokens[at].word != "to"
    words = tokens[at + 1 : at + (4 if phrase.pronoun else 7)]
    told = any(one.word in tongue.printing or (len(one.word) == 4 and one.word.isdigit()) for one in words)
    named = bool(words) and (words[0].capital or (any(one.capital for one in words[:3]) and not phrase.pronoun))
    return tokens[at].word in tongue.inside and (told or named)


def _reduced(tokens: Sequence[Token], verb: Verb, strong: bool, tongue: Tongue) -> bool:
    """Whether a participle may stand by itself: what follows is no object, and what stands before does not print."""
    following = tokens[verb.at + 1] if verb.at + 1 < len(tokens) else None
    if verb.first and tokens[verb.first - 1].word in tongue.printers:
        return following is not None and following.word in tongue.words.by
    ends = following is None or following.is_mark
    if ends and not strong:
        return verb.first > 0 and tokens[verb.first - 1].word in (",", "(")
    if following is not None and following.word in tongue.also and not strong:
        return False
    return (
        ends or following is None or following.word in tongue.prepositions
        or following.word in tongue.adverbs or following.word in tongue.also
    )  # fmt: skip


def _has_subject(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> bool:
    """Whether something that may do it stands before the verb."""
    if not verb.first:
        return False
    before = tokens[verb.first - 1]
    if before.is_mark:
        opening = before.word in "\"'" and before.end == tokens[verb.first].start
        return before.word in ",”»\"'’)" and not opening
    return before.word not in tongue.prepositions and before.word not in tongue.determiners


def _is_attribute(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a verb may as well stand beside a noun of a phrase that something governs: in its enlarged edition."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not is_noun(following, tongue) or following.capital or following.word in tongue.determiners:
        return False
    first = at
    while first and is_noun(tokens[first - 1], tongue) and tokens[first - 1].word not in tongue.determiners:
        first -= 1
    determined = first > 0 and tokens[first - 1].word in tongue.determiners
    return first > 1 and determined and tokens[first - 2].word in tongue.prepositions


def _clitic(tokens: Sequence[Token], verb: Verb) -> Phrase | None:
    """The pronoun before a French verb: il l’a publié."""
    at = verb.first - 1
    if at >= 0 and tokens[at].word in ("l’", "l'", "les") and verb.at > verb.first:
        return Phrase(at, at + 1, at, False, True)
    return None


def was_refused(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> bool:
    """Whether an infinitive is what somebody refused: refusa de publier."""
    at = verb.first - 1
    return at > 0 and tokens[at].word in tongue.of and tokens[at - 1].word in tongue.refusing
