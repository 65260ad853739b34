"""Mentions made from the shorthand of the cases in tests/cases/entities: (title) first names *family name*."""

import re

from variorum.evidence import entities, names
from variorum.tables import DOCUMENTS, MENTIONS, PASSAGES

WRITTEN = re.compile(r"(?:\((?P<title>[^)]*)\)\s*)?(?P<given>[^*]*?)\s*(?:\*(?P<family>[^*]*)\*)?")
TOGETHER = "Ambrose *Fairweather* | (Captain) *Tolliver* | Lavinia *Postlethwaite* | Radomir *Hlavka*"
"""Of whom all documents of a case speak, so that they are of one circle."""


def mention(doc, at, shorthand, kind="person"):
    """A row of `mentions`."""
    row = {"doc": doc, "start": at, "end": at + 5, "kind": kind, "likely": 1.0, "reason": "a name", "language": "en"}
    if kind != "person":
        return row | {"name": shorthand}
    found = WRITTEN.fullmatch(shorthand.strip())
    assert found, shorthand
    family, given, title = found["family"], found["given"] or None, found["title"]
    return row | {"name": " ".join(filter(None, (given, family))), "family": family, "given": given, "title": title}


def gathered(rows, passages=(), texts=(), **settings):
    """`names` and `entities` of mentions, passages, and texts by document."""
    mentions = MENTIONS.rows(sorted(rows, key=lambda row: (row["doc"], row["start"])))
    written = dict(texts)
    docs = sorted({row["doc"] for row in rows} | set(written))
    documents = DOCUMENTS.rows([{"doc": doc} for doc in docs]).select(["doc"])

    def read(wanted):
        return ((doc, written.get(doc, "")) for doc in sorted(wanted))

    found = names(mentions, PASSAGES.rows(list(passages)), documents, read, **settings)
    authority = {key: value for key, value in settings.items() if key == "authority"}
    return found, entities(found, mentions, read, **authority)


def homes(rows, **more):
    """Of each mention, by document and start, the entity."""
    found, _ = gathered(rows, **more)
    return {(row["doc"], row["start"]): row["entity"] for row in found.to_pylist()}


def of_case(case):
    """The mentions of a case of persons, and where each of its forms stands."""
    rows, where = [], {}
    documents = {key: value for key, value in case.items() if len(key) == 1}
    for doc, listed in documents.items():
        beside = TOGETHER
        if case.get("strangers"):
            beside = " | ".join(f"*{name}{doc * 3}*" for name in ("Tolliver", "Hlavka", "Fairweather"))
        for number, shorthand in enumerate([*listed.split("|"), *beside.split("|")]):
            rows.append(mention(doc, 10 * number, shorthand))
            where.setdefault(f"{doc}: {shorthand.strip()}", (doc, 10 * number))
    return rows, where
