"""How a name is used through a document: what single words with capitals are, by all their places together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from variorum.layers.languages import lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Page
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import stem
from variorum.layers.persons import by_code


class Use(NamedTuple):
    """How often a name stands in a document, and how."""

    seen: int
    within: int
    """Within a sentence, where a capital tells."""
    at: int
    """After a preposition that leads to a place."""
    moved: int
    """After a word of motion and its preposition."""
    acts: int
    """Beside what a person says or does."""
    owns: int
    articled: int
    """After an article."""
    marked: int
    """Before a noun, as an adjective stands."""
    says: int
    """Beside what only a person does: before or after a verb of saying, after “and” and a person."""
    apart: int
    """Alone in italic or in quotation marks, as a title or a foreign word stands, or after “sent to”."""
    led: int = 0
    """After a preposition that leads to a person as well, without an article."""


_SIGNS = ("at", "moved", "acts", "owns", "the", "marks", "says", "apart", "led")


def usage(page: Page, runs: Iterable[Run], apart: frozenset[tuple[int, int]]) -> dict[str, Use]:
    """How each name is used, by its stem."""
    code = page.vocabulary.code
    counts: Counter[tuple[str, bool, str, str]] = Counter()
    for run in runs:
        if (run.start, run.end) in apart:
            counts[run.name, run.opens, "apart", ""] += 1
        else:
            counts[run.name, run.opens, _before(page, run, code), _after(run, code)] += 1
    return _summed(counts)


def _before(page: Page, run: Run, code: str) -> str:
    """What stands before a name, as a sign of what it is."""
    before = run.before.casefold()
    if code == "en" and page.text.startswith(", who ", run.end):
        return "says"
    sign = _signs(code).get(before, "") or ("the" if before in _DETERMINERS[code] and len(run.words) < 2 else "")
    if before == "of" and run.start - 4 in page.ends:
        return "at"
    if code == "de" and not sign and (run.before in _acts(code) - _HELPING or _PRETERITE.search(run.before)):
        return "acts"
    if joined(run, page, page.spots) and _after(run, code) not in ("acts", "says"):
        return "at"
    if joined(run, page, page.ends):
        return "says"
    if before == "à" and _GIVEN.search(page.text, max(0, run.start - 40), run.start):
        return ""
    if code != "ru" and page.text.startswith(")", run.end) and page.text.startswith("(", run.start - 1):
        return "" if page.ends.intersection(range(run.start - 4, run.start - 1)) else "apart"
    if sign == "to":
        head = page.text[max(0, run.start - 40) : run.start]
        return "moved" if _moved(code).search(head) else "apart" if head.endswith("sent to ") else ""
    if sign == "at" and before == "in" and _PRINTED.search(page.text, max(0, run.start - 24), run.start):
        return "apart"
    return "" if sign == "at" and run.owner else sign


def _after(run: Run, code: str) -> str:
    return "owns" if run.owner else _following(run.after, code)


@lru_cache(1 << 14)
def _following(after: str, code: str) -> str:
    """What stands after a name, as a sign of what it is."""
    word = after[1:].rstrip(" ,.;:").casefold() if after[:1] == " " else ""
    if not word:
        return ""
    if word in lexicon(by_code(code).speech).whole:
        return "says"
    if code == "de" and word in ("ist", "wird"):
        return ""
    if word in _acts(code) or (code in _PAST and _PAST[code].search(word)):
        return "acts"
    return "marks" if code == "en" and word.isalpha() and word not in _small(code) else ""


_HELPING = lexicon("ist war hat hatte wird wurde wollte konnte mußte musste sollte ließ schien macht machte").whole
_PRETERITE = re.compile(r"^(?:ver|be|er|ent)[a-zäöü]+(?:ieß|ab|ahm|ing|and|ach|ug|og|of)$")
"""How German verbs end that tell what somebody did, also before him: gestern verließ Kolb die Stadt."""
_PRINTED = re.compile(r"\b(?:published|printed|reprinted|appeared)(?: in \d{4})? in $")
"""What stands before a paper as it does before a place."""
_DETERMINERS = {
    "de": lexicon(
        """
    im am zum zur vom beim ins ans aufs fürs kein* mein* dein* sein* ihr* unser* dies* jene* jede* alle* solche* welche*
    manche* viele wenige einige mehrere beide*
    """
    ),
    "en": lexicon("our their its every no any some all such"),
    "fr": lexicon("notre votre leur ce cette ces ses nos vos leurs chaque tout toute"),
    "ru": lexicon("наш* ваш* весь вся все этот эта эти"),
}
"""What stands before nouns besides articles, and hardly before a name."""


_PAST = {
    "en": re.compile(r"[a-z]{2}ed$"),
    "fr": re.compile(r"\w\w[a-z]a$|\w\wèrent$"),
    "ru": re.compile(r"\w[аиеяыу]л[аио]?$|\wл(?:ся|[аои]сь)$"),
}
"""How verbs end that tell what somebody did."""


@cache
def _signs(code: str) -> dict[str, str]:
    """For a word before a name what it is a sign of."""
    words = VOCABULARIES[code]
    spoken = dict.fromkeys((lexicon(by_code(code).speech).whole | _CALLINGS) - _BOTH, "says")
    moved = dict.fromkeys(lexicon("to from for nach à из от до").whole, "to")
    return {
        **spoken,
        **moved,
        **(dict.fromkeys(words.governing.split(), "led") if code == "de" else {}),
        **dict.fromkeys(words.locative.split(), "at"),
        **dict.fromkeys(words.articles.split(), "the"),
    }


def joined(run: Run, page: Page, ends: set[int]) -> bool:
    """Whether a comma or “and” joins it to a name that is told."""
    if not _may_join(run.before, run.after):
        return False
    text, start, end = page.text, run.start, run.end
    for joint in _JOINTS[page.vocabulary.code]:
        size = len(joint)
        if start - size in ends and text.startswith(joint, start - size):
            return True
        if end + size in ends and text.startswith(joint, end):
            return True
    return start - 2 in ends and run.after[:1] in ",.;)" and not run.opens and text.startswith(", ", start - 2)


_JOINTS = {"en": (" and ", ", and "), "fr": (" et ",), "de": (" und ",), "ru": (" и ",)}
_ANDS = frozenset(joint.strip(" ,") for joints in _JOINTS.values() for joint in joints)


@lru_cache(1 << 15)
def _may_join(before: str, after: str) -> bool:
    """Whether the words or marks beside a name may join it to another."""
    return before[-1:] == "," or before in _ANDS or after == "," or after[1:] in _ANDS


_CALLINGS = lexicon(
    """
    friend colleague poet philosopher historian novelist painter composer economist naturalist writer author socialist
    ami poète philosophe historien écrivain peintre économiste поэт поэта философ философа друг друга писатель писателя
    историк историка freund dichter philosoph
    """
).whole
"""Nouns before a person’s name."""
_GIVEN = re.compile(
    r"(?:appliqu\w+|oppos\w+|compar\w+|emprunt\w+|attribu\w+|lettres?|place|dit|dire|écrit\w*|parl\w+|répond\w+|répliqu\w+|envoy\w+|donn\w+|demand\w+|raconta|succéd\w+|pens\w+|"
    r"confi\w+|adress\w+|rend\w*|réponse|hommage|grâce|due?|fidèle) à $"
)
"""What is given or said to a person in French."""
_BOTH = lexicon("found put returned speaking began read setzte fuhr").whole


@cache
def _moved(code: str) -> re.Pattern[str]:
    """A word of motion with its preposition, right before a name."""
    words = {
        "en": """
            went go goes going gone come came comes coming returned return travelled traveled arrived sailed
            marched moved exiled banished fled drove journey trip train road way voyage removed emigrated escaped
            hastened deported daughter son man woman girl boy lad sailor soldier soldiers peasant peasants workers
            delegate delegates people men
        """,
        "fr": "alla aller allé vint venir venu revint retourna partit parti arriva arrivé voyage exilé route train",
        "de": "ging gehen kam kommen reiste fuhr reise rückkehr zurück weg zug verbannt geschickt flucht",
        "ru": "приехал* уехал* выехал* поехал* прибыл* вернулся вернулась бежал* поезд* дорог* пути переехал* сослан*",
    }[code]
    return re.compile(rf"(?i:{pattern(words)})(?: [^\W\d_]+){{0,2}} (?:to|from|for|nach|à|из|от|до) $")


def _summed(counts: Mapping[tuple[str, bool, str, str], int]) -> dict[str, Use]:
    sums: dict[str, list[int]] = {}
    for (name, opens, before, after), count in counts.items():
        use = sums.setdefault(key(name), [0] * 11)
        use[0] += count
        use[1] += 0 if opens else count
        for at, sign in enumerate(_SIGNS, 2):
            use[at] += count * (sign in (before, after))
    return {name: Use(*use) for name, use in sums.items()}


@lru_cache(1 << 14)
def key(name: str) -> str:
    """A name without the endings of Russian cases, in small letters."""
    return " ".join(map(stem, name.split()))


@cache
def _acts(code: str) -> frozenset[str]:
    return frozenset(VOCABULARIES[code].acting.split()) | lexicon(by_code(code).speech).whole


@cache
def _small(code: str) -> frozenset[str]:
    """Words that are no nouns."""
    vocabulary, language = VOCABULARIES[code], by_code(code)
    lists = (
        vocabulary.openers,
        vocabulary.locative,
        vocabulary.governing,
        vocabulary.articles,
        language.unnamed,
        language.between,
    )
    return frozenset(" ".join(lists).casefold().split())
