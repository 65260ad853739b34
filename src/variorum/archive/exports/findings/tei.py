"""Findings as TEI: each place a line of a list, what stands there in sic and what is proposed in corr."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from variorum.archive.exports.findings.entry import Entry

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
 <teiHeader>
  <fileDesc>
   <titleStmt><title>Suspected slips of transcription</title>{rules}</titleStmt>
   <publicationStmt><p>Proposed by variorum, not decided by anybody.</p></publicationStmt>
   <sourceDesc><p>The files that are named.</p></sourceDesc>
  </fileDesc>
 </teiHeader>
 <text><body><list>
"""
_FOOT = " </list></body></text>\n</TEI>\n"


def tei(entries: Sequence[Entry]) -> str:
    """A TEI document; `cert` has the confidence, `resp` points to the rule of the program that proposed it."""
    rules = sorted({entry.rule for entry in entries if entry.suggestion is not None})
    return _HEAD.format(rules="".join(map(_rule, rules))) + "".join(map(_item, entries)) + _FOOT


def _rule(rule: str) -> str:
    said = f"<resp>proposed by the rule {escape(rule)} of the program</resp><name>variorum</name>"
    return f'\n    <respStmt xml:id="variorum-{escape(rule)}">{said}</respStmt>'


def _item(entry: Entry) -> str:
    place = quoteattr(f"{entry.doc}:{entry.start}-{entry.end}")
    mend = ""
    if entry.suggestion is not None:
        said = f'cert="{entry.confidence:.2f}" resp="#variorum-{entry.rule}"'
        mend = f"<corr {said}>{_text(entry.suggestion)}</corr>"
    choice = f"<choice><sic>{_text(entry.exact)}</sic>{mend}</choice>"
    if not mend:
        choice = f"<sic>{_text(entry.exact)}</sic>"
    return f"  <item n={place}>{_text(entry.before)}{choice}{_text(entry.after)}</item>\n"


def _text(text: str) -> str:
    return escape("".join(char for char in text if char in "\t\n\r" or char >= " "))
