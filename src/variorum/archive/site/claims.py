"""What is claimed of a stretch of text, in words: never more than its row says, and as the program's reading of it.

Who said what is the gravest thing that these pages say, and the easiest to get wrong. So nothing is said of a column
that is empty, and whoever is named is named as the document names them.
"""

from __future__ import annotations

import re
from collections.abc import Container

from variorum.archive.plain import plain
from variorum.archive.site.prose import count, date
from variorum.archive.site.rows import Check, Embedded, Omission, Quotation, Reference

LONGEST = 160
"""Code points of a name or a date: what is longer was no name."""

REASON = 600

_USES = {"term": "a term", "title": "a title", "scare": "irony"}
_KINDS = {"verse": "verse"}
_CUTS = {"quoter": "left out by the quoter", "editor": "left out by an editor"}
_JUDGED = {
    "verbatim": "to the letter",
    "accidentals": "spelt otherwise",
    "substantive": "words differ",
    "paraphrase": "paraphrased",
    "translation": "a translation",
    "not found": "not found here",
    "whole": "whole",
    "marked cut": "cut with a mark",
    "silent cut": "cut in silence",
    "right": "rightly attributed",
    "wrong": "attributed to another",
}
_EDTF = re.compile(r"[-\dXu~?%./]{4,}")


def named(name: str | None) -> str:
    r"""A name, or whatever a column has, on one line; "" for none.

    >>> named("the\n  soldier"), named(None)
    ('the soldier', '')
    """
    said = plain(" ".join((name or "").split()))
    return said if len(said) <= LONGEST else said[:LONGEST].rstrip() + " …"


def why(reason: str | None) -> str:
    """A reason, on one line."""
    said = plain(" ".join((reason or "").split()))
    return said if len(said) <= REASON else said[:REASON].rstrip() + " …"


def quoted_as(quotation: Quotation) -> str:
    """What a quotation is taken for, and whose words; "" where there is nothing to say that its marks do not.

    >>> quoted_as(Quotation(0, 9, 1, 8, 1, "inline", "speech", True, "the soldier", None))
    'taken for words of: the soldier'
    >>> quoted_as(Quotation(0, 9, 1, 8, 1, "inline", "scare", True, None, None))
    'taken for irony'
    >>> quoted_as(Quotation(0, 9, 1, 8, 1, "inline", "speech", True, None, None))
    ''
    >>> quoted_as(Quotation(0, 9, 1, 8, 1, "inline", "speech", False, None, None))
    'taken for somebody’s words; no closing mark was found'
    """
    voice, is_speech = named(quotation.voice), quotation.use in ("speech", None)
    never = "; no closing mark was found" if quotation.closed is False else ""
    if is_speech and voice:
        return f"taken for words of: {voice}{never}"
    if is_speech:
        return never and f"taken for somebody’s words{never}"
    use = _USES.get(quotation.use or "") or named(quotation.use)
    return f"taken for {use}{f', voice: {voice}' if voice else ''}{never}"


def judged(check: Check) -> list[tuple[str, str]]:
    """The judgements on a quotation, each with the name of its sort; what says nothing is left away.

    >>> check = Check(0, 9, "a", 0, "verbatim", "whole", False, "unstated", 3, "")
    >>> judged(check)
    [('verbatim', 'to the letter'), ('whole', 'whole')]
    >>> judged(check._replace(relation=None, translated=True, completeness="silent cut", attribution="wrong"))
    [('translation', 'a translation'), ('silent-cut', 'cut in silence'), ('wrong', 'attributed to another')]
    """
    if check.source_doc is None:
        return [("not-found", _JUDGED["not found"])]
    relation = check.relation or "translation"
    also = ["translation"] if check.translated and check.relation else []
    said = [relation, *also, check.completeness, check.attribution]
    return [(one.replace(" ", "-"), _JUDGED[one]) for one in said if one in _JUDGED]


def headed(embedded: Embedded, periodicals: Container[str] = ()) -> str:
    """What an embedded document is taken for, from the columns that are filled; "perhaps" if nothing marks its ends.

    One of the `periodicals` is no author: what it is said to have written stands in it.

    >>> letter = Embedded(0, 9, "letter", "Lenin", "the party", None, None, None, True, False, None)
    >>> headed(letter)
    'a letter by Lenin to the party'
    >>> headed(letter._replace(kind="article", addressee=None, composed="1917-09-28", published_in="Pravda"))
    'an article by Lenin, written 28 September 1917, published in Pravda'
    >>> headed(letter._replace(author=None, addressee=None, composed="November 1st", work="The Testament"))
    'a letter, dated “November 1st”, a copy or part of “The Testament”'
    >>> headed(letter._replace(opened=False))
    'perhaps a letter by Lenin to the party'
    >>> headed(letter._replace(author="Pravda", addressee=None), {"Pravda"})
    'a letter in Pravda'
    """
    kind = named(embedded.kind) or "document"
    said = _KINDS.get(kind) or f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    author = named(embedded.author)
    said += f" {'in' if author in periodicals else 'by'} {author}" if author else ""
    said += f" to {addressee}" if (addressee := named(embedded.addressee)) else ""
    when, where, work = map(named, (embedded.composed, embedded.published_in, embedded.work))
    more = [
        _written(when) if when else "",
        f"published in {where}" if where else "",
        f"a copy or part of “{work}”" if work else "",
    ]
    perhaps = "perhaps " if embedded.opened is False and embedded.closed is False else ""
    return ", ".join([perhaps + said, *filter(None, more)])


def _written(when: str) -> str:
    """When it was written; what is no date stands as the document has it."""
    return f"written {date(when)}" if _EDTF.fullmatch(when) else f"dated “{when.strip('“”')}”"


def bounded(embedded: Embedded) -> str:
    """What is not certain of an embedded document's bounds; "" for nothing.

    >>> bounded(Embedded(0, 9, "letter", None, None, None, None, None, False, False, None))
    'its beginning is not marked, not closed in this transcription'
    """
    opened = "its beginning is not marked" if embedded.opened is False else ""
    return ", ".join(filter(None, [opened, "not closed in this transcription" if embedded.closed is False else ""]))


def refers(reference: Reference) -> str:
    """What a reference points to, as the program reads it.

    >>> refers(Reference(0, 9, "Luke 8:49", None))
    'taken for a reference to Luke 8:49'
    """
    return f"taken for a reference to {named(reference.target) or 'a source'}"


def cut(omission: Omission) -> str:
    """Who left something out at a mark of omission; "" where nobody did, or it cannot be told.

    >>> cut(Omission(0, 3, "quoter", None)), cut(Omission(0, 3, "hesitation", None))
    ('taken for a cut: left out by the quoter', '')
    """
    return f"taken for a cut: {_CUTS[omission.cut_by]}" if omission.cut_by in _CUTS else ""


def times(said: str, number: int) -> str:
    """A claim that is made of several marks alike.

    >>> times("taken for a cut", 1), times("taken for a cut", 3)
    ('taken for a cut', '3 marks, each taken for a cut')
    """
    return said if number == 1 else f"{count(number, 'mark')}, each {said}"
