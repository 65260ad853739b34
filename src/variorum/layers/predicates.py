"""Whether a verb of saying governs a quotation that stands after it, and whose second or third verb it may be."""

from __future__ import annotations

import re

from variorum.layers.languages import Language, lexicon
from variorum.layers.subjects import ADJACENT, Subject, near, subject, without_asides

_BINDING = lexicon(
    """
    that was is were are as que qu que dass daß что чтобы sei seien habe hätten müsse solle könne werde wolle dürfe
    """
).whole
"""Words that bind a quotation to the verb before it without a stop."""
DETERMINERS = lexicon(
    """
    the a an this these those his her its their our my your such any some every le la les un une ce cette ces son
    sa ses leur leurs notre der die das den dem ein eine einen diese dieser sein seine ihr ihre unser unsere этот эта
    эти свой своя свои наш наша
    """
).whole
"""Words before a quotation that make it a part of the author's own phrase: of these “friends”."""
_FAR = 9
"""How many words may stand between a verb of saying and the quotation that it governs without a stop."""


def governs(between: str, pointed: bool) -> bool:
    """Whether a verb may govern a quotation after the words that stand between them."""
    words = between.split()
    if not words:
        return True
    if pointed:
        far = _FAR if between[-1:] == "," else 2 * _FAR
        return len(words) <= far and not (_FINITE.search(between) and _THAT.isdisjoint(words))
    bound = len(words) <= 1 or not _BINDING.isdisjoint(word.casefold() for word in words[-3:])
    return len(words) <= _FAR and words[-1].casefold() not in DETERMINERS and not re.search(r"[;:]", between) and bound


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|est|sont|était|avait|ist|sind|war|waren|hatte|был|была|были|есть)\b"
)
"""A verb between what is said and who says it has a subject of its own."""
_THAT = frozenset(["that", "how", "que", "dass", "daß", "что"])
_WITHOUT_WORDS = lexicon(
    """
    began begins wrote spoke returned continued concluded came thought thinks agreed interrupted
    écrivait conclut reprit begann schrieb fuhr начал писал продолжал
    """
).whole
"""Verbs that may stand without anything that is said: when Kolb wrote, “the old mill” stood."""
_SUBORDINATE = re.compile(
    r"\b(?:when|while|before|until|since|after|whenever|lorsque|quand|avant\s+que|als|bevor|nachdem|когда|пока)\s[^,;:]*$",
    re.IGNORECASE,
)
_TO_SOMEBODY = lexicon("told tells asked asks begged urged warned warns advise advised advises interrupted").whole
"""Verbs whose object may stand right after them: who told Kolb."""


def may_speak(sentence: str, verb: re.Match[str]) -> bool:
    """Whether a verb says something here: in “when Kolb wrote, the mill stood” it does not, nor in “he never said”."""
    before = sentence[: verb.start()]
    if _SUPPOSED.search(before) or (_DENIED.search(before) and not _IF.search(before)):
        return False
    weak = verb.group().casefold() in _WITHOUT_WORDS
    return not (weak and _SUBORDINATE.search(before))


_DENIED = re.compile(
    r"(?:\b(?:did|does|do|had|has|have|could|can|will|would|should)\s+(?:not|never)|n[’']t|\bnever|\bne|\bnie|\bне)\s+"
    r"(?:ever\s+|\w+ly\s+|once\s+|have\s+)?$"
    r"|\b[Nn]either\s[^,;:]{1,40}?\snor\s[^,;:]{1,30}$|\b[Nn](?:obody|o\s+one)\s+(?:\w+\s+)?$"
)
"""What says that somebody did not say it."""
_SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless)\s[^,;:]*\b(?:had|were|should)\b(?!\s+not)[^,;:]*$")
"""What only supposes that somebody said it."""


_IF = re.compile(r"\b[Ii]f\s[^,;:]*$")


def comments(sentence: str, verb: re.Match[str]) -> bool:
    """Whether a verb comments on the sentence in which it stands: a river, as Kolb puts it, is “a road”."""
    aside = _COMMENT.search(sentence[: verb.start()])
    return aside is not None and bool(_COMMENTED.match(sentence, verb.end())) and ";" not in sentence[verb.end() :]


_COMMENT = re.compile(
    r"(?:^|[,;:—]\s*)(?:[Aa]s(?!\s(?:for|to|if|though|soon|long|when)\b)|[Ww]ie|[Cc]omme|[Кк]ак)\s[^,;:]{0,60}$"
)
_COMMENTED = re.compile(r"[^,;:“„«\"]{0,40},")


def asks_what(sentence: str, verb: re.Match[str], pointed: bool) -> bool:
    """Whether a clause is about what somebody said, and the rest points to it: what he wrote to us is this:"""
    return pointed and bool(_WHAT.search(sentence[: verb.start()])) and len(sentence[verb.end() :].split()) <= _FAR


_WHAT = re.compile(r"\b(?:[Ww]hat|[Aa]ll\s+that)\s[^,;:]{1,60}$")


def names_now(sentence: str, verb: re.Match[str]) -> bool:
    """Whether a verb that gives a name governs the quotation at the end of the sentence, and is no passive."""
    between = sentence[verb.end() :]
    passive = bool(_BEING.search(sentence[: verb.start()]) or re.match(r"\s+(?:by|von|par)\s", between))
    passive = passive or verb.group().casefold().startswith(("known", "so-called"))
    described = not verb.group().casefold().startswith("describ") or bool(re.search(r"\bas\s*$", between))
    return (
        not (passive or _CALLED.search(sentence[: verb.start()]))
        and described
        and len(between.split()) <= _FAR
        and not re.search(r"[;:,.]", between)
    )


_CALLED = re.compile(r",\s+(?:\w+\s+)?$")
"""What stands before a participle: the Council, often called."""
_BEING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|wird|wurde|wurden|werden|est|sont|fut|был|была|были)\s+(?:(?!who\b)\w+\s+){0,2}$"
)


def inverts(sentence: str, verb: re.Match[str]) -> bool:
    """Whether who speaks may stand after the verb: Thus said Kolb."""
    opening = sentence[: verb.start()].strip(' _*“„«"')
    short = len(opening.split()) <= 3 or opening[-1:] == ","
    return short and verb.group().casefold() not in _TO_SOMEBODY and not _WHO.search(opening)


_WHO = re.compile(r"\b(?:who|which|that|to|qui|que|die|der|das|который|которая)(?:\s+\w+){0,2}$")


def subject_of(sentence: str, verb: int, language: Language, far: int = ADJACENT) -> Subject | None:
    """The subject of the verb that begins there: beside it, or of the first of several verbs that “and” joins.

    >>> from variorum.layers.languages import LANGUAGES
    >>> subject_of("Kolb smiled when he saw it, and said: ", 32, LANGUAGES[0]).text
    'Kolb'
    """
    clause = sentence[:verb]
    who = subject(clause, language)
    if who and near(clause[who.start + len(who.text) :], far):
        return who
    if not _AND.search(without_asides(clause, language)) or (who and _WHOSE.search(clause, who.start)):
        return None
    if who and who.is_pronoun and not _UNDER.search(clause[: who.start]):
        return who if _does(clause[who.start + len(who.text) :], language) else None
    starts = [0, *(found.end() for found in _CLAUSE.finditer(clause))]
    return next((told for start in reversed(starts) if (told := _first(clause, start, who, language))), None)


def _first(clause: str, start: int, who: Subject | None, language: Language) -> Subject | None:
    first = _FIRST.match(clause, start)
    told = subject(clause[start : first.end()], language) if first else None
    if told is None or told.is_pronoun or (who and not who.is_pronoun and who.text != told.text):
        return None
    return told if _does(clause[start + told.start + len(told.text) :], language) else None


def _does(after: str, language: Language) -> bool:
    """Whether a verb in the past tense stands right after a subject."""
    does = _DOES.match(after)
    return does is not None and (does[1].endswith("ed") or does[1] in lexicon(language.narrating) or does[1] in _TOLD)


_TOLD = lexicon("rose took went sat read wrote got laughed caught spoke drew laid made put ran broke turned saw").whole
_UNDER = re.compile(r"\b(?:when|as|that|what|how|whom|which|while|till|until|after|before|because|if|where|si|wie)\s+$")
_WHOSE = re.compile(r"\b(?:who|which|whom|qui|der|die|das|который|которая)\s")
_CLAUSE = re.compile(r"(?:[,;]\s(?:when|and|but|while|whereupon|till|until|for|so)|\b(?:when|till|until))\s")
_DOES = re.compile(r"\s+(?:then\s+|at\s+once\s+|again\s+|\w+ly\s+)?([a-zà-ÿа-яё]{2,})\b")
_AND = re.compile(r"\b(?:and|et|und|и)(?:\s+(?:then|also|again|at\s+last|finally|\w+ly|ensuite|dann|потом))?[,x\s]*$")
_FIRST = re.compile(
    r"[\s_*]*(?:(?:Then|Here|Now|But|And|So|Puis|Alors|Da|Dann|Тогда)\s+)?(?:[^\W\d_][\w.’'-]*\s+){1,4}?(?=[a-zà-ÿа-яё])"
)
