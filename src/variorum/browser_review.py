"""The same as `review` in a browser on this machine: one finding after another, one key each."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from variorum import decisions
from variorum.archive.site.render import render
from variorum.proofs import Proof, desk
from variorum.review import decision, like

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from variorum.library import Archive

LEAST = 0.1
BUTTONS = (
    ("accepted", "a", "Accept"),
    ("refused", "r", "Right as it stands"),
    ("author", "o", "The author’s spelling"),
    ("scan", "s", "Needs the page’s image"),
)


def routes(library: Path, archive: Archive, who: str) -> list[Route]:
    """The pages of the review; every decision is kept at once in the library's `decisions.jsonl`.

    A form is taken only with the token of this server's own page, so that no other page can decide anything.
    """
    from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
    from starlette.routing import Route

    token = secrets.token_urlsafe()

    async def show(request: Request) -> Response:
        there = desk(library, archive, least=LEAST)
        number = min(_number(request.query_params.get("n", "0")), max(0, len(there.proofs) - 1))
        proof = there.proofs[number] if there.proofs else None
        alike = sum(like(other, proof) for other in there.proofs) if proof else 0
        shown = render(
            "review.html",
            proof=proof,
            key=_key(proof) if proof else "",
            number=number,
            left=len(there.proofs),
            alike=alike,
            buttons=BUTTONS,
            token=token,
            problems=there.problems,
        )
        return HTMLResponse(str(shown))

    async def decide(request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        if not secrets.compare_digest(form.get("token", ""), token) or form.get("verdict") not in decisions.VERDICTS:
            return PlainTextResponse("this form is not this server's own: open /review again", status_code=403)
        there = desk(library, archive, least=LEAST)
        about = [proof for proof in there.proofs if _key(proof) == form.get("key")]
        if about and form.get("alike"):
            about = [proof for proof in there.proofs if like(proof, about[0])]
        decisions.add(library, [decision(proof, there, form["verdict"], who) for proof in about])
        return RedirectResponse(f"/review?n={_number(form.get('number', '0'))}", status_code=303)

    return [Route("/review", show), Route("/review", decide, methods=["POST"])]


def _key(proof: Proof) -> str:
    return f"{proof.start}-{proof.end}-{proof.rule}-{proof.doc}"


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 9 else 0
