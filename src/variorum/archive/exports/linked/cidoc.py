"""CIDOC CRM as JSON-LD: the lives of texts as events, each told of or shown; what is said stays somebody's statement.

A text is a linguistic object; where it stands in the library are objects that carry it. A date or an author that the
library has of a document makes a creation. A statement assigns an attribute: who made it, when, of what, and which
kind of event it speaks of; that event is not claimed to have been.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.archive.exports.linked.addresses import document_id, entity_id
from variorum.archive.exports.linked.days import span
from variorum.archive.site import claims, stated
from variorum.archive.site.edition import Edition, place_of
from variorum.archive.site.lives import lives_of
from variorum.archive.site.pages.life import Told, told
from variorum.archive.site.rows import Testimony
from variorum.archive.site.standing import Text

CONTEXT = {"@vocab": "http://www.cidoc-crm.org/cidoc-crm/", "label": "http://www.w3.org/2000/01/rdf-schema#label"}
KINDS = {"person": "E21_Person", "group": "E74_Group", "place": "E53_Place", "work": "E33_Linguistic_Object",
         "periodical": "E73_Information_Object"}  # fmt: skip
EVENTS = {
    "written": "E65_Creation", "copied": "E12_Production", "circulated": "E7_Activity", "printed": "E7_Activity",
    "edited": "E11_Modification", "translated": "E65_Creation", "quoted": "E7_Activity", "kept": "E5_Event",
}  # fmt: skip
"""What sort of event a statement of each stage speaks of."""
_LOST = {"destroyed": "E6_Destruction"}


def cidoc(edition: Edition, site: str) -> Iterator[str]:
    """One graph, a node a line."""
    context = {**CONTEXT, "@base": site} if site else CONTEXT
    yield f'{{"@context": {json.dumps(context)},\n"@graph": [\n'
    first = True
    for node in _nodes(edition):
        yield ("" if first else ",\n") + json.dumps(node, ensure_ascii=False)
        first = False
    yield "\n]}\n"


def _nodes(edition: Edition) -> Iterator[dict[str, Any]]:
    for entity in edition.entities:
        names = dict.fromkeys([entity.name, *(form.form for form in entity.forms)])
        appellations = [{"@type": "E41_Appellation", "label": name} for name in names]
        node = {"@id": entity_id(edition, entity.entity), "@type": KINDS[entity.kind], "label": entity.name}
        yield {**node, "P1_is_identified_by": appellations}
    for one in told(edition, lives_of(edition)):
        yield from _life(edition, one)


def _life(edition: Edition, one: Told) -> Iterator[dict[str, Any]]:
    node: dict[str, Any] = {"@id": one.path, "@type": "E33_Linguistic_Object", "label": one.title}
    if one.life.entity in edition.entity_places:
        node["P67i_is_referred_to_by"] = {"@id": entity_id(edition, one.life.entity)}
    carriers = [{"@id": place_of(edition, text.document, text.start)} for text in one.life.texts]
    yield {**node, "P128i_is_carried_by": carriers} if carriers else node
    for text in one.life.texts:
        yield _carrier(edition, text)
        yield from _creation(edition, one, text)
    for number, said in one.life.said:
        yield _statement(edition, one, number, said)


def _carrier(edition: Edition, text: Text) -> dict[str, Any]:
    """Where the text stands; of the library is known only that it is in that document."""
    document = edition.documents[text.document]
    node: dict[str, Any] = {"@id": place_of(edition, text.document, text.start), "@type": "E22_Human-Made_Object"}
    node["label"] = document.title
    if document.published and text.whole:
        published = {"@type": "E12_Production", "P4_has_time-span": _time(document.published)}
        node["P108i_was_produced_by"] = published
    return {**node, "P46i_forms_part_of": {"@id": document_id(edition, text.document)}} if not text.whole else node


def _creation(edition: Edition, one: Told, text: Text) -> Iterator[dict[str, Any]]:
    document = edition.documents[text.document]
    when, who = (text.embedded.composed, text.embedded.author) if text.embedded else (None, None)
    if text.whole:
        when, who = document.composed, document.author
    who = None if claims.named(who) in edition.periodicals else who
    if when or who:
        node: dict[str, Any] = {"@type": "E65_Creation", "P94_has_created": {"@id": one.path}}
        node |= {"P4_has_time-span": _time(when)} if when else {}
        node |= {"P14_carried_out_by": {"@type": "E39_Actor", "label": claims.named(who)}} if who else {}
        yield {**node, "P70i_is_documented_in": {"@id": place_of(edition, text.document, text.start)}}


def _time(edtf: str) -> Mapping[str, Any]:
    """A time-span, with its first and last day where it says them."""
    ends = span(edtf)
    node: dict[str, Any] = {"@type": "E52_Time-Span", "label": claims.named(edtf)}
    if ends:
        node |= {"P82a_begin_of_the_begin": ends[0], "P82b_end_of_the_end": ends[1]}
    return node


def _statement(edition: Edition, one: Told, number: int, said: Testimony) -> dict[str, Any]:
    event = _LOST.get(said.claim, EVENTS[stated.stage(said.claim)])
    line = stated.statement(edition, number, said)
    node: dict[str, Any] = {"@type": "E13_Attribute_Assignment", "label": f"{line.said}, {line.by}"}
    node["P140_assigned_attribute_to"] = {"@id": one.path}
    node["P141_assigned"] = {"@type": event, "label": line.said, "P3_has_note": f"{said.modality}, {said.polarity}"}
    if said.voice:
        node["P14_carried_out_by"] = {"@type": "E39_Actor", "label": claims.named(said.voice)}
    if said.said_when:
        node["P4_has_time-span"] = _time(said.said_when)
    node["P70i_is_documented_in"] = {"@id": line.href}
    judged: dict[str, Any] = {"@type": "E13_Attribute_Assignment", "label": f"{line.judged}. {line.reason}"}
    if line.evidence:
        judged["P16_used_specific_object"] = [{"@id": place.href} for place in line.evidence]
    return {**node, "P140i_was_attributed_by": judged}
