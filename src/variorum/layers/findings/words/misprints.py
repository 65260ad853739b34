"""What a word may have been before a slip: one letter lost, doubled, changed or two exchanged, or letters that look
alike to a machine; and how likely each is.
"""

from __future__ import annotations

from collections.abc import Iterator

_ALIKE = """
    rn/m cl/d li/h ii/u vv/w in/m ni/m nn/m ri/n tl/d fi/ﬁ c/e e/c h/b b/h f/t t/f i/l l/i j/i o/c c/o a/u u/n n/u s/f
    f/s ll/U i/t t/l l/t r/t v/y y/v fl/ﬂ ti/h lc/k ic/k ol/d jj/g n/ri h/li m/rn d/cl u/ii w/vv m/in m/ni k/lc
    п/н н/п и/н н/и и/п ш/щ щ/ш е/с с/е о/с с/о ы/м в/б б/в ь/ъ
"""
ALIKE = tuple((seen, stood) for seen, _, stood in (pair.partition("/") for pair in _ALIKE.split()))
"""Letters that print and machines take for one another: what is seen, and what stood there."""
MACHINE, SWAPPED, LOST, DOUBLED, OTHER = 0.01, 0.004, 0.003, 0.01, 0.0005
"""What share of slips in a word each sort has, for one place of a word."""


def before(word: str, letters: str) -> Iterator[tuple[str, float]]:
    """The forms of which a word may be a misprint, each with the share of such slips that give just this.

    >>> found = dict(before("tlie", "etaoinsh"))
    >>> "the" in found, "tie" in found, "lie" in found
    (True, True, True)
    """
    size = len(word)
    for seen, stood in ALIKE:
        at = word.find(seen)
        while at >= 0:
            yield word[:at] + stood + word[at + len(seen) :], MACHINE
            at = word.find(seen, at + 1)
    for at in range(size):
        head, tail = word[:at], word[at + 1 :]
        again = at and word[at] == word[at - 1]
        yield head + tail, DOUBLED if again else OTHER * 2
        if at + 1 < size and word[at] != word[at + 1]:
            yield head + word[at + 1] + word[at] + word[at + 2 :], SWAPPED
        for letter in letters:
            if letter != word[at]:
                yield head + letter + tail, OTHER
    for at in range(size + 1):
        for letter in letters:
            yield word[:at] + letter + word[at:], LOST if letter in word[max(0, at - 1) : at + 1] else OTHER
