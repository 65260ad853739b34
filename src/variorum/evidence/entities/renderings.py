"""Names that render each other: what stands in a sentence beside its translation, again and again or alone.

Titles are translated, not transliterated: that The Workers’ Way is Рабочий Путь only the beads tell. Two names are held
to be one where neither is rendered otherwise in most of the beads in which it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.cognates import Beside, cognates
from variorum.evidence.entities.forms import PERSON, Form
from variorum.evidence.entities.quoted_titles import Answers
from variorum.evidence.entities.words import Words

AGAIN, SHARE = 3, 0.7
"""Two names are one that stand so often in beads that render each other, if that is such a share of all their beads."""
OFTEN, LESS, MORE = 10, 0.4, 3
"""Or so often, if that is such a lesser share, and so many times as often as either stands beside any other."""
LONGEST = 600
"""A bead that is longer, in code points, tells nothing of a name that stands alone in it."""

Place = tuple[int, Form]
Home = Mapping[Form, Form]
Side = tuple[str, int, int]


def gather_renderings(
    beads: pa.Table, places: Mapping[str, Sequence[Place]], homes: Home, words: Words, answers: Answers
) -> Iterator[Join]:
    """The joins of names that beads tell, from where forms stand, in order, and what each is gathered to so far.

    `answers` notes what in quotation marks may be a title that answers a name.
    """
    together: defaultdict[Beside, set[tuple[Side, Side]]] = defaultdict(set)
    alone: set[Beside] = set()
    cognate: set[Beside] = set()
    stand: tuple[defaultdict[Form, set[Side]], ...] = (defaultdict(set), defaultdict(set))
    for a, b in _beads(beads):
        left, right = _unmatched(_within(a, places, homes), _within(b, places, homes))
        for number, (side, names) in enumerate(((a, left), (b, right))):
            for name in names:
                stand[number][name].add(side)
        answers.look(left, right, b)
        answers.look(right, left, a)
        able = [Beside(one, other) for one in left for other in right if _comparable(one, other)]
        for pair in able:
            together[pair].add((a, b))
        cognate.update(cognates(able, words))
        for kind in {name.kind for name in left}:
            mine, theirs = [n for n in left if n.kind == kind], [n for n in right if n.kind == kind]
            if len(mine) == len(theirs) == 1 and max(a[2] - a[1], b[2] - b[1]) <= LONGEST:
                alone.add(Beside(mine[0], theirs[0]))
    yield from _told(together, alone, cognate, stand)


def _told(
    together: Mapping[Beside, set[tuple[Side, Side]]],
    alone: set[Beside],
    cognate: set[Beside],
    stand: tuple[Mapping[Form, set[Side]], ...],
) -> Iterator[Join]:
    often = {pair: min(len({a for a, _ in where}), len({b for _, b in where})) for pair, where in together.items()}
    rivals = _rivals(often)
    for pair, times in sorted(often.items()):
        most = max(len(stand[0][pair.one]), len(stand[1][pair.other]))
        least = min(len(stand[0][pair.one]), len(stand[1][pair.other]))
        again = times >= AGAIN and times >= SHARE * most
        again = again or (times >= OFTEN and times >= LESS * most and times >= MORE * rivals[pair])
        if again or (pair in alone and times == most and _titles(pair)):
            yield Join(pair.other, pair.one, _reason(pair, times, most))
        elif pair in cognate and times >= SHARE * least:
            yield Join(pair.other, pair.one, f"{_reason(pair, times, most)}, and has a word that sounds alike")


def _rivals(often: Mapping[Beside, int]) -> dict[Beside, int]:
    """How often at most either name of a pair stands beside another."""
    ranked: defaultdict[Form, list[tuple[int, Form]]] = defaultdict(list)
    for pair, times in often.items():
        ranked[pair.one].append((times, pair.other))
        ranked[pair.other].append((times, pair.one))
    most = {name: sorted(times for times, _ in rows)[-2:] for name, rows in ranked.items()}
    return {
        pair: max(_another(most[pair.one], times), _another(most[pair.other], times)) for pair, times in often.items()
    }


def _another(most: list[int], times: int) -> int:
    """The greatest of the counts beside this one."""
    return most[0] if most[-1] == times and len(most) > 1 else most[-1] if most[-1] != times else 0


def _comparable(one: Form, other: Form) -> bool:
    """Whether two names may render each other; what two persons of one family name have in common is known."""
    return one.kind == other.kind and (one.kind != PERSON or one.family.casefold() != other.family.casefold())


def _titles(pair: Beside) -> bool:
    """Whether both are of several words, as titles are, and mean no persons."""
    return pair.one.kind != PERSON and all(" " in name.name for name in pair)


def _reason(pair: Beside, times: int, most: int) -> str:
    count = "one bead" if times == 1 else f"{times} beads"
    rest = "and in no other" if times == most else f"of {most} in which either stands"
    return f"{pair.other.name} stands in {count} beside {pair.one.name}, {rest}"


def _beads(beads: pa.Table) -> Iterator[tuple[Side, Side]]:
    rows = beads.filter(pc.equal(beads["kind"], "translation"))
    columns = [rows[f"{name}_{side}"].to_pylist() for side in "ab" for name in ("doc", "start", "end")]
    for doc_a, start_a, end_a, doc_b, start_b, end_b in zip(*columns, strict=True):
        yield (doc_a, start_a, end_a), (doc_b, start_b, end_b)


def _within(side: Side, places: Mapping[str, Sequence[Place]], homes: Home) -> dict[Form, Form]:
    """The names that stand in a stretch, by what they are gathered to."""
    doc, start, end = side
    here = places.get(doc, ())
    found = {}
    for at in range(bisect_left(here, (start,)), len(here)):
        if here[at][0] >= end:
            break
        form = here[at][1]
        found[homes.get(form, form)] = form
    return found


def _unmatched(left: dict[Form, Form], right: dict[Form, Form]) -> tuple[list[Form], list[Form]]:
    both = left.keys() & right.keys()
    return sorted(left.keys() - both), sorted(right.keys() - both)
