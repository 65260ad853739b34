"""What a title is by all its places together, and where it stands without marks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.layers.languages import lexicon
from variorum.layers.names.groups import belongs
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.titles.stretches import Stretch
from variorum.layers.names.words.given import is_given, stem
from variorum.layers.names.words.lands import is_land

Kind = tuple[str, float, str]
"""What a place of a title tells: periodical or work, how surely, and why."""
ELSEWHERE = "it is named so elsewhere in the document"
FORM, SURE, ENOUGH = 0.7, 0.8, 50
"""Less sure is what the form alone tells, which counts once; surer a word beside; so many hundredths tell a title."""
OFTEN = 8
"""Of so many places that set a title apart a word beside one has to tell it."""
_ARTICLE = re.compile(r"^(?:the|le|la|les|der|die|das|l[’'])\s*", re.IGNORECASE)
_LONG = re.compile(r"\w{3}\S* .*\w{3}")


@dataclass
class Title:
    """A title with what its places tell."""

    name: str
    votes: Counter[str] = field(default_factory=Counter)
    form: dict[str, int] = field(default_factory=dict)
    apart: int = 0
    """In how many places it is set apart or cited."""
    strong: int = 0
    """In how many of these a word beside tells it."""
    plain: int = 0
    """In how many places it stands unmarked, where that has to be known to tell whether it is one."""

    @property
    def kind(self) -> str:
        """What it most likely is the title of."""
        return min(self.votes.items(), key=lambda vote: (-vote[1], vote[0]))[0]

    def bears(self, plain: int) -> bool:
        """Whether so many unmarked places may be told by the others."""
        return self.strong > 0 and plain <= 3 * max(self.strong, self.apart)


def title_key(page: Page, name: str) -> str:
    """What two writings of a title have in common."""
    plain = _ARTICLE.sub("", name.casefold().replace("’", "'"))
    return " ".join(map(stem, plain.split())) if page.vocabulary.code in ("ru", "de") else plain


def chosen_titles(page: Page, told: Sequence[tuple[Stretch, Kind | None]]) -> dict[str, Title]:
    """The titles that all places together tell, by their keys.

    What stands unmarked far more often than set apart is none, where only the italic tells it.
    """
    found: defaultdict[str, Title] = defaultdict(lambda: Title(""))
    for one, kind in told:
        title = found[title_key(page, one.name)]
        title.name = title.name or _ARTICLE.sub("", one.name, count=1)
        title.apart += 1
        if kind and kind[1] < FORM:
            title.form[kind[0]] = max(title.form.get(kind[0], 0), round(100 * kind[1]))
        elif kind:
            title.votes[kind[0]] += round(100 * kind[1])
            title.strong += kind[1] >= SURE
    for title in found.values():
        title.votes.update(title.form)
    return {key: title for key, title in found.items() if title.votes and _is_title(page, title)}


def _is_title(page: Page, title: Title) -> bool:
    if max(title.votes.values()) < ENOUGH:
        return False
    if not title.strong or " " not in title.name:
        title.plain = max(0, page.text.count(title.name) - title.apart)
    if not title.strong and title.plain > title.apart:
        return False
    if title.apart > OFTEN and title.apart > OFTEN * title.strong:
        return False
    words, vocabulary = title.name.split(), page.vocabulary
    bodies = lexicon(f"{vocabulary.bodies} {vocabulary.alone} {vocabulary.peoples}")
    low = title.name.casefold()
    body = low in bodies or low.removesuffix("s") in bodies or belongs(vocabulary.code, words[-1])
    if body and 2 * title.strong < title.apart and (len(words) == 1 or not title.strong):
        return False
    return len(words) > 1 or title.strong > 2 or title.plain <= 3 * title.apart


def begun(page: Page, one: Stretch) -> str | None:
    """What a longer title is that begins or ends with these words, which never stand unmarked: “Voices”."""
    key = title_key(page, one.name)
    if len(key) < 5 or key in page.persons:
        return None
    longer = [
        (name, kind) for name, kind in page.titles.items() if name.startswith(f"{key} ") or name.endswith(f" {key}")
    ]
    if not longer:
        return None
    alone = page.text.count(one.name) - page.text.count(page.text[slice(*one.outer)])
    return longer[0][1] if alone <= 1 else None


def unmarked(page: Page, told: Sequence[tuple[Stretch, Kind | None]], chosen: Mapping[str, Title]) -> Iterator[Mention]:
    """The places where a title of two words or more stands without marks."""
    titles = []
    for title in chosen.values():
        words = title.name.split()
        bodied = words[-1].casefold() in lexicon(page.vocabulary.bodies) or belongs(page.vocabulary.code, words[-1])
        long = title.strong and len(title.name) < _LONGEST and _LONG.search(title.name)
        if long and not (bodied or is_given(words[0]) or is_land(title.name)):
            titles.append(title)
    taken = {at for one, _ in told for at in range(one.start, one.end)}
    for title in sorted(titles, key=lambda title: (-len(title.name), title.name)):
        places = [start for start in _places(page.text, title.name) if start not in taken]
        for start in places if title.bears(len(places)) else ():
            end = start + len(title.name)
            taken.update(range(start, end))
            start -= 4 if page.text.endswith("The ", 0, start) and not _opens(page.text, start - 4) else 0
            yield Mention(start, end, title.kind, page.text[start:end], 0.75, ELSEWHERE)


_LONGEST = 60
"""Longer titles are not looked for unmarked."""


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands as whole words."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(name, end)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    return text[max(0, at - 9) : at].rstrip(' “"‘_*(')[-1:] in ("", ".", "!", "?", ":", "\n")
