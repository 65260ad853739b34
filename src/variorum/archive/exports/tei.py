"""TEI: the apparatus as parallel segmentation, or apart from the base text with both ends of each lemma named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.archive.exports.collation import ACCIDENTALS, Collation, Entry, entry, runs, words
from variorum.archive.exports.graphml import clean


def tei(found: Collation) -> str:
    """Parallel segmentation: what the witnesses share stands once, where they differ stand their readings."""
    body = "".join(_inline(found, *run) for run in runs(found))
    return _document(found, "parallel-segmentation", "internal", f"<body><p>{body}</p></body>")


def tei_apart(found: Collation) -> str:
    """The text of the first witness with anchors, and behind it the apparatus that points to them."""
    text, apps = [], []
    for first, last, differ in runs(found):
        shown = clean(words(found, 0, first, last))
        if differ:
            text.append(f'<anchor xml:id="p{first}"/>{shown}<anchor xml:id="p{last}-end"/> ')
            ends = f' from="#p{first}" to="#p{last}-end"'
            apps.append(_app(found, entry(found, first, last), ends))
        elif shown:
            text.append(f"{shown} ")
    back = f'<back><div type="apparatus"><listApp>{"".join(apps)}</listApp></div></back>' if apps else ""
    return _document(found, "double-end-point", "external", f"<body><p>{''.join(text)}</p></body>{back}")


def _inline(found: Collation, first: int, last: int, differ: bool) -> str:
    if not differ:
        return f"{clean(words(found, 0, first, last))} "
    return f"{_app(found, entry(found, first, last), '')} "


def _app(found: Collation, made: Entry, attributes: str) -> str:
    kind = "accidental" if made.variant in ACCIDENTALS else "substantive"
    lemma, *others = made.readings
    readings = "".join(_reading(found, "rdg", each.text, each.variant, each.witnesses) for each in others)
    return f'<app type="{kind}"{attributes}>{_reading(found, "lem", lemma.text, "", lemma.witnesses)}{readings}</app>'


def _reading(found: Collation, tag: str, text: str, variant: str, witnesses: tuple[int, ...]) -> str:
    cause = f' ana="#{variant}"' if variant and variant != "same" else ""
    mine = " ".join(f"#{name}" for name in (_ids(found)[nth] for nth in witnesses))
    return f'<{tag} wit="{mine}"{cause}>{clean(text)}</{tag}>' if text else f'<{tag} wit="{mine}"{cause}/>'


def _ids(found: Collation) -> list[str]:
    """The sigla as XML takes them for names, none of them twice."""
    return [f"w{re.sub(r'[^A-Za-z0-9_.-]', '_', witness.siglum)}" for witness in found.witnesses]


def _witnesses(found: Collation) -> Iterator[str]:
    for name, witness in zip(_ids(found), found.witnesses, strict=True):
        yield f'<witness xml:id="{name}" n="{clean(witness.siglum)}">{clean(witness.title)}</witness>'


def _classes(found: Collation) -> str:
    names = sorted({made.variant for made in _readings(found)} - {"same"})
    categories = "".join(f'<category xml:id="{name}"><catDesc>{name}</catDesc></category>' for name in names)
    return f"<classDecl><taxonomy>{categories}</taxonomy></classDecl>" if names else ""


def _readings(found: Collation) -> Iterator[Entry]:
    for first, last, differ in runs(found):
        if differ:
            made = entry(found, first, last)
            yield made
            yield from (Entry(first, last, [reading]) for reading in made.readings)


def _document(found: Collation, method: str, location: str, text: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader><fileDesc>'
        f"<titleStmt><title>{clean(found.title)}</title></titleStmt>"
        "<publicationStmt><p>Collated by variorum.</p></publicationStmt>"
        f"<sourceDesc><listWit>{''.join(_witnesses(found))}</listWit></sourceDesc></fileDesc>"
        f'<encodingDesc>{_classes(found)}<variantEncoding method="{method}" location="{location}"/></encodingDesc>'
        f"</teiHeader>\n<text>{text}</text>\n</TEI>\n"
    )
