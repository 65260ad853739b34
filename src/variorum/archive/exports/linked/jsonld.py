"""JSON-LD with the words of schema.org: documents, those inside them, who and what they name, what is said of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.archive.exports.linked.addresses import document_id, embedded_id, entity_id
from variorum.archive.exports.linked.days import iso
from variorum.archive.site import claims, stated
from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.links import OUTSIDE
from variorum.archive.site.openings import opening
from variorum.archive.site.rows import Check, Embedded, Name, Testimony

CONTEXT = {
    "@vocab": "https://schema.org/",
    "var": "urn:variorum:terms:",
    "sameAs": {"@type": "@id"},
    "mentions": {"@type": "@id"},
    "citation": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "itemReviewed": {"@type": "@id"},
    "dateCreated": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
}
"""All that a reader needs to know of the words, so that nothing is fetched."""
TYPES = {
    "person": "Person",
    "group": "Organization",
    "place": "Place",
    "work": "CreativeWork",
    "periodical": "Periodical",
}
KINDS = {"letter": "Message", "article": "Article", "decree": "Legislation"}


def jsonld(edition: Edition, site: str) -> Iterator[str]:
    """One graph, a node a line."""
    context = {**CONTEXT, "@base": site} if site else CONTEXT
    yield f'{{"@context": {json.dumps(context)},\n"@graph": [\n'
    first = True
    for node in _nodes(edition):
        yield ("" if first else ",\n") + json.dumps(_filled(node), ensure_ascii=False)
        first = False
    yield "\n]}\n"


def _filled(node: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _nodes(edition: Edition) -> Iterator[Mapping[str, Any]]:
    yield {"@id": "index.html", "@type": "Collection", "name": edition.title, "size": len(edition.documents)}
    for document in edition.documents:
        yield _document(edition, document)
        for one in map(Embedded._make, edition.embedded.of(document.number)):
            yield _embedded(edition, document, one)
        for said in map(Testimony._make, edition.testimony.of(document.number)):
            yield _claim(edition, document, said)
    for entity in edition.entities:
        names = [form.form for form in entity.forms if form.form != entity.name]
        addresses = [name for name in entity.same_as if OUTSIDE.fullmatch(name)]
        yield {
            "@id": entity_id(edition, entity.entity),
            "@type": TYPES.get(entity.kind, "Periodical"),
            "identifier": [entity.entity, *(name for name in entity.same_as if name not in addresses)],
            "name": entity.name,
            "alternateName": names,
            "sameAs": addresses,
        }


def _document(edition: Edition, document: Document) -> Mapping[str, Any]:
    named = Counter(name.entity for name in map(Name._make, edition.names.of(document.number)))
    checks = map(Check._make, edition.checks.of(document.number))
    sources = {edition.numbers.get(one.source_doc or "", -1) for one in checks} - {-1, document.number}
    return {
        "@id": document_id(edition, document.number),
        "@type": "CreativeWork",
        "identifier": document.doc,
        "name": document.title,
        "author": document.author,
        "dateCreated": iso(document.composed),
        "datePublished": iso(document.published),
        "temporal": [edtf for edtf in (document.composed, document.published) if edtf and not iso(edtf)],
        "inLanguage": document.language,
        "version": document.edition,
        "isPartOf": "index.html",
        "contributor": document.transcriber,
        "citation": [document_id(edition, number) for number in sorted(sources)],
        "mentions": [entity_id(edition, entity) for entity in sorted(named)],
        "wordCount": document.words,
    }


def _embedded(edition: Edition, document: Document, one: Embedded) -> Mapping[str, Any]:
    kind = KINDS.get(one.kind or "", "CreativeWork")
    addressee, printed = claims.named(one.addressee), claims.named(one.author) in edition.periodicals
    return {
        "@id": embedded_id(edition, document.number, one),
        "@type": kind,
        "genre": one.kind,
        "name": claims.headed(one, edition.periodicals),
        "author": None if printed else claims.named(one.author),
        "recipient" if kind == "Message" else "audience": addressee,
        "dateCreated": iso(one.composed),
        "temporal": None if iso(one.composed) else claims.named(one.composed),
        "publication": claims.named(one.published_in) or (claims.named(one.author) if printed else ""),
        "exampleOfWork": claims.named(one.work),
        "isPartOf": document_id(edition, document.number),
        "url": place_of(edition, document.number, one.start),
    }


def _claim(edition: Edition, document: Document, one: Testimony) -> Mapping[str, Any]:
    """A statement is a claim of its speaker's, and what the library says to it is the program's."""
    line = stated.statement(edition, document.number, one)
    return {
        "@type": "Claim",
        "name": line.said,
        "text": opening(edition.texts[document.number], one.start, one.end, 60),
        "author": claims.named(one.voice),
        "about": [place.href for place in line.texts] or claims.named(one.about),
        "appearance": document_id(edition, document.number),
        "url": line.href,
        "dateCreated": iso(one.said_when),
        "temporal": None if iso(one.said_when) else claims.named(one.said_when),
        "var:claim": one.claim,
        "var:polarity": one.polarity,
        "var:modality": one.modality,
        "var:verdict": one.verdict,
        "var:until": one.until,
        "var:heldAgainst": [{"@id": place.href} for place in line.evidence],
        "var:reason": line.reason,
    }
