"""Changes of a word that its author may have made: another ending, another transliteration or spelling, dialect."""

from __future__ import annotations

from variorum.layers.findings.words.misprints import ALIKE, change

_USUAL = """
    i/y y/j i/j ff/v v/w f/v f/ff ou/u u/v w/u tch/ch t/ z/s tz/ts tz/z s/ss kh/h k/kh h/ k/c c/ck k/ck ks/x j/zh e/ie
    e/ye e/je y/ i/ e/ i/iy y/iy i/ii y/ii i/e a/o a/e o/u s/sz sh/sch ph/f sk/sc c/s c/t z/ts au/av or/our er/re er/or
    é/e oe/e ae/e au/o ai/ay ei/ey ya/ia yu/iu ya/a dj/j dg/g g/h th/t ou/oo u/oo ee/i ee/e w/v uy/ui
"""
USUAL = {frozenset(pair.split("/")) for pair in _USUAL.split()}
"""Letters that writers change for one another in names, in words of another alphabet, and in old spellings."""
OLD = {frozenset(pair.split("/")) for pair in ("z/s", "c/s", "u/", "a/e", "ph/f", "k/c", "i/e", "e/")}
"""Letters that older spellings have for one another."""
STEM, ENDING = 4, 3
"""A word and its inflected form have so many letters in common at least, and so many others at most."""
ALTERED, INFLECTED = 0.06, 0.08
DIALECT = {frozenset(pair.split("/")) for pair in ("h/", "th/f", "th/d", "th/n", "g/", "d/", "t/")}
WITHIN = {frozenset("vw"), frozenset("nd"), frozenset("rf")}
"""How some people say a word at its edges, and within it."""


_BEGINNINGS = """
    a ab an anti au auf aus be bei co contre counter de dis dé en ent er fore ge im in inter mal mis nach non out over
    post pre pro re ré sub super sur trans un under unter ver vor ver zer zu über
    без бес в во воз вы до за из ис на над не недо о об от пере по под пре при про раз рас с со у
"""
BEGINNINGS = frozenset(_BEGINNINGS.split())
"""What words begin with that are made of others."""


def wilful(seen: str, stood: str, named: bool) -> float:
    """How much less likely a slip is where one word is as the other in what writers change themselves.

    >>> wilful("trubetskoi", "trubetskoy", True) < 0.1, wilful("depulies", "deputies", True)
    (True, 1.0)
    >>> wilful("remobilise", "demobilise", False) < 0.1
    True
    """
    if seen[-1:] == stood[-1:] == "s":
        return wilful(seen[:-1], stood[:-1], named)
    gone, came, head, tail = change(seen, stood)
    doubled = _doubled(seen, stood)
    if not tail and head >= STEM and max(len(gone), len(came)) <= ENDING and (gone, came) not in ALIKE:
        return INFLECTED
    if tail >= STEM and not named and _begun(seen, stood, len(seen) - tail):
        return INFLECTED
    if frozenset((gone, came)) in USUAL or doubled:
        return ALTERED if named else 8 * ALTERED
    return 1.0


def _begun(seen: str, stood: str, differ: int) -> bool:
    """Whether two words that are alike from some letter on are one word with other beginnings, or one with none."""
    less = len(stood) - len(seen)
    ends = range(max(differ, -less), min(len(seen), differ + 5))
    return any(seen[:at] in BEGINNINGS and (at + less == 0 or stood[: at + less] in BEGINNINGS) for at in ends)


def _doubled(seen: str, stood: str) -> bool:
    """Whether one word has once a letter that stands twice in the other."""
    gone, came, head, _ = change(seen, stood)
    longer, letter = (seen, gone) if gone else (stood, came)
    beside = longer[max(0, head - 1) : head], longer[head + 1 : head + 2]
    return not (gone and came) and len(letter) == 1 and letter in beside


def respelt(seen: str, stood: str) -> bool:
    """Whether one word is another in an older or a careless spelling.

    >>> respelt("accomodations", "accommodations"), respelt("champing", "camping")
    (True, False)
    """
    gone, came, head, tail = change(seen, stood)
    return head > 0 and (tail > 0 or came == "l") and (_doubled(seen, stood) or frozenset((gone, came)) in OLD)


def dialect(seen: str, stood: str) -> bool:
    """Whether one word is another as some people say it.

    >>> dialect("hexercise", "exercise"), dialect("indiwidual", "individual"), dialect("cruidal", "crucial")
    (True, True, False)
    """
    gone, came, head, tail = change(seen, stood)
    pair = frozenset((gone, came))
    return pair in WITHIN or ((not head or not tail) and pair in DIALECT)
