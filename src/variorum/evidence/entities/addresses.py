"""Forms of address: what they say of a person, so that two of one family name are told apart.

>>> address("Mrs."), address("генерал"), address("Comrade")
(Address(sex='f', rank='married'), Address(sex='m', rank=None), Address(sex=None, rank=None))
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_SAYS: tuple[tuple[str, str | None, str | None], ...] = (
    ("mrs mistress madam madame mme dame widow frau госпожа г-жа мадам вдова", "f", "married"),
    ("miss mlle mademoiselle fräulein frl барышня мадемуазель девица", "f", "unmarried"),
    ("lady countess queen empress duchess baroness marchioness gräfin fürstin königin kaiserin comtesse reine "
     "графиня княгиня царица императрица королева баронесса", "f", "titled"),
    ("nurse aunt sister mother tante schwester mutter soeur mère тётя тетя тётка сестра мать гражданка "
     "grandmother princess prinzessin princesse княжна", "f", None),
    ("mr mister monsieur m herr г-н господин esquire", "m", "untitled"),
    ("lord earl viscount duke marquis", "m", "peer"),
    ("sir king prince count emperor baron uncle brother father captain "
     "colonel general major admiral lieutenant sergeant corporal graf fürst könig kaiser "
     "onkel bruder vater hauptmann oberst roi comte empereur oncle frère père capitaine граф князь царь "
     "император король барон дядя брат отец капитан полковник генерал адмирал поручик гражданин "
     "grandfather squire tsar czar pope cardinal", "m", None),
)  # fmt: skip


class Address(NamedTuple):
    """What a form of address says of a person."""

    sex: str | None
    """m or f."""
    rank: str | None
    """Of a woman: married, unmarried or titled; of a man: untitled or peer."""


@cache
def _listed() -> dict[str, Address]:
    return {word: Address(sex, rank) for words, sex, rank in _SAYS for word in words.split()}


@cache
def address(title: str) -> Address:
    """What the words of a title say; nothing where they contradict one another."""
    known = [_listed()[word] for word in re.findall(r"[\w-]+", title.casefold()) if word in _listed()]
    sexes = {one.sex for one in known if one.sex}
    ranks = {one.rank for one in known if one.rank}
    return Address(sexes.pop() if len(sexes) == 1 else None, ranks.pop() if len(ranks) == 1 else None)
