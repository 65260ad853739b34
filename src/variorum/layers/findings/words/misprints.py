"""What a word may have been before a slip: one letter lost, doubled, changed or two exchanged, or letters that look
alike to a machine; and how likely each is.
"""

from __future__ import annotations

from unicodedata import combining, normalize

from variorum.layers.findings.words.numbered import Changed

_ALIKE = """
    rn/m cl/d li/h ii/u vv/w in/m ni/m nn/m ri/n tl/d fi/ﬁ c/e e/c h/b b/h f/t t/f i/l l/i j/i o/c c/o a/u u/n n/u s/f
    f/s ll/U i/t t/l l/t r/t v/y y/v fl/ﬂ fi/ff fl/ff b/d d/b ti/h lc/k ic/k ol/d jj/g n/ri h/li m/rn d/cl
    u/ii w/vv m/in m/ni k/lc
    п/н н/п и/н н/и и/п ш/щ щ/ш е/с с/е о/с с/о ы/м в/б б/в ь/ъ
"""
ALIKE = tuple((seen, stood) for seen, _, stood in (pair.partition("/") for pair in _ALIKE.split()))
"""Letters that print and machines take for one another: what is seen, and what stood there."""
_STOOD: dict[str, list[str]] = {}
_SEEN: dict[str, list[str]] = {}
for _one, _other in ALIKE:
    _STOOD.setdefault(_one, []).append(_other)
    _SEEN.setdefault(_other, []).append(_one)
MACHINE, SWAPPED, LOST, DOUBLED, OTHER = 0.01, 0.004, 0.003, 0.01, 0.0005
"""What share of slips in a word each sort has, for one place of a word."""


def before(word: str, letters: str, known: set[str] | frozenset[str], tried: Changed | None = None) -> dict[str, float]:
    """The known words of which one may be a misprint, each with the share of its slips that give just this.

    `tried` are the strings a letter away that may be known, where that was asked of many words at once.

    >>> sorted(before("tlie", "etaoinsh", {"the", "tie", "lie", "tale"}))
    ['lie', 'the', 'tie']
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    if tried is None:
        other = [head + letter + tail[1:] for head, tail in cuts[:-1] for letter in letters]
        tried = Changed(other, [head + letter + tail for head, tail in cuts for letter in letters])
    found = dict.fromkeys(known.intersection(tried.other), OTHER)
    for stood in known.intersection(tried.longer):
        found[stood] = OTHER if _doubles(word, stood) else LOST
    for head, tail in cuts[:-1]:
        if head + tail[1:] in known:
            found[head + tail[1:]] = DOUBLED if head[-1:] == tail[0] else OTHER * 2
        swapped = head + tail[1:2] + tail[:1] + tail[2:]
        if len(tail) > 1 and swapped in known:
            found[swapped] = SWAPPED
    found |= dict.fromkeys(known.intersection(alike(word)), MACHINE)
    found.pop(word, None)
    return found


def _doubles(word: str, stood: str) -> bool:
    """Whether a word has as many doubled letters as one that is a letter longer."""
    return sum(map(str.__eq__, word, word[1:])) >= sum(map(str.__eq__, stood, stood[1:]))


def alike(word: str) -> list[str]:
    """The strings that a machine may have taken for a word.

    >>> "modern" in alike("modem"), "and" in alike("arid")
    (True, True)
    """
    return _replaced(word, _STOOD)


def misread(word: str) -> list[str]:
    """The strings that a machine may take a word for.

    >>> "modem" in misread("modern"), "arid" in misread("and")
    (True, True)
    """
    return _replaced(word, _SEEN)


def _replaced(word: str, others: dict[str, list[str]]) -> list[str]:
    found = []
    for at in range(len(word)):
        for end in (at + 1, at + 2):
            instead = others.get(word[at:end]) if end <= len(word) else None
            if instead:
                found += [word[:at] + other + word[end:] for other in instead]
    return found


def change(seen: str, stood: str) -> tuple[str, str, int, int]:
    """The letters by which two words differ, and how many are the same before and after them.

    >>> change("tovarishtchi", "touarishtchi")
    ('v', 'u', 2, 9)
    """
    before, most = 0, min(len(seen), len(stood))
    while before < most and seen[before] == stood[before]:
        before += 1
    after = 0
    while after < most - before and seen[-1 - after] == stood[-1 - after]:
        after += 1
    return seen[before : len(seen) - after], stood[before : len(stood) - after], before, after


_JOINED = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


def unaccented(word: str) -> str:
    """A word without its accents and joined letters.

    >>> unaccented("Œconomíst")
    'OEconomist'
    """
    plain = word.replace("Œ", "OE").replace("Æ", "AE").translate(_JOINED)
    return plain if plain.isascii() else "".join(char for char in normalize("NFD", plain) if not combining(char))


def bare(word: str) -> str:
    """A word without accents, and with one letter where some write two joined ones.

    >>> bare("œconomíst")
    'economist'
    """
    return unaccented(word).replace("oe", "e").replace("ae", "e")
