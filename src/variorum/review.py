"""Going through findings in a terminal, one key each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from variorum import decisions
from variorum.decisions import Decision
from variorum.proofs import Desk, Proof
from variorum.sources import visible

KEYS = {"a": "accepted", "r": "refused", "o": "author", "s": "scan"}
HELP = "[a]ccept  [r]efuse  auth[o]r's spelling  needs the [s]can  [l]ike this, all: then a, r or o  [n]ext  [q]uit"


def review(library: Path, desk: Desk, who: str, ask: Callable[[], str], tell: Callable[[str], None]) -> int:
    """Ask about one finding after another, and keep each decision as soon as it is made; how many were made.

    `ask` gives the next key pressed; nothing, or q, ends it.
    """
    made, settled = 0, set[int]()
    for number, proof in enumerate(desk.proofs):
        if number in settled:
            continue
        tell("\n".join(shown(proof, f"{number + 1} of {len(desk.proofs)}")))
        tell(HELP)
        key, alike = ask(), False
        if key == "l":
            alike, key = True, ask()
        if key in ("q", ""):
            break
        if key not in KEYS or (key == "a" and proof.suggestion is None):
            continue
        about = [n for n, other in enumerate(desk.proofs) if n == number or (alike and like(other, proof))]
        decisions.add(library, [decision(desk.proofs[n], desk, KEYS[key], who) for n in about])
        settled.update(about)
        made += len(about)
    return made


def like(one: Proof, other: Proof) -> bool:
    """Whether two findings are of the same words, with the same mend."""
    return (one.rule, one.exact, one.suggestion) == (other.rule, other.exact, other.suggestion)


def decision(proof: Proof, desk: Desk, verdict: str, who: str) -> Decision:
    """What somebody decided about a finding; its mend is the one suggested, if it was accepted."""
    mend = proof.suggestion if verdict == "accepted" else None
    span = proof.start, proof.end
    return decisions.decide(proof.doc, desk.texts[proof.doc], span, verdict, mend, proof.rule, who, proof.sha256)


def shown(proof: Proof, number: str) -> Iterator[str]:
    """A finding in a few lines: what is suspected, where, and what would stand there."""
    yield f"{number}  {visible(proof.doc)}  {proof.rule}  {proof.confidence:.2f}  {proof.message}"
    yield f"    …{_line(proof.before)}[{_line(proof.exact)}]{_line(proof.after)}…"
    if proof.suggestion is not None:
        yield f"    …{_line(proof.before)}[{_line(proof.suggestion)}]{_line(proof.after)}…"
    if proof.facsimile:
        yield f"    the page: {visible(proof.facsimile)}"


def _line(text: str) -> str:
    return visible(" ".join(text.split("\n")))


def keys(pressed: Sequence[str]) -> Callable[[], str]:
    """Keys that were pressed before, one after another.

    >>> ask = keys("ar")
    >>> ask(), ask(), ask()
    ('a', 'r', '')
    """
    left = iter(pressed)
    return lambda: next(left, "")
