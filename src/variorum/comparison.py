"""A comparison that was made: what it says, and as what it is written."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from variorum.errors import UsageError


class Comparison(NamedTuple):
    """Witnesses lined up, and what there is to say of how they were read."""

    collation: Any
    notes: list[str]

    def to(self, form: str) -> str:
        """The comparison in one of the formats of `variorum.archive.exports`."""
        from variorum.archive.exports import EXPORTS

        if form not in EXPORTS:
            raise UsageError(f"wrote a comparison as {form!r}: formats are {', '.join(EXPORTS)}")
        return EXPORTS[form](self.collation)

    def told(self) -> str:
        """How the witnesses differ, in sentences, and every variant on a line."""
        from variorum.archive.exports import told

        return told(self.collation)

    def to_json(self) -> str:
        """The variants as data: places, class, readings with their sigla; and what has moved."""
        from variorum.archive.exports import entries

        sigla = [witness.siglum for witness in self.collation.witnesses]
        variants = [
            {
                "first": entry.first,
                "last": entry.last,
                "variant": entry.variant,
                "readings": [
                    {"text": each.text, "variant": each.variant, "witnesses": [sigla[nth] for nth in each.witnesses]}
                    for each in entry.readings
                ],
            }
            for entry in entries(self.collation)
        ]
        witnesses = {witness.siglum: witness.title for witness in self.collation.witnesses}
        told = {"witnesses": witnesses, "variants": variants, "transpositions": list(self.collation.links)}
        return json.dumps({**told, "notes": self.notes}, ensure_ascii=False, indent=1) + "\n"
