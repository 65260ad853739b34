"""GraphML of the variant graph: a node for each reading, an edge wherever a witness goes from one to the next."""

from __future__ import annotations

from html import escape

from variorum.archive.exports.collation import Collation, Reading, entry, runs, sigla

_KEYS = (("tokens", "node"), ("rank", "node"), ("variant", "node"), ("witnesses", "edge"))


def graphml(found: Collation) -> str:
    """The graph, from `start` to `end`; what all witnesses share is one node."""
    nodes, edges = ['<node id="start"/>'], dict[tuple[str, str], list[int]]()
    last = ["start"] * len(found.witnesses)
    for rank, (first, end, _) in enumerate(runs(found), 1):
        for nth, reading in enumerate(entry(found, first, end).readings):
            if reading.text:
                name = f"n{rank}_{nth}"
                nodes.append(_node(name, rank, reading))
                for witness in reading.witnesses:
                    edges.setdefault((last[witness], name), []).append(witness)
                    last[witness] = name
    for witness, name in enumerate(last):
        edges.setdefault((name, "end"), []).append(witness)
    nodes.append('<node id="end"/>')
    lines = [_edge(found, one, other, mine) for (one, other), mine in edges.items()]
    return "\n".join([*_HEAD, *nodes, *lines, "</graph>", "</graphml>", ""])


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    *(
        f'<key id="{name}" for="{what}" attr.name="{name}" attr.type="{"int" if name == "rank" else "string"}"/>'
        for name, what in _KEYS
    ),
    '<graph id="collation" edgedefault="directed">',
)


def _node(name: str, rank: int, reading: Reading) -> str:
    data = f'<data key="tokens">{clean(reading.text)}</data><data key="rank">{rank}</data>'
    return f'<node id="{name}">{data}<data key="variant">{reading.variant}</data></node>'


def _edge(found: Collation, one: str, other: str, mine: list[int]) -> str:
    said = clean(sigla(found, mine, between=", "))
    return f'<edge source="{one}" target="{other}"><data key="witnesses">{said}</data></edge>'


def clean(text: str) -> str:
    r"""A text as XML takes it: signs that no XML can hold become U+FFFD.

    >>> clean("a < b" + chr(0))
    'a &lt; b\ufffd'
    """
    return escape("".join(sign if _allowed(sign) else "\ufffd" for sign in text))


def _allowed(sign: str) -> bool:
    return (sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff") or sign in "\t\n\r"
