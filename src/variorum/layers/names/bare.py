"""Papers that nothing sets apart, told by what stands beside them in all their places together: the editor of X."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from variorum.layers.languages import Lexicon, lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.groups import belongs
from variorum.layers.names.mention import Page
from variorum.layers.names.persons import INITIAL
from variorum.layers.names.titles.votes import ELSEWHERE
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given, stem
from variorum.layers.names.words.lands import is_land, may_be_land
from variorum.layers.names.words.press import PRESS
from variorum.layers.persons import by_code

SURE = 2
"""What one cue is worth that nothing but a paper has beside it; others are worth half of it."""


def bare(page: Page, runs: Sequence[Run], told: Iterable[str] = ()) -> dict[str, str]:
    """The names that are papers by what stands beside them, or by being joined to one that is told, each with why.

    Names that may be one, but for which too little speaks, go to `page.unsure`.

    >>> from variorum.layers.names.candidates import runs
    >>> from variorum.layers.names.frequency import Common
    >>> text = "He was an editor of Zvon, and in May Zvon and Luna had ceased."
    >>> page = Page(text, VOCABULARIES["en"], frozenset(), Common("en"))
    >>> bare(page, list(runs(text, page.vocabulary)))
    {'Zvon': '“editor of” stands beside it', 'Luna': 'it stands beside “Zvon”'}
    """
    votes: Counter[str] = Counter()
    why: dict[str, str] = {}
    here: list[Run] = []
    for run in runs:
        for worth, said in _signs(page, run) if _may_tell(page.vocabulary.code, run) else ():
            here += [run] * (worth > SURE and not run.opens)
            votes[run.name] += worth
            why.setdefault(run.name, f"“{said.strip(' ,(—–')}” stands beside it")
    seeds = dict.fromkeys(told, ELSEWHERE)
    if not votes and not seeds:
        return {}
    persons = _persons(page, runs)
    page.here.update((run.start, why[run.name]) for run in here if not _other(page, run.name, persons, usual=True))
    papers = {name: why[name] for name, worth in votes.items() if worth >= SURE and not _other(page, name, persons)}
    unsure = {name: why[name] for name in votes if name not in papers}
    papers = {**seeds, **papers}
    for names in (papers, unsure):
        _joined(page, runs, names, persons)
    papers = {name: said for name, said in papers.items() if name not in seeds}
    seen = Counter(run.name for run in runs if run.name in unsure)
    page.unsure.update(name for name in unsure.keys() - papers.keys() if seen[name] < 4)
    return papers


def _may_tell(code: str, run: Run) -> bool:
    """Whether a word or mark beside a run may be a sign of a paper."""
    return _leads(code, run.before) or _follows(code, run.after)


@lru_cache(1 << 14)
def _leads(code: str, before: str) -> bool:
    """Whether the word before a name may stand between it and what is done with a paper."""
    low = before.casefold()
    return low in _LEADING[code] or (code == "ru" and low in _parts(code))


@lru_cache(1 << 14)
def _follows(code: str, after: str) -> bool:
    """Whether what follows a name may say that it is a paper."""
    if after[:1] in ",(—–" or after[:2] in (" (", " —", " –"):
        return True
    word = after[1:].rstrip(" ,.;:")
    return word in ("newspaper", "magazine", "Nos") or word in lexicon(PRESS[code].reprints)


def _signs(page: Page, run: Run) -> Iterator[tuple[int, str]]:
    """What stands beside a run as beside a paper, and what it is worth."""
    code = page.vocabulary.code
    if run.after[1:2] in _MARKS and run.after[:1] == " ":
        return
    if _leads(code, run.before):
        head = page.text[max(0, run.start - 48) : run.start]
        if code == "en" and not _near(head.casefold().rsplit(None, 3)[-3:]):
            pass
        elif told := _only(code).search(head):
            yield SURE + 1, told.group(1)
        elif told := _sure(code).search(head):
            yield SURE, told.group(1)
        elif told := _doubted(code).search(head):
            yield 1, told.group(1)
    if run.after[:1] in ",(—–" or run.after[:2] in (" (", " —", " –"):
        if told := _defined(code).match(page.text, run.end):
            yield SURE, told.group(1)
    elif run.after[:1] == " ":
        word = run.after[1:].rstrip(" ,.;:")
        papers = code == "en" and word in ("newspaper", "magazine") and run.before.casefold() in ("the", "a")
        if word == "Nos" or papers:
            yield SURE, word
        elif word in lexicon(PRESS[code].reprints):
            yield 1, word


def _near(words: Sequence[str]) -> bool:
    """Whether one of the last words before a name is one of those, or a number."""
    return not _NEAR.isdisjoint(words) or any(map(str.isdigit, words))


_NEAR = lexicon(
    f"{PRESS['en'].only} {PRESS['en'].parts} {PRESS['en'].doubted} board staff section issue number "
    "put puts putting bring brings brought bringing"
).whole
"""Of these one stands within three words before the name of an English paper."""
_MARKS = frozenset('“"„«_‘')
"""What begins a title that is set apart: the editor of the Osna “Bell”."""
_LEADING = {
    "en": lexicon("of to for the out").whole,
    "fr": lexicon("du de la l’ l' de_l’ d’ au à").whole,
    "de": lexicon("der des vom von im").whole,
    "ru": frozenset[str](),
}
"""What stands between those nouns and the name of a paper."""


@cache
def _parts(code: str) -> Lexicon:
    return lexicon(f"{PRESS[code].only} {PRESS[code].parts} {PRESS[code].doubted}")


@cache
def _only(code: str) -> re.Pattern[str]:
    out = r"|\b(?:put|puts|putting|bring|brings|brought|bringing) out " if code == "en" else ""
    return re.compile(rf"({pattern(PRESS[code].only)}{_JOINTS[code]}{out})$", re.IGNORECASE)


@cache
def _sure(code: str) -> re.Pattern[str]:
    parts = pattern(PRESS[code].parts)
    if code != "en":
        return re.compile(rf"({parts}{_JOINTS[code]})$", re.IGNORECASE)
    which = pattern(f"first second third last next latest {by_code(code).months}")
    parts = rf"{parts}|\b(?:editorial (?:board|staff)|literary section)"
    return re.compile(
        rf"((?:{parts}|{which} (?:issue|number)|\b(?:in|from|see) Nos?\. ?\d+){_JOINTS[code]})$",
        re.IGNORECASE,
    )


@cache
def _doubted(code: str) -> re.Pattern[str]:
    return re.compile(rf"({pattern(PRESS[code].doubted)}{_JOINTS[code]})$", re.IGNORECASE)


_JOINTS = {
    "en": " (?:of|to|for)(?: the)? ",
    "fr": r" (?:du |de la |de l[’']|de |d[’'])",
    "de": " (?:der |des |vom |von |im )",
    "ru": " ",
}


@cache
def _defined(code: str) -> re.Pattern[str]:
    """What a name is said to be right after it: X, a weekly paper; X (The Bell) — a weekly."""
    noun = pattern(PRESS[code].after)
    article = {"en": "(?:an?|the|our|his|their) ", "fr": "(?:une?|le|la) ", "de": "(?:eine?|die|das|der) ", "ru": ""}[
        code
    ]
    between = r"(?:[\w’-]+,? ){0,5}?"
    follows = "of |in |which |that |published|edited|founded|issued|for |and |qui |publié|der |die |das "
    ends = rf"(?=\W*(?:$|\n|[,.;:)]|{follows}))"
    return re.compile(rf"((?:, {article}|(?: \([^()\n]{{2,60}}\))? ?[—–] ?(?:{article})?){between}{noun}){ends}")


def _persons(page: Page, runs: Sequence[Run]) -> set[str]:
    """Who is named in full, or with a title: by their stems."""
    titles = lexicon(page.vocabulary.titles)
    full = (run for run in runs if len(run.words) > 1)
    return {
        stem(run.words[-1])
        for run in full
        if is_given(run.words[0]) or INITIAL.fullmatch(run.words[0]) or run.words[0].casefold().rstrip(".") in titles
    } | page.persons.keys()


def _other(page: Page, name: str, persons: set[str], usual: bool = False) -> bool:
    """Whether a name is rather that of something else; usual words are none, unless they may be."""
    words = [word.casefold() for word in name.split()]
    vocabulary = page.vocabulary
    if stem(name.split()[-1]) in persons or is_land(name) or may_be_land(name) or is_given(name.split()[0]):
        return True
    nouns = lexicon(f"{vocabulary.bodies} {vocabulary.peoples}") if usual else _nouns(vocabulary.code)
    if any(word in nouns or word.removesuffix("s") in nouns for word in (words[0], words[-1])):
        return True
    if any(belongs(vocabulary.code, word) for word in name.split()):
        return True
    if len(words) > 1 and words[0] in lexicon(vocabulary.adjectives):
        return True
    plain = not usual and all(word in page.small or page.common(word) for word in words)
    return len(name) < 3 or name.isupper() or plain


@cache
def _nouns(code: str) -> Lexicon:
    words = VOCABULARIES[code]
    listed = (words.titles, words.bodies, words.alone, words.peoples, words.adjectives, words.sites, words.works)
    return lexicon(" ".join(listed))


def _joined(page: Page, runs: Sequence[Run], papers: dict[str, str], persons: set[str]) -> None:
    """Names that “and”, or a comma between glosses, joins to a paper, are papers as well."""
    if not papers:
        return
    named, last = [run.name for run in runs], len(runs) - 1
    onwards, back = ((at, at + 1) for at in range(last)), ((at, at - 1) for at in range(last, 0, -1))
    for at, to in chain(onwards, back):
        if named[at] not in papers or named[to] in papers or runs[to].owner:
            continue
        name, beside, one, other = named[at], named[to], runs[at], runs[to]
        if page.common.seldom(other.words[0].casefold()) and not _other(page, beside, persons):
            first, second = sorted((one, other))
            if second.start - first.end < 60 and _JOINT.fullmatch(page.text[first.end : second.start]):
                papers[beside] = f"it stands beside “{name}”"


_JOINT = re.compile(r",? (?:and|et|und|и)(?: the)? | \([^()\n]+\),?(?: and| et| und| и)? ")
