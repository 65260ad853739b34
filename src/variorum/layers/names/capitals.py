"""Where words with capitals stand together, with the small words that a name has between its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from variorum.layers.languages import pattern
from variorum.text import code_points

CAPITAL = "A-ZÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇŐŒŘŚŠŤŮŰŹŻŽА-ЯЁІѢѲ"
_WORD = rf"[{CAPITAL}][^\W_]*(?:[’'][^\W\d_]+)*(?:-[^\W\d_]+(?:[’'][^\W\d_]+)*)*"
_ABBREVIATIONS = """
    M Mr Mrs Messrs Mme Mlle Mgr Max Mich Dr Doct St Ste Sts Prof Gen Col Cap Capt Lieut Lt Maj Sergt Sgt Rev Hon Sen
    Gov Com Th Ch Chas Geo Jas Wm Jno Robt Thos Alex Aug Fr Hr Jos Joh Ph Wl Vl Фр Ал Вл Ив Ник Тов Св Гр
"""
SHORT = rf"(?:(?:Maj|Lieut|Lt|Brig)\.-(?:Gen|Col|Gov)|{pattern(_ABBREVIATIONS)})\."
INITIAL = rf"[{CAPITAL}][a-zа-яё]?\.(?:-?[{CAPITAL}][a-zа-яё]?\.)*"
_TOKEN = rf"(?:(?=[^\W_]{{1,6}}\.)(?:{SHORT}|{INITIAL})|{_WORD})"
_FIRST = r"(?:von|van|фон|de|di|du|del|della) (?:der |la |den )?"
_PARTICLES = (
    r"(?:v[oa]n|vom|zu[rm]?|d[eiu]|da|do|del|dell[ao]|de[rnms]|las?|les?|y|ibn|be?in|al|фон|де|ван|дер|ла|ле|д[’']) "
)
_BETWEEN = rf"(?:(?<=s)[’'])?[ \u00a0]{{1,6}}(?:{_PARTICLES}){{0,2}}(?:[dд][’'])?"
RUN = re.compile(rf"(?<![^\W_])(?:{_FIRST})?{_TOKEN}(?:{_BETWEEN}{_TOKEN}|(?<=\.){_TOKEN})*")


def capitalised(text: str) -> Iterator[tuple[int, str]]:
    """Where words with capitals stand together: tried only where one may begin, of which the code points tell most.

    >>> list(capitalised("at Osna Bay, von Kolb"))
    [(3, 'Osna Bay'), (13, 'von Kolb')]
    """
    kinds = np.append(np.uint8(0), _KINDS.take(code_points(text), mode="clip"))
    end = 0
    for start in np.flatnonzero((kinds[1:] & _BEGINS) > (kinds[:-1] & _ALNUM)).tolist():
        if start >= end and (match := RUN.match(text, start)):
            end = match.end()
            yield start, match.group()


_BEGINS, _ALNUM = 1, 2
_BOUND = 0x500
"""Beyond it no capital begins a run."""


def _kinds() -> NDArray[np.uint8]:
    """For each code point whether it is a letter or digit, and whether a run may begin with it; 0 beyond the bound."""
    begins = re.compile(f"[{CAPITAL}vdф]")
    chars = map(chr, range(_BOUND))
    return np.array([*(_ALNUM * char.isalnum() + _BEGINS * bool(begins.match(char)) for char in chars), 0], np.uint8)


_KINDS = _kinds()
