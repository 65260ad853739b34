"""Whom and what names mean over a whole library: `names`, each with its entity, and `entities`, each with its forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from operator import itemgetter
from typing import Annotated, Any

import pyarrow as pa
import pyarrow.compute as pc

from variorum.evidence.entities.adjectives import find_adjectives
from variorum.evidence.entities.authorities import authorities
from variorum.evidence.entities.decided import Decided, apart_words
from variorum.evidence.entities.forms import Form, count_words, counted, forms
from variorum.evidence.entities.gathering import Gathered, Group, Read, gather
from variorum.evidence.entities.identifiers import identifiers
from variorum.evidence.entities.kinds import other_kinds
from variorum.evidence.entities.pen_names import Named, told_names
from variorum.evidence.entities.quoted_titles import KINDS, Title, find_quoted
from variorum.evidence.entities.words import gather_words
from variorum.tables import ENTITIES, NAMES

__all__ = ["entities", "names"]

Texts = Callable[[Iterable[str]], Iterator[tuple[str, str]]]
BETWEEN = ". Here: "
"""What stands in a reason of `names` between why it is a name and why it is counted to its entity."""


def names(
    mentions: pa.Table,
    passages: Annotated[pa.Table, "doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "words"],
    documents: Annotated[pa.Table, "doc"],
    texts: Texts,
    *,
    authority: tuple[Any, ...] = (),
    decided: tuple[Any, ...] = (),
) -> pa.Table:
    """Every name of the library with whom or what it means, and why.

    `authority` has the entries of the library's authority file: id, kind, name, forms, ids elsewhere; `decided` what
    was decided of two forms: same or apart, form and document, the other and its document, who.
    """
    written, told = forms(mentions), [Decided(*map(str, one)) for one in decided]
    words = gather_words(count_words(counted(written)), apart_words(told))
    others = other_kinds(written, mentions["likely"].to_pylist(), words)
    all_forms = [others.get(form, form) for form in written]
    spans = [mentions[name].to_pylist() for name in ("doc", "start", "end")]
    named = _named(spans, all_forms)
    gathered = gather(
        counted(all_forms),
        words,
        {doc: [(one.start, one.form) for one in rows] for doc, rows in named.items()},
        passages,
        _read(texts(documents["doc"].to_pylist()), named, _rendered(passages)),
        authorities(authority),
        told,
    )
    why, kinds = mentions["reason"].to_pylist(), mentions["kind"].to_pylist()
    reasons = [
        reason if form.kind == kind else f"{reason}; elsewhere in the library a {form.kind} is called so"
        for reason, form, kind in zip(why, all_forms, kinds, strict=True)
    ]
    return _rows(spans, all_forms, reasons, gathered)


def _named(spans: list[list[Any]], all_forms: list[Form]) -> dict[str, list[Named]]:
    """The names of each document, in order."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for doc, start, end, form in zip(*spans, all_forms, strict=True):
        found[doc].append(Named(start, end, form))
    return {doc: sorted(rows) for doc, rows in found.items()}


def _read(texts: Iterable[tuple[str, str]], named: Mapping[str, Sequence[Named]], rendered: Set[str]) -> Read:
    """What texts say of names: adjectives that may be made of them, that two are one person’s, and, of texts that are
    rendered elsewhere, what may be titles in quotation marks.
    """
    found = Read([], [], {})
    for doc, text in texts:
        found.adjectives.extend(find_adjectives(doc, text))
        found.told.extend(told_names(text, named.get(doc, ())))
        if doc in rendered:
            found.quoted[doc] = find_quoted(text)
    return found


def _rendered(passages: pa.Table) -> set[str]:
    """The documents of which something is a translation."""
    beads = passages.filter(pc.equal(passages["kind"], "translation"))
    return {doc for side in "ab" for doc in beads[f"doc_{side}"].unique().to_pylist()}


def _rows(spans: list[list[Any]], all_forms: list[Form], reasons: list[str], gathered: Gathered) -> pa.Table:
    ids = identifiers(gathered.groups)
    homes = {form: (one, group) for one, group in zip(ids, gathered.groups, strict=True) for form in group.reasons}
    quoted = {(one.doc, at) for one in gathered.more if one.form.kind in KINDS for at in range(one.start, one.end)}
    rows = [
        (doc, start, end, form.kind, homes[form][0], _both(reason, homes[form][1].reasons[form]))
        for doc, start, end, form, reason in zip(*spans, all_forms, reasons, strict=True)
        if (doc, start) not in quoted
    ]
    taken = {(doc, start) for doc, start, *_ in rows}
    rows += [_of_more(one, *homes[one.form]) for one in gathered.more if (one.doc, one.start) not in taken]
    rows.sort(key=lambda row: row[:3])
    return pa.table([list(column) for column in zip(*rows)] or [[]] * 6, schema=NAMES.schema)  # noqa: B905


def _both(name: str, entity: str) -> str:
    return f"{name}{BETWEEN}{entity}" if entity else name


def _of_more(one: Title, entity: str, group: Group) -> tuple[Any, ...]:
    why = "it stands in quotation marks" if one.form.kind in KINDS else "an adjective made of a name of the library"
    return one.doc, one.start, one.end, one.form.kind, entity, _both(why, group.reasons[one.form])


def entities(
    names: pa.Table,
    mentions: Annotated[pa.Table, "doc", "start", "end", "name"],
    texts: Texts,
    *,
    authority: tuple[Any, ...] = (),
) -> pa.Table:
    """Each person, group, place, work and periodical that is named, with all the forms of its name."""
    known = {entry.id: entry for entry in authorities(authority)}
    rows = _with_forms(names, mentions, texts)
    rows.sort(key=lambda row: row[0])
    made = []
    for entity, group in groupby(rows, key=itemgetter(0)):
        made.append(_entity(entity, list(group), known.get(entity)))
    return ENTITIES.rows(made)


def _with_forms(names: pa.Table, mentions: pa.Table, texts: Texts) -> list[tuple[str, str, str, str, str]]:
    """Of each name its entity, kind, form, document and the reason why it is counted to the entity."""
    spans = zip(*(mentions[name].to_pylist() for name in ("doc", "start", "end")), strict=True)
    written = dict(zip(spans, mentions["name"].to_pylist(), strict=True))
    columns = ("doc", "start", "end", "kind", "entity", "reason")
    rows = list(zip(*(names[name].to_pylist() for name in columns), strict=True))
    lacking: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for doc, start, end, *_ in rows:
        if (doc, start, end) not in written:
            lacking[doc].append((start, end))
    for doc, text in texts(lacking) if lacking else ():
        written.update({(doc, start, end): " ".join(text[start:end].split()) for start, end in lacking[doc]})
    return [
        (entity, kind, written[doc, start, end], doc, reason.partition(BETWEEN)[2])
        for doc, start, end, kind, entity, reason in rows
    ]


def _entity(entity: str, rows: list[tuple[str, str, str, str, str]], entry: Any) -> dict[str, Any]:
    counts = Counter(row[2] for row in rows)
    why: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, _, form, _, reason in rows:
        why[form][reason] += 1
    ordered = sorted(counts, key=lambda form: (-counts[form], form))
    return {
        "entity": entity,
        "kind": rows[0][1],
        "name": entry.name if entry else _called(ordered, why),
        "forms": [{"form": form, "count": counts[form], "reason": _most(why[form])} for form in ordered],
        "mentions": len(rows),
        "documents": len({row[3] for row in rows}),
        "same_as": list(entry.same_as) if entry else [],
    }


def _most(reasons: Counter[str]) -> str:
    return min(reasons, key=lambda reason: (-reasons[reason], reason))


def _called(ordered: list[str], why: dict[str, Counter[str]]) -> str:
    """The form of which its reason says that the entity is called so; the only one where there is one."""
    called = [form for form in ordered if any(reason.startswith(f"{form} is the form") for reason in why[form])]
    return called[0] if called else ordered[0]
