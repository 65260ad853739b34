#!/usr/bin/env python3
"""Write docs/tables.md from the schemas: .venv/bin/python docs/write_tables.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum.plan import READ, STEPS
from variorum.tables import BY_NAME, TABLES, Table

HEAD = """# The tables

Parquet files under `tables/` of an archive, for anything that reads Parquet. Spans are half open, in code points of
`documents.text`; dates are EDTF; scores are thousandths of a bit. A pair of spans stands once, the lesser (doc, start)
as side *a*; ids are ordered by their UTF-8 bytes. A table whose rows belong to single documents is a folder of parts,
in the order of hashes of the ids: sort it where order matters. This page is written from `src/variorum/tables.py` by
`docs/write_tables.py`.
"""


def page() -> str:
    """The whole page."""
    made = [BY_NAME[name] for name in (*READ, *(step.name for step in STEPS))]
    return "\n".join([HEAD, *(line for table in TABLES if table in made for line in section(table))]) + "\n"


def section(table: Table) -> Iterator[str]:
    """What there is to say about a table."""
    parts = "/*.parquet" if table.name in READ or any(s.name == table.name and s.each for s in STEPS) else ""
    yield from (f"## {table.name}", "", f"A row is {table.about}. `tables/{table.name}.parquet{parts}`, ordered by")
    yield f"{', '.join(table.order)}."
    yield from ("", "| column | type | what it means |", "|---|---|---|")
    for field in table.schema:
        kind = str(field.type).replace("large_", "").replace("<", "&lt;").replace(">", "&gt;")
        yield f"| {field.name} | {kind} | {table.comment(field.name)} |"
    yield ""


if __name__ == "__main__":
    Path(__file__).with_name("tables.md").write_text(page(), encoding="utf-8")
