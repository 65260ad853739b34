"""Periodicals named without marks: by a word beside them, by their own words, or as they are named elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from variorum.layers.languages import Lexicon, lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.groups import belongs
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.titles import NUMBERED
from variorum.layers.names.titles.votes import ELSEWHERE
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.lands import is_land
from variorum.layers.names.words.press import PRESS


def running(page: Page, runs: Sequence[Run]) -> Iterator[Mention]:
    """Papers named without marks: in a non-party paper, X; an article in X; the Osna Gazette; X No. 5."""
    papers = lexicon(page.vocabulary.papers).whole
    articles = lexicon(page.vocabulary.articles)
    for run in runs:
        if not _may_name(run.words[-1], page.vocabulary.code) and not _may_be_said(page, run):
            continue
        last = run.words[-1].casefold()
        named = len(run.words) > 1 and page.vocabulary.code != "ru" and not run.owner
        named = named and (last in papers or (last == "press" and run.words[-2].endswith(("’s", "'s", "s’", "s'"))))
        named = named and (last in _SURE or (run.before.casefold() in articles and not _heading(page, run)))
        if named or (len(run.words) < 3 and not run.owner and last.rpartition("-")[2] in _SURE.whole and "-" in last):
            yield Mention(run.start, run.end, "periodical", run.name, 0.85, f"“{run.words[-1]}” names a paper")
        elif last in _ALONE and len(run.words) == 1 and run.before in ("the", "The") and not run.opens:
            yield Mention(run.start, run.end, "periodical", run.name, 0.75, f"“the {run.name}” is a paper’s name")
        elif (said := _said(page, run) or _french(page, run)) is not None:
            yield said


@lru_cache(1 << 14)
def _may_name(last: str, code: str) -> bool:
    """Whether the last word of a name may tell that it is a paper’s."""
    low = last.casefold()
    return low in lexicon(VOCABULARIES[code].papers).whole or low == "press" or low in _ALONE or "-" in low


def _may_be_said(page: Page, run: Run) -> bool:
    """Whether what stands beside a name may tell that it is a paper’s."""
    code = page.vocabulary.code
    return code == "fr" or _hints(code, run.before) or run.after == "," or _numbered(run.after)


@lru_cache(1 << 14)
def _numbered(after: str) -> bool:
    """Whether the number of an issue may stand after a name."""
    return after.lstrip(" ,(")[:1] in _NUMBERS


def _heading(page: Page, run: Run) -> bool:
    """Whether usual words stand alone in a line: The Legal Newspaper."""
    alone = run.end == len(page.text) or page.text[run.end] == "\n"
    begins = page.text[: run.start].rstrip(" ").removesuffix(run.before).rstrip(" ")[-1:] in ("", "\n")
    return alone and begins and all(page.common(word.casefold()) for word in run.words)


_SURE = lexicon("gazette chronicle zeitung tageblatt anzeiger volkszeitung arbeiterzeitung tribüne volksblatt")
_ALONE = lexicon("times tribune gazette chronicle spectator observer figaro herald").whole


def again(page: Page, run: Run) -> Mention | None:
    """A paper that is named elsewhere in the document, without marks."""
    if run.start in page.here:
        return Mention(run.start, run.end, "periodical", run.name, 0.8, page.here[run.start])
    low = run.name.casefold()
    if low in page.papers and not (run.opens and (low in page.small or page.common(low))):
        return Mention(run.start, run.end, "periodical", run.name, 0.8, page.papers[low])
    short = len(run.words) == 1 and run.before == "the" and not run.opens and low in lexicon(page.vocabulary.papers)
    if short and any(name.endswith(f" {low}") for name in page.papers):
        return Mention(run.start, run.end, "periodical", run.name, 0.8, ELSEWHERE)
    if len(run.words) == 2 and (part := _part(page, run)):
        return Mention(run.start, run.end, "periodical", run.name, 0.75, f"it has the name of the paper “{part}”")
    return None


def _part(page: Page, run: Run) -> str | None:
    """The word of a longer name that is a paper by itself, and no usual word: the New X, X of the Workers."""
    own = (word for word in run.words if word.casefold() in page.papers and len(word) > 3)
    return next((word for word in own if page.common.seldom(word.casefold())), None)


_NUMBERED_FRENCH = re.compile(r"[A-ZÀ-Þ][^\W_]+(?: (?:de |du |des |d[’'])?[^\W\d_]+){1,4}?(?=,? n°)")


_CAPITAL = re.compile(r"\b(?:de|dans|à|par|pour|et|sur|avec) (L[ae] |Les |L[’'])$")
"""An article with a capital within a sentence, as titles have it."""


def _french(page: Page, run: Run) -> Mention | None:
    """A French paper whose adjective follows in small letters, by the number of its issue: La Route ouvrière, n° 3."""
    article = _CAPITAL.search(page.text, max(0, run.start - 14), run.start) if page.vocabulary.code == "fr" else None
    if article and run.words[-1].casefold() in lexicon(page.vocabulary.papers).whole:
        start = article.start(1)
        name = page.text[start : run.end]
        return Mention(start, run.end, "periodical", name, 0.8, f"“{run.words[-1]}” names a paper")
    title = _NUMBERED_FRENCH.match(page.text, run.start) if page.vocabulary.code == "fr" else None
    if not title or not re.search(
        r"\b(?:dans|de|in) (?:L[ae] |L[’']|l[ae] |l[’'])$", page.text[max(0, run.start - 10) : run.start]
    ):
        return None
    return Mention(*title.span(), "periodical", title.group(), 0.85, "the number of an issue stands after it")


def _said(page: Page, run: Run) -> Mention | None:
    """What words before or after a run say of it as a paper."""
    numbered = _numbered(run.after) or (run.after == "," and page.text[run.end + 2 : run.end + 3] in _NUMBERS)
    if not (numbered or _hints(page.vocabulary.code, run.before)):
        return None
    if run.before == "the" and not numbered and not page.text.endswith("in the ", 0, run.start):
        return None
    noun = run.before.rstrip(",").casefold()
    low = run.words[-1].casefold()
    bodied = low.removesuffix("s") in lexicon(page.vocabulary.bodies) or low in lexicon(page.vocabulary.alone)
    if bodied or is_land(run.name):
        return None
    before = page.text[max(0, run.start - 70) : run.start]
    start = run.start
    if run.before == "The" and not re.search(r"[.!?:\n“\"]\s*[“\"]?The $", before):
        start, before = start - 4, before[:-4]
        if re.search(r"\b(?:to|in|of|from|for|by) $", before) and re.search(
            r"\b(?:articles?|editors?|edited|paper|copy|issue)\b", before
        ):
            return Mention(
                start, run.end, "periodical", f"The {run.name}", 0.75, "something is sent to it or printed in it"
            )
    if page.vocabulary.code == "fr" and run.before[:1] == "L":
        noun = before.split()[-2].casefold() if len(before.split()) > 1 else ""
    adjective = run.words[0].casefold() in lexicon(page.vocabulary.adjectives)
    if adjective and (len(run.words) > 1 or run.after[:1] != ","):
        return None
    if (noun in _paper_nouns(page.vocabulary.code)) and (told := _apposed(page.vocabulary.code).search(before)):
        return Mention(start, run.end, "periodical", run.name, 0.85, f"“{told.group(1)}” stands before it")
    if adjective:
        return None
    if belongs(page.vocabulary.code, run.words[-1]) or low.endswith(("ist", "ian", "ish")):
        return None
    if numbered and NUMBERED.match(page.text, run.end) and _WRITTEN_IN.search(before):
        return Mention(start, run.end, "periodical", run.name, 0.85, "the number of an issue stands after it")
    if noun not in _IN or run.owner or (noun == "the" and not page.text.endswith("in the ", 0, run.start)):
        return None
    if noun == "the" and page.common(run.words[0].casefold()):
        return None
    if told := _printed_in(page.vocabulary.code).search(before):
        said = f"“{told.group(told.lastindex or 1)} in” stands before it"
        return Mention(start, run.end, "periodical", run.name, 0.75, said)
    return None


_WRITTEN_IN = re.compile(
    r"(?:\b(?:in|of|from|see|to|dans|de|du|in der|im|aus|в|из|cf\.) |[(\[–—] ?)(?:the )?$", re.IGNORECASE
)


_NUMBERS = frozenset("NnV№iv")
_IN = lexicon("in the dans le la im der в").whole


@lru_cache(1 << 14)
def _hints(code: str, before: str) -> bool:
    """Whether a word before a name may lead to a paper."""
    noun = before.rstrip(",").casefold()
    return noun in _IN or before[:1] in ("T", "L") or noun in _paper_nouns(code)


@cache
def _paper_nouns(code: str) -> Lexicon:
    return lexicon(f"{VOCABULARIES[code].paper} called")


@cache
def _apposed(code: str) -> re.Pattern[str]:
    nouns = pattern(PRESS[code].beside)
    patterns = {
        "en": r"\b(?:[Aa]n?|[Tt]he|his|our|their|its|this|that)(?: [A-Za-z][\w-]+){0,2} "
        rf"({nouns}),? (?:called |the )?$",
        "fr": rf"\b(?:le|un|son|leur|la|une) ({nouns}),? (?:L[ea] |L[’'])?$",
        "de": rf"\b(?:de[rmn]|die|das|(?:ein|ihr|sein)e[rmn]?)(?: [a-zäöü]\w+){{0,2}} ({nouns}),? $",
        "ru": rf"\b({nouns}),? $",
    }
    return re.compile(patterns[code])


@cache
def _printed_in(code: str) -> re.Pattern[str]:
    nouns = pattern(PRESS[code].printed)
    patterns = {
        "en": rf"\b({nouns})(?: [^\s.;:,]+){{0,4}} in (?:the )?$|\b(published|appeared|printed) in the $",
        "fr": rf"\b({nouns})(?: [^\s.;:,]+){{0,4}} dans (?:[Ll]e |[Ll]a |[Ll][’'])?$",
        "de": rf"\b({nouns})(?: [^\s.;:,]+){{0,3}} (?:in der|im|in) $",
        "ru": rf"\b({nouns})(?: [^\s.;:,]+){{0,3}} в $",
    }
    return re.compile(patterns[code])
